package collate

import (
	"fmt"
	"strings"

	"stemma"
)

const (
	// sameQuote is the share of words that an altered quotation must still
	// have of the one it was made from.
	sameQuote = 0.6
	// leastQuote is the length of a quotation, in words, below which a
	// difference is one of choice.
	leastQuote = 4
)

// quotation gives the change of words inside quotation marks. A quotation
// that was shortened at its ends is not altered, unless what was cut there
// turned its sense: a negation or a doubt.
func (c *Collator) quotation(before, after Side) []stemma.Drift {
	if !before.Statement.Quoted || !after.Statement.Quoted {
		return nil
	}
	x, y := before.Forms(), after.Forms()
	if len(y) < leastQuote || share(y, x) < sameQuote {
		return nil
	}
	if c.standsIn(before.Text, y) {
		lost := turning(x, y, c)
		if lost == "" || !strings.HasPrefix(strings.Join(x, " "), lost) {
			return nil
		}
		return []stemma.Drift{alteration(before, after, 3, fmt.Sprintf("%s is cut off inside the quotation marks", quote(lost)))}
	}
	severity := 2
	if turning(x, y, c) != "" {
		severity = 3
	} else if differing := len(y) - int(share(y, x)*float64(len(y))+0.5); differing <= 1 && len(x) == len(y) {
		severity = 1
	}
	return []stemma.Drift{alteration(before, after, severity, fmt.Sprintf("the quotation %s reads %s", quote(before.Statement.Span.Text), quote(after.Statement.Span.Text)))}
}

func alteration(before, after Side, severity int, says string) stemma.Drift {
	return change(stemma.QuoteAltered, ptr(before.Statement.Span), ptr(after.Statement.Span), severity, says)
}

// share is the share of the words of a that b has too.
func share(a, b []string) float64 { return float64(common(a, b)) / float64(len(a)) }

// standsIn says whether the words stand in the text in one run.
func (c *Collator) standsIn(t *stemma.Text, words []string) bool {
	var run []string
	for _, tok := range t.Tokens {
		if tok.Kind != stemma.Mark {
			run = append(run, strings.TrimSuffix(tok.Form, "'s"))
		}
	}
	for i := 0; i+len(words) <= len(run); i++ {
		k := 0
		for k < len(words) && run[i+k] == words[k] {
			k++
		}
		if k == len(words) {
			return true
		}
	}
	return false
}

// turning gives the words before y's beginning in x, if they hold a negation
// or a modal verb that y lacks: "I cannot exclude that". Empty otherwise.
func turning(x, y []string, c *Collator) string {
	at := 0
	for at < len(x) && x[at] != y[0] {
		at++
	}
	for _, w := range x[:at] {
		if (w == "not" || w == "no" || w == "never" || strings.HasSuffix(w, "n't") || w == "cannot" || c.modals.Has(w)) && !has(y, w) {
			return strings.Join(x[:at], " ")
		}
	}
	return ""
}

func has(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
