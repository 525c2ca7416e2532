package collate

import "testing"

// TestMiddles: a quotation goes on where its source says more, and no dots say so; not where they do, where
// the words are a second start or another name, or where the source has them in a row elsewhere.
func TestMiddles(t *testing.T) {
	b := newBench(t)
	const (
		full = `"The weir of Orrin is a good weir for the whole valley. It was mended by the guild in March. ` +
			`We are proud to keep it for all of you," said Hedda Voss.`
		cut = `"The weir of Orrin is a good weir for the whole valley. We are proud to keep it for all of you," ` +
			`said Hedda Voss.`
		told = "quote_altered: whole valley. It was mended by the guild in March. We are > whole valley. We are"
	)
	for _, tt := range []struct {
		name, before, after, want string
		kin                       Kin
	}{
		{"cut", full, cut, told, Copy},
		{"the fuller one is the later one", cut, full, told, Neighbours},
		{"a copy that has more", cut, full, "", Copy},
		{"dots say so", full, `"The weir of Orrin is a good weir for the whole valley. ... We are proud to keep it ` +
			`for all of you," said Hedda Voss.`, "", Copy},
		{"told elsewhere", full, cut + ` "It was mended by the guild in March," she said.`, "", Copy},
		{"two quotations", full, `"The weir of Orrin is a good weir for the whole valley," said Hedda Voss. "We are ` +
			`proud to keep it for all of you."`, "", Copy},
		{"the writer's words between",
			`"The weir of Orrin is a good weir for the whole valley," said Hedda Voss. "It ` +
				`was mended by the guild in March. We are proud to keep it for all of you."`, cut,
			`quote_altered: whole valley," said Hedda Voss. "It was mended by the guild in March. We are > ` +
				`whole valley. We are`, Copy},
		{"a second start", `"I will tell you that the old weir of Orrin can not hold, the old weir of Orrin can not ` +
			`hold the water of May," said Hedda Voss.`,
			`"I will tell you that the old weir of Orrin can not hold the water of May," said Hedda Voss.`, "", Copy},
	} {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
