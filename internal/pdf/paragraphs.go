package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// farLine is how much farther than usual from the line above, in parts of
	// that, the first line of a paragraph stands.
	farLine = 1.3
	// otherSize is how much larger or smaller the letters of another paragraph
	// are.
	otherSize = 1.12
	// indent and shortLine, in sizes of the letters, show where a paragraph
	// begins and ends.
	indent    = 0.8
	shortLine = 6.0
)

// line is a line of a column.
type line struct {
	left, right, y, size float64
	text                 string
}

// linesOf are the lines of a column.
func linesOf(block []row) []line {
	var out []line
	for _, r := range block {
		l := line{left: r.pieces[0].left, y: r.y}
		var words []string
		weight := 0.0
		for _, p := range r.pieces {
			words = append(words, p.text)
			l.right = max(l.right, p.right)
			l.size += p.size * float64(len(p.text))
			weight += float64(len(p.text))
		}
		l.size /= weight
		l.text = strings.Join(words, " ")
		out = append(out, l)
	}
	return out
}

// paragraphs joins the lines of a column.
func paragraphs(all []line, j *joiner) []string {
	var out []string
	if len(all) == 0 {
		return nil
	}
	left, right := all[0].left, all[0].right
	for _, l := range all {
		left, right = min(left, l.left), max(right, l.right)
	}
	pitch := usualPitch(all)
	text := all[0].text
	for i := 1; i < len(all); i++ {
		if begins(all[i-1], all[i], left, right, pitch) {
			out = append(out, text)
			text = all[i].text
			continue
		}
		text = j.join(text, all[i].text)
	}
	return append(out, text)
}

// usualPitch is the distance of two lines that half of them do not exceed.
func usualPitch(all []line) float64 {
	var pitches []float64
	for i := 1; i < len(all); i++ {
		pitches = append(pitches, all[i-1].y-all[i].y)
	}
	if len(pitches) == 0 {
		return 0
	}
	slices.Sort(pitches)
	return pitches[(len(pitches)-1)/2]
}

// begins says whether a line begins a paragraph.
func begins(above, l line, left, right, pitch float64) bool {
	size := min(above.size, l.size)
	switch gap := above.y - l.y; {
	case gap > farLine*max(pitch, size), gap > farLine*2*size:
		return true
	case max(above.size, l.size) > otherSize*size:
		return true
	case l.left > left+indent*size && above.left < left+indent*size/2:
		return true
	}
	return right-above.right > shortLine*size && ends(above.text)
}

// ends says whether a text ends a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)")
	return s != "" && strings.IndexByte(".!?:", s[len(s)-1]) >= 0
}

// joiner joins lines. Words of the whole file tell whether a hyphen at the end
// of a line belongs to the word.
type joiner struct{ words map[string]bool }

func newJoiner(pages [][][]line) *joiner {
	j := &joiner{map[string]bool{}}
	for _, blocks := range pages {
		for _, block := range blocks {
			for _, l := range block {
				fields := strings.Fields(l.text)
				for _, w := range fields {
					j.words[core(w)] = true
				}
			}
		}
	}
	return j
}

// core is a word without what stands around it, in small letters.
func core(w string) string {
	around := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.ToLower(strings.TrimFunc(w, around))
}

// join joins two lines of one paragraph.
func (j *joiner) join(above, below string) string {
	if bare, found := strings.CutSuffix(above, "\u00ad"); found {
		return bare + below
	}
	bare, found := strings.CutSuffix(above, "-")
	if !found {
		bare, found = strings.CutSuffix(above, "\u2010")
	}
	first, _ := utf8.DecodeRuneInString(below)
	last, _ := utf8.DecodeLastRuneInString(bare)
	switch {
	case !found || !unicode.IsLetter(last) || !unicode.IsLetter(first):
		if found && unicode.IsDigit(last) && (unicode.IsLetter(first) || unicode.IsDigit(first)) {
			return above + below
		}
		return above + " " + below
	case !unicode.IsLower(first):
		return above + below
	}
	start := bare[strings.LastIndexByte(bare, ' ')+1:]
	end, _, _ := strings.Cut(below, " ")
	if !j.words[core(start+end)] && j.words[core(start+"-"+end)] {
		return above + below
	}
	return bare + below
}
