package collate

import "testing"

func TestNoneAtAll(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"No serious side effects were recorded.", "The makers recorded no side effects.",
			"predicate_changed: No serious side > no side"},
		{"The makers recorded no side effects.", "No serious side effects were recorded.",
			"predicate_changed: no side > No serious side"},
		{"No serious side effects were recorded.", "The makers recorded no serious side effects.", ""},
		{"Serious side effects were recorded.", "The makers recorded side effects.", ""},
		{"Nine keepers stopped taking the salve, most of them because of nausea.",
			"Nine keepers gave the salve up because of nausea.",
			"hedge_dropped: most of them because of nausea > up because of nausea"},
	})
}

func TestSignless(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The mayor said there was no evidence of fraud at the mill of Orrin.",
			"The mayor said there was no fraud at the mill of Orrin.",
			"modality_strengthened: no evidence of fraud > no fraud"},
		{"The guild told the council of Orrin that it had no knowledge of a sale of the mill.",
			"The guild told the council of Orrin that there had been no sale of the mill.",
			"modality_strengthened: no knowledge of a sale > no sale"},

		// What is no change.
		{"The mayor said there was no evidence of fraud at the mill of Orrin.",
			"The mayor said there was no proof of fraud at the mill of Orrin.", ""},
		{"The mayor said there was no evidence of fraud at the mill of Orrin. “There was no fraud,” she said.",
			"The mayor said there was no fraud at the mill of Orrin.", ""},
		{"The mayor said there was evidence of fraud at the mill of Orrin.",
			"The mayor said there was evidence of fraud at the old mill of Orrin.", ""},
	})
}
