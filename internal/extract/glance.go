package extract

import (
	"strings"
	"unicode/utf8"

	"stemma"
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
	single, pair sights
}

// sights are kept by the hash of a word, or of two; the table of bits tells with
// one look most of what is not in the map.
type sights struct {
	bits  [1 << (glanceBits - 6)]uint64
	exact map[uint64]sight
}

const glanceBits = 16

func (s *sights) add(h uint64, seen sight) {
	b := bucket(h)
	s.bits[b>>6] |= 1 << (b & 63)
	s.exact[h] |= seen
}

func (s *sights) of(h uint64) sight {
	if b := bucket(h); s.bits[b>>6]&(1<<(b&63)) == 0 {
		return 0
	}
	return s.exact[h]
}

// sight is where a phrase with that beginning would make a line furniture.
type sight uint8

const (
	atBegin    sight = 1 << iota // at the beginning of a line
	anywhere                     // of captions and footers: anywhere
	inLine                       // of furniture: anywhere in a line of furnitureWords
	inShort                      // the same, of shortWords
	inCaptions                   // of captions that are no sentence
	inBrackets                   // in brackets
	ofDate                       // a word of a date line
	ofWriter                     // begins a byline that may stand beside a date
)

func newGlance(x *lexicon, packs []*language.Pack) *glance {
	g := &glance{x: x, single: sights{exact: map[uint64]sight{}}, pair: sights{exact: map[uint64]sight{}}}
	g.learn(merged(packs, "boilerplate"), furnitureSights)
	g.learn(merged(packs, "captions"), captionSights)
	g.learn(merged(packs, "page-footers"), footerSights)
	g.learn(merged(packs, "bylines"), bylineSights)
	for w := range x.dateWords {
		g.single.add(hashForm(w), ofDate)
	}
	for w := range x.months {
		g.single.add(hashForm(w), ofDate)
	}
	for w := range x.zones {
		g.single.add(hashForm(w), ofDate)
	}
	for _, w := range []string{"t", "h", "a", "p", "m", "of", "de", "del"} {
		g.single.add(hashForm(w), ofDate)
	}
	return g
}

func (g *glance) learn(table language.Table, sights func(entry string, attributes []string) sight) {
	for entry, attributes := range table {
		seen := sights(entry, attributes)
		first, rest, several := strings.Cut(entry, " ")
		if !several {
			g.single.add(hashForm(first), seen)
			continue
		}
		second, _, _ := strings.Cut(rest, " ")
		g.pair.add(both(hashForm(first), hashForm(second)), seen)
	}
}

func furnitureSights(_ string, attributes []string) (seen sight) {
	if has(attributes, "line") || has(attributes, "prefix") {
		seen |= atBegin
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
	return seen
}

// clean says that every line of a text is article text, for sure.
func (g *glance) clean(text string) bool {
	var head []unit // the lines above the first paragraph of prose
	some, inHead, before, j := false, true, "", judge{lexicon: g.x}
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		line := strings.TrimSpace(text[at:end])
		at = next
		if line == "" {
			before = ""
			continue
		}
		if len(before) >= shortestWrap && startsLower(line) && !endsSentence(before) {
			return false // it may be wrapped
		}
		some, before = true, line
		u := unit{text: line, kind: stemma.Paragraph}
		if clean, edge := g.cleanLine(line); !clean {
			if j.unit(&u, edge); u.kind != stemma.Paragraph {
				return false
			}
		}
		if inHead = inHead && !u.prose(); inHead {
			head = append(head, u)
		}
	}
	return some && (len(head) == 0 || g.cleanHead(text, head))
}

// cleanHead says that no line of a head names the outlet or a writer.
func (g *glance) cleanHead(text string, head []unit) bool {
	labels := g.x.hostsIn(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }))
	g.x.head(head, labels, &facts{})
	for _, u := range head {
		if u.kind == stemma.Boilerplate || u.kind == stemma.BylineLine {
			return false
		}
	}
	return true
}

// lastBytes is how far before its end a slash may stand that parts the
// photographer from the agency.
const lastBytes = maxTurnName + 1

