package name

import "stemma"

// longestSignature is how many tokens stand at most from the dash before the name of a post's writer
// to the end of its date.
const longestSignature = 16

// Signature is the name of the writer with which the post in the tokens from first to last ends,
// behind a dash and before a handle and perhaps a date: "It is late. — | Ada Wren | (@adawren) March
// 3, 2016". It is empty where no words of a post or no name stand before the handle, and where more
// than a date stands behind it.
func (f *Finder) Signature(first, last int) (from, to int) {
	t := f.text.Tokens
	i := last - 1
	for i > max(first, last-longestSignature) && f.isDated(i) {
		i--
	}
	if i < first+3 || t[i].Form != ")" || t[i-2].Form != "@" || t[i-3].Form != "(" {
		return 0, 0
	}
	to = i - 3
	for from = to; from > first && (t[from-1].Form != "-" || f.isHyphen(from-1)); {
		from--
	}
	if from <= first+1 {
		return 0, 0
	}
	return from, to
}

// isDated says whether token i may belong to a date: a month, a number, the comma between.
func (f *Finder) isDated(i int) bool {
	t := &f.text.Tokens[i]
	return t.Kind == stemma.Number || t.Form == "," || f.is(i, MonthWord)
}
