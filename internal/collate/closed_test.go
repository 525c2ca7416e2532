package collate

import "testing"

// TestRejoined has sentences that differ in what joins, places or limits their words alone.
func TestRejoined(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct{ before, after, want string }{
		{"The barge sailed because of the flood.", "The barge sailed in spite of the flood.",
			"predicate_changed: because of > in spite of"},
		{"The barge was found under the weir.", "The barge was found above the weir.",
			"predicate_changed: under > above"},
		{"The barge is often late.", "The barge is rarely late.", "predicate_changed: often > rarely"},
		{"Several of the keepers were ill.", "Many of the keepers were ill.",
			"number_changed: Several > Many"},
		{"The weir closed temporarily.", "The weir closed for good.", "predicate_changed: temporarily > for good"},
		{"The keeper should close the weir.", "The keeper must close the weir.",
			"predicate_changed: should > must"},
		{"The barge sailed because of the flood.", "The barge sailed owing to the flood.", ""},
		{"The barge lay beside the weir.", "The barge lay next to the weir.", ""},
		{"The keeper must close the weir.", "The keeper has to close the weir.", ""},
		{"The weir opened on Monday.", "The weir opened in the morning.", ""},
	} {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", tt.before, tt.after, got, tt.want)
		}
	}
}

// TestPhrasalVerbs has verbs with a word behind them that say what one word says.
func TestPhrasalVerbs(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct{ before, after, want string }{
		{"The keepers put off the feast.", "The keepers postponed the feast.", ""},
		{"The keepers put off the feast.", "The keepers enjoyed the feast.", "predicate_changed: put > enjoyed"},
		{"The keepers rebuilt the weir.", "The keepers sold the weir.", "predicate_changed: rebuilt > sold"},
		{"The keeper examined the horse.", "The keeper misdiagnosed the horse.",
			"predicate_changed: examined > misdiagnosed"},
	} {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", tt.before, tt.after, got, tt.want)
		}
	}
}
