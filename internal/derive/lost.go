package derive

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/language"
)

// losses hangs reports from outlets that they credit and that are not here.
type losses struct {
	*draft
	pieces language.Table
}

// hangLostOutlets puts a lost witness over every report that credits an
// outlet which is not in the pile. Where that credit comes first, and the
// report names a kept one only as the source of the lost one, the kept one was
// reached through it.
func (w losses) hangLostOutlets() {
	w.joinOccasions()
	for _, c := range w.credits {
		if c.to != missing || c.nested || c.form == genericCredit || c.form == agencyCredit || c.form == linkCredit {
			continue
		}
		if c.kind == stemma.LostPerson && w.wrote(c.name) || c.maybe != missing && w.edge(c.maybe, c.by) != nil {
			continue
		}
		if w.isAgency(c.name) {
			c.kind = stemma.LostWire
		}
		at := w.lostWitness(c.name, c.piece, c.kind)
		if w.own(at, c.by) && c.piece == "" {
			continue
		}
		w.lost[at-w.kept()].note(c)
		w.addLost(at, c.by, w.kindOfLost(c), lostOdds, stemma.Evidence{
			Kind: creditKind(c.form), Weight: creditWeight(), Spans: append(wordsOf(c.span), c.content...),
			Saying: stemma.Say("evidence.lost-credit", stemma.Args{"copy": w.label(c.by), "name": w.label(at)}),
		})
		w.reachThrough(at, c)
	}
}

// kindOfLost tells what a report made of a text that it credits and that is not here.
func (w losses) kindOfLost(c credit) stemma.DescentKind {
	switch {
	case c.form == footerCredit:
		return stemma.Repost // "originally appeared at"
	case w.leads(c) && w.tellsTheNews(c), c.form == givingCredit:
		return stemma.Rewrite
	}
	return stemma.Citation
}

// joinOccasions gives a credit that names no programme the one that another credit of its outlet
// names: in the same sentence ("told CNN's Ada Wren on “New Day”"), or for what the same person
// said, where all who name one name that one.
func (w losses) joinOccasions() {
	heard := map[string][]credit{} // by who spoke: the credits that name the programme
	named := map[int][]credit{}    // by the report: those that are not here
	for _, c := range w.credits {
		if c.piece != "" && c.spoke != "" {
			heard[c.spoke] = append(heard[c.spoke], c)
		}
		if c.piece != "" && c.to == missing {
			named[c.by] = append(named[c.by], c)
		}
	}
	for k := range w.credits {
		c := &w.credits[k]
		if c.piece != "" || c.form != receiverCredit || c.to != missing {
			continue
		}
		if c.piece = w.pieceBeside(c, named[c.by]); c.piece == "" && c.spoke != "" {
			c.piece = w.pieceOf(c, heard[c.spoke])
		}
	}
}

// pieceOf is the one programme of the outlet of a credit that others name, or "": none that was on
// another day.
func (w losses) pieceOf(c *credit, named []credit) string {
	piece := ""
	for _, x := range named {
		switch {
		case !w.oneOutlet(x.name, c.name) || onePiece(x.piece, piece) || w.onOtherDay(c, &x):
		case piece != "":
			return ""
		default:
			piece = x.piece
		}
	}
	return piece
}

// onOtherDay says whether the sentences of two credits name days of the week, and no day in common.
func (w losses) onOtherDay(c, x *credit) bool {
	a, b := w.days(c), w.days(x)
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(day string) bool { return slices.Contains(b, day) })
}

// days gives the numbers of the days of the week in the sentence of a credit.
func (w losses) days(c *credit) []string {
	var found []string
	t := w.texts[c.by]
	s := t.SentenceAt(c.span.Start)
	if s < 0 {
		return nil
	}
	for _, tok := range t.Tokens[t.Sentences[s].First:t.Sentences[s].Last] {
		if day := w.pieces.Of(tok.Form); len(day) > 1 && day[0] == "day" {
			found = append(found, day[1])
		}
	}
	return found
}

// pieceBeside is the programme of the outlet of a credit that another one in its sentence names.
func (w losses) pieceBeside(c *credit, named []credit) string {
	t := w.texts[c.by]
	for _, x := range named {
		if t.SentenceAt(x.span.Start) == t.SentenceAt(c.span.Start) && w.oneOutlet(x.name, c.name) {
			return x.piece
		}
	}
	return ""
}

// newsSentences is how many sentences a report begins with that tell its news.
const newsSentences = 2

// tellsTheNews says whether what was told an outlet is the news of a report, and no remark beside
// it: it stands in the first sentences, or shares words with the title.
func (w losses) tellsTheNews(c credit) bool {
	t := w.texts[c.by]
	if c.form != receiverCredit || len(t.Sentences) <= newsSentences {
		return true
	}
	first := 0
	for first < len(t.Sentences)-newsSentences && t.Sentences[first].Kind != stemma.Paragraph {
		first++
	}
	if c.span.Start < t.Sentences[first+newsSentences-1].End {
		return true
	}
	return w.headed(w.told(c), c.by).words >= fewTitled
}

