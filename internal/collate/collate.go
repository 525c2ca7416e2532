package collate

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Collator compares statements in one language. It is safe for concurrent use.
type Collator struct {
	values  *value.Reader
	vectors *vector.Model
	loaded  language.Table // verbs that assert wrong, force or fault
	modals  language.Table
}

// New builds a collator from the tables of a language.
func New(pack *language.Pack, values *value.Reader, vectors *vector.Model) *Collator {
	return &Collator{values: values, vectors: vectors, loaded: pack.Table("loaded"), modals: pack.Table("modals")}
}

// Side is one of two statements that are compared.
type Side struct {
	*align.Clause
	Index *stemma.Index // to look up attributions and speakers; nil when there are none
}

// Compare gives the changes from one statement to another of the same claim,
// in the order of their place in the second, dropped ones last. The drifts
// have no id, claim or descent: that is for the caller to know.
func (c *Collator) Compare(before, after Side) []stemma.Drift {
	var changes []stemma.Drift
	changes = append(changes, c.quantities(before, after)...)
	changes = append(changes, c.dates(before, after)...)
	changes = append(changes, c.modality(before, after)...)
	changes = append(changes, c.quotation(before, after)...)
	changes = append(changes, c.credit(before, after)...)
	changes = append(changes, c.predicate(before, after)...)
	slices.SortStableFunc(changes, func(x, y stemma.Drift) int {
		return cmp.Compare(place(x), place(y))
	})
	return changes
}

func place(c stemma.Drift) int {
	if c.After == nil {
		return 1 << 30
	}
	return c.After.Start
}

// common counts the words that two lists share, each as often as both have it.
func common(a, b []string) int {
	have := map[string]int{}
	for _, f := range b {
		have[f]++
	}
	n := 0
	for _, f := range a {
		if have[f] > 0 {
			have[f]--
			n++
		}
	}
	return n
}

// sentence gives the tokens of the statement's sentence, half-open.
func (s Side) sentence() (int, int) { return align.Tokens(s.Text, s.Statement.Sentence) }

// change makes a drift that knows neither its claim nor its descent yet.
func change(kind stemma.DriftKind, before, after *stemma.Span, severity int, says string) stemma.Drift {
	return stemma.Drift{Kind: kind, Before: before, After: after, Severity: severity, Says: says}
}

func ptr(s stemma.Span) *stemma.Span { return &s }

// quote puts a text between typographic marks, on one line, for a sentence to
// people.
func quote(s string) string { return "“" + strings.Join(strings.Fields(s), " ") + "”" }
