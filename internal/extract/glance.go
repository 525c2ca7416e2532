package extract

import (
	"strings"

	"stemma"
	"stemma/internal/fnv"
	"stemma/internal/language"
)

// glance is a first look at a plain text that costs a few nanoseconds a byte: it
// tells the lines that nothing can make furniture of, so that only the others
// are judged by their words. It never takes a line for clean that is not: of
// every phrase it looks for the first two words, by their hashes. Where it
// cannot tell (wrapped lines, a head above the first paragraph, a line that is
// marked) the text is read as a whole.
type glance struct {
	x            *lexicon
	bytes        [256]byteForm
	single, pair sights
}

// sights are kept by the hash of a word, or of two. The first table of bits tells
// by the outline of a word, the second by all of it, what is not in the map: nearly
// every word of prose stops at the first.
type sights struct {
	outlines, whole bitset
	exact           map[uint64]sight
}

// bitset may say of a hash that it is there that is not, never the opposite.
type bitset [1 << (glanceBits - 6)]uint64

const glanceBits = 16

func (s *bitset) add(h uint64) {
	b := bucket(h)
	s[b>>6] |= 1 << (b & 63)
}

func (s *bitset) has(h uint64) bool {
	b := bucket(h)
	return s[b>>6]&(1<<(b&63)) != 0
}

func (s *sights) add(h uint64, seen sight) {
	s.whole.add(h)
	s.exact[h] |= seen
}

func (s *sights) of(h uint64) sight {
	if !s.whole.has(h) {
		return 0
	}
	return s.exact[h]
}

// sight is where a phrase with that beginning would make a line furniture.
type sight uint16

const (
	atBegin      sight = 1 << iota // at the beginning of a line
	anywhere                       // of captions, footers and forms: anywhere
	inLine                         // of furniture: anywhere in a line of furnitureWords
	inShort                        // the same, of shortWords
	inCaptions                     // of captions that are no sentence
	inBrackets                     // in brackets
	ofDate                         // a word of a date line
	ofWriter                       // begins a byline that may stand beside a date
	ofName                         // in the name of a desk, an agency or a role
	atBeginShort                   // at the beginning of a line of furnitureWords
)

func newGlance(x *lexicon, s tableSet) *glance {
	g := &glance{
		x: x, bytes: byteForms(),
		single: sights{exact: map[uint64]sight{}}, pair: sights{exact: map[uint64]sight{}},
	}
	g.learn(s.table("boilerplate"), furnitureSights)
	g.learn(s.table("captions"), captionSights)
	g.learn(s.table("page-footers"), footerSights)
	g.learn(s.table("bylines"), bylineSights)
	g.learn(x.agencies, func(string, []string) sight { return ofName })
	for w := range x.dateWords.All() {
		g.single.add(fnv.Of(w), ofDate)
	}
	for w := range x.months {
		g.single.add(fnv.Of(w), ofDate)
	}
	for w := range x.zones {
		g.single.add(fnv.Of(w), ofDate)
	}
	for _, w := range []string{"t", "h", "a", "p", "m"} { // of the forms of times: "T10:00", "10h", "a.m."
		g.single.add(fnv.Of(w), ofDate)
	}
	return g
}

func (g *glance) learn(table language.Table, sights func(entry string, attributes []string) sight) {
	for entry, attributes := range table.All() {
		seen := sights(entry, attributes)
		if seen == 0 {
			continue
		}
		entry, ok := typed(entry)
		if !ok {
			continue // no line that has it is looked at
		}
		first, rest, several := strings.Cut(entry, " ")
		if !several {
			g.single.add(fnv.Of(first), seen)
			if seen&^(atBegin|atBeginShort) != 0 { // of a line the first word is always looked at
				g.single.outlines.add(outline(trimWord(first)))
			}
			continue
		}
		second, _, _ := strings.Cut(rest, " ")
		g.pair.add(both(fnv.Of(first), fnv.Of(second)), seen)
		g.pair.outlines.add(both(outline(trimWord(first)), outline(trimWord(second))))
	}
}

func furnitureSights(_ string, attributes []string) (seen sight) {
	if has(attributes, "line") || has(attributes, "prefix") {
		seen |= atBeginShort
	}
	if has(attributes, "form") {
		seen |= anywhere
	}
	if has(attributes, "contains") || has(attributes, "suffix") {
		if has(attributes, "short") {
			return seen | inShort
		}
		return seen | inLine
	}
	return seen
}

func captionSights(entry string, attributes []string) (seen sight) {
	if has(attributes, "label") {
		seen |= atBegin
		if strings.HasSuffix(entry, ":") {
			seen |= anywhere
		}
	}
	if has(attributes, "gallery") {
		seen |= anywhere
	}
	if has(attributes, "contains") {
		seen |= inCaptions
	}
	if has(attributes, "paren") || has(attributes, "contains-paren") {
		seen |= inBrackets
	}
	return seen
}

func footerSights(_ string, attributes []string) sight {
	if has(attributes, "start") {
		return atBegin
	}
	return anywhere
}

func bylineSights(_ string, attributes []string) (seen sight) {
	if has(attributes, "lead") {
		seen = atBegin
		if !has(attributes, "weak") {
			seen |= ofWriter
		}
	}
	if has(attributes, "role") || has(attributes, "desk") {
		seen |= ofName
	}
	return seen
}

// clean says that every line of a text is article text, for sure; where it does not, it
// gives the byte up to which every line is, as far as its own words tell.
func (j *judge) clean(text string) (all bool, sure int) {
	g := j.glance
	var room [4]unit
	head := room[:0] // the lines above the first paragraph of prose
	prose, before, lines := false, "", 0
	for at, next := 0, 0; at < len(text); at = next {
		u := unit{kind: stemma.Paragraph}
		u.end, next = lineEnd(text, at)
		u.text = strings.TrimSpace(text[at:u.end])
		if u.text == "" {
			before = ""
			continue
		}
		if len(before) >= shortestWrap && startsLower(u.text) && !endsSentence(before) {
			return false, sure // it may be wrapped
		}
		if j.unit(&u, true); u.kind != stemma.Paragraph {
			return false, sure
		}
		if len(insetsIn(g.x, u.text)) > 0 {
			return false, sure
		}
		if lines++; lines <= pastedUnits {
			if cut, _ := pastedAt(g.x, u.text); cut > 0 {
				return false, sure
			}
		}
		if prose = prose || u.prose(); !prose {
			head = append(head, u)
		}
		sure, before = u.end, u.text
	}
	return sure > 0 && (len(head) == 0 || g.cleanHead(text, head)), sure
}

// cleanHead says that no line of a head names the outlet or a writer.
func (g *glance) cleanHead(text string, head []unit) bool {
	labels := []string(nil)
	for _, u := range head[:min(2, len(head))] { // of longer lines none is a masthead
		if labels == nil && countWords(u.text, maxNameWords+1) <= maxNameWords {
			labels = g.x.hostsIn(shortLines(text))
		}
	}
	plainReader{g.x}.head(head, len(head), labels, &facts{})
	for _, u := range head {
		if u.kind == stemma.Boilerplate || u.kind == stemma.BylineLine {
			return false
		}
	}
	return true
}

// shortLines are the lines of a text that may be looked at for addresses: those with a point.
func shortLines(text string) (lines []string) {
	for at, end, next := 0, 0, 0; at < len(text); at = next {
		end, next = lineEnd(text, at)
		if line := text[at:end]; len(line) <= maxDateLine && strings.IndexByte(line, '.') >= 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

func endsLine(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }
