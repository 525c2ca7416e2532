package derive

import (
	"slices"
	"strings"
	"time"

	"stemma"
	who "stemma/internal/name"
)

const (
	// surelySaid is how much of what is credited a report must say to be the one
	// that is meant, whatever else speaks for it.
	surelySaid = 0.65
	// shortContent is how many words of meaning a quotation must have for a sentence with
	// all of them, in any order, to be what is meant. Set by hand.
	shortContent = 3
	// titledShare is how many of the words of a report's title must stand in
	// what is credited: reports are credited for the news that they head with. Of a known
	// outlet's report that must be many words, or half of them: of the titles of which three
	// words stood there, on 1,135 events of the AllSides set, those of less than half were
	// mostly of other news.
	titledShare, halfTitled = 0.35, 0.5
	fewTitled, manyTitled   = 3, 4
	// newsDays is how long a report is credited for what it heads with.
	newsDays = 4 * 24 * time.Hour
	// firstSaid is how much of it a report must say to be what is meant by "first reported
	// by the Times". Of six credits on 600 events of the AllSides set the one that was right
	// had 0.51, those that were wrong or doubtful 0.24 at most.
	firstSaid = 0.3
	// someSaid is how much of it a report of an outlet that no table knows must say to be meant
	// wherever the credit stands: of such a paper a pile mostly holds the piece that is meant.
	// On six made-up piles right ones had 0.31 and more; the one that 400 events of the AllSides
	// set gave was wrong and had 0.21.
	someSaid = 0.25
	// openingBytes is where the first sentences of a report end.
	openingBytes = 700
	// firstReach is how many words around an outlet's name "first" tells that it
	// broke the story: "first reported by the Times".
	firstReach = 4
	// nearReach is how many words behind the sentence of a credit it goes on, at
	// most: the quotations of whoever spoke to an outlet.
	nearReach = 60
	// airWords is how many quoted words show that a broadcaster's report is meant, and not only what
	// others heard on its air too.
	airWords = 10
	// nearWords is how long a passage must be there for a report that has it to be
	// the one that is meant.
	nearWords = 12
)

// signs tell whether a kept report is the one that a credit means.
type signs struct {
	*pairs
	*tables
	broadcasts
	retells []bool         // of each report: by its own words another piece of its outlet told this first
	runs    []map[run]bool // of each report: the words that stand in a row
}

// shows says whether anything shows that a kept report is the one of its outlet
// that a credit means, and not another piece of that week, or something said on
// air: the credited words stand there, it is what the report heads with, or the
// outlet is named as who broke the story; or it is the elder report of a paper that no
// table knows, which is hardly credited for another one in the same story. What was
// said in a programme others write of by themselves, the outlet's own site among them.
//
// Of the 22 descents that 110 events of the AllSides set gave when it was enough
// that a report says a little of what is credited, 6 were right when read and one
// doubtful: five of the right ones are drawn, and none of the others. The rules were
// made on these.
func (w signs) shows(c credit, i int) bool {
	house := w.sameHouse(c.by, i)
	if !c.inProse() || !house && (w.isBy(c, i) || w.wasAired(c, i)) {
		return true
	}
	switch {
	case w.retells[i] || w.onAir(c) || w.wasHeard(c, i):
		return false
	case hasQuoted(w, c, i):
		return true
	case w.outlet(c.name).Known:
		return !house && (w.surelySays(c, i) || w.ofTheDays(c, i) || w.sharesNear(c, i))
	}
	return w.surelySays(c, i) || !house && w.meansSmall(c, i)
}

// wasAired says whether a report is the script of what was said on air in the days before a credit.
func (w signs) wasAired(c credit, i int) bool { return w.isScript(i) && w.gap(i, c.by) <= newsDays }

// meansSmall says whether a report of an outlet that no table knows is meant: more often than of a known one, the one
// that a pile has is.
func (w signs) meansSmall(c credit, i int) bool {
	isElder := c.form == sourceCredit && w.gap(i, c.by) > 0
	return isElder || w.stands(c, i) || w.allSaid(c, i) >= someSaid || w.sharesNear(c, i)
}

// stands says whether a credit stands where the kept report is meant: in the opening, or
// telling what that report heads with or told first. The known outlets publish by the hour:
// who credits one of them in an opening often means another piece. Of the 38 descents for which
// nothing else spoke, on 600 events of the AllSides set, 16 were right when read and 19 wrong.
func (w signs) stands(c credit, i int) bool {
	if c.span.Start < openingBytes || c.form != sourceCredit {
		return c.span.Start < openingBytes
	}
	return inLead(w.report(c.by), c.span.Start) || w.isFirst(c) || w.headed(w.told(c), i).some()
}

