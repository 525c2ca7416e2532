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
