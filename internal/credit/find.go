package credit

import (
	"slices"
	"strings"

	"stemma"
	outlets "stemma/internal/name"
)

// finder finds names of outlets, and of reporters who publish by themselves.
type finder struct{ *document }

// find gives the names of outlets in the text, in order. Longer names win.
func (p finder) find() []mention {
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
	return relayer{p}.relays(shortener{p, p.in.Names.shorts(), map[string]bool{}}.shortNames(found))
}

// nameAt reads the outlet's name that begins at token i of a sentence.
func (p finder) nameAt(i int, s stemma.Sentence) (mention, bool) {
	if m, ok := p.address(i, s); ok {
		return m, true
	}
	if m, ok := p.ownPaper(i, s); ok {
		return m, true
	}
	isWord := p.capital(i)
	if !isWord && p.t.Tokens[i].Kind != stemma.Number || p.partOfLonger(i, s) {
		return mention{}, false
	}
	for _, n := range p.namesFrom(i) {
		if p.matches(i, s, n) {
			m := mention{first: i, last: i + len(n.words), name: n}
			m.owner = p.owns(m.last - 1)
			return m, true
		}
	}
	if !isWord { // "60 Minutes" is a name only where it is known
		return mention{}, false
	}
	for _, read := range [...]func(int, stemma.Sentence) (mention, bool){
		p.initialed, p.station, p.headed, p.described,
	} {
		if m, ok := read(i, s); ok {
			return m, true
		}
	}
	return mention{}, false
}

// partOfLonger says whether the token goes on with a name that began before:
// "@Tribune", "the Ministry of Foreign Affairs".
func (p finder) partOfLonger(i int, s stemma.Sentence) bool {
	if i <= s.First+1 {
		return false
	}
	isBody := p.capital(i-2) && p.lex.bodies.Has(p.word(i-2))
	return p.t.Tokens[i-1].Form == "@" || isBody && p.lex.small.Is(p.t.Tokens[i-1].Form, "of")
}

// longestName is how many words the name of an outlet has at most.
const longestName = 5

// headed reads a name that ends with the head of outlets' names: "Harbour
// Gazette".
func (p finder) headed(i int, s stemma.Sentence) (mention, bool) {
	end := p.capitals(i, s)
	first := i
	if p.lex.links.Is(p.t.Tokens[i].Form, "article") {
		first++
	}
	if isTitle := p.opens(i, s) && s.Kind == stemma.TitleSegment; isTitle || end-first < leastHeaded {
		return mention{}, false
	}
	opens := p.lex.heads.Is(p.word(first), "first") // "Radio Four"
	if !p.isHead(end-1) && !opens || p.isOthers(first, end, s) {
		return mention{}, false
	}
	m := p.outlet(first, end, opens || p.lex.air.Has(p.word(end-1)))
	if words := strings.Join(bareWords(p.lex, m.name.full), " "); p.lex.platforms.Has(words) || p.isPlain(words) {
		return mention{}, false
	}
	m.name.doubtful = !opens && p.lex.heads.Is(p.word(end-1), "doubtful")
	return m, true
}

// isPlain says whether words are a noun for media and no name, whatever their capitals:
// "State TV".
func (p finder) isPlain(words string) bool {
	return p.lex.heads.Is(words, "noun") && !p.lex.heads.Is(words, "name")
}

// leastHeaded is how many words a name has at least that is known by its head.
const leastHeaded = 2

// capitals is the token behind the capitalised words and numbers that begin at
// token i. An owner ends them, unless the head follows: "Seafarers' Gazette".
func (p finder) capitals(i int, s stemma.Sentence) int {
	k := i
	for k < s.Last && k-i < longestName && (p.capital(k) || p.t.Tokens[k].Kind == stemma.Number && k > i) {
		k++
		if p.owns(k-1) && (k >= s.Last || !p.lex.heads.Is(p.word(k), "name")) {
			break
		}
	}
	return k
}

// isOthers says whether words with the head of an outlet's name name something
// else: grammar, a person, a known name at their end.
func (p finder) isOthers(first, end int, s stemma.Sentence) bool {
	return p.lex.function.Has(p.word(first)) || p.named(first) || p.bears(first, end) || p.holdsName(first, end, s)
}

// station reads a broadcaster's call sign or channel with what hyphens add:
// "WEWS-TV", "CBS4".
func (p finder) station(i int, s stemma.Sentence) (mention, bool) {
	if !p.callSign(i, s) && !p.channel(i) {
		return mention{}, false
	}
	last := i + 1
	for last+1 < s.Last && p.t.Tokens[last].Form == "-" && p.t.Tokens[last].Start == p.t.Tokens[last-1].End {
		last += 2
	}
	return p.outlet(i, last, true), true
}

// holdsName says whether a known name stands at the end of the words: "King's
// Radio Four" names the station.
func (p finder) holdsName(first, end int, s stemma.Sentence) bool {
	for k := first + 1; k < end; k++ {
		for _, n := range p.namesFrom(k) {
			isWhole := len(n.words) > 1 && !p.isShort(n) || n.air || p.owns(k-1)
			if k+len(n.words) >= end && isWhole && p.matches(k, s, n) {
				return true
			}
		}
	}
	return false
}

