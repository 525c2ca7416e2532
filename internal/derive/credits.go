package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/align"
	who "stemma/internal/name"
	"stemma/internal/segment"
)

// credit is a report's naming of another one, or of an outlet that is not in
// the pile.
type credit struct {
	by      int    // the report that gives it
	to      int    // the kept witness that is meant, or missing
	maybe   int    // one of which nothing shows that it is meant, or missing
	name    string // full, as far as it is known
	kind    stemma.WitnessKind
	speaker string // of the attribution, or ""
	piece   string // the programme in which words were spoken, or ""
	spoke   string // the id of who spoke there, or ""
	form    creditForm
	span    stemma.Span
	// content is what is credited, for credits in prose.
	content []stemma.Span
	// nested is set when the credit stands inside what another outlet is
	// credited with: then it is that outlet's credit, handed on.
	nested bool
	// own is set for what an outlet says that it has reported.
	own bool
	// young is set where the report that is meant is younger than the credit, until it is
	// found out whether it can be meant.
	young bool
	// spoken is set for what a body told reporters that gave out a kept text only later.
	spoken bool
}

const missing = -1

type creditForm int

const (
	sourceCredit   creditForm = iota // "the Lantern reported that"
	receiverCredit                   // "told the Lantern", "seen by the Lantern"
	agencyCredit                     // byline, dateline, credit line
	givingCredit                     // "contributed to this report"
	footerCredit
	linkCredit
	genericCredit // "media reports", "a local weekly": somebody, no telling who
)

// readCredits takes the mentions that are credits or venues, and finds out
// which report each means. The report's own outlet is nobody's exemplar.
func (w search) readCredits(all []stemma.Mention, attributions []stemma.Attribution) {
	var given []credit
	var mentions []*stemma.Mention
	for i := range all {
		m := &all[i]
		by, ok := w.index[m.Report]
		if ok && m.Own && m.Role != stemma.ActorRole && w.isFirst(credit{by: by, span: m.Span, content: m.Content}) {
			w.retells[by] = true
		}
		if !ok {
			continue
		}
		if to := w.releaseOf(by, m); to != missing || credits(m) {
			c := newCredit(by, to, m)
			c.nested = c.nested || w.inPost(by, m.Span)
			given = append(given, c)
			mentions = append(mentions, m)
		}
	}
	w.earlierPieces(given, mentions)
	for k := range given {
		if given[k].to == missing {
			w.resolve(&given[k], mentions[k])
		}
	}
	given = slices.Concat(given, w.byTitle(), listener{w}.heard(attributions), locator{w}.byPlace())
	w.meanTheSame(given)
	w.meanTheCommon(given)
	for _, c := range given {
		if c.counts() {
			w.pairs.credits = append(w.pairs.credits, c)
		}
	}
}

// inPost says whether something stands in the words of a post that a report shows: whoever wrote
// that one credits it.
func (w search) inPost(by int, s stemma.Span) bool {
	t := w.texts[by]
	return slices.ContainsFunc(w.posts[by], func(x post) bool { return x.holds(t.TokenAt(s.Start)) })
}

// counts says whether a credit tells of a text: not what a body told reporters before it gave out
// its own, nor a link or an outlet's word on itself that leads to no kept report.
func (c credit) counts() bool {
	leads := c.to != missing || c.form != linkCredit && !c.own
	return leads && !(c.young && c.spoken)
}

// credits says whether a mention credits somebody: another outlet, or what its own
// has reported before or has aired in a programme.
func credits(m *stemma.Mention) bool {
	isOther := !m.Own || m.Form == stemma.LinkForm || m.Form == stemma.SayingForm || m.Piece != ""
	return m.Role != stemma.ActorRole && isOther
}

func newCredit(by, to int, m *stemma.Mention) credit {
	return credit{
		by: by, to: to, maybe: missing, name: m.Name, kind: m.Kind, speaker: string(m.Speaker),
		piece: m.Piece, spoke: string(m.Spoke), form: formOf(m), own: m.Own && m.Form == stemma.SayingForm,
		span: m.Span, content: m.Content, nested: m.Nested,
	}
}

func formOf(m *stemma.Mention) creditForm {
	if m.Generic {
		return genericCredit
	}
	switch m.Form {
	case stemma.ReceiverForm, stemma.InterviewForm:
		return receiverCredit
	case stemma.BylineForm:
		return agencyCredit
	case stemma.GivingForm:
		return givingCredit
	case stemma.FooterForm:
		return footerCredit
	case stemma.LinkForm:
		return linkCredit
	}
	return sourceCredit
}

