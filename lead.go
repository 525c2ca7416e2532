package stemma

import (
	"cmp"
	"slices"
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

	fitness float64
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
// one that most reports tell in like words and that says most of what the headlines
// and leads of the story have in common; of equals the one that stands in most of
// them, then the first. Nil where no headline or lead makes one.
func (d *Dossier) Main(s *Story) *Main {
	b := d.bill(s)
	var best *Main
	mostLeads := 0
	for i := range s.Claims {
		m, leads := b.main(&s.Claims[i])
		if m == nil {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(m.fitness, best.fitness), cmp.Compare(leads, mostLeads)) > 0 {
			best, mostLeads = m, leads
		}
	}
	return best
}

// main is the statement that stands for a claim, and how many of its reports
// make the claim in the headline or lead.
func (b *bill) main(c *Claim) (best *Main, leads int) {
	telling := make([]map[string]bool, len(c.Statements))
	for i := range c.Statements {
		telling[i] = tellingWords(c.Statements[i].Span.Text)
	}
	leading, tried := map[string]bool{}, map[string]bool{}
	for i := range c.Statements {
		st := &c.Statements[i]
		if !st.Headline && st.Span.Start >= b.ends[st.Span.Report] {
			continue
		}
		leading[st.Span.Report] = true
		if len(strings.Fields(st.Span.Text)) < fewestWords || tried[st.Span.Text] || len(tried) == maxTried {
			continue
		}
		tried[st.Span.Text] = true
		m := &Main{Claim: c, Statement: st, Reports: c.like(i, telling)}
		if m.fitness = b.fitness(m); best == nil || m.fitness > best.fitness {
			best = m
		}
	}
	if best != nil && best.Statement.Turned {
		best = b.affirmed(c, best, telling)
	}
	return best, len(leading)
}

// affirmed is the statement that stands for a claim whose lead denies or asks it, if
// more of the reports that tell the same say it than deny or ask it.
func (b *bill) affirmed(c *Claim, denied *Main, telling []map[string]bool) *Main {
	best, tried := denied, 0
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.Turned || st.Reads() < ownWords || len(strings.Fields(st.Span.Text)) < fewestWords || tried == maxTried {
			continue
		}
		tried++
		m := &Main{Claim: c, Statement: st, Reports: c.like(i, telling)}
		m.fitness = b.fitness(m)
		if (best == denied || m.fitness > best.fitness) && c.says(m.Reports) > len(m.Reports)/2 {
			best = m
		}
	}
	best.fitness = max(best.fitness, denied.fitness)
	return best
}

// says counts the reports of a list that have a statement of the claim which nobody
// denies or asks there.
func (c *Claim) says(reports []string) int {
	said := map[string]bool{}
	for i := range c.Statements {
		if st := &c.Statements[i]; !st.Turned && slices.Contains(reports, st.Span.Report) {
			said[st.Span.Report] = true
		}
	}
	return len(said)
}

// How well a statement stands for a story: for the share of the reports that
// tell it twice what its share of the common topic counts, and a little for how it
// reads. Read on the 21 real stories: the main claim is a matter beside the story in
// two of them; with the topic left out in five, with twice as much of it in four. Half
// or all a point more for the share of the reports that open with the claim made two of
// 61 main claims better and four worse.
const (
	toldCounts  = 2.0
	readsCounts = 0.1
	// mixedCounts is what a statement loses whose words links run into.
	mixedCounts = 1.0
	// againWithin is within how many words a name stands again there, and
	// againLetters how long the word is that does.
	againWithin  = 5
	againLetters = 3
)

func (b *bill) fitness(m *Main) float64 {
	told := float64(len(m.Reports)) / float64(max(1, len(b.ends)))
	text := m.Statement.Span.Text
	fit := toldCounts*told + b.topic(text) + readsCounts*float64(m.Statement.Reads())
	if namedTwice(text[:min(len(text), billBytes)]) {
		fit -= mixedCounts
	}
	return fit
}

// namedTwice says whether a text names somebody and at once again with more words on
// end, as where the links behind a name run into it: "Ada Wren Ada Lund WrenKeeper
// leaves mill".
func namedTwice(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		for k := i + 1; k < min(i+againWithin, len(words)) && startsUpper(words[k]); k++ {
			rest, again := strings.CutPrefix(words[k], w)
			if again && len(w) >= againLetters && startsUpper(w) && (k > i+1 && rest == "" || startsUpper(rest)) {
				return true
			}
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
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

const (
	// shortSentence is the length, in bytes, up to which a sentence stands for a
	// part of it that does not read alone: two lines of a terminal. Of a longer one
	// it does if at most soonBytes stand before that part.
	shortSentence = 170
	soonBytes     = 50
)

// BeginsAlike says whether a statement's first telling word is one of the main claim's:
// not that of "she had been told that the bridge was sold" for "the bridge was sold".
func (m *Main) BeginsAlike(st *Statement) bool {
	told := tellingWords(m.Statement.Span.Text)
	for _, w := range strings.Fields(st.Span.Text) {
		for first := range tellingWords(w) {
			return told[first]
		}
	}
	return false
}

// Wording is the main claim's statement as it reads alone.
func (m *Main) Wording() string { return m.Statement.Alone() }

// Alone is a statement as it reads alone: its sentence where it begins that, or is a
// part of it that does not stand alone ("told the court | it wants") and that a
// reader of the sentence comes to soon enough; always where it is denied or asked.
func (s *Statement) Alone() string {
	if r := s.Reads(); s.Turned || r == wholeSentence || r == inSentence {
		return s.Sentence.Text
	}
	return s.Span.Text
}

// How a statement reads, worst first.
const (
	fragment      = -3
	inSentence    = 0
	ownWords      = 1
	wholeSentence = 2
)

// Reads is how well a statement reads alone, from -3 for a fragment far into a long
// sentence to 2 for one from the beginning of its sentence.
func (s *Statement) Reads() int {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.Span.Text, "\"“‘'«„"))
	before := s.Span.Start - s.Sentence.Start
	switch {
	case before == 0:
		return wholeSentence
	case !s.Turned && (unicode.IsUpper(first) || unicode.IsDigit(first)):
		return ownWords
	case before <= soonBytes || s.Sentence.Len() <= shortSentence:
		return inSentence
	}
	return fragment
}
