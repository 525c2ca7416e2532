package credit

import (
	"slices"
	"strings"

	"stemma"
	outlets "stemma/internal/name"
)

// word is the folded form of a token without the mark of the owner.
func (p *document) word(i int) string {
	return outlets.Unowned(p.t.Tokens[i].Form)
}

// owns says whether a token is an owner: "Gazette's", "Times'".
func (p *document) owns(i int) bool { return outlets.Owns(p.t, i) }

// behind is the token behind a mention and its mark of the owner.
func (p *document) behind(m *mention) int {
	if m.owner && m.last < len(p.t.Tokens) && p.t.Tokens[m.last].Form == "'" {
		return m.last + 1
	}
	return m.last
}

func (p *document) raw(i int) string { return p.text(i, i+1) }

func (p *document) text(first, last int) string {
	return p.t.Report.Text[p.t.Tokens[first].Start:p.t.Tokens[last-1].End]
}

func (p *document) capital(i int) bool { return p.t.Capital(i) }

// quotedAt says whether tokens stand in quotation marks.
func (p *document) quotedAt(i, end int) bool {
	return i > 0 && p.t.Tokens[i-1].Form == `"` && end < len(p.t.Tokens) && strings.ContainsAny(p.raw(end), "\"”,.")
}

// opens says whether a token begins its sentence, where every word has a
// capital.
func (p *document) opens(i int, s stemma.Sentence) bool {
	return i == s.First || i == s.First+1 && p.t.Tokens[s.First].Kind == stemma.Mark || s.Kind == stemma.TitleSegment
}

// namesFrom gives the names that begin with the word of a token: the pile's
// own outlets first, then the gazetteer's.
func (p *document) namesFrom(i int) []name {
	word := p.word(i)
	if p.in.Names == nil {
		return p.lex.names[word]
	}
	return append(slices.Clone(p.in.Names.outlets[word]), p.lex.names[word]...)
}

// fullName is the token behind the capitalised words at k, as many as a name
// has at most and one more.
func (p *document) fullName(k int) int {
	most := min(k+longestName+1, len(p.t.Tokens))
	for k < most && p.t.Tokens[k].Kind == stemma.Word && p.capital(k) {
		k++
	}
	return k
}

// compound says whether a name is a part of another one, or of a poll's: "the
// Gazette-Radio Four poll", or the credit of a picture: "| HARBOUR NEWS".
func (p *document) compound(m *mention) bool {
	tokens, before, after := p.t.Tokens, m.first-1, m.last
	switch {
	case before >= 0 && tokens[before].Form == "|":
		return true
	case before >= 0 && p.isJoint(before) && tokens[before].End == tokens[m.first].Start:
		return true
	}
	return after < len(tokens) && p.isJoint(after) && tokens[after].Start == tokens[after-1].End
}

// joints are the marks that join names to one; a dash that parts clauses is none.
var joints = map[string]bool{"-": true, "‐": true, "‑": true, "–": true, "/": true, "@": true}

// isJoint says whether token k joins names to one.
func (p *document) isJoint(k int) bool { return joints[p.raw(k)] }

// known is what the pile and the gazetteers have under a full name.
func (p *document) known(full string) name {
	words := bareWords(p.lex, full)
	if n, ok := p.entered(words); ok {
		return n
	}
	if p.in.Names != nil {
		whole := p.in.Names.circle.Full(full)
		if slices.Contains(p.in.Names.pile, whole) && p.lex.who.CompareOutlets(whole, full) >= outlets.Part {
			return name{full: whole, kind: stemma.LostOutlet}
		}
	}
	return name{full: full, kind: stemma.LostOutlet, doubtful: p.lex.doubtful(words)}
}

// entered is the name of these words that the pile or a gazetteer has.
func (p *document) entered(words []string) (name, bool) {
	if len(words) == 0 {
		return name{}, false
	}
	var ofPile []name
	if p.in.Names != nil {
		ofPile = p.in.Names.outlets[words[0]]
	}
	for _, names := range [...][]name{ofPile, p.lex.names[words[0]]} {
		for _, n := range names {
			if slices.Equal(n.words, words) {
				return n, true
			}
		}
	}
	return name{}, false
}

// isOwn says whether a name is the report's own outlet: its key is the same, it is
// the last word of it ("the Standard" of The Metro Standard), or one is the beginning of the other
// ("Radio Four Northmouth").
func (p *document) isOwn(n name) bool {
	key := p.lex.key(n.full)
	for _, own := range p.own {
		isLast := !strings.Contains(key, " ") && strings.HasSuffix(own, " "+key)
		isBegun := strings.HasPrefix(own, key+" ") || strings.HasPrefix(key, own+" ")
		if key == own || isLast || isBegun && n.air {
			return true
		}
	}
	return false
}