// cleanLine says that a line is a paragraph for sure; edge, that it may be
// something else at the edge of a text only.
func (g *glance) cleanLine(line string) (clean, edge bool) {
	if len(line) > maxLineBytes {
		return true, false
	}
	v := view{g: g, line: line}
	for at := 0; at < len(line); {
		c := line[at]
		if c >= utf8.RuneSelf {
			return false, true
		}
		if c <= ' ' || c == '(' || c == ')' {
			at++
			continue
		}
		at = v.word(at)
	}
	return v.clean(), v.n <= nameWords || v.hits&atBegin != 0 || v.isDate()
}

// view is what is seen of a line.
type view struct {
	g      *glance
	line   string
	n      int // words
	last   uint64
	hits   sight
	odd    int  // words that no date line has
	digits bool // there are some
}

// word reads the field at a byte and returns where it ends. The hash is that of
// its folded form; what stands in brackets is looked at as if it stood alone.
func (v *view) word(at int) (end int) {
	line := v.line
	for end = at; end < len(line) && !endsWord(line[end]); end++ {
		if line[end] == '|' || line[end] == '@' {
			v.hits |= anywhere
		}
	}
	from, to := at, end
	for from < to && !isWordRune(rune(line[from])) {
		from++
	}
	for to > from && !isWordRune(rune(line[to-1])) {
		to--
	}
	if from == to {
		return end
	}
	hash, plain, digit := hashBytes(line[from:to])
	v.see(hash, plain, digit)
	if line[end-1] == ':' || end < len(line) && line[end] == ')' {
		v.n--
		v.see(extend(hash, ':'), plain, digit)
	}
	v.last = hash
	return end
}

func endsWord(c byte) bool { return c <= ' ' || c >= utf8.RuneSelf || c == '(' || c == ')' }

func (v *view) see(hash uint64, plain, digit bool) {
	seen := v.g.single.of(hash)
	found := seen
	if v.n > 0 {
		pair := v.g.pair.of(both(v.last, hash))
		if v.n > 1 {
			pair &^= atBegin
		}
		found = found&^atBegin | pair
	}
	v.hits |= found
	v.n++
	v.digits = v.digits || digit
	if seen&ofDate == 0 && plain && !digit {
		v.odd++
	}
}

// isDate says whether the line can give a date and nothing else.
func (v *view) isDate() bool {
	return v.digits && len(v.line) <= maxDateLine/2 && (v.odd == 0 || v.hits&ofWriter != 0)
}

// clean judges by what was seen whether a line can be nothing but prose.
func (v *view) clean() bool {
	short := v.n <= shortWords
	slash := strings.LastIndexByte(v.line, '/')
	switch {
	case v.n <= nameWords, v.isDate(), v.hits&(atBegin|anywhere) != 0:
		return false
	case v.hits&inLine != 0 && v.n <= furnitureWords, v.hits&inShort != 0 && short:
		return false
	case v.hits&inCaptions != 0 && (v.n <= 2*creditWords || !endsSentence(v.line)):
		return false
	case v.hits&inBrackets != 0 && strings.IndexByte(v.line, '(') >= 0:
		return false
	case slash >= 0 && len(v.line)-slash <= lastBytes:
		return false
	}
	return !short || !strings.Contains(strings.TrimRight(v.line, ".,;()<>[] "), ".")
}

const (
	hashOffset, hashPrime = 14695981039346656037, 1099511628211
	pairPrime             = 0x9E3779B97F4A7C15
)

func extend(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

func both(a, b uint64) uint64 { return a*pairPrime ^ b }

func bucket(h uint64) uint64 { return (h * pairPrime) >> (64 - glanceBits) }

// hashForm is the hash of a folded word (FNV-1a, 64 bits).
func hashForm(form string) uint64 {
	h := uint64(hashOffset)
	for i := 0; i < len(form); i++ {
		h = extend(h, form[i])
	}
	return h
}

// hashBytes is the hash of a word as foldWord folds it: any number is "0". plain
// says that it has nothing but letters, digit that there is a digit in it.
func hashBytes(word string) (h uint64, plain, digit bool) {
	h, plain = hashOffset, true
	number := true
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c, number = c+'a'-'A', false
		case c >= 'a' && c <= 'z':
			number = false
		case c >= '0' && c <= '9':
			digit = true
		default:
			plain, number = false, false
		}
		h = extend(h, c)
	}
	if number {
		return extend(hashOffset, '0'), plain, digit
	}
	return h, plain, digit
}
