package language

import "strings"

// Endings are rules on how words end, in the order in which they are tried;
// the first that fits decides. See [Pack.Endings] for the notation.
type Endings []ending

type ending struct {
	before string // what must stand before the ending: "." any letter, "~" a consonant, "=" one twice
	end    string
	to     string
}

// Endings reads the entry of that name in the table "endings". An attribute is
// a rule:
//
//	ies>y    a word that ends in "ies" has "y" instead
//	..ies>y  the same where at least two letters stand before it
//	~y>ies   where a consonant stands before it
//	ss>ss    stays as it is: a word that no later rule may change
//	...ed    ends in "ed" after three letters or more, and loses it
//	.=ed     where the letter before it stands twice, and once in what is left
//
// "-" is an ending of no letters: "->s" adds an s.
func (p *Pack) Endings(name string) Endings {
	var rules Endings
	for _, a := range p.Table("endings").Of(name) {
		from, to, _ := strings.Cut(a, ">")
		end := strings.TrimLeft(from, ".~=")
		rules = append(rules, ending{before: from[:len(from)-len(end)], end: strings.TrimPrefix(end, "-"), to: to})
	}
	return rules
}

// Of is the word as the first rule that fits it makes it, or the word itself.
func (e Endings) Of(word string) string {
	for i := range e {
		if stem, ok := e[i].cut(word); ok {
			return stem + e[i].to
		}
	}
	return word
}

// Fit says whether one of the rules fits the word.
func (e Endings) Fit(word string) bool {
	for i := range e {
		if _, ok := e[i].cut(word); ok {
			return true
		}
	}
	return false
}

// Stem is the first of what the rules make of a word that is asked for, or "".
func (e Endings) Stem(word string, asked func(stem string) bool) string {
	for i := range e {
		if stem, ok := e[i].cut(word); ok && asked(stem+e[i].to) {
			return stem + e[i].to
		}
	}
	return ""
}

func (r *ending) cut(word string) (string, bool) {
	if n := len(r.end); n > 0 && (len(word) < n || word[len(word)-1] != r.end[n-1]) {
		return word, false // most words fail by their last letter
	}
	stem, ok := strings.CutSuffix(word, r.end)
	if !ok || len(stem) < len(r.before) {
		return word, false
	}
	for i := range r.before {
		at := len(stem) - len(r.before) + i
		if r.before[i] == '~' && strings.IndexByte("aeiou", stem[at]) >= 0 ||
			r.before[i] == '=' && (at == 0 || stem[at] != stem[at-1]) {
			return word, false
		}
	}
	if strings.HasSuffix(r.before, "=") {
		stem = stem[:len(stem)-1]
	}
	return stem, true
}