// surelySays says whether a report says nearly all of what a credit covers.
func (w signs) surelySays(c credit, i int) bool {
	return w.contentWords(c) >= tellingWords && w.allSaid(c, i) >= surelySaid
}

// ofTheDays says whether a report appeared in the days before a credit, and heads with what
// is credited or tells some of what its outlet is said to have told first.
func (w signs) ofTheDays(c credit, i int) bool {
	if w.gap(i, c.by) > newsDays {
		return false
	}
	return w.heads(c, i) || c.form == sourceCredit && w.isFirst(c) && w.allSaid(c, i) >= firstSaid
}

// inProse says whether a credit stands in a sentence of the report's own.
func (c credit) inProse() bool { return c.form == sourceCredit || c.form == receiverCredit }

// onAir says whether what is credited was spoken in a programme: one is named, or
// who hosts it, or the words were said "on" the outlet.
func (w signs) onAir(c credit) bool {
	if c.piece != "" || c.form != receiverCredit {
		return c.piece != ""
	}
	t := w.texts[c.by]
	before, behind := t.TokenAt(c.span.Start)-1, t.TokenAt(c.span.End)
	for before >= 0 && t.Tokens[before].Kind == stemma.Mark {
		before--
	}
	for behind < len(t.Tokens) && t.Tokens[behind].Kind == stemma.Mark {
		behind++
	}
	if before >= 0 && w.pieces.Is(t.Tokens[before].Form, "air") {
		return true
	}
	if behind < len(t.Tokens) && w.pieces.Is(t.Tokens[behind].Form, "host") {
		return true
	}
	owns := ownsNext(c.span.Text, t.Report.Text[c.span.End:])
	return owns && behind < len(t.Tokens) && t.Capital(behind)
}

// wasHeard says whether a few words are quoted of what somebody told a broadcaster, which others
// heard too: of its reports only one that heads with them is meant.
func (w signs) wasHeard(c credit, i int) bool {
	words := w.quoted(c)
	return c.form == receiverCredit && words > 0 && words < airWords && w.air.Has(strings.ToLower(c.name)) &&
		!w.headed(w.told(c), i).some()
}

// ownsNext says whether an outlet's name is followed by what is its: "the
// Gazette's Ada Wren".
func ownsNext(name, behind string) bool {
	return who.IsOwned(name) || strings.HasPrefix(behind, "'") || strings.HasPrefix(behind, "’")
}

// isFirst says whether a credit names an outlet as who reported first.
func (w signs) isFirst(c credit) bool {
	t := w.texts[c.by]
	s := t.SentenceAt(c.span.Start)
	if s < 0 {
		return false
	}
	first, last := t.TokenAt(c.span.Start), t.TokenAt(c.span.End)
	for k := max(t.Sentences[s].First, first-firstReach); k < min(t.Sentences[s].Last, last+firstReach); k++ {
		isNamed := t.Capital(k) && k > t.Sentences[s].First
		if w.pieces.Is(t.Tokens[k].Form, "first") && !isNamed && !isTold(c, t.Tokens[k].Start) {
			return true
		}
	}
	return false
}

// isTold says whether a place stands in what a credit covers, and the credit does not: "told
// the Times that she | first heard of it".
func isTold(c credit, at int) bool {
	return slices.ContainsFunc(c.content, func(x stemma.Span) bool {
		holds := x.Start <= c.span.Start && c.span.Start < x.End
		return x.Start <= at && at < x.End && !holds
	})
}

// allSaid is how much of all that a credit covers stands in a report, by weight.
func (w signs) allSaid(c credit, i int) float64 {
	said, total := 0.0, 0.0
	for _, u := range w.units[c.by] {
		if !covers(c, u) {
			continue
		}
		most := 0.0
		for _, v := range w.units[i] {
			most = max(most, meaning(u.clause, v.clause))
		}
		said += most * u.clause.Weight
		total += u.clause.Weight
	}
	return said / max(total, 1)
}

// hasQuoted says whether a report has what a credit quotes: so many words in a row, or
// all its words of meaning in one sentence.
func hasQuoted(w signs, c credit, i int) bool {
	quoted := w.quoted(c)
	inRow := quoted >= fewRun && w.sharesRun(c, i, min(runWords, max(fewRun, quoted-1)))
	return inRow || quoted >= shortContent && inOneSentence(w, c, i)
}

