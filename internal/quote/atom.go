package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// atom is what the clause patterns step over: a word, a mark, or a whole
// quotation.
type atom struct {
	first, last int // tokens, half-open
	entry       *entry
	form        string
	class       class
	mark        byte // first byte of a mark's form, 0 for words
	upper       bool // starts with a capital
	owner       bool // carries a possessive 's
	quote       bool // a quotation
	scare       bool // a quotation of a few words, which stands for a word
	short       bool // a quotation of a few words, closed by a mark or not
	open        bool // a quotation without its closing mark
	edged       bool // a quotation whose last words are closed by a mark: “…,”
	named       bool // a quotation that may be a name: “Harbour Post”
	spaced      bool // a dash with white space around it
	pastEnd     bool // ends like a past form
	starts      bool // the first atom of a sentence
}

// nothing is the entry of a word that no table knows, and outside what stands
// before and after a unit. Both are only ever read.
var (
	nothing = &entry{}
	outside = &atom{mark: '.', entry: nothing}
)

// maxScare is the number of words up to which a quotation without a closing
// mark of its own is read as a word of the sentence around it ("the “unlikely” case").
const maxScare = 5

// atoms cuts the tokens from first to last into atoms, with the quotations
// given; starts may be nil where no sentence starts.
func (w *words) atoms(first, last int, quotes []quotation, starts []bool, out []atom) []atom {
	k := 0
	for i := first; i < last; {
		for k < len(quotes) && quotes[k].first < i {
			k++
		}
		if k < len(quotes) && quotes[k].first == i {
			a := quoteAtom(w.text, quotes[k])
			a.starts = i < len(starts) && starts[i]
			out = append(out, a)
			i = a.last
			continue
		}
		out = append(out, atom{})
		a := &out[len(out)-1]
		w.readWord(a, i, last)
		if a.entry.press != nil {
			w.joinPress(a, last)
		}
		a.starts = i < len(starts) && starts[i]
		if a.isCapital() && a.is(months) &&
			!shouting(w.text.Report.Text[w.text.Tokens[i].Start:w.text.Tokens[i].End]) {
			a.class &^= aux | modal // "3 May"
		}
		if w.finder.IsBearersMonth(i) || w.isInitial(a, starts) {
			a.class = 0 // "Theresa May", "John A. Boehner"
		}
		i = a.last
	}
	return out
}

// isInitial says whether a word is a letter with a full stop between two words with capitals of
// one sentence: the "A." of "John A. Boehner" is no article.
func (w *words) isInitial(a *atom, starts []bool) bool {
	t := w.text
	if len(a.form) != 1 || !a.isCapital() || a.first == 0 || a.last >= len(t.Tokens) {
		return false
	}
	inSentence := a.last >= len(starts) || !starts[a.last]
	return t.Tokens[a.last-1].Form == "." && inSentence && t.Capital(a.first-1) && t.Capital(a.last)
}

func quoteAtom(t *stemma.Text, q quotation) atom {
	a := atom{first: q.first, last: q.last, quote: true, open: q.open, entry: nothing}
	end := q.last - 1
	if q.open {
		end = q.last
	}
	for end > q.first+1 && !q.open && t.Tokens[end-1].Form == "'" { // the mark may be two single ones
		end--
	}
	words, begin := 0, q.first+1
	for begin < end && t.Tokens[begin].Form == "'" {
		begin++
	}
	for i := begin; i < end; i++ {
		if t.Tokens[i].Kind != stemma.Mark {
			words++
		}
		if words > maxScare {
			break
		}
	}
	if end > q.first+1 {
		a.edged = strings.ContainsAny(t.Tokens[end-1].Form, ".,?!…-;:")
	}
	a.upper = begin < q.last && t.Capital(begin)
	a.short = words <= maxScare
	a.scare = words <= maxScare && !a.edged && !q.open
	a.named = a.scare && a.upper && titleCase(t, begin, end)
	a.form = `"`
	return a
}

// readWord reads the word or mark at token i into an atom; parts joined by
// hyphens or an abbreviation and its full stop are one.
func (w *words) readWord(a *atom, i, last int) {
	tok := &w.text.Tokens[i]
	a.first, a.last, a.form, a.entry = i, i+1, tok.Form, nothing
	if tok.Kind == stemma.Mark {
		readMark(w.text, a, last)
		return
	}
	a.upper = w.upper(i)
	if a.last = wordEnd(w.text, i, last); a.last > i+1 {
		a.form = joined(w.text, i, a.last)
	}
	if a.last+1 < last && touches(w.text, a.last, ".") && !isClosing(w.text, a.last+1) {
		a.last++
	}
	w.classify(a)
}

