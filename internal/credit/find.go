package credit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// find gives the names of outlets in the text, in order. Longer names win.
func (p *passage) find() []mention {
	var found []mention
	for _, s := range p.t.Sentences {
		if s.Kind != stemma.Paragraph && s.Kind != stemma.TitleSegment && s.Kind != stemma.Heading {
			continue
		}
		for i := s.First; i < s.Last; {
			m, ok := p.nameAt(i, s)
			if !ok {
				i++
				continue
			}
			found = append(found, m)
			i = m.last
		}
	}
	return p.shortNames(found)
}

// nameAt reads the outlet's name that begins at token i of a sentence.
func (p *passage) nameAt(i int, s stemma.Sentence) (mention, bool) {
	if !p.capital(i) || p.partOfLonger(i, s) {
		return mention{}, false
	}
	for _, n := range p.namesFrom(i) {
		if p.matches(i, s, n) {
			m := mention{first: i, last: i + len(n.words), name: n}
			m.owner = p.owns(m.last - 1)
			return m, true
		}
	}
	if m, ok := p.address(i, s); ok {
		return m, true
	}
	if m, ok := p.headed(i, s); ok {
		return m, true
	}
	return p.described(i, s)
}

// namesFrom gives the names that begin with the word of a token: the pile's
// own outlets first, then the gazetteer's.
func (p *passage) namesFrom(i int) []name {
	word := p.word(i)
	if p.in.Names == nil {
		return p.lex.names[word]
	}
	return append(slices.Clone(p.in.Names.outlets[word]), p.lex.names[word]...)
}

// matches says whether a name stands at token i, as it is written.
func (p *passage) matches(i int, s stemma.Sentence, n name) bool {
	end := i + len(n.words)
	if end > s.Last {
		return false
	}
	for k, w := range n.words {
		form := p.t.Tokens[i+k].Form
		if k == len(n.words)-1 {
			form = p.word(i + k)
		}
		if form != w || len(w) > 3 && p.t.Tokens[i+k].Kind == stemma.Word && !p.capital(i+k) {
			return false
		}
	}
	if n.shape != "" && !strings.HasPrefix(p.raw(i), n.shape) {
		return false
	}
	if n.quoted && !p.quotedAt(i, end) && !(i > s.First && p.owns(i-1)) {
		return false
	}
	if len(n.words) == 1 && (p.surname(i) && n.kind != stemma.LostPerson || p.goesOn(end, s)) {
		return false
	}
	return !n.common || !p.opens(i, s) && (!p.capital(i-1) || p.lex.links.Is(p.word(i-1), "article"))
}

// quotedAt says whether tokens stand in quotation marks.
func (p *passage) quotedAt(i, end int) bool {
	return i > 0 && p.t.Tokens[i-1].Form == `"` && end < len(p.t.Tokens) && strings.ContainsAny(p.raw(end), "\"”,.")
}

// partOfLonger says whether the token goes on with a name that began before:
// "the Chicago Tribune" is not "Tribune", "Mr. Post" no paper.
func (p *passage) partOfLonger(i int, s stemma.Sentence) bool {
	return i > s.First+1 && p.t.Tokens[i-1].Form == "@"
}

// surname says whether a name of one word is that of a person of the pile.
func (p *passage) surname(i int) bool {
	if p.in.Names == nil {
		return false
	}
	return p.in.Names.surnames[p.word(i)] && p.raw(i) != strings.ToUpper(p.raw(i))
}

// goesOn says whether a name of one word is the beginning of a longer one that
// no table has: "Time Warner", "Sun Valley"; a person that the outlet owns is
// none.
func (p *passage) goesOn(end int, s stemma.Sentence) bool {
	if end >= s.Last || p.owns(end-1) || !p.capital(end) || p.t.Tokens[end].Kind != stemma.Word {
		return false
	}
	form := p.word(end)
	return !p.lex.skips.Has(form) && !p.lex.people.Has(form) && p.raw(end-1) != strings.ToUpper(p.raw(end-1)) &&
		!p.lex.vague.Has(form) && p.lex.prints[form] == (cue{})
}