// isShort says whether the words of a name are the end of its full name alone, as other
// names may end: "Daily News".
func (p finder) isShort(n name) bool {
	full := bareWords(p.lex, n.full)
	return len(full) > len(n.words) && slices.Equal(full[len(full)-len(n.words):], n.words)
}

// capitals are the letters of call signs.
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// signLetters is how many letters a call sign has.
const signLetters = 4

// callSign says whether a token is the call sign of an American station:
// "WBAL", "KPIX".
func (p finder) callSign(i int, s stemma.Sentence) bool {
	w := outlets.Unowned(p.raw(i))
	isSign := len(w) == signLetters && (w[0] == 'W' || w[0] == 'K') && strings.Trim(w, capitals) == ""
	return isSign && s.Kind == stemma.Paragraph && !allCapitals(p.t, s)
}

// channel says whether a token is a network's name with the number of one of
// its stations: "CBS4".
func (p finder) channel(i int) bool {
	network := strings.TrimRight(p.word(i), "0123456789")
	return network != p.word(i) && len(network) >= 3 && p.lex.air.Has(network)
}

// allCapitals says whether a sentence shouts, so that capitals tell nothing.
func allCapitals(t *stemma.Text, s stemma.Sentence) bool {
	text := t.Report.Text[s.Start:min(s.End, s.Start+shoutBytes)]
	return text == strings.ToUpper(text)
}

// described reads a name behind a noun for media: "the website Harbourside",
// "the newspaper Ny Havn"; not a person behind a verb that is such a noun too:
// "the papers show Wren had paid".
func (p finder) described(i int, s stemma.Sentence) (mention, bool) {
	isShortened := strings.Contains(p.raw(i), ".") // "the quarterly U.S. report"
	if i == s.First || p.capital(i-1) || p.owns(i-1) || p.named(i) || p.surname(i) || p.lex.skips.Has(p.word(i)) ||
		isShortened {
		return mention{}, false
	}
	if before := p.word(i - 1); !p.lex.heads.Is(before, "noun") || !p.lex.links.Has(before) {
		return mention{}, false
	}
	last := i
	goesOn := func(k int) bool { return p.t.Tokens[k].Kind == stemma.Word && p.capital(k) || p.numbers(k, i) }
	for last < s.Last && last-i < longestName && goesOn(last) {
		last++
		if p.owns(last - 1) {
			break
		}
	}
	return p.outlet(i, last, false), true
}

// numbers says whether a token is the number of a station behind its name: "the radio
// Northmouth 1".
func (p finder) numbers(k, first int) bool {
	return k > first && p.t.Tokens[k].Kind == stemma.Number && p.lex.small.Is(p.word(first-1), "numbered")
}

// shoutBytes is how much of a sentence shows that it is in capitals.
const shoutBytes = 80

// address reads a web address for a name: "Fox8.com".
func (p finder) address(i int, s stemma.Sentence) (mention, bool) {
	if strings.Contains(p.t.Tokens[i].Form, ".") {
		if full := p.publisher(outlets.Unowned(p.raw(i))); full != "" {
			m := p.outlet(i, i+1, false)
			m.name.full = full
			return m, true
		}
	}
	if i+2 >= s.Last || p.t.Tokens[i+1].Form != "." || p.t.Tokens[i+1].Start != p.t.Tokens[i].End ||
		p.t.Tokens[i+2].Start != p.t.Tokens[i+1].End {
		return mention{}, false
	}
	if !p.lex.small.Is(p.word(i+2), "domain") {
		return mention{}, false
	}
	return p.outlet(i, i+3, false), true
}

// publisher is whose address a word is: an outlet's that is known, or of the pile; else "".
func (p finder) publisher(word string) string {
	if !outlets.IsAddress(word) {
		return ""
	}
	at := p.lex.who.Outlet(word)
	if at.Known {
		return at.Name
	}
	if p.in.Names == nil {
		return ""
	}
	for _, outlet := range p.in.Names.pile {
		if p.lex.who.Compare(p.lex.who.Outlet(outlet), at) == outlets.Same {
			return outlet
		}
	}
	return ""
}

// tails adds the last words of the names of the pile's outlets where they stand with a
// capital behind an article: "the Capital" of Harbour Capital, in a list of papers.
func (p finder) tails(found []mention) []mention {
	if p.in.Names == nil || len(p.in.Names.tails) == 0 {
		return found
	}
	covered := map[int]bool{}
	for _, m := range found {
		for k := m.first; k < m.last; k++ {
			covered[k] = true
		}
	}
	for _, s := range p.t.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			n, ok := p.in.Names.tails[p.word(i)]
			goesOn := i+1 < s.Last && p.capital(i+1)
			named := p.capital(i) && !goesOn && p.lex.links.Is(p.t.Tokens[i-1].Form, "article")
			if ok && n.full != "" && !covered[i] && named {
				found = append(found, mention{first: i, last: i + 1, name: n, tail: true})
			}
		}
	}
	slices.SortFunc(found, func(a, b mention) int { return a.first - b.first })
	return found
}