// readMark reads a mark; hyphens in a row are one dash.
func readMark(t *stemma.Text, a *atom, last int) {
	a.mark = a.form[0]
	a.spaced = spaced(t, a.first)
	if a.form != "-" {
		return
	}
	for a.last < last && touches(t, a.last, "-") {
		a.last, a.form = a.last+1, "--"
	}
}

// touches says whether token i is that mark, right behind the one before it.
func touches(t *stemma.Text, i int, mark string) bool {
	return t.Tokens[i].Form == mark && t.Tokens[i].Start == t.Tokens[i-1].End
}

// isAcronym says whether a word of two letters or more stands in capitals where
// the next one does not, so that it is no pronoun.
func isAcronym(t *stemma.Text, i int) bool {
	tok := t.Tokens[i]
	if len(tok.Form) < 2 || !shouting(t.Report.Text[tok.Start:tok.End]) || i+1 >= len(t.Tokens) {
		return false
	}
	next := t.Tokens[i+1]
	return !shouting(t.Report.Text[next.Start:next.End])
}

// classify says what the word of an atom may be, from its form and the tables.
func (w *lookup) classify(a *atom) {
	form, e := a.form, w.entry(a.first)
	if len(form) != len(w.text.Tokens[a.first].Form) {
		e = w.lex.entry(form) // several tokens
	}
	if e == nil && w.lex.owner.Fit(form) {
		form, a.owner = w.lex.owner.Of(form), true
		e = w.lex.entry(form)
	} else if apostrophe(w.text, a.last) && w.lex.plural.Fit(form) {
		a.owner = true
		a.last++
	}
	if e != nil {
		a.entry, a.class, a.pastEnd = e, e.class, e.pastEnd
	} else {
		w.classifyUnknown(a, form)
	}
	w.classifyByForm(a, form)
	a.form = form
}

// classifyUnknown reads a word that no table knows: what a hyphen joins is of the kind of its
// last part, "a co-owner".
func (w *lookup) classifyUnknown(a *atom, form string) {
	a.pastEnd = w.lex.pastEnd.Fit(form)
	i := strings.LastIndexByte(form, '-')
	if i < 0 {
		return
	}
	if e := w.lex.entry(form[i+1:]); e != nil {
		a.entry, a.class = &entry{kinds: e.kinds}, e.class&num
	}
}

// classifyByForm adds what a word's form shows: a number in digits, an adverb by its ending
// ("flatly"), a denied auxiliary by its own ("hadn't").
func (w *lookup) classifyByForm(a *atom, form string) {
	if a.class == 0 && w.text.Tokens[a.first].Kind == stemma.Number {
		a.class = num
	}
	if a.headsNothing() && a.class&given == 0 && w.lex.adverb.Fit(form) {
		a.class |= adv
	}
	if a.class == 0 && w.lex.negation.Fit(form) {
		a.class = aux | neg
	}
}

// apostrophe says whether token i is an apostrophe that ends the word before it.
func apostrophe(t *stemma.Text, i int) bool {
	return i < len(t.Tokens) && touches(t, i, "'")
}

// isHyphen says whether the token joins the words on its two sides.
func isHyphen(t *stemma.Text, i int) bool {
	tok := t.Tokens[i]
	if tok.Form != "-" || i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	before, after := t.Tokens[i-1], t.Tokens[i+1]
	if before.End != tok.Start || tok.End != after.Start || after.Kind == stemma.Mark {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Report.Text[tok.Start:])
	return strings.ContainsRune("-‐‑", r)
}

func isClosing(t *stemma.Text, i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	f := t.Tokens[i].Form
	return isQuoteMark(f) && t.Tokens[i].Start == t.Tokens[i-1].End
}

func isQuoteMark(form string) bool { return form == `"` || form == "'" }

// spaced says whether a mark has white space on both sides.
func spaced(t *stemma.Text, i int) bool {
	text, tok := t.Report.Text, t.Tokens[i]
	before, _ := utf8.DecodeLastRuneInString(text[:tok.Start])
	after, _ := utf8.DecodeRuneInString(text[tok.End:])
	return unicode.IsSpace(before) && unicode.IsSpace(after)
}

// is says whether the atom is a word of one of the classes.
func (a *atom) is(c class) bool { return a.class&c != 0 }

// isBut says whether the atom is a word of one of the first classes and of none of
// the others: a pronoun that is no article.
func (a *atom) isBut(c, not class) bool { return a.is(c) && a.class&not == 0 }

