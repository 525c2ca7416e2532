package derive

import (
	"strings"

	"stemma"
	"stemma/internal/name"
)

// credit is a report's naming of another one, or of an outlet that is not in
// the pile.
type credit struct {
	by      int    // the report that gives it
	to      int    // the kept witness that is meant, or missing
	name    string // as written
	speaker string // of the attribution, or ""
	form    creditForm
	span    stemma.Span
	// content is what is credited, for credits in prose.
	content []stemma.Span
	// nested is set when the credit stands inside what another outlet is
	// credited with: then it is that outlet's credit, handed on.
	nested bool
}

const missing = -1

type creditForm int

const (
	sourceCredit   creditForm = iota // "the Lantern reported that"
	receiverCredit                   // "told the Lantern", "seen by the Lantern"
	mentionCredit                    // the outlet's or author's name elsewhere in the text
	agencyCredit                     // byline, dateline, credit line
	footerCredit
	linkCredit
	genericCredit // "media reports", "a local weekly": somebody, no telling who
)

// readCredits finds all credits between the story's reports, and to outlets
// outside of it.
func (w *work) readCredits() {
	for _, a := range w.in.Attributions {
		if by, ok := w.index[a.Report]; ok {
			w.readAttribution(by, a)
		}
	}
	for i, t := range w.in.Texts {
		for _, c := range t.Report.Credits {
			w.readFormal(i, c)
		}
		w.readMentions(i)
	}
}

func (w *work) readAttribution(by int, a stemma.Attribution) {
	if s := w.in.Index.Speaker(a.Speaker); s != nil && a.Source != nil && !a.Own {
		w.creditSpeaker(by, a, s, *a.Source, sourceCredit)
	}
	if s := w.in.Index.Speaker(a.ReceiverSpeaker); s != nil && a.Receiver != nil && !a.Own {
		w.creditSpeaker(by, a, s, *a.Receiver, receiverCredit)
	}
}

// creditSpeaker takes an attribution's source or receiver for a credit if it
// is an outlet, or the author or outlet of another report.
func (w *work) creditSpeaker(by int, a stemma.Attribution, s *stemma.Speaker, span stemma.Span, form creditForm) {
	outlet := s.Kind == stemma.Outlet || w.isAgency(s.Name) || w.isAgency(span.Text)
	if !outlet && s.Kind != stemma.Person {
		return
	}
	c := credit{by: by, to: missing, name: s.Name, speaker: s.ID, form: form, span: span, content: a.Content, nested: w.nested(a)}
	for _, name := range w.called(s, span) {
		if w.names[by].calls(name) {
			return
		}
		if to := w.named(by, name); to != missing {
			c.to = to
			w.credits = append(w.credits, c)
			return
		}
	}
	if to := w.shortened(by, s); to != missing && form == sourceCredit {
		c.to = to
		w.credits = append(w.credits, c)
		return
	}
	if !outlet {
		return
	}
	if w.isGeneric(s.Name) {
		c.form = genericCredit
	}
	w.credits = append(w.credits, c)
}

// called gives the names under which a speaker goes, and those that stand in
// the words of the credit itself ("a survey by Riverside Radio").
func (w *work) called(s *stemma.Speaker, span stemma.Span) []string {
	names := append([]string{s.Name}, s.Aliases...)
	if s.Kind == stemma.Outlet {
		if _, by, ok := strings.Cut(span.Text, " by "); ok {
			names = append(names, by)
		}
	}
	return names
}

// named gives the one report, other than by, that a name calls; missing when
// none or several do.
func (w *work) named(by int, name string) int {
	found := missing
	for i := range w.names {
		if i == by || !w.names[i].calls(name) {
			continue
		}
		if found != missing && !sameOutlet(w.names[i].outlet, w.names[found].outlet, w.vague) {
			return missing
		}
		if found == missing || w.likelier(by, i, found) {
			found = i
		}
	}
	return found
}

// likelier says whether, of two reports of the outlet that a report credits, a
// is meant rather than b: it explains more of the report, or came first.
func (w *work) likelier(by, a, b int) bool {
	x, _ := explained(w.units[by], w.units[a])
	y, _ := explained(w.units[by], w.units[b])
	if x == y {
		return w.before(a, b)
	}
	return x > y
}