// noVenue stands for a credit of what the outlet itself tells.
const noVenue = "-"

// note keeps what a credit tells of the piece that is lost.
func (l *lost) note(c credit) {
	switch {
	case c.form != receiverCredit:
		l.spoke = append(l.spoke, noVenue)
	case c.spoke != "":
		l.spoke = append(l.spoke, c.spoke)
	}
}

// called is the name of a lost witness with the piece that is meant: its
// programme, or an interview with the one person who spoke there by all credits.
func (w writer) called(l *lost) string {
	if l.piece != "" {
		return l.name + " (" + l.piece + ")"
	}
	id, ok := only(l.spoke)
	s, with := w.people.Speaker(stemma.Maybe(id)), w.pieces.Of(interviewWith)
	if !ok || s == nil || len(with) == 0 || !isFullName(s.Name) {
		return l.name
	}
	return l.name + " (" + strings.Join(with, " ") + " " + s.Name + ")"
}

// isFullName says whether a speaker is called by given name and surname, and not by what
// he is ("New York real estate baron").
func isFullName(name string) bool {
	f := strings.Fields(name)
	return len(f) >= fullName && strings.ContainsFunc(f[len(f)-1], unicode.IsUpper)
}

// fullName is how many words the name of a person has that tells who an interview was
// with: surnames alone were wrong in one of three that were read.
const fullName = 2

// interviewWith is the entry of the table of pieces with the words that call an
// interview before the name of whom it was with.
const interviewWith = "=interview"

// only is what all of a list are, if they are one and it is known.
func only(list []string) (string, bool) {
	if len(list) == 0 || list[0] == noVenue {
		return "", false
	}
	for _, x := range list {
		if x != list[0] {
			return "", false
		}
	}
	return list[0], true
}

// lostOdds is the confidence in a descent that rests on one plain credit.
const lostOdds = 2.2

// reachThrough moves a report's descent from a kept witness below a lost one
// that it credits before.
func (w losses) reachThrough(at int, c credit) {
	if !w.leads(c) {
		return
	}
	for _, e := range w.parents(c.by) {
		if e.from == at || e.from >= w.kept() || !e.credited {
			continue
		}
		p := w.pair(e.from, c.by)
		if p.prose >= directProse || p.links() || !w.handedOn(p, c) || w.descends(e.from, at) {
			continue
		}
		w.drop(e.from, c.by)
		if w.edge(e.from, at) == nil {
			w.edges = append(w.edges, &edge{
				from: e.from, to: at, odds: min(e.odds, lostOdds), evidence: e.evidence, credited: true,
			})
		}
	}
}

const (
	// directProse is how many words of prose, beyond speech, show that a
	// report was written from the kept witness itself.
	directProse = 30
	// leadShare is the part of a report in which its main credit stands.
	leadShare = 0.15
	// shortReport is the length, in bytes, below which that part is too short
	// to hold more than a sentence.
	shortReport = 2000
)

// leads says whether a credit stands early enough to cover the whole report:
// in its beginning, and in a report that names no source of its own.
func (w *material) leads(c credit) bool {
	return !w.ownReporting(c.by) && inLead(w.report(c.by), c.span.Start)
}

// links says whether the copy links to the exemplar.
func (p *pair) links() bool {
	for _, c := range p.marks().credits {
		if c.form == linkCredit {
			return true
		}
	}
	return false
}

// handedOn says whether all credits of the pair come by way of the outlet that
// another credit names: they stand in what that one is credited with, or behind
// it in its sentence.
func (w losses) handedOn(p *pair, c credit) bool {
	t := w.texts[c.by]
	for _, x := range p.marks().credits {
		if !x.nested && (x.span.Start < c.span.Start || t.SentenceAt(x.span.Start) != t.SentenceAt(c.span.Start)) ||
			listed(w.pieces, t, c.span.End, x.span.Start) {
			return false
		}
	}
	return true
}

// listed says whether two names stand in one list: between them are names, commas
// and the words of lists.
func listed(words language.Table, t *stemma.Text, from, to int) bool {
	for k := t.TokenAt(from); k < t.TokenAt(to); k++ {
		if tok := t.Tokens[k]; tok.Form != "," && !t.Capital(k) && !words.Is(tok.Form, "list") {
			return false
		}
	}
	return from < to
}

// inLead says whether a place stands in the beginning of its report.
func inLead(r *stemma.Report, at int) bool {
	return float64(at) <= leadShare*float64(max(shortReport, len(r.Text)))
}
