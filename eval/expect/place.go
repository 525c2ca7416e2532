package expect

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Base is an input's file name without folder and extension.
func Base(input string) string {
	input = path.Base(strings.ReplaceAll(input, `\`, "/"))
	return strings.TrimSuffix(input, path.Ext(input))
}

// Find returns the dossier's report of that name: a file name with or without
// extension, or the part before its first hyphen. Nil if there is none.
func Find(d *stemma.Dossier, name string) *stemma.Report {
	name = Base(name)
	for i := range d.Reports {
		base := Base(d.Reports[i].Input)
		if base == name || strings.HasPrefix(base, name+"-") {
			return &d.Reports[i]
		}
	}
	return nil
}

// Locate returns every place at which the words stand in the report. White
// space, letter case, and the form of quotation marks do not count.
func Locate(r *stemma.Report, words string) []stemma.Span {
	return locate(r, 0, len(r.Text), words)
}

// locate is Locate within the report's bytes from start to end.
func locate(r *stemma.Report, start, end int, words string) []stemma.Span {
	text, places := fold(r.Text[start:end])
	wanted, _ := fold(words)
	wanted = strings.TrimSpace(wanted)
	var found []stemma.Span
	for from := 0; wanted != ""; {
		at := strings.Index(text[from:], wanted)
		if at < 0 {
			break
		}
		first, last := from+at, from+at+len(wanted)
		if bounded(text, first, last) {
			found = append(found, r.Span(start+places[first], start+places[last]))
		}
		from = first + 1
	}
	return found
}

// LocateWithin returns the first place of the words inside the given
// sentence, else anywhere in the report. ok is false when they stand nowhere.
func LocateWithin(r *stemma.Report, sentence, words string) (span stemma.Span, ok bool) {
	for _, s := range Locate(r, sentence) {
		if inside := locate(r, s.Start, s.End, words); len(inside) > 0 {
			return inside[0], true
		}
	}
	if anywhere := Locate(r, words); len(anywhere) > 0 {
		return anywhere[0], true
	}
	return stemma.Span{}, false
}

// bounded says whether no word is cut at the ends of text[first:last].
func bounded(text string, first, last int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:first])
	start, _ := utf8.DecodeRuneInString(text[first:])
	stop, _ := utf8.DecodeLastRuneInString(text[:last])
	after, _ := utf8.DecodeRuneInString(text[last:])
	return !(isWord(before) && isWord(start)) && !(isWord(stop) && isWord(after))
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// fold returns the text in lower case with single blanks and straight
// quotation marks, and for each of its bytes (and its end) the byte of the
// original at which it stands.
func fold(text string) (folded string, places []int) {
	var out strings.Builder
	blank := false
	put := func(s string, at int) {
		out.WriteString(s)
		for range len(s) {
			places = append(places, at)
		}
	}
	for i, r := range text {
		if unicode.IsSpace(r) {
			if !blank {
				put(" ", i)
			}
			blank = true
			continue
		}
		blank = false
		put(straight(r), i)
	}
	return out.String(), append(places, len(text))
}

func straight(r rune) string {
	switch r {
	case '“', '”', '„', '«', '»':
		return `"`
	case '’', '‘', '`':
		return "'"
	case '–', '—', '‑':
		return "-"
	}
	return string(unicode.ToLower(r))
}

// Shared is how much of the shorter of two spans the other covers, 0..1.
func Shared(a, b stemma.Span) float64 {
	shorter := min(a.Len(), b.Len())
	if !a.Overlaps(b) || shorter <= 0 {
		return 0
	}
	return float64(min(a.End, b.End)-max(a.Start, b.Start)) / float64(shorter)
}

// Fit is the bytes that two spans share over the bytes of both, 0..1.
func Fit(a, b stemma.Span) float64 {
	if !a.Overlaps(b) {
		return 0
	}
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(shared) / float64(a.Len()+b.Len()-shared)
}
