package stemma

import (
	"maps"
	"slices"
)

const (
	// billed is in how many headlines and leads a word must stand to be part of
	// what they have in common: one report has two of them. Two reports have four, so
	// there it may be one of each.
	billed      = 3
	billedOfTwo = 2
	// billWords is how many words a sentence has of what they have in common at
	// most, billBytes how much of a statement is looked at: what an answer shows.
	billWords = 12
	billBytes = 150
	// dullShare is in what share of a story's sentences a word that is in no headline must
	// stand to be dull, dullLeast in how many.
	dullShare = 0.05
	dullLeast = 4
)

// bill is what the headlines and leads of a story tell.
type bill struct {
	ends    map[string]int // report → where its lead ends
	first   map[string]int // report → where its article text begins
	order   []string       // the reports, as the dossier has them
	reports map[string]*Report
	prose   map[string]func(string) string // report → see Proser
	words   map[string]int                 // telling word → in how many headlines and leads it stands
	total   int                            // of the words that stand in most, as many as one sentence has

	leads   map[string][]gist // report → its headline and the sentences of its lead
	windows map[string]gist   // report → all that these tell
	common  map[string]int    // telling word → how many reports have it there
	dull    map[string]bool   // words without a capital of which the story is full: "that"
}

func (d *Dossier) bill(s *Story) *bill {
	b := &bill{
		ends: map[string]int{}, first: map[string]int{}, reports: map[string]*Report{}, words: map[string]int{},
		prose: map[string]func(string) string{},
		leads: map[string][]gist{}, windows: map[string]gist{},
		common: map[string]int{}, dull: d.dullWords(s),
	}
	for i := range s.Witnesses {
		if w := &s.Witnesses[i]; !w.Lost {
			b.ends[string(w.Report)] = 0
		}
	}
	for i := range d.Reports {
		r := &d.Reports[i]
		if _, tells := b.ends[r.ID]; !tells {
			continue
		}
		first, end := r.lead()
		b.first[r.ID] = first
		b.ends[r.ID] = end
		b.order, b.reports[r.ID], b.prose[r.ID] = append(b.order, r.ID), r, r.Proser()
		b.read(r.Title)
		b.read(b.prose[r.ID](r.Text[:min(len(r.Text), end)]))
	}
	b.sum()
	b.readLeads(d, s)
	return b
}

func (b *bill) read(text string) {
	for w := range tellingWords(text) {
		if !b.dull[w] {
			b.words[w]++
		}
	}
}

// dullWords are the words without a capital that stand in many sentences of a story and in
// no headline, so that they tell nothing: "that", "into". A story of few sentences has none.
func (d *Dossier) dullWords(s *Story) map[string]bool {
	found, sentences := map[string]*spread{}, map[Span]bool{}
	for i := range s.Claims {
		for k := range s.Claims[i].Statements {
			sentence := s.Claims[i].Statements[k].Sentence
			text := sentence.Text
			if sentence.Text = ""; sentences[sentence] { // its place says which it is
				continue
			}
			sentences[sentence] = true
			for w := range wordsOf(text) {
				if begins, tells := beginningOf(w); tells {
					of := found[begins]
					if of == nil {
						of = &spread{}
						found[begins] = of
					}
					of.note(len(sentences), !startsUpper(w))
				}
			}
		}
	}
	names, inside := map[string]bool{}, map[string]bool{}
	for i := range s.Witnesses {
		inside[string(s.Witnesses[i].Report)] = true
	}
	for i := range d.Reports {
		if inside[d.Reports[i].ID] {
			maps.Copy(names, tellingWords(d.Reports[i].Title))
		}
	}
	dull := map[string]bool{}
	for w, of := range found {
		of.note(0, false)
		if !names[w] && !of.named && of.n >= dullLeast && float64(of.n) >= dullShare*float64(len(sentences)) {
			dull[w] = true
		}
	}
	return dull
}

// spread is in how many sentences a word stands.
type spread struct {
	n, last int  // the last is the number of a sentence, from 1 on
	plain   bool // in the last it stands without a capital
	named   bool // in one before it stands with a capital only
}

// note notes that the word stands in a sentence; 0 is the end of all.
func (s *spread) note(sentence int, plain bool) {
	if sentence == s.last {
		s.plain = s.plain || plain
		return
	}
	s.named = s.named || s.last > 0 && !s.plain
	s.n, s.last, s.plain = s.n+1, sentence, plain
	if sentence == 0 {
		s.n--
	}
}

// sum drops what too few have, and counts the rest.
func (b *bill) sum() {
	least := billed
	if len(b.ends) == 2 {
		least = billedOfTwo
	}
	var counts []int
	for w, n := range b.words {
		if n < least {
			delete(b.words, w)
			continue
		}
		counts = append(counts, n)
	}
	slices.Sort(counts)
	for _, n := range counts[max(0, len(counts)-billWords):] {
		b.total += n
	}
}

// topic is the share of what the headlines and leads have in common that a text
// says, 0..1.
func (b *bill) topic(text string) float64 {
	if b.total == 0 {
		return 0
	}
	sum := 0
	for w := range tellingWords(text[:min(len(text), billBytes)]) {
		sum += b.words[w]
	}
	return min(1, float64(sum)/float64(b.total))
}

// lead gives the offsets at which the lead of a report begins and ends.
func (r *Report) lead() (first, end int) {
	for i, s := range r.Segments {
		if s.Kind == Paragraph {
			return s.Start, s.Start + leadBytes + r.furniture(i, s.Start+leadBytes)
		}
	}
	return 0, leadBytes
}

// furniture is how many bytes of furniture stand behind a segment and up to an offset.
func (r *Report) furniture(i, end int) int {
	bytes := 0
	for _, s := range r.Segments[i:] {
		if s.Start < end+bytes && s.Kind == Boilerplate {
			bytes += s.End - s.Start
		}
	}
	return bytes
}
