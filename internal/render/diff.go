package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxEdits bounds the work and the memory of a comparison. Passages that need
// more edits than this are shown as wholly different between what they begin
// and end with in common; a reader would see nothing in so many marks anyway.
const maxEdits = 600

// chunk is a run of words in which two texts agree, or differ.
type chunk struct {
	same bool
	a, b string // the words on each side, with the white space after them; either may be empty where they differ
}

// differ compares two texts word by word, by Myers' greedy algorithm ("An
// O(ND) Difference Algorithm and Its Variations", Algorithmica 1986). White
// space and capitals do not count. The chunks are in order, and no two neighbours are of
// the same sort.
func differ(a, b string) []chunk {
	x, y := words(a), words(b)
	head := 0
	for head < len(x) && head < len(y) && equal(x[head], y[head]) {
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && equal(x[len(x)-1-tail], y[len(y)-1-tail]) {
		tail++
	}
	var c chunker
	c.add(true, x[:head], y[:head])
	c.middle(x[head:len(x)-tail], y[head:len(y)-tail])
	c.add(true, x[len(x)-tail:], y[len(y)-tail:])
	return c.found
}

// What settle takes for a coincidence, found by looking at diffs of reworded
// sentences: an article or a comma that both happen to have, and texts of some
// length of which less than this share is the same.
const (
	maxIsland = 3 // bytes
	minWords  = 8
	minSame   = 0.35
)

// settle makes chunks easier to read: a short word between two differences is
// part of them, and texts that have little in common are not marked at all,
// since then the sentence differs and not its words.
func settle(chunks []chunk) []chunk {
	var found []chunk
	for i, c := range chunks {
		last := len(found) - 1
		island := c.same && i > 0 && i+1 < len(chunks) && len(core(c.b)) <= maxIsland
		if last >= 0 && !found[last].same && (island || !c.same) {
			found[last].a += c.a
			found[last].b += c.b
			continue
		}
		found = append(found, c)
	}
	if len(found) > 1 && strangers(found) {
		for i := range found {
			found[i].same = true
		}
	}
	return found
}

func strangers(chunks []chunk) bool {
	a, b, same := 0, 0, 0
	for _, c := range chunks {
		x, y := len(words(c.a)), len(words(c.b))
		a, b = a+x, b+y
		if c.same {
			same += y
		}
	}
	return min(a, b) >= minWords && float64(same) < minSame*float64(max(a, b))
}

// words cuts a text into words and marks, each with the white space after it.
// Characters of scripts that write without spaces are words of their own.
func words(s string) []string {
	var found []string
	for len(s) > 0 {
		n := wordEnd(s)
		for n < len(s) {
			r, size := utf8.DecodeRuneInString(s[n:])
			if !unicode.IsSpace(r) {
				break
			}
			n += size
		}
		found = append(found, s[:n])
		s = s[n:]
	}
	return found
}

// wordEnd is the length of the word or mark at the start of s. An apostrophe,
// a hyphen, a comma or a point between letters or digits belongs to the word.
func wordEnd(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !wordRune(r) || ideograph(r) {
		return n
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if strings.ContainsRune("'’-.,:", r) {
			next, _ := utf8.DecodeRuneInString(s[n+size:])
			if !wordRune(next) {
				break
			}
		} else if !wordRune(r) || ideograph(r) {
			break
		}
		n += size
	}
	return n
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

func core(word string) string { return strings.TrimRightFunc(word, unicode.IsSpace) }

// equal says whether two words are the same but for capitals: a sentence that
// begins elsewhere is no difference.
func equal(a, b string) bool { return strings.EqualFold(core(a), core(b)) }

// chunker collects chunks and joins neighbours of the same sort.
type chunker struct {
	found []chunk
}

func (c *chunker) add(same bool, x, y []string) {
	if len(x) == 0 && len(y) == 0 {
		return
	}
	a, b := strings.Join(x, ""), strings.Join(y, "")
	if last := len(c.found) - 1; last >= 0 && c.found[last].same == same {
		c.found[last].a += a
		c.found[last].b += b
		return
	}
	c.found = append(c.found, chunk{same, a, b})
}

// middle compares what is left between a common beginning and a common end.
func (c *chunker) middle(x, y []string) {
	steps, ok := edits(x, y)
	if !ok {
		c.add(false, x, y)
		return
	}
	i, j := 0, 0
	for _, s := range steps {
		if s.x > i || s.y > j {
			c.add(false, x[i:s.x], y[j:s.y])
		}
		c.add(true, x[s.x:s.x+1], y[s.y:s.y+1])
		i, j = s.x+1, s.y+1
	}
	c.add(false, x[i:], y[j:])
}

// match says that word x of the one text is word y of the other.
type match struct{ x, y int }

// edits finds the matches of a shortest edit script, in order; false when it
// takes more than maxEdits edits.
func edits(x, y []string) ([]match, bool) {
	most := min(len(x)+len(y), maxEdits)
	reach := make([]int, 2*most+3) // by diagonal: how far along x
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, append([]int(nil), reach[most-d:most+d+3]...))
		for k := -d; k <= d; k += 2 {
			at := most + 1 + k
			i := reach[at-1] + 1
			if k == -d || (k != d && reach[at-1] < reach[at+1]) {
				i = reach[at+1]
			}
			for i < len(x) && i-k < len(y) && equal(x[i], y[i-k]) {
				i++
			}
			if reach[at] = i; i >= len(x) && i-k >= len(y) {
				return retrace(trace, x, y), true
			}
		}
	}
	return nil, false
}

// retrace walks the trace back from the end and collects the matches.
func retrace(trace [][]int, x, y []string) []match {
	var back []match
	i, j := len(x), len(y)
	for d := len(trace) - 1; d >= 0; d-- {
		from, fromX, start := step(trace[d], d, i-j)
		for i > start {
			i, j = i-1, j-1
			back = append(back, match{i, j})
		}
		i, j = fromX, fromX-from
	}
	slices.Reverse(back)
	return back
}

// step is the d-th edit, which led to diagonal k: the diagonal that it came
// from, how far along x that one reached, and where along x the matches after
// the edit begin.
func step(reach []int, d, k int) (from, fromX, start int) {
	if d == 0 {
		return 0, 0, 0
	}
	at := k + d + 1
	if k == -d || (k != d && reach[at-1] < reach[at+1]) {
		return k + 1, reach[at+1], reach[at+1]
	}
	return k - 1, reach[at-1], reach[at-1] + 1
}
