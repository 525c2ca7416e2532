package quote

import (
	"slices"
	"strings"

	"stemma"
)

// turn is the start of a speaker's words in a transcript: "ROKE: The paperwork
// is complete."
type turn struct {
	name, colon int // first token of the name; token of the colon
	caps        bool
	start       bool // it opens a line or a sentence
}

// transcript looks for turns in a report.
type transcript struct {
	*words
	starts []bool          // of each token, whether a sentence starts there
	behind map[string]bool // see wordsBehind; nil until it is asked for
}

// maxTurnName is the longest name of a speaker in a transcript, in tokens.
const maxTurnName = 8

// turns finds the turns of a transcript: a name at the start of a line, or of a
// quotation that opens one, followed by a colon. Names that come back count by
// themselves, those of whom each speaks once by how they speak (see once). Once
// it is known that there is a transcript, every name in capitals is a speaker's.
func (p *transcript) turns() []turn {
	all := slices.DeleteFunc(p.candidates(), func(t turn) bool { return !p.mayBePerson(t) })
	seen := map[string]int{}
	for _, t := range all {
		if t.start {
			seen[p.text.Tokens[t.colon-1].Form]++
		}
	}
	var found []turn
	shouted := 0
	for _, t := range all {
		if seen[p.text.Tokens[t.colon-1].Form] <= 1 && !(t.caps && p.titled(t.name)) {
			continue
		}
		if t.caps {
			shouted++
		}
		found = append(found, t)
	}
	switch {
	case len(all) == 0:
		return nil
	case shouted >= minShouted:
		return p.withOthers(all, seen)
	case len(found) >= minTurns:
		return found
	}
	return p.once(all)
}

// mayBePerson says whether the name of a turn may be somebody's: not "CLAIM:", and in mixed case no
// single word that the report never puts behind another one, "Founded:".
func (p *transcript) mayBePerson(t turn) bool {
	last := t.colon - 1
	switch {
	case p.titled(t.name):
		return true
	case t.caps:
		return p.nobodyElse(t)
	case last > t.name:
		return true
	}
	if p.behind == nil {
		p.behind = wordsBehind(p)
	}
	return p.behind[p.text.Tokens[last].Form] && !p.entry(last).heads(anonymousHead)
}

// wordsBehind are the words that stand behind a word of a name with a capital.
func wordsBehind(p *transcript) map[string]bool {
	found := map[string]bool{}
	for i := 1; i < len(p.text.Tokens); i++ {
		if p.upper(i) && p.upper(i-1) && p.nameWord(i-1) {
			found[p.text.Tokens[i].Form] = true
		}
	}
	return found
}

// withOthers are the turns of a transcript, with those who speak only once.
func (p *transcript) withOthers(all []turn, seen map[string]int) []turn {
	return slices.DeleteFunc(all, func(t turn) bool {
		isSpeaker := t.caps && (p.titled(t.name) || t.start)
		return seen[p.text.Tokens[t.colon-1].Form] <= 1 && !isSpeaker
	})
}

// once are the turns of a transcript in which each speaks once: a panel, a
// round of statements. Labels look like it ("WHEN: Monday"), and the places of
// a digest; so the names must be nothing else that is known, open most lines
// from the first to the last, and at least a third of what they say must speak
// of the speaker or ask.
func (p *transcript) once(all []turn) []turn {
	kept, caps := all[:0:0], 0
	for _, t := range all {
		if t.start && p.nobodyElse(t) && (t.caps || p.titled(t.name)) {
			kept = append(kept, t)
			if t.caps {
				caps++
			}
		}
	}
	if len(kept) < minOnce || 2*len(kept) < p.linesIn(kept[0].name, kept[len(kept)-1].name) {
		return nil
	}
	speech := p.speaking(kept)
	if caps < len(kept) && (len(kept) < minTurns || 3*speech < 2*len(kept)) {
		return nil // names in mixed case are headings of a review as well
	}
	if 3*speech < len(kept) {
		return nil
	}
	return kept
}

