package stemma

import (
	"maps"
	"math"
	"strings"
)

// When a headline or a sentence of a lead tells what a statement tells. Set by reading what
// it finds in 220 events without gold: of 36 headlines 31 tell it, of 22 sentences 18; from
// half of the words on, half of the sentences did.
const (
	// ofHeadline and ofLead are the share of what the shorter of a statement and a
	// headline or a sentence of a lead tells that the other must have, fewestInHeadline
	// and fewestInLead how many telling words, ofTopic what these are of the common topic.
	ofHeadline       = 0.6
	ofLead           = 0.6
	fewestInHeadline = 3
	fewestInLead     = 5
	ofTopic          = 0.4
	// plainInHeadline and plainInLead are how many of them must be no names: the church of
	// a service is that of a fire.
	plainInHeadline = 1
	plainInLead     = 2
	// ofWindow is the share of what a statement begins with, coreBytes of it, that a headline
	// and lead together must have.
	ofWindow  = 0.7
	coreBytes = 110
	// ownCounts is what a word counts that stands in no other headline or lead.
	ownCounts = 0.5
)

// gist is what a text tells: its telling words, and which of them are no names.
type gist struct {
	words, plain map[string]bool
	core         map[string]bool // of the words, those that it begins with
	headline     bool
}

// gistOf reads a text; its first word may have its capital from there.
func gistOf(text string) gist {
	g := gist{
		words: map[string]bool{}, plain: map[string]bool{}, core: tellingWords(text[:cutAt(text, coreBytes)]),
	}
	for w := range wordsOf(text) {
		if begins, tells := beginningOf(w); tells {
			g.words[begins] = true
			if !startsUpper(w) {
				g.plain[begins] = true
			}
		}
	}
	return g
}

// readLeads reads the headline of each report of a story, and the sentences of its lead.
func (b *bill) readLeads(d *Dossier, s *Story) {
	for i := range d.Reports {
		r := &d.Reports[i]
		if _, tells := b.ends[r.ID]; tells {
			g := gistOf(r.Title)
			g.headline = true
			b.leads[r.ID] = append(b.leads[r.ID], g)
		}
	}
	seen := map[Span]bool{}
	for i := range s.Claims {
		for k := range s.Claims[i].Statements {
			st := &s.Claims[i].Statements[k]
			if st.Sentence.Start >= b.ends[st.Span.Report] || seen[st.Sentence] {
				continue
			}
			seen[st.Sentence] = true
			if st.isDenied() {
				continue
			}
			report := st.Span.Report
			b.leads[report] = append(b.leads[report], gistOf(b.prose[report](st.Sentence.Text)))
		}
	}
	for report, gists := range b.leads {
		all := gist{words: map[string]bool{}, plain: map[string]bool{}}
		for _, g := range gists {
			maps.Copy(all.words, g.words)
			maps.Copy(all.plain, g.plain)
		}
		b.windows[report] = all
		for w := range all.words {
			b.common[w]++
		}
	}
}

// likest is how near the headline and lead of a report come to telling what a statement
// tells, 0..1, and whether they tell it.
func (b *bill) likest(st gist, report string) (most float64, tells bool) {
	for _, g := range b.leads[report] {
		near, does := b.compare(st, g)
		most, tells = max(most, near), tells || does
	}
	return most, tells || b.within(st, report)
}

// within says whether a headline and lead hold most of what a statement begins with, and of
// that half of what is no name: what was done and not only by whom and to what.
func (b *bill) within(st gist, report string) bool {
	all, has, n := 0.0, 0.0, 0
	plain, plainHas := 0, 0
	window := b.windows[report]
	for w := range st.core {
		all += b.counts(w)
		isPlain := st.plain[w] && !b.dull[w]
		if isPlain {
			plain++
		}
		if !window.words[w] {
			continue
		}
		n++
		has += b.counts(w)
		if isPlain {
			plainHas++
		}
	}
	return n >= fewestInHeadline && has >= ofWindow*all && plainHas >= plainInLead && 2*plainHas >= plain
}

// compare compares a statement with a headline or a sentence of a lead: how near that comes
// to telling it, and whether it does.
func (b *bill) compare(st, other gist) (near float64, same bool) {
	n, plain, topic, common := 0, 0, 0, 0.0
	for w := range st.words {
		if !other.words[w] {
			continue
		}
		n++
		topic += b.words[w]
		common += b.counts(w)
		if st.plain[w] {
			plain++
		}
	}
	if n < fewestInHeadline || b.total == 0 {
		return 0, false
	}
	all, others := b.all(st.words), b.all(other.words)
	near, share := common/math.Sqrt(all*others), common/min(all, others)
	fewest, least, fewestPlain := fewestInLead, ofLead, plainInLead
	if other.headline {
		near = common / others
		fewest, least, fewestPlain = fewestInHeadline, ofHeadline, plainInHeadline
	}
	same = n >= fewest && plain >= fewestPlain && share >= least && float64(topic) >= ofTopic*float64(b.total)
	return near, same
}

func (b *bill) all(words map[string]bool) float64 {
	sum := 0.0
	for w := range words {
		sum += b.counts(w)
	}
	return sum
}

// counts is what a telling word counts.
func (b *bill) counts(word string) float64 {
	if b.dull[word] {
		return 0
	}
	if b.common[word] > 1 {
		return 1
	}
	return ownCounts
}

// cutAt is where a text ends that is cut before the word that reaches beyond so many bytes.
func cutAt(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	return max(0, strings.LastIndexByte(text[:most], ' '))
}
