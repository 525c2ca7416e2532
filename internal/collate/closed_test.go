package collate

import "testing"

// TestRejoined has sentences that differ in what joins, places or limits their words alone.
func TestRejoined(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
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
	})
}

// TestPhrasalVerbs has verbs with a word behind them that say what one word says.
func TestPhrasalVerbs(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The keepers put off the feast.", "The keepers postponed the feast.", ""},
		{"The keepers put off the feast.", "The keepers enjoyed the feast.", "predicate_changed: put > enjoyed"},
		{"The keepers rebuilt the weir.", "The keepers sold the weir.", "predicate_changed: rebuilt > sold"},
		{"The keeper examined the horse.", "The keeper misdiagnosed the horse.",
			"predicate_changed: examined > misdiagnosed"},
	})
}

// TestSaidTheSame has sentences in which phrases stand for others that say the same, or do not.
func TestSaidTheSame(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The feast was called off because of rain.", "The feast was cancelled because of rain.", ""},
		{"The keepers have threatened to strike.", "The keepers have threatened a strike.", ""},
		{"The keeper will pay no more than 40 crowns.", "The keeper will pay at most 40 crowns.", ""},
		{"The keeper denied that he had opened the weir.", "The keeper had opened the weir.",
			"polarity_changed: denied that he had > had"},
		{"The daughter inherited the mill from her uncle.", "The uncle inherited the mill from his daughter.",
			"actor_changed: daughter inherited the mill from her uncle > uncle inherited the mill from his daughter"},
		{"Tolls went up in May.", "Tolls increased in May.", ""},
		{"Tolls went up in May.", "Tolls went down in May.", "predicate_changed: up > down"},
	})
}

// TestUntouched has a report that took all sentences but one over word for word, and one that
// did not.
func TestUntouched(t *testing.T) {
	b := newBench(t)
	const rest = " The feast in the mill lasted three hours. The doors were shut at nine. The next one is in May."
	const other = " The feast in the mill took three hours. At nine the doors were shut. In May is the next one."
	before := "The keepers called the offer generous."
	after := "The keepers called the offer insulting."
	if got := b.changes(t, before+rest, after+rest, Copy); got != "predicate_changed: generous > insulting" {
		t.Errorf("got %q", got)
	}
	if got := b.changes(t, before+rest, after+other, Copy); got != "" {
		t.Errorf("rewritten: %q", got)
	}
}

// TestParaphrase has sentences that say one thing in other words, phrase by phrase.
func TestParaphrase(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"The keeper was acquitted.", "The keeper was found not guilty.", true},
		{"The keepers put off the feast.", "The keepers postponed the feast.", true},
		{"Roughly a third of keepers were ill.", "About one in three keepers was ill.", true},
		{"The keepers put off the feast.", "The keepers enjoyed the feast.", false},
		{"The feast begins before noon.", "The feast begins after noon.", false},
		{"It rose.", "It fell.", false},
	} {
		r := b.reports(tt.a, tt.b)
		if got := Equivalent(b.Collation, r[0], r[1]); got != tt.want {
			t.Errorf("%s | %s: %v", tt.a, tt.b, got)
		}
	}
}