// search finds which kept report a credit means.
type search struct {
	signs
	when    occasions
	shared  map[[2]int]int  // bytes of a report that stand in another one
	answers map[[2]int]bool // of a report and another one, whether it credits the outlet of that one
}

func newSearch(p *pairs, t *tables, attributions []stemma.Attribution) search {
	s := signs{
		pairs: p, tables: t, retells: make([]bool, p.kept()), runs: make([]map[run]bool, p.kept()),
		broadcasts: newBroadcasts(p.reports, attributions),
	}
	return search{
		signs: s, when: occasions{p.material, t.pieces, map[[2]int]int{}}, shared: p.sharedBytes(),
		answers: map[[2]int]bool{},
	}
}

// resolve finds the kept report that a credit means: of the reports of that
// outlet, or by that author, that existed when it was given, the one that says
// what is credited. Where all are younger it is left to placeCredits whether
// one of them is meant.
func (w search) resolve(c *credit, m *stemma.Mention) {
	best := meant{at: missing}
	for _, i := range w.elderTakes(c.by, w.bearers(m)) {
		switch {
		case w.gap(c.by, i) > tolerance(w.report(i), w.report(c.by)):
			if !c.own {
				c.to, c.young = i, true // unless an elder one is found
				c.spoken = w.released[i]
			}
			continue
		case w.when.otherPiece(*c, i) || w.when.behindPiece(*c, i) || w.knowsNobody(*c, i):
			continue
		case w.said(*c, i, meaning) < leastOf(*c) && w.telling(*c):
			continue
		}
		like := w.said(*c, i, align.Share)
		if best.at != missing && like < alikeShare*best.like {
			continue // whatever shows it
		}
		x := meant{i, like, w.shows(*c, i)}
		if best.at == missing || x.rather(best, w.meantRather(c.by, i, best.at)) {
			best = x
		}
	}
	switch {
	case best.at == missing:
	case best.isShown:
		c.to, c.young = best.at, false
	default:
		c.maybe = best.at
	}
}

// elderTakes are the other reports that a credit may mean: of several of one outlet those that credit
// this report in turn were made after it.
func (w search) elderTakes(by int, bearers []int) []int {
	var all, elder []int
	for _, i := range bearers {
		if i == by {
			continue
		}
		all = append(all, i)
		if !w.answers[[2]int{i, by}] {
			elder = append(elder, i)
		}
	}
	if len(elder) > 0 {
		return elder
	}
	return all
}

// meant is a report that a credit may mean: how much it says of what is credited, and whether
// anything shows that it is the one.
type meant struct {
	at      int
	like    float64
	isShown bool
}

// alikeShare is the part of what another report says of it that one says which is shown to be meant.
// Set by hand.
const alikeShare = 0.8

// rather says whether a report is meant rather than another: it says more of what is credited,
// or nearly as much and is shown to be the one; of two that say it alike byTime tells.
func (x meant) rather(y meant, byTime bool) bool {
	switch {
	case x.isShown != y.isShown && min(x.like, y.like) >= alikeShare*max(x.like, y.like):
		return x.isShown
	case x.like != y.like:
		return x.like > y.like
	}
	return byTime
}

// meantRather says of two reports that say what is credited alike whether the first
// is meant: of states of one text the last that was there, of others the elder.
func (w search) meantRather(by, i, best int) bool {
	if w.versions(w.pair(best, i)) {
		there := func(k int) bool {
			from, _ := appeared(w.report(k), true)
			return !from.After(w.report(by).Published.Time)
		}
		return there(i) && (!there(best) || w.before(best, i))
	}
	return w.before(i, best)
}

// knowsNobody says whether a report does not name most of the people whom the
// content of a credit is about, or who spoke there, or not the programme that is
// named: then another report of the outlet is meant.
func (w search) knowsNobody(c credit, i int) bool {
	if show := lastField(c.piece); show != "" && !w.has(i, show) {
		return true
	}
	var people []string
	for _, u := range w.units[c.by] {
		if len(c.content) > 0 && covers(c, u) {
			people = append(people, surnames(u.statement)...)
		}
	}
	if s := w.people.Speaker(stemma.Maybe(c.spoke)); s != nil && s.Kind == stemma.Person && !w.isAuthor(i, s.Name) {
		if spoke := lastField(s.Name); spoke != "" && !w.has(i, spoke) {
			return true
		}
	}
	missed := 0
	for _, name := range people {
		if !w.has(i, name) {
			missed++
		}
	}
	return missed > 0 && 2*missed > len(people)
}