// shortened gives the one report whose outlet's name begins with the one word
// that an outlet is called by ("Halmark" for Halmark Tonight); missing when
// none or several do.
func (w *work) shortened(by int, s *stemma.Speaker) int {
	words := nameWords(s.Name)
	found := missing
	if s.Kind != stemma.Outlet || len(words) != 1 || w.vague.Has(words[0]) {
		return found
	}
	for i, n := range w.names {
		if i == by || len(n.outlet) < 2 || n.outlet[0] != words[0] {
			continue
		}
		if found != missing {
			return missing
		}
		found = i
	}
	return found
}

// nested says whether the attribution stands within one whose source is an
// outlet.
func (w *work) nested(a stemma.Attribution) bool {
	inner := a.ID
	for range len(w.in.Attributions) {
		outer := w.in.Index.Attribution(a.Within)
		if outer == nil || outer.ID == inner {
			return false
		}
		if s := w.in.Index.Speaker(outer.Speaker); s != nil && s.Kind == stemma.Outlet {
			return true
		}
		a = *outer
	}
	return false
}

// isGeneric says whether an outlet's name names none: no capitalised word
// but plain nouns ("a local weekly", "media reports").
func (w *work) isGeneric(name string) bool {
	for _, f := range strings.Fields(name) {
		if f[0] >= 'A' && f[0] <= 'Z' && !w.function.Has(strings.ToLower(f)) {
			return false
		}
	}
	return true
}

// readFormal takes the credits that stand outside the prose.
func (w *work) readFormal(by int, c stemma.Credit) {
	if w.names[by].calls(c.Name) && c.Kind != stemma.LinkCredit {
		return
	}
	switch c.Kind {
	case stemma.AgencyCredit:
		w.credits = append(w.credits, credit{by: by, to: w.named(by, c.Name), name: c.Name, form: agencyCredit, span: c.Span})
	case stemma.FooterCredit:
		w.credits = append(w.credits, credit{by: by, to: w.named(by, c.Name), name: c.Name, form: footerCredit, span: c.Span})
	case stemma.LinkCredit:
		for i, n := range w.names {
			if i != by && n.url != "" && n.url == name.Page(c.URL) {
				w.credits = append(w.credits, credit{by: by, to: i, name: c.Name, form: linkCredit, span: c.Span})
			}
		}
	}
}

// readMentions finds the full names of other reports' outlets and authors in
// a text, where no attribution has found them ("an account first published by
// The Selwick Lantern").
func (w *work) readMentions(by int) {
	t := w.in.Texts[by]
	for to := range w.names {
		if to == by || sameOutlet(w.names[to].outlet, w.names[by].outlet, w.vague) || w.hasCredit(by, to) {
			continue
		}
		full := append([][]string{}, w.names[to].persons...)
		if len(w.names[to].outlet) >= 2 {
			full = append(full, w.names[to].outlet)
		}
		for _, name := range full {
			if span, ok := findName(t, name); ok {
				w.credits = append(w.credits, credit{by: by, to: to, name: span.Text, form: mentionCredit, span: span})
				break
			}
		}
	}
}

// hasCredit says whether a report credits another one or a version of it.
func (w *work) hasCredit(by, to int) bool {
	for _, c := range w.credits {
		if c.by == by && c.to != missing && (c.to == to || sameOutlet(w.names[c.to].outlet, w.names[to].outlet, w.vague)) {
			return true
		}
	}
	return false
}

// findName finds the words of a name next to each other and capitalised.
func findName(t *stemma.Text, name []string) (stemma.Span, bool) {
	for i := 0; i+len(name) <= len(t.Tokens); i++ {
		k := 0
		for k < len(name) && strings.TrimSuffix(t.Tokens[i+k].Form, "'s") == name[k] {
			k++
		}
		if k == len(name) && isUpper(t.Report.Text[t.Tokens[i].Start]) {
			return t.Span(i, i+k), true
		}
	}
	return stemma.Span{}, false
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }
