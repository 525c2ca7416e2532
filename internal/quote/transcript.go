package quote

import "stemma"

// turn is the start of a speaker's words in a transcript: "ROKE: The paperwork
// is complete."
type turn struct{ name, colon int } // first token of the name; token of the colon

// maxTurnName is the longest name of a speaker in a transcript, in tokens.
const maxTurnName = 8

// turns finds the turns of a transcript: a name at the start of a line,
// followed by a colon. Names in capitals count by themselves; others only if
// at least minTurns lines have that form.
func (p *passage) turns() []turn {
	var found []turn
	shouted := 0
	seen := p.labels()
	tokens := p.text.Tokens
	for i := range tokens {
		start := p.starts[i] || p.lineStart(i)
		if !start && (i == 0 || tokens[i-1].Form != "-") {
			continue
		}
		colon, caps := p.turnAt(i)
		if colon < 0 || !start && !caps {
			continue
		}
		if !p.again(i, colon, seen) && !(caps && p.titled(i)) {
			continue
		}
		if caps {
			shouted++
		}
		found = append(found, turn{i, colon})
	}
	if shouted >= minShouted || len(found) >= minTurns {
		return found
	}
	return nil
}

// labels counts how often each name in front of a colon opens a line.
func (p *passage) labels() map[string]int {
	seen := map[string]int{}
	for i := range p.text.Tokens {
		if !p.starts[i] && !p.lineStart(i) {
			continue
		}
		if colon, _ := p.turnAt(i); colon >= 0 {
			seen[p.text.Tokens[colon-1].Form]++
		}
	}
	return seen
}

// again says whether the name from token i to the colon opens several lines.
func (p *passage) again(i, colon int, seen map[string]int) bool {
	return seen[p.text.Tokens[colon-1].Form] > 1
}

// titled says whether a title or a given name stands at token i.
func (p *passage) titled(i int) bool {
	e := p.r.lex.words[p.text.Tokens[i].Form]
	return e != nil && e.class&(title|given) != 0
}

// One "NAME:" may be a label; two are a conversation. Names in mixed case are
// common as labels ("Weather: rain"), so more of them are asked for.
const (
	minShouted = 2
	minTurns   = 4
)

func (p *passage) lineStart(i int) bool {
	return i > 0 && p.text.Tokens[i].Start > 0 && p.text.Report.Text[p.text.Tokens[i].Start-1] == '\n'
}

// turnAt gives the colon of the turn that starts at token i, or -1, and
// whether the name is all in capitals.
func (p *passage) turnAt(i int) (colon int, caps bool) {
	caps = true
	words := 0
	for j := i; j < len(p.text.Tokens) && j-i <= maxTurnName; j++ {
		tok := p.text.Tokens[j]
		switch {
		case tok.Form == ":" && words > 0:
			return j, caps
		case tok.Form == "." || tok.Form == "-" || tok.Form == "(" || tok.Form == ")" || tok.Form == ",":
		case tok.Kind == stemma.Mark || !p.r.nameWord(p.text, j):
			return -1, false
		default:
			words++
			caps = caps && shouting(p.text.Report.Text[tok.Start:tok.End])
		}
	}
	return -1, false
}

func shouting(word string) bool {
	for _, r := range word {
		if r >= 'a' && r <= 'z' {
			return false
		}
	}
	return true
}

// takeTurns credits the turns of the paragraph from first to last, and gives
// the token up to which the paragraph is left for the other readers: last
// when it was a transcript from the start.
func (p *passage) takeTurns(first, last int, turns []turn) int {
	lo := 0
	for hi := len(turns); lo < hi; {
		if m := (lo + hi) / 2; turns[m].name < first {
			lo = m + 1
		} else {
			hi = m
		}
	}
	taken := false
	for ; lo < len(turns) && turns[lo].name < last; lo++ {
		t := turns[lo]
		end := last
		if lo+1 < len(turns) && turns[lo+1].name < last {
			end = turns[lo+1].name
		}
		if t.colon+1 >= end || !taken && t.name != first {
			continue
		}
		taken = true
		p.credits = append(p.credits, credit{
			source: span{t.name, t.colon}, content: []span{{t.colon + 1, end}}, kind: stemma.Transcript,
			stance: stemma.Neutral, parent: -1, sentence: t.name,
		})
	}
	if taken {
		return last
	}
	return first
}