// surnames gives the last words of the people whom a statement names.
func surnames(st *stemma.Statement) []string {
	var found []string
	for _, v := range st.Values {
		if v.Kind == stemma.PersonValue {
			found = append(found, lastField(v.Value))
		}
	}
	return found
}

// lastField is the last word of a name, folded.
func lastField(s string) string {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return ""
	}
	return segment.Fold(fields[len(fields)-1])
}

// has says whether a report has a folded word, alone or as a possessive.
func (w search) has(i int, word string) bool {
	return slices.ContainsFunc(w.texts[i].Tokens, func(tok stemma.Token) bool {
		return tok.Form == word || who.Unowned(tok.Form) == word
	})
}

// How much of what is credited a report must say, by the weight of its words of
// meaning, to be the one that is meant. Of the 18 credits with a telling content
// to outlets with a report in the pile, on the 21 real stories, right ones had
// 0.16 to 1 (half of the texts are cut short there), but for one of 0.09; wrong
// ones 0 to 0.11.
const (
	leastSaid = 0.13
	leastText = 0.15 // of the whole text, for an agency in a byline or a foot
)

// leastOf is how much a report must say of what a credit credits.
func leastOf(c credit) float64 {
	switch c.form {
	case linkCredit, footerCredit:
		return 0
	case agencyCredit, givingCredit:
		return leastText
	}
	return leastSaid
}

// said is how much of what is credited stands in a report, as share compares
// two clauses. All words find the report, words of meaning tell whether it is
// one at all: any two sentences share small ones. Of a credit of the whole text
// it is the part that stands in the report word for word.
func (w search) said(c credit, in int, share func(u, v *align.Clause) float64) float64 {
	if len(c.content) == 0 {
		return float64(w.shared[[2]int{c.by, in}]) / float64(max(1, len(w.report(c.by).Text)))
	}
	best := 0.0
	for _, u := range w.units[c.by] {
		if !covers(c, u) {
			continue
		}
		most := 0.0
		for _, v := range w.units[in] {
			most = max(most, share(u.clause, v.clause))
		}
		best = max(best, most)
	}
	return best
}

// tellingWords is how many words of meaning a content must have to show that a
// report does not say it: "confirmed the transfer" has too few.
const tellingWords = 4

// telling says whether the content of a credit can show that a report does not
// say it: a sentence that only tells who was first is no content.
func (w search) telling(c credit) bool {
	n := 0
	if t := w.texts[c.by]; len(c.content) == 1 {
		if s := t.SentenceAt(c.content[0].Start); s >= 0 && t.Sentences[s].End == c.content[0].End &&
			c.content[0].Start <= c.span.Start && c.span.End <= c.content[0].End {
			return false
		}
	}
	for _, u := range w.units[c.by] {
		if covers(c, u) {
			n += len(u.clause.Words)
		}
	}
	return n >= tellingWords || len(c.content) == 0
}

// meaning is the part of a clause's words of meaning, by weight, that another
// one has in some form.
func meaning(u, v *align.Clause) float64 {
	sum := 0.0
	for i := range u.Words {
		key := u.Words[i].Key()
		for k := range v.Words { // clauses are short: to file their words would take longer
			if v.Words[k].Key() == key {
				sum += u.Words[i].Weight
				break
			}
		}
	}
	if u.Weight == 0 {
		return 0
	}
	return sum / u.Weight
}

// covers says whether a credit covers a statement: it stands in the content, or
// the credit is of the whole text.
func covers(c credit, u unit) bool {
	for _, x := range c.content {
		if u.statement.Span.Start < x.End && x.Start < u.statement.Span.End {
			return true
		}
	}
	return len(c.content) == 0
}

// earlierPieces finds, for every report, the kept ones that it sets apart from
// a report of the same outlet: where one credit says that another piece is
// meant, those behind it that say nothing of the time mean that piece too. The
// value is where in the report that credit stands.
func (w search) earlierPieces(given []credit, mentions []*stemma.Mention) {
	apart := w.when.apart
	for k := range given {
		for _, i := range w.bearers(mentions[k]) {
			w.answers[[2]int{given[k].by, i}] = true
			switch {
			case i == given[k].by:
			case given[k].form == agencyCredit && otherState(w.texts[given[k].by], w.units[given[k].by], w.units[i]):
				apart[[2]int{given[k].by, i}] = -1
			case w.when.otherPiece(given[k], i):
				at, seen := apart[[2]int{given[k].by, i}]
				if !seen || given[k].span.Start < at {
					apart[[2]int{given[k].by, i}] = given[k].span.Start
				}
			}
		}
	}
}