// linesIn counts the lines that begin from the first token to the last.
func (p *transcript) linesIn(first, last int) int {
	lines := 1
	for i := first + 1; i <= last; i++ {
		if p.lineStart(i) {
			lines++
		}
	}
	return lines
}

// speaking counts the turns that speak of the speaker, or ask.
func (p *transcript) speaking(turns []turn) int {
	n := 0
	for k, t := range turns {
		end := len(p.text.Tokens)
		if k+1 < len(turns) {
			end = turns[k+1].name
		}
		if p.speaksOf(t.colon+1, min(end, t.colon+maxOpening)) {
			n++
		}
	}
	return n
}

// At least minOnce speak in a transcript in which each speaks once, and whether
// they speak is told from their first maxOpening words.
const (
	minOnce    = 3
	maxOpening = 120
)

// nobodyElse says whether the name of a turn is no place and no plain noun.
func (p *transcript) nobodyElse(t turn) bool {
	text := strings.ToLower(folded(p.text, t.name, t.colon))
	if p.lex.governingPlaces.Has(text) {
		return false
	}
	e := p.entry(t.colon - 1)
	return e == nil ||
		e.class&(given|title) != 0 ||
		e.saysNothing()
}

// speaksOf says whether the tokens speak of the speaker, or ask.
func (p *transcript) speaksOf(from, to int) bool {
	return anyOf(from, to, func(i int) bool { return p.text.Tokens[i].Form == "?" || p.entry(i).is(first) })
}

// candidates are the places at which a name stands before a colon, at the start
// of a sentence or a line, or behind a dash; labels ("Update:") are none.
func (p *transcript) candidates() []turn {
	var all []turn
	tokens := p.text.Tokens
	colonAt := 0
	for i := range tokens {
		if colonAt = nextColon(tokens, colonAt, i); colonAt > i+maxTurnName {
			continue
		}
		start := p.starts[i] ||
			p.lineStart(i) ||
			i > 0 && tokens[i-1].Form == `"` &&
				p.starts[i-1]
		if !start && (i == 0 || tokens[i-1].Form != "-") {
			continue
		}
		if colon, caps := p.turnAt(i); colon >= 0 && (start || caps) && !p.lex.labels.Has(tokens[colon-1].Form) {
			all = append(all, turn{name: i, colon: colon, caps: caps, start: start})
		}
	}
	return all
}

// nextColon is the first colon behind token i, of which none stands before from.
func nextColon(tokens []stemma.Token, from, i int) int {
	for from < len(tokens) && (from <= i || tokens[from].Form != ":") {
		from++
	}
	return from
}

// titled says whether a title or a given name stands at token i.
func (p *transcript) titled(i int) bool {
	e := p.entry(i)
	return e.is(title | given)
}

// One "NAME:" may be a label; two are a conversation. Names in mixed case are
// common as labels ("Weather: rain"), so more of them are asked for.
const (
	minShouted = 2
	minTurns   = 4
)

func (p *transcript) lineStart(i int) bool {
	return i > 0 && p.text.Tokens[i].Start > 0 && p.text.Report.Text[p.text.Tokens[i].Start-1] == '\n'
}

// turnAt gives the colon of the turn that starts at token i, or -1, and
// whether the name is all in capitals.
func (p *transcript) turnAt(i int) (colon int, caps bool) {
	caps = true
	words := 0
	for j := i; j < min(len(p.text.Tokens), i+maxTurnName+1); j++ {
		tok := p.text.Tokens[j]
		switch {
		case tok.Form == ":" && words > 0:
			return j, caps
		case strings.Contains(".-(),", tok.Form):
		case tok.Kind == stemma.Mark || !p.nameWord(j):
			return -1, false
		default:
			words++
			caps = caps && shouting(p.text.Report.Text[tok.Start:tok.End])
		}
	}
	return -1, false
}