// opens says whether a token begins its sentence, where every word has a
// capital.
func (p *passage) opens(i int, s stemma.Sentence) bool {
	return i == s.First || i == s.First+1 && p.t.Tokens[s.First].Kind == stemma.Mark || s.Kind == stemma.TitleSegment
}

// longestName is how many words the name of an outlet has at most.
const longestName = 5

// headed reads a name that ends with the head of outlets' names: "Harbour
// Gazette", "Channel 10", and call signs: "WEWS-TV".
func (p *passage) headed(i int, s stemma.Sentence) (mention, bool) {
	if p.callSign(i, s) || p.channel(i) {
		last := i + 1
		for last+1 < s.Last && p.t.Tokens[last].Form == "-" && p.t.Tokens[last].Start == p.t.Tokens[last-1].End {
			last += 2
		}
		return p.outlet(i, last, true), true
	}
	end := i
	for k := i; k < s.Last && k-i < longestName && (p.capital(k) || p.t.Tokens[k].Kind == stemma.Number && k > i); k++ {
		end = k + 1
		if p.owns(k) && (k+1 >= s.Last || !p.lex.heads.Is(p.word(k+1), "name")) {
			break
		}
	}
	if end-i < 2 || p.opens(i, s) && s.Kind == stemma.TitleSegment {
		return mention{}, false
	}
	first := i
	if p.lex.links.Is(p.t.Tokens[i].Form, "article") {
		first++
	}
	if end-first < 2 || !p.isHead(end-1) || p.lex.function.Has(p.word(first)) || p.named(first) ||
		p.holdsName(first, end, s) {
		return mention{}, false
	}
	m := p.outlet(first, end, p.lex.air.Has(p.word(end-1)))
	m.name.doubtful = p.lex.heads.Is(p.word(end-1), "doubtful")
	return m, true
}

// holdsName says whether a known name stands at the end of the words: "King's
// Radio Four" names the station.
func (p *passage) holdsName(first, end int, s stemma.Sentence) bool {
	for k := first + 1; k < end; k++ {
		for _, n := range p.namesFrom(k) {
			if k+len(n.words) >= end && (len(n.words) > 1 || n.air || p.owns(k-1)) && p.matches(k, s, n) {
				return true
			}
		}
	}
	return false
}

// isHead says whether a token can end an outlet's name: a head, or the number
// of a channel.
func (p *passage) isHead(i int) bool {
	if p.t.Tokens[i].Kind == stemma.Number {
		return p.word(i-1) == "channel" || p.word(i-1) == "radio"
	}
	return p.lex.heads.Is(p.word(i), "name")
}

// named says whether words begin with a given name, which makes them a
// person's.
func (p *passage) named(i int) bool {
	return p.lex.firstnames.Has(p.word(i))
}

func (p *passage) outlet(first, last int, air bool) mention {
	full := strings.TrimSuffix(strings.TrimSuffix(p.text(first, last), "'s"), "’s")
	n := name{full: full, kind: stemma.LostOutlet, air: air}
	return mention{first: first, last: last, owner: p.owns(last - 1), name: n}
}

// callSign says whether a token is the call sign of an American station:
// "WBAL", "KPIX".
func (p *passage) callSign(i int, s stemma.Sentence) bool {
	w := strings.TrimSuffix(strings.TrimSuffix(p.raw(i), "'s"), "’s")
	if len(w) < 3 || len(w) > 4 || w[0] != 'W' && w[0] != 'K' || w != strings.ToUpper(w) || s.Kind != stemma.Paragraph {
		return false
	}
	return len(w) == 4 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && !allCapitals(p.t, s)
}

// channel says whether a token is a network's name with the number of one of
// its stations: "CBS4".
func (p *passage) channel(i int) bool {
	network := strings.TrimRight(p.word(i), "0123456789")
	return network != p.word(i) && len(network) >= 3 && p.lex.air.Has(network)
}

// allCapitals says whether a sentence shouts, so that capitals tell nothing.
func allCapitals(t *stemma.Text, s stemma.Sentence) bool {
	text := t.Report.Text[s.Start:min(s.End, s.Start+shoutBytes)]
	return text == strings.ToUpper(text)
}

