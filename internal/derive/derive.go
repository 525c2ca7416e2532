package derive

import (
	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
)

// Input is all that is known about one story before its stemma is.
type Input struct {
	Texts        []*stemma.Text // the story's reports
	Reuse        []stemma.Reuse // among them; passages of other reports are ignored
	Attributions []stemma.Attribution
	Mentions     []stemma.Mention // of outlets and reporters
	Index        *stemma.Index    // of these and their speakers
	Claims       []stemma.Claim   // with their statements
	Aligned      *align.Story     // of these statements
	Said         []Said           // of descents, by the user
	Weigh        bool             // [Tree.Weighed] is asked for
}

// Tree is a stemma with what it cannot hold itself.
type Tree struct {
	stemma.Stemma
	// Loops are pairs of sigla: the first credits the second, though that one
	// descends from it or from an earlier report of its outlet.
	Loops [][2]string
	// Weighed are all pairs of reports that share or credit something, if they are asked for.
	Weighed []Candidate
}

// Deriver builds stemmata in one language. It is safe for concurrent use.
type Deriver struct {
	*tables
	who      *name.Registry
	releases *name.Releases
}

// tables are the words of a language that this room asks for.
type tables struct {
	pieces   language.Table // words that tell which report of an outlet is meant
	function language.Table
	air      language.Table // outlets that people speak on
	months   language.Table
	calendar language.Table // its other words
	papers   language.Table // nouns for documents
	unnamed  language.Table // what is asked for by who asks to be left unnamed
	by       []string       // words that name who does what a passive tells
}

// New builds a deriver from the tables of a language and those who know names.
func New(pack *language.Pack, who *name.Registry) *Deriver {
	t := &tables{pieces: pack.Table("pieces"), function: pack.Table("function"), air: pack.Table("broadcasters"),
		months: pack.Table("months"), calendar: pack.Table("calendar"),
		papers: pack.Table("papers"), unnamed: pack.Table("anonymity")}
	for _, word := range t.function.Entries() {
		if t.function.Is(word, "agent") {
			t.by = append(t.by, word)
		}
	}
	return &Deriver{tables: t, who: who, releases: name.NewReleases(pack)}
}

// Build gives the stemma of one story: its witnesses in order of siglum, the
// kept ones first, and its descents, ordered by exemplar and copy. Descents
// have ids d1, d2, …, unique within the story.
func (d *Deriver) Build(in Input) Tree {
	in.Texts = d.dated(in.Texts)
	p, said := newPairs(d.read(in), in.Reuse), sayings(in.Said)
	p.readOverlaps()
	newSearch(p, d.tables, in.Attributions).readCredits(in.Mentions, in.Attributions)
	readTraits(p.material, p.credits, in)
	p.likeClaims()
	said.need(p)
	generic{p, d.pieces}.mean()
	said.placeCredits(p)
	readTrails(p, d.tables)
	readRetellings(p, d.tables)
	printings{p}.spreadPrintings()
	text := &commons{printings: printings{p}}
	text.findCommonTexts()
	weigher{p}.weighPairs()
	return d.draw(in, text)
}

// draw draws the descents between the pairs that were weighed, and those from what
// is not here.
func (d *Deriver) draw(in Input, text *commons) Tree {
	w := &draft{pairs: text.pairs}
	user := corrector{w, in.Said}
	prints := twins{w, text, map[int]int{}}
	w.chooseExemplars(text)
	carriers{w}.dropCarried()
	user.obey()
	wires{w, text}.hangWireCopies()
	hangReleases(w, text)
	prints.hangTwins()
	losses{w, d.pieces}.hangLostOutlets()
	said := statements{w, d.pieces, in.Index}
	said.hangStatements(in.Attributions)
	papers{said, d.tables}.hangPapers(in.Attributions)
	hangStates(w, d.pieces)
	followUps{w, text}.hangFollowUps()
	user.obey()
	w.breakCycles()
	t := writer{w, d.pieces}.tree()
	if in.Weigh {
		t.Weighed = prints.weighed()
	}
	return t
}
