package derive

import (
	"sort"

	"stemma"
	"stemma/internal/align"
)

// unit is a statement of a report with its words, as material to compare
// wording with.
type unit struct {
	claim     int
	statement *stemma.Statement
	clause    *align.Clause
	info      float64 // weight of all words; what others may have heard too counts less
	source    *stemma.Speaker
	exclusive bool // the source spoke to this report alone, is unnamed, or is a paper
	own       bool // the source spoke to this report alone
	spoken    bool // it stands in words that some report quotes
	whole     float64
}

// What a word of a source counts against one of the reporter's own: two
// reporters who hear one speaker share what was said without copying, the
// more so word for word. Nobody else hears an exclusive source.
const (
	quotedInfo = 0.35
	spokenInfo = 0.6
)

// unitReader reads the statements of a story.
type unitReader struct {
	*reports
	people  *stemma.Index
	aligned *align.Story
	speech  []speech // of each report
}

// read gives the statements of every report, in order of their claims.
func (w unitReader) read(claims []stemma.Claim) [][]unit {
	units := make([][]unit, len(w.texts))
	for c := range claims {
		for s := range claims[c].Statements {
			st := &claims[c].Statements[s]
			if i, ok := w.index[st.Span.Report]; ok {
				u := w.newUnit(c, st)
				first, last := w.tokens(i, st.Span)
				u.spoken = w.speech[i].isSpeech(first, last)
				units[i] = append(units[i], u)
			}
		}
	}
	return units
}

func (w unitReader) newUnit(claim int, st *stemma.Statement) unit {
	u := unit{claim: claim, statement: st, clause: w.aligned.Of(st)}
	u.info = u.clause.Rarity()
	u.whole = u.info
	u.source = w.people.Source(st)
	u.own = ownStatement(w.people, st)
	u.exclusive = u.own || u.source != nil && (u.source.Kind == stemma.Anonymous || u.source.Kind == stemma.Document)
	switch {
	case u.exclusive || u.source == nil && !st.Quoted:
	case st.Quoted:
		u.info *= quotedInfo
	default:
		u.info *= spokenInfo
	}
	return u
}

// ownStatement says whether a statement's source, at any remove, spoke to this
// report alone: other reporters do not meet it by themselves.
func ownStatement(people *stemma.Index, st *stemma.Statement) bool {
	for _, id := range st.Chain {
		if a := people.Attribution(stemma.Maybe(id)); a != nil && a.Own {
			return true
		}
	}
	return false
}

// eachShared gives the units of a copy whose claims the exemplar makes too, in order,
// each with the exemplar's units of that claim. Both are in order of their claims; what
// lies between is leapt over, so that a long report beside a short one costs little more
// than the short one.
func eachShared(copy, exemplar []unit, found func(i int, there []unit)) {
	for i, k := 0, 0; i < len(copy) && k < len(exemplar); {
		claim := max(copy[i].claim, exemplar[k].claim)
		i, k = leap(copy, i, claim), leap(exemplar, k, claim)
		end := k
		for end < len(exemplar) && exemplar[end].claim == claim {
			end++
		}
		for ; i < len(copy) && copy[i].claim == claim; i++ {
			if end > k {
				found(i, exemplar[k:end])
			}
		}
		k = end
	}
}

// leap gives the first unit from at on whose claim is not before one.
func leap(units []unit, at, claim int) int {
	step := 1
	for at+step < len(units) && units[at+step].claim < claim {
		step *= 2
	}
	from, to := at+step/2, min(at+step, len(units))
	if units[at].claim >= claim {
		return at
	}
	return from + sort.Search(to-from, func(n int) bool { return units[from+n].claim >= claim })
}

// agreement is how far the wording of a unit is that of the exemplar: over
// the exemplar's statements of the same claim, the best share of the unit's
// words, by weight, that stand there too.
func agreement(u *unit, there []unit) float64 {
	best := 0.0
	for i := range there {
		if best = max(best, align.Share(u.clause, there[i].clause)); best >= 1 {
			break
		}
	}
	return best
}

// public says whether others may have heard or read the words by themselves.
func (u *unit) public() bool {
	return u.source != nil && !u.exclusive || u.source == nil && u.statement.Quoted
}

// posted says whether words of nobody that is named are some report's quotation,
// as those of a post that is shown without marks. A press release's own words
// are quoted too.
func (u *unit) posted() bool { return u.source == nil && u.spoken }

// covered is how far the exemplar has a unit of the copy, by its place.
type covered struct {
	unit  int
	share float64
}

// covering appends how far the exemplar has the units of a copy in like
// words; public words are left out, unless a press release has them, which made them
// so, and what a source told the copy itself.
// Agreement is squared: half the words of a
// sentence are shared by any two reports of one event.
func covering(found []covered, copy, exemplar []unit, release bool) []covered {
	eachShared(copy, exemplar, func(i int, there []unit) {
		u := &copy[i]
		if u.own || !release && (u.public() || u.posted()) {
			return
		}
		if a := agreement(u, there); a > 0 {
			found = append(found, covered{i, a * a})
		}
	})
	return found
}

// unnamed says whether a statement's source is somebody without a name, who made
// none to the public.
func (u *unit) unnamed() bool { return u.source != nil && u.source.Kind == stemma.Anonymous }

// official says whether a statement's source is a body: what one tells a report it
// tells the next one that asks.
func (u *unit) official() bool { return u.source != nil && u.source.Kind == stemma.Organisation }

// leakedShare is how much of a statement must stand in what a source told
// another report for it to be that; set by hand. What named people are quoted with is
// left out: most pairs of the AllSides set that rested on it were no descents.
const leakedShare = 0.5

// leaked is the weight of what sources told the exemplar alone and the copy
// has too; asked only of a copy without sources of its own. What is quoted of
// somebody named may be a statement or a memorandum that went to several.
func leaked(copy, exemplar []unit) float64 {
	sum := 0.0
	eachShared(copy, exemplar, func(i int, there []unit) {
		if u := &copy[i]; !u.own {
			if best := toldAlone(u, there); best >= leakedShare {
				sum += u.whole * best
			}
		}
	})
	return sum
}

// toldAlone is the best share of a unit's words that stand in what a source told the
// exemplar alone.
func toldAlone(u *unit, there []unit) float64 {
	best := 0.0
	for i := range there {
		if v := &there[i]; v.own && !v.official() && (!u.statement.Quoted || v.unnamed()) {
			best = max(best, align.Share(u.clause, v.clause))
		}
	}
	return best
}
