package stemma

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// leadBytes is how far into a report's article text its lead reaches: two
	// long sentences.
	leadBytes = 400
	// fewestWords is the length below which a statement does not stand for a
	// story: a name with an age, a caption.
	fewestWords = 8
	// maxTried bounds how many statements of a claim are tried as the one that
	// stands for it.
	maxTried = 8
	// sameSupport is the share of telling words of the shorter of two statements
	// that the other must have to tell the same: read on 21 real stories.
	// leastShared is how many telling words it must be.
	sameSupport = 0.4
	leastShared = 3
)

// Main is what a story is about: a claim, the statement of a headline or lead
// that stands for it, and how many reports tell it in like words.
type Main struct {
	Claim     *Claim
	Statement *Statement
	Reports   []string // ids, in the order of the claim's statements
}

// Largest is the story that most reports tell, the first of equals; nil where
// there is none.
func (d *Dossier) Largest() *Story {
	var largest *Story
	most := 0
	for i := range d.Stories {
		if n := d.Stories[i].kept(); n > most {
			largest, most = &d.Stories[i], n
		}
	}
	return largest
}

func (s *Story) kept() int {
	n := 0
	for i := range s.Witnesses {
		if !s.Witnesses[i].Lost {
			n++
		}
	}
	return n
}

// Main is the main claim of a story: of those that headlines and leads make, the
// one that most reports tell in like words and that reads best alone, then the
// one that stands in most headlines and leads, then the first. Nil where no
// headline or lead makes one.
func (d *Dossier) Main(s *Story) *Main {
	ends := map[string]int{}
	for i := range d.Reports {
		ends[d.Reports[i].ID] = d.Reports[i].leadEnd()
	}
	var best *Main
	mostLeads := 0
	for i := range s.Claims {
		m, leads := s.Claims[i].main(ends)
		if m == nil {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(m.fitness(), best.fitness()), cmp.Compare(leads, mostLeads)) > 0 {
			best, mostLeads = m, leads
		}
	}
	return best
}

// fitness is how well a statement stands for a story: by the reports that tell
// it, and a little by how it reads.
func (m *Main) fitness() int { return 2*len(m.Reports) + reads(m.Statement) }

// main is the statement that stands for a claim, and how many of its reports
// make the claim in the headline or lead.
func (c *Claim) main(ends map[string]int) (best *Main, leads int) {
	telling := make([]map[string]bool, len(c.Statements))
	for i := range c.Statements {
		telling[i] = tellingWords(c.Statements[i].Span.Text)
	}
	leading, tried := map[string]bool{}, map[string]bool{}
	for i := range c.Statements {
		st := &c.Statements[i]
		if !st.Headline && st.Span.Start >= ends[st.Span.Report] {
			continue
		}
		leading[st.Span.Report] = true
		if len(strings.Fields(st.Span.Text)) < fewestWords || tried[st.Span.Text] || len(tried) == maxTried {
			continue
		}
		tried[st.Span.Text] = true
		m := &Main{Claim: c, Statement: st, Reports: c.like(i, telling)}
		if best == nil || m.fitness() > best.fitness() {
			best = m
		}
	}
	return best, len(leading)
}

// like lists the reports that have a statement in words like those of one.
func (c *Claim) like(at int, telling []map[string]bool) []string {
	var found []string
	seen := map[string]bool{}
	for i := range c.Statements {
		report := c.Statements[i].Span.Report
		if !seen[report] && shared(telling[at], telling[i]) {
			seen[report] = true
			found = append(found, report)
		}
	}
	return found
}

func shared(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n >= leastShared && float64(n) >= sameSupport*float64(len(a))
}

// tellingWords are the beginnings of a text's longer words and its figures, so
// that "appointed" and "appoints" are one.
func tellingWords(text string) map[string]bool {
	const stem, shortest = 5, 4
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		r := []rune(w)
		if len(r) >= shortest || unicode.IsDigit(r[0]) {
			words[string(r[:min(len(r), stem)])] = true
		}
	}
	return words
}

// reads is how well a statement reads alone: best as a sentence from its
// beginning.
func reads(st *Statement) int {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(st.Span.Text, "\"“‘'«„"))
	switch {
	case st.Span.Start == st.Sentence.Start:
		return 2
	case unicode.IsUpper(first) || unicode.IsDigit(first):
		return 1
	}
	return 0
}

// leadEnd is the offset at which the lead of a report ends.
func (r *Report) leadEnd() int {
	for _, s := range r.Segments {
		if s.Kind == Paragraph {
			return s.Start + leadBytes
		}
	}
	return leadBytes
}
