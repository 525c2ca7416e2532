package stemma

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	// leadBytes is how far into a report's article text its lead reaches: two
	// long sentences.
	leadBytes = 400
	// fewestWords is the length below which a statement does not stand for a
	// story: a name with an age, a caption. A headline says more in fewer.
	fewestWords         = 8
	fewestHeadlineWords = 5
	// maxTried bounds how many statements of a claim are tried as the one that
	// stands for it.
	maxTried = 16
	// maxWeighed bounds how many claims are held against every headline and lead.
	maxWeighed = 24
	// sameSupport is the share of telling words of the shorter of two statements
	// that the other must have to tell the same: read on 21 real stories.
	// leastShared is how many telling words it must be. Of 250 events without gold about
	// half of the statements that share less than surely tell something else; they count
	// where the report's headline or lead comes near, at nearEnough, too.
	sameSupport = 0.4
	surely      = 0.5
	nearEnough  = 0.45
	leastShared = 3
)

// Main is what a story is about: a claim, the statement that stands for it, and how
// many reports tell it in like words.
type Main struct {
	Claim     *Claim
	Statement *Statement
	// Reports are the ids of those that tell it in like words, what is loose among them: by
	// these it was found to be the main one.
	Reports []string
	// Beside is how many reports, of those that do not make the claim, tell it in their
	// headline or lead.
	Beside int

	shown   string // the statement as it reads alone
	spoken  string // the same with what stands before it in its sentence
	fitness float64
	agreed  int      // how many reports surely say it, of as many as tell the claim in a headline or lead
	sure    []string // of the reports, those that tell it in nearly the same words
	near    float64  // how near the other reports' headlines and leads come to telling it, 0..1
}

// Is says whether a statement is the one that stands for the claim.
func (m *Main) Is(st Statement) bool { return st.Span == m.Statement.Span }

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

// Main is the main claim of a story, nil where none is marked as that.
func (d *Dossier) Main(s *Story) *Main {
	for i := range s.Claims {
		c := &s.Claims[i]
		at := slices.IndexFunc(c.Statements, func(st Statement) bool { return st.Head })
		if !c.Main || at < 0 {
			continue
		}
		b := d.bill(s)
		m := b.mainBy(c, at, b.tellingWords(c))
		m.shown = c.Told()
		b.weigh(m)
		return m
	}
	return nil
}

// FindMain finds the main claim of a story: of those that headlines and leads make, that two
// reports tell in like words and that say what the headlines and leads of the story
// have in common, the one that fits best; the first of equals. Nil where there is none:
// then the reports do not agree on what the news is, or no claim was found in two. It is told
// how many other reports surely say what a statement of a claim does, both by their places; nil
// where that is not known.
func (d *Dossier) FindMain(s *Story, sure func(claim, at int) int) *Main {
	b := d.bill(s)
	var found []*Main
	for i := range s.Claims {
		others := func(at int) int {
			if sure == nil {
				return 0
			}
			return sure(i, at)
		}
		if m := b.main(&s.Claims[i], others); m != nil {
			found = append(found, m)
		}
	}
	fittest := func(x, y *Main) int { return cmp.Compare(y.fitness, x.fitness) }
	slices.SortStableFunc(found, fittest)
	found = found[:min(len(found), maxWeighed)]
	for _, m := range found {
		b.weigh(m)
	}
	slices.SortStableFunc(found, fittest)
	if at := slices.IndexFunc(found, b.isNews); at >= 0 {
		return found[at]
	}
	return nil
}

// weigh adds the reports whose headlines or leads tell what a claim tells without being
// joined to it, takes off those that may tell something else, and how near all come.
func (b *bill) weigh(m *Main) {
	st, sum, before := gistOf(m.Wording()), 0.0, b.share(len(m.Reports))
	joined, beside := []string{}, []string{}
	for _, report := range b.order {
		most, tells := b.likest(st, report)
		if report != m.Statement.Span.Report {
			sum += most
		}
		switch {
		case slices.Contains(m.sure, report), slices.Contains(m.Reports, report) && most >= nearEnough:
			joined = append(joined, report)
		case tells && !m.Statement.isDenied():
			beside = append(beside, report)
		}
	}
	m.Reports = append(joined, beside...)
	for _, report := range beside {
		if !m.Claim.in(report) && !b.before(report, m.Claim.Tellers()) {
			m.Beside++
		}
	}
	m.near = sum / float64(max(1, len(b.order)-1))
	m.fitness += toldCounts*(b.share(len(m.Reports))-before) + nearCounts*m.near
}

