package collate

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
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
	Text      *stemma.Text
	Statement *stemma.Statement
	Index     *stemma.Index // to look up attributions and speakers; nil when there are none
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

// Agreement is the share of the words of the shorter statement that the other
// one has too, 0..1: whether they are forms of one sentence, however much of
// it each of them has.
func Agreement(a, b Side) float64 {
	x, y := a.words(), b.words()
	if n := min(len(x), len(y)); n > 0 {
		return float64(common(x, y)) / float64(n)
	}
	return 0
}

// Likeness is the share of the words of both statements that both have, 0..1
// (Dice's coefficient): of several exemplars the one most alike is the model.
func Likeness(a, b Side) float64 {
	x, y := a.words(), b.words()
	if n := len(x) + len(y); n > 0 {
		return 2 * float64(common(x, y)) / float64(n)
	}
	return 0
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

// words gives the folded words of the statement, without marks.
func (s Side) words() []string {
	var found []string
	first, last := s.tokens()
	for _, tok := range s.Text.Tokens[first:last] {
		if tok.Kind != stemma.Mark {
			found = append(found, strings.TrimSuffix(tok.Form, "'s"))
		}
	}
	return found
}

// tokens gives the statement's tokens, half-open.
func (s Side) tokens() (int, int) { return s.within(s.Statement.Span) }

// sentence gives the tokens of the statement's sentence.
func (s Side) sentence() (int, int) { return s.within(s.Statement.Sentence) }

func (s Side) within(span stemma.Span) (int, int) {
	first := s.Text.TokenAt(span.Start)
	last := first
	for last < len(s.Text.Tokens) && s.Text.Tokens[last].Start < span.End {
		last++
	}
	return first, last
}

// change makes a drift that knows neither its claim nor its descent yet.
func change(kind stemma.DriftKind, before, after *stemma.Span, severity int, says string) stemma.Drift {
	return stemma.Drift{Kind: kind, Before: before, After: after, Severity: severity, Says: says}
}

func ptr(s stemma.Span) *stemma.Span { return &s }

// quote puts a text between typographic marks, on one line, for a sentence to
// people.
func quote(s string) string { return "“" + strings.Join(strings.Fields(s), " ") + "”" }