// described reads a name behind a noun for media: "the website Harbourside",
// "the newspaper Ny Havn".
func (p *passage) described(i int, s stemma.Sentence) (mention, bool) {
	if i == s.First || p.capital(i-1) || p.owns(i-1) || p.named(i) || p.lex.skips.Has(p.word(i)) {
		return mention{}, false
	}
	if before := p.word(i - 1); !p.lex.heads.Is(before, "noun") || !p.lex.links.Has(before) {
		return mention{}, false
	}
	last := i
	for last < s.Last && last-i < longestName && p.t.Tokens[last].Kind == stemma.Word && p.capital(last) {
		last++
		if p.owns(last - 1) {
			break
		}
	}
	return p.outlet(i, last, false), true
}

// shoutBytes is how much of a sentence shows that it is in capitals.
const shoutBytes = 80

// address reads a web address for a name: "Fox8.com".
func (p *passage) address(i int, s stemma.Sentence) (mention, bool) {
	if i+2 >= s.Last || p.t.Tokens[i+1].Form != "." || p.t.Tokens[i+1].Start != p.t.Tokens[i].End ||
		p.t.Tokens[i+2].Start != p.t.Tokens[i+1].End {
		return mention{}, false
	}
	if !p.lex.small.Is(p.word(i+2), "domain") {
		return mention{}, false
	}
	return p.outlet(i, i+3, false), true
}

// shortNames adds names of one word that a longer one in the report explains:
// "the Times" behind "The Valley Times", or in it.
func (p *passage) shortNames(found []mention) []mention {
	long := map[string]name{}
	for _, n := range slices.Backward(found) {
		if w := p.word(n.last - 1); n.last-n.first > 1 && p.lex.heads.Is(w, "name") {
			long[w] = n.name
		}
	}
	words := outletWords(string(p.t.Report.Outlet))
	if len(words) > 1 && p.lex.heads.Is(words[len(words)-1], "name") && long[words[len(words)-1]].full == "" {
		long[words[len(words)-1]] = name{full: string(p.t.Report.Outlet), kind: stemma.LostOutlet}
	}
	if len(long) == 0 {
		return found
	}
	return p.addShort(found, long)
}

func (p *passage) addShort(found []mention, long map[string]name) []mention {
	covered := make([]bool, len(p.t.Tokens))
	for i, m := range found {
		for k := m.first; k < m.last; k++ {
			covered[k] = true
		}
		if n, ok := long[p.word(m.last-1)]; ok && m.last-m.first == 1 {
			found[i].name = n
		}
	}
	for _, s := range p.t.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			n, ok := long[p.word(i)]
			longer := i+1 < s.Last && p.capital(i+1) && !p.owns(i)
			if ok && !covered[i] && p.capital(i) && p.lex.links.Is(p.t.Tokens[i-1].Form, "article") && !longer {
				found = append(found, mention{first: i, last: i + 1, name: n, owner: p.owns(i)})
			}
		}
	}
	slices.SortFunc(found, func(a, b mention) int { return a.first - b.first })
	return found
}

// word is the folded form of a token without the mark of the owner.
func (p *passage) word(i int) string {
	return strings.TrimSuffix(p.t.Tokens[i].Form, "'s")
}

// owns says whether a token is an owner: "Gazette's", "Times'".
func (p *passage) owns(i int) bool {
	if strings.HasSuffix(p.t.Tokens[i].Form, "'s") {
		return true
	}
	return strings.HasSuffix(p.t.Tokens[i].Form, "s") && i+1 < len(p.t.Tokens) && p.t.Tokens[i+1].Form == "'" &&
		p.t.Tokens[i+1].Start == p.t.Tokens[i].End
}

// behind is the token behind a mention and its mark of the owner.
func (p *passage) behind(m *mention) int {
	if m.owner && m.last < len(p.t.Tokens) && p.t.Tokens[m.last].Form == "'" {
		return m.last + 1
	}
	return m.last
}

func (p *passage) raw(i int) string { return p.text(i, i+1) }

func (p *passage) text(first, last int) string {
	return p.t.Report.Text[p.t.Tokens[first].Start:p.t.Tokens[last-1].End]
}

func (p *passage) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.t.Report.Text[p.t.Tokens[i].Start:])
	return unicode.IsUpper(r)
}
