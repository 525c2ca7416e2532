package extract

import (
	who "stemma/internal/name"

	"strings"
)

const (
	captionWords = 70 // captions of agencies run to three sentences
	creditWords  = 8  // after "Photo:" at the end of a caption
)

// captioning knows what is written below pictures.
type captioning struct {
	captions phrases
	known    *publishers
	inside   *who.Inside
}

// captionLine says whether a line is the caption or the credit of a picture.
func (x *captioning) captionLine(s string) bool { return x.captionOf(s, fold(s)) }

// captionOf is captionLine for a line that is folded.
func (x *captioning) captionOf(s string, words []word) bool {
	n := len(words)
	if n > captionWords {
		return gallery(&x.captions, words)
	}
	if n == 0 || openQuote(s) {
		return false
	}
	a, m := x.captions.at(words, 0, "label")
	if m > 0 && has(a, "capitals") {
		return allCaps(s[words[0].start:words[m-1].end])
	}
	if m > 0 {
		return has(a, "sure") || strings.HasSuffix(words[m-1].form, ":") || n <= creditWords ||
			has(a, "paren") && !endsSentence(s)
	}
	return x.closingCredit(s, words) || x.captionParenthesis(s) || x.captionPhrase(s, words)
}

// gallery says whether a line holds the captions of a row of pictures: it tells
// which of them is shown, or each stands behind the label, as in "Photos: The
// mill Photos: The mill at night".
func gallery(captions *phrases, words []word) bool {
	labels := 0
	for i := range words {
		if _, m := captions.at(words, i, "gallery"); m > 0 {
			return true
		}
		_, m := captions.at(words, i, "label")
		if m > 0 && strings.HasSuffix(words[i+m-1].form, ":") && (i == 0 || labels > 0) {
			labels++
		}
	}
	return labels > 1
}

// closingCredit finds "… on 2 March. Photo: A. Ruiz" and "… / Getty Images".
func (x *captioning) closingCredit(s string, words []word) bool {
	n := len(words)
	for i := max(1, n-creditWords); i < n; i++ {
		if _, m := x.captions.at(words, i, "label"); m > 0 && strings.HasSuffix(words[i+m-1].form, ":") &&
			startsUpper(s[words[i].start:]) {
			return true
		}
	}
	return x.slashCredit(s)
}

// slashCredit finds "A. Ruiz/Harbour Courier" and "REUTERS/A. Ruiz" at the end of a line.
func (x *captioning) slashCredit(s string) bool {
	early := max(0, len(s)-maxTurnName)
	if strings.IndexByte(s[early:], '/') < 0 {
		return false
	}
	slash := strings.LastIndexByte(s, '/')
	if agency := s[strings.LastIndexByte(s[:slash], ' ')+1 : slash]; allCaps(agency) && x.isAgencyName(agency) &&
		isName(x.inside, strings.TrimRight(s[slash+1:], ". )")) {
		return true
	}
	end := strings.IndexAny(s[slash:], ").")
	if end < 0 {
		end = len(s) - slash
	}
	if strings.Contains(s[slash+end:], " ") {
		return false
	}
	after := fold(s[slash+1 : slash+end])
	if _, m := x.captions.at(after, 0, "agency"); m > 0 && m == len(after) {
		return true
	}
	// "A. Ruiz/Harbour Courier": the outlet is known, or its name ends as such names do.
	before := countWords(s[:slash], nameWords)
	isNamed := startsUpper(strings.TrimLeft(s, "( "))
	if !isNamed || before >= nameWords || len(after) == 0 {
		return false
	}
	name, last := s[slash+1:slash+end], after[len(after)-1].form
	return x.known.named[x.inside.Squash(name)] != "" || x.known.heads.Is(last, "name")
}

// isAgencyName says whether a word is the name of an agency that gives pictures.
func (x *captioning) isAgencyName(word string) bool {
	words := fold(word)
	_, n := x.captions.at(words, 0, "agency")
	return n > 0 && n == len(words)
}

// captionParenthesis finds a credit in parentheses at the end, and the places
// of people, as in "A. Ruiz (left) with B. Okoro", in what is no sentence.
func (x *captioning) captionParenthesis(s string) bool {
	for at := 0; ; {
		open := strings.IndexByte(s[at:], '(')
		if open < 0 {
			return false
		}
		open += at
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			return false
		}
		end += open
		inside := fold(s[open+1 : end])
		last := strings.Trim(s[end+1:], ". ") == ""
		for i := range inside {
			if _, m := x.captions.at(inside, i, "paren"); m > 0 && last && len(inside) <= creditWords {
				return true
			}
		}
		isParty := end-open == len("(R") && startsUpper(s[open+1:]) // "Sen. Ada Pell (R)"
		if _, m := x.captions.at(inside, 0, "contains-paren"); !isParty && m > 0 && m == len(inside) &&
			!(endsSentence(s) && last) {
			return true
		}
		at = end
	}
}

func (x *captioning) captionPhrase(s string, words []word) bool {
	if endsSentence(s) && len(words) > 2*creditWords {
		return false
	}
	for i := range words {
		if _, m := x.captions.at(words, i, "contains"); m > 0 {
			return true
		}
	}
	return false
}