// before says whether a report is dated a day or more before all of some others: what is much
// like their news there may tell of it as to come.
func (b *bill) before(report string, others []string) bool {
	const day = 24 * time.Hour
	at := b.reports[report].Published
	return at.IsDay() && !slices.ContainsFunc(others, func(other string) bool {
		of := b.reports[other].Published
		return !of.IsDay() || of.Time.Sub(at.Time) < day
	})
}

// Headline is the title of a report of the story that has most in common with the
// other headlines and leads; the first of equals, and "" where no report has one.
func (d *Dossier) Headline(s *Story) string {
	b := d.bill(s)
	best, most := "", -1.0
	for i := range d.Reports {
		r := &d.Reports[i]
		if _, tells := b.ends[r.ID]; !tells || r.Title == "" {
			continue
		}
		if topic := b.topic(r.Title); topic > most {
			best, most = r.Title, topic
		}
	}
	return best
}

// tellingWords are those of each statement of a claim.
func (b *bill) tellingWords(c *Claim) []map[string]bool {
	telling := make([]map[string]bool, len(c.Statements))
	for i := range c.Statements {
		span := c.Statements[i].Span
		telling[i] = tellingWords(b.prose[span.Report](span.Text))
	}
	return telling
}

// main is a claim with the statement that fits its story best, nil where no headline or
// lead makes the claim.
func (b *bill) main(c *Claim, sure func(at int) int) *Main {
	leading := b.leading(c)
	if leading == 0 {
		return nil
	}
	telling := b.tellingWords(c)
	var best *Main
	tried := map[string]bool{}
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.isShort() || tried[st.Span.Text] || len(tried) == maxTried {
			continue
		}
		tried[st.Span.Text] = true
		m := b.mainBy(c, i, telling)
		m.agreed = min(1+sure(i), leading)
		if m.fitness = b.fitness(m); best == nil || m.fitness > best.fitness {
			best = m
		}
	}
	if best != nil && best.Statement.Turned {
		best = b.affirmed(c, best, telling)
	}
	return best
}

func (s *Statement) isShort() bool {
	n := len(strings.Fields(s.Span.Text))
	return n < fewestHeadlineWords || n < fewestWords && !s.Headline
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
		m := b.mainBy(c, i, telling)
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

// mainBy is a claim with one of its statements as the one that stands for it.
func (b *bill) mainBy(c *Claim, at int, telling []map[string]bool) *Main {
	st := &c.Statements[at]
	prose := b.prose[st.Span.Report]
	return &Main{
		Claim: c, Statement: st, shown: prose(st.Alone()), spoken: prose(st.before() + st.Span.Text),
		Reports: c.like(at, telling, sameSupport), sure: c.like(at, telling, surely),
	}
}

// like lists the reports that have a statement in words like those of one.
func (c *Claim) like(at int, telling []map[string]bool, least float64) []string {
	var found []string
	seen := map[string]bool{}
	for i := range c.Statements {
		report := c.Statements[i].Span.Report
		says := !c.Statements[at].isDenied() || c.Statements[i].isDenied()
		if says && !seen[report] && shared(telling[at], telling[i], least) {
			seen[report] = true
			found = append(found, report)
		}
	}
	return found
}

// isDenied says whether a statement's words are negated, or denied or asked by somebody.
func (s *Statement) isDenied() bool { return s.Turned || s.Polarity == Negated }

func shared(a, b map[string]bool, least float64) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n >= leastShared && float64(n) >= least*float64(len(a))
}

// tellingWords are the beginnings of a text's longer words, its figures and its
// abbreviations, so that "appointed" and "appoints" are one, and "fires" and "fired".
func tellingWords(text string) map[string]bool {
	words := map[string]bool{}
	for w := range wordsOf(text) {
		if begins, tells := beginningOf(w); tells {
			words[begins] = true
		}
	}
	return words
}

// beginningOf is by what a word is compared, if it tells anything.
func beginningOf(word string) (begins string, tells bool) {
	const stem, shortest, abbreviation = 5, 4, 3
	low := strings.ToLower(word)
	first, _ := utf8.DecodeRuneInString(low)
	switch n := utf8.RuneCountInString(low); {
	case unicode.IsDigit(first), n > stem:
		return firstRunes(low, stem), true
	case n >= shortest:
		return firstRunes(low, shortest), true
	case n == abbreviation && strings.ToUpper(word) == word:
		return low, true
	}
	return "", false
}

// firstRunes is the beginning of a text, of so many letters at most.
func firstRunes(text string, most int) string {
	for at := range text {
		if most == 0 {
			return text[:at]
		}
		most--
	}
	return text
}

// wordsOf cuts a text where neither letters nor digits stand.
func wordsOf(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