// inOneSentence says whether all words of meaning that a credit covers stand in one
// sentence of a report.
func inOneSentence(w signs, c credit, i int) bool {
	covered := map[string]bool{}
	for _, x := range c.content {
		first, last := w.tokens(c.by, x)
		addRoots(covered, w.texts[c.by], first, last)
	}
	n := 0
	for word := range covered {
		if w.function.Has(word) && !w.function.Is(word, "num") || len(word) < titleLetters {
			delete(covered, word)
			continue
		}
		n++
	}
	t := w.texts[i]
	return n >= shortContent && slices.ContainsFunc(t.Sentences, func(s stemma.Sentence) bool {
		has := map[string]bool{}
		addRoots(has, t, s.First, s.Last)
		for word := range covered {
			if !has[word] {
				return false
			}
		}
		return true
	})
}

// heads says whether a credit is of the news that a report of a known outlet heads with:
// much of its title stands in what is credited, or, of a credit in the opening, in the title
// of who gives it.
func (w signs) heads(c credit, i int) bool {
	opening := c.span.Start < openingBytes
	if !opening && c.form != sourceCredit {
		return false
	}
	return w.headed(w.told(c), i).much() || opening && w.headed(w.titleOf(c.by), i).much()
}

// told gives the roots of the words that a credit covers.
func (w *pairs) told(c credit) map[string]bool {
	told := map[string]bool{}
	for _, x := range c.content {
		first, last := w.tokens(c.by, x)
		addRoots(told, w.texts[c.by], first, last)
	}
	return told
}

// titleOf gives the roots of the words of a report's title.
func (w *pairs) titleOf(i int) map[string]bool {
	told := map[string]bool{}
	for _, word := range w.titleWords(i) {
		told[word] = true
	}
	return told
}

// heading is how much of a report's title stands somewhere.
type heading struct {
	words int
	share float64
}

func (h heading) some() bool { return h.words >= fewTitled && h.share >= titledShare }

func (h heading) much() bool {
	return h.words >= manyTitled && h.share >= titledShare || h.words >= fewTitled && h.share >= halfTitled
}

// headed is how much of a report's title is among some roots.
func (w *pairs) headed(told map[string]bool, i int) heading {
	n, title := 0, w.titleWords(i)
	for _, word := range title {
		if told[word] {
			n++
		}
	}
	return heading{n, float64(n) / float64(max(1, len(title)))}
}

func addRoots(told map[string]bool, t *stemma.Text, first, last int) {
	for k := first; k < last; k++ {
		told[root(t.Tokens[k].Form)] = true
	}
}

// A word of a title has so many letters, and counts by its first ones whatever
// its ending.
const titleLetters, rootLetters = 4, 5

// titleWords gives the roots of the words of a report's title, with those of its first
// sentence where the title has few.
func (w *pairs) titleWords(i int) []string {
	words := rootsOf(string(w.report(i).Title))
	if t := w.texts[i]; len(words) < manyTitled && len(t.Sentences) > 0 {
		words = append(words, rootsOf(t.Report.Text[t.Sentences[0].Start:t.Sentences[0].End])...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// rootsOf gives the roots of the long words of a text.
func rootsOf(text string) []string {
	var words []string
	for _, field := range strings.FieldsFunc(strings.ToLower(text), isNoLetter) {
		if len(field) >= titleLetters {
			words = append(words, root(field))
		}
	}
	return words
}

func isNoLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127) }

func root(form string) string {
	form = who.Unowned(form)
	return form[:min(len(form), rootLetters)]
}

// sharesNear says whether a report alone shares a passage with the sentence of a
// credit or what stands behind it. What several have is public.
func (w signs) sharesNear(c credit, i int) bool {
	t := w.texts[c.by]
	s := t.SentenceAt(c.span.Start)
	if s < 0 {
		return false
	}
	for _, x := range w.pair(i, c.by).pieces {
		words := w.speech[c.by].words[x.last] - w.speech[c.by].words[x.first]
		if words >= nearWords && int(x.last) > t.Sentences[s].First && int(x.first) < t.Sentences[s].Last+nearReach &&
			!w.sharedByOthers(c.by, i, x) {
			return true
		}
	}
	return false
}

// sharedByOthers says whether a third report shares words of a passage.
func (w signs) sharedByOthers(copy, exemplar int, x piece) bool {
	same := func(y piece) bool { return y.first < x.last && x.first < y.last }
	for other, p := range w.copies[copy] {
		if other != exemplar && slices.ContainsFunc(p.pieces, same) {
			return true
		}
	}
	return false
}