// isBoth says whether the atom is a word of one of the first classes and of one of the
// others.
func (a *atom) isBoth(c, also class) bool { return a.is(c) && a.class&also != 0 }

// isLower says whether the atom is a word of one of the classes, without a capital.
func (a *atom) isLower(c class) bool { return a.is(c) && !a.upper }

// isUpper says whether the atom is a word of one of the classes, with a capital.
func (a *atom) isUpper(c class) bool { return a.is(c) && a.upper }

// isOrPlays says whether the atom is a word of one of the classes or plays one of the roles.
func (a *atom) isOrPlays(c class, r role) bool { return a.is(c) || a.plays(r) }

// isAndPlays says whether the atom is a word of one of the classes that plays one of the roles.
func (a *atom) isAndPlays(c class, r role) bool { return a.is(c) && a.plays(r) }

// isAndNot says whether the atom is a word of one of the classes that plays none of the roles.
func (a *atom) isAndNot(c class, r role) bool { return a.is(c) && !a.plays(r) }

// isShort says whether the atom is a quotation of a few words.
func (a *atom) isShort() bool { return a.quote && a.short }

// plainBut says whether the atom is a plain word of none of the classes.
func (a *atom) plainBut(c class) bool { return a.plain() && !a.is(c) }

// plainOr says whether the atom is a plain word or one of the classes.
func (a *atom) plainOr(c class) bool { return a.plain() || a.is(c) }

// isNameBut says whether the atom is like a name, and of none of the classes: "May", "Monday".
func (a *atom) isNameBut(c class) bool { return a.isName() && !a.is(c) }

// isOrUpper says whether the atom is a word of one of the classes, or one with a capital.
func (a *atom) isOrUpper(c class) bool { return a.is(c) || a.upper }

// headsNothing says whether the atom has no capital and heads no source that is known.
func (a *atom) headsNothing() bool { return !a.upper && a.entry.kinds == 0 }

// lowerPlain says whether the atom is a noun or an adjective as far as is known, and no name.
func (a *atom) lowerPlain() bool { return a.plain() && !a.upper }

// isWord says whether the atom is neither a mark nor a quotation.
func (a *atom) isWord() bool { return a.mark == 0 && !a.quote }

// isName says whether the atom is a word with a capital that no table of function words
// knows.
func (a *atom) isName() bool { return a.plain() && a.upper }

// isCapital says whether the atom has its capital for itself, not because a sentence
// begins with it.
func (a *atom) isCapital() bool { return !a.starts && a.upper }

// isQuotation says whether the atom is a quotation that stands for more than a word of the
// sentence around it.
func (a *atom) isQuotation() bool { return !a.scare && a.quote }

// breaks says whether no noun group goes on over the atom.
func (a *atom) breaks() bool { return a.ended() || a.isQuotation() }

// marks says whether the atom is one of these marks.
func (a *atom) marks(these ...byte) bool { return slices.Contains(these, a.mark) }

// dash is a dash that parts clauses.
func (a *atom) dash(t *stemma.Text) bool {
	if a.mark == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Report.Text[t.Tokens[a.first].Start:])
	return strings.ContainsRune("—–", r) || r == '-' && (a.spaced || a.form == "--")
}

// ended says whether the atom ends a sentence or a clause for good.
func (a *atom) ended() bool {
	return a.marks('.', '?', '!', ';')
}

// plain is a word that no table of function words knows: a noun, an adjective,
// a name.
func (a *atom) plain() bool {
	return a.isWord() && a.class&(det|pronoun|poss|prep|conj|sub|rel|aux|neg|to|reflexive|dummy) == 0
}

// verbal says whether the atom looks like a verb form that is not a noun.
func (a *atom) verbal() bool {
	if !a.isWord() || a.isCapital() {
		return false
	}
	if a.is(aux | finite) {
		return true
	}
	if a.entry.forms&pastAlone != 0 {
		return true
	}
	if a.entry.kinds != 0 || a.class != 0 {
		return false
	}
	return a.pastEnd || a.entry.forms&thirdAlone != 0 && !a.entry.clausal
}

// titleCase says whether all words of a quotation begin with a capital but
// short ones inside: “Walls and Water”.
func titleCase(t *stemma.Text, from, to int) bool {
	const short = 3
	isSmall := func(i int) bool {
		return t.Tokens[i].Kind == stemma.Word && !t.Capital(i) &&
			(i == from || i+1 == to || len(t.Tokens[i].Form) > short)
	}
	return from < to && !anyOf(from, to, isSmall)
}
