package claim

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/lexis"
)

// forms tells how the words of a statement stand by themselves. Where a language
// has no list of auxiliaries it says nothing.
type forms struct {
	verbs verbs
	words *lexis.Table
}

func newForms(pack *language.Pack, verbs verbs) forms {
	return forms{verbs, lexis.Open(pack)}
}

// mark sets how a statement's words stand: whether they are a clause, whether it
// names whom it tells of, and whether it tells what was so before the news.
func (f forms) mark(t *text, p piece, st *stemma.Statement) {
	if !f.verbs.known {
		return
	}
	first := f.opening(t, p)
	if first == p.last {
		return
	}
	verb := f.verb(t, first, p.last)
	st.Unnamed = f.isPronoun(t, first, verb, p.last) || f.speaksOfItself(t, p)
	st.Leans = f.leans(t, p)
	if captioned := f.captions(t, st); st.Headline || captioned {
		st.Scrap, st.Background = captioned, captioned
		return
	}
	st.Scrap = verb < 0 || f.bare(t, first, verb) || f.hangs(t, first, verb, p.last) ||
		f.dangles(t, p) || f.namesOnly(t, p, first, verb)
	before := verb >= 0 && st.Attribution == "" && f.perfect(t, verb, p.last) // not of "said | she had left"
	was := verb >= 0 && (f.describes(t, verb, p.last) || f.follows(t, first, verb))
	st.Background = before || was || f.dated(t, p, st.Values)
}

// leans says whether the sentence that holds a piece cannot be understood alone: it
// answers the one before or begins with a pronoun, or what stands before the piece in it
// speaks of itself.
func (f forms) leans(t *text, p piece) bool {
	at := t.SentenceAt(t.Tokens[p.first].Start)
	s := &t.Sentences[at]
	if at > 0 && t.Sentences[at-1].Kind == stemma.Paragraph && f.answers(t, s) {
		return true
	}
	whole := piece{s.First, p.last, p.owner}
	first := f.opening(t, whole)
	verb := f.verb(t, first, min(p.last, first+frameWords))
	return f.isPronoun(t, first, verb, p.last) || f.speaksOfItself(t, piece{frameOf(s, p), p.last, p.owner})
}

// answers says whether a sentence goes on from the one before it: "but Wren left", or tells
// of something without a name that was named there: "the hasty sale of the mill drew".
func (f forms) answers(t *text, s *stemma.Sentence) bool {
	first := s.First
	for first < s.Last && t.Tokens[first].Kind == stemma.Mark {
		first++
	}
	if first == s.Last {
		return false
	}
	if t.is(first, joins) {
		return true
	}
	if !t.is(first, definite) {
		return false
	}
	for i := first + 1; i < min(s.Last, first+nounWords); i++ {
		if t.Capital(i) || t.Tokens[i].Kind == stemma.Number {
			return false
		}
		if t.finite(i) || t.Tokens[i].Kind == stemma.Mark {
			break
		}
	}
	return true
}

// nounWords is how many words what a sentence tells of is looked at for a name.
const nounWords = 8

// frameWords is how many tokens before a piece of a sentence are looked at for what they
// say of it. Hardly a sentence has as many; one of ten thousand would else be read anew
// for each of its pieces.
const frameWords = 200

// frameOf is where the words begin that stand before a piece in its sentence.
func frameOf(s *stemma.Sentence, p piece) int { return max(s.First, p.first-frameWords) }

// opening is the first token of a piece that is no mark, nor a word that opens an
// aside: "but", "also".
func (f forms) opening(t *text, p piece) int {
	i := p.first
	for i < p.last && (t.Tokens[i].Kind == stemma.Mark || t.is(i, joins)) {
		i++
	}
	return i
}

// verb is the first finite verb among the tokens [first,last), -1 for none.
func (f forms) verb(t *text, first, last int) int {
	for i := first; i < last; i++ {
		if t.finite(i) || i > first && f.present(t, i, last) {
			return i
		}
	}
	return -1
}

// present says whether a word is a verb's present or irregular past, by what stands
// around it: "the bill gives the council more room", "critics fear that", "Wren hid it".
func (f forms) present(t *text, i, last int) bool {
	tok := t.Tokens[i]
	if tok.Kind != stemma.Word || t.is(i, functional) || t.nominal(i) || t.Capital(i) {
		return false
	}
	if i+1 < last && t.is(i+1, auxiliary) {
		return false
	}
	if t.is(i, based) {
		return !f.verbs.participial.Fit(tok.Form)
	}
	if i+1 >= last || !t.is(i+1, functional) {
		return false
	}
	before := t.Tokens[i-1].Form
	third := f.verbs.takesS(tok.Form)
	if !third && !f.verbs.takesS(before) && !t.is(i-1, subject) {
		return false
	}
	base := f.words.Base(tok.Form)
	e := f.words.Look(base)
	return (third || base == tok.Form) && e.Is('v') // not of "a heinous shooting in"
}

// hangs says whether a piece opens with a word that hangs it on another clause and
// has no verb but that one: "after | Wren had left", or hangs on a noun: "who had left".
func (f forms) hangs(t *text, first, verb, last int) bool {
	if first+2 < verb && t.Tokens[first+1].Form == "," && t.is(first+2, opensClause) {
		first += 2 // "Tuesday, after | Wren had left"
	}
	if t.is(first, hangs) && !comma(t, first, verb) && f.verb(t, verb+2, last) < 0 {
		return true // "with the mill set to open"
	}
	if t.is(first, relative) || t.is(first, preposition) && f.partsVerb(t, first, verb) {
		return true
	}
	return t.is(first, opens) && !comma(t, first, verb) && f.verb(t, verb+2, last) < 0
}

// dangles says whether a piece ends with a word that needs another one behind it, where
// its sentence goes on ("was sold in what | the council called a mistake") or was cut off
// ("was sold to Ada Wren, the").
func (f forms) dangles(t *text, p piece) bool {
	last := t.Tokens[p.last-1]
	end := t.Sentences[t.SentenceAt(last.Start)].Last
	if p.last == end {
		return t.is(p.last-1, determiner) && !t.is(p.last-1, pointing)
	}
	if p.last == end-1 || t.Tokens[p.last].Kind == stemma.Mark {
		return false
	}
	if f.awaitsClause(t, p) {
		return true
	}
	return t.is(p.last-1, determiner|owner|relative|subordinate|preposition|infinitive)
}

// awaitsClause says whether a piece ends with a noun that the clause behind it explains: "will
// speak at a time | when he is in trouble".
func (f forms) awaitsClause(t *text, p piece) bool {
	const phrase = 3 // words: "at a time"
	k := p.last - phrase
	return k > p.first &&
		t.is(p.last, subordinate) &&
		t.is(k, preposition) &&
		t.is(k+1, determiner)
}

// namesOnly says whether a piece is what a clause tells of, without its verb: the verb
// stands right behind it ("the keeper hired to shut the mill | was told"), or what it has is
// of a clause that hangs on it ("the hint that Wren may leave").
func (f forms) namesOnly(t *text, p piece, first, verb int) bool {
	if p.last < t.Sentences[t.SentenceAt(t.Tokens[p.first].Start)].Last && t.is(p.last, auxiliary) {
		return true
	}
	if !f.partsVerb(t, first, verb) {
		return false
	}
	for verb < p.last && t.is(verb, auxiliary) {
		verb++
	}
	for i := verb + 1; i < p.last; i++ {
		if t.finite(i) || f.present(t, i, p.last) {
			return false
		}
	}
	return true
}

// partsVerb says whether a verb belongs to a clause that hangs on a noun of what opens
// the piece: "amid hope that the mill will | open".
func (f forms) partsVerb(t *text, first, verb int) bool {
	if comma(t, first, verb) {
		return false
	}
	for i := first; i < verb; i++ {
		if t.is(i, relative) {
			return true
		}
	}
	return false
}

// bare says whether nothing that a verb could be said of stands before it: "banged a
// drum", "briefly held".
func (f forms) bare(t *text, first, verb int) bool {
	for i := first; i < verb; i++ {
		tok := t.Tokens[i]
		if tok.Kind == stemma.Number || t.Capital(i) && i > first || t.is(i, pronoun|pointing) {
			return false
		}
		if tok.Kind != stemma.Word || t.is(i, functional) {
			continue
		}
		if e := f.words.Look(tok.Form); !e.Only('r') {
			return false
		}
	}
	return true
}

// isPronoun says whether what a clause tells of is a pronoun, or is called by its
// owner's pronoun: "now she left", "his mill", "that is new".
func (f forms) isPronoun(t *text, first, verb, last int) bool {
	if t.is(first, pronoun|owner) {
		return true
	}
	if form := t.Tokens[first].Form; verb > first && t.is(verb-1, subject) && f.words.Base(form) == form {
		return true // not of "saying she left, Wren shut the mill"
	}
	isThis := t.is(first, pointing|cutsWeakly) // "that"
	return isThis && first+1 < last && t.is(first+1, auxiliary)
}

// speaksOfItself says whether somebody speaks of himself: "we shut it"; not "the US",
// nor what is quoted in a clause of somebody else's ("she left “my mill”").
func (f forms) speaksOfItself(t *text, p piece) bool {
	quoted, opens := false, isQuote(t.Tokens[p.first])
	for i := p.first; i < p.last; i++ {
		tok := t.Tokens[i]
		quoted = quoted != (tok.Form == `"`)
		if quoted && !opens || !t.is(i, ownself) {
			continue
		}
		if len(tok.Form) == 1 || // "I" has a capital anyway
			strings.ToUpper(tok.Form) != t.Report.Text[tok.Start:tok.End] {
			return true
		}
	}
	return false
}

// perfect says whether a verb tells of what had been: "had left", "had been sold".
func (f forms) perfect(t *text, verb, last int) bool {
	if !t.is(verb, pastPerfect) {
		return false
	}
	for i := verb + 1; i < min(last, verb+3); i++ {
		if t.is(i, being|based) || t.finite(i) {
			return true
		}
	}
	return false
}

// follows says whether a clause that dates the rest, or that it hangs on, opens a piece:
// "after Wren left, the mill was shut", "if Wren left, the mill was shut", not "after two
// days the mill was shut".
func (f forms) follows(t *text, first, verb int) bool {
	return t.is(first, dates|supposes) && !comma(t, first, verb)
}

// comma says whether one stands among the tokens [first,last).
func comma(t *text, first, last int) bool {
	return slices.ContainsFunc(t.Tokens[first:last], func(tok stemma.Token) bool { return tok.Form == "," })
}

// describes says whether a clause says who or what somebody is: "Wren is a keeper of
// the mill", "both are members of the council".
func (f forms) describes(t *text, verb, last int) bool {
	if !t.is(verb, copula) || verb+1 >= last {
		return false
	}
	return t.is(verb+1, determiner) || verb+2 < last && t.is(verb+2, owns)
}

// dated says whether a piece dates what it tells to a time before the news: by
// words ("two years ago", but not "found two years ago that") or by a date behind a
// preposition ("in 2011").
func (f forms) dated(t *text, p piece, values []stemma.Value) bool {
	for i := p.first; i < p.last; i++ {
		if t.is(i, aside) || t.is(i, datesAlone) && !f.opensContent(t, i+1, p.last) {
			return true
		}
		if i+1 < p.last && t.is(i, datesStretch) && t.is(i+1, stretch) {
			return true
		}
	}
	for i := range values {
		if v := &values[i]; v.Date != nil && f.isLongAgo(t, v) && !f.datesAside(t, p, v) {
			return true
		}
	}
	return false
}

// datesAside says whether a date behind a piece's verb belongs to a clause that hangs on
// the rest, and not to what is told: "shut the mill, the third since the keeper left in 2009".
func (f forms) datesAside(t *text, p piece, v *stemma.Value) bool {
	at := t.TokenAt(v.Span.Start)
	verb := f.verb(t, p.first, at)
	if verb < 0 {
		return false
	}
	for i := verb + 1; i < at; i++ {
		if t.is(i, dates|relative) && f.verb(t, i+1, at) >= 0 {
			return true
		}
	}
	return false
}

// opensContent says whether what somebody found or said begins at a token: the finding is
// dated, not what was found ("concluded months ago | that").
func (f forms) opensContent(t *text, i, last int) bool {
	return i < last && t.is(i, cutsWeakly)
}

// captionDays is by how many days the date of a picture misses that of the report.
const captionDays = 3

// captions says whether a statement is dated as captions are and news is not: by the
// day of the news with its year, or by a day behind a comma: "Ada Wren opens the mill,
// May 3, 2011".
func (f forms) captions(t *text, st *stemma.Statement) bool {
	published := t.Report.Published
	for i := range st.Values {
		v := &st.Values[i]
		if !tellsItsYear(v) {
			continue
		}
		if at := t.TokenAt(v.Span.Start); at > 0 && t.Tokens[at-1].Form == "," && v.Span.End == st.Span.End {
			return true
		}
		taken := time.Date(v.Date.Year, time.Month(v.Date.Month), v.Date.Day, 0, 0, 0, 0, time.UTC)
		apart := published.Time.Sub(taken).Hours() / 24
		if published.Known() && -captionDays <= apart && apart <= captionDays {
			return true
		}
	}
	return false
}

// tellsItsYear says whether a value is a day whose year stands in the text.
func tellsItsYear(v *stemma.Value) bool {
	d := v.Date
	return d != nil && d.Day > 0 && d.Year > 0 && strings.Contains(v.Span.Text, strconv.Itoa(d.Year))
}

// newsMonths is how many months old what is dated by its month may be in news, and
// comingMonths from how many months on a month without a year is one to come.
const (
	newsMonths   = 1
	comingMonths = 10
)

func (f forms) isLongAgo(t *text, v *stemma.Value) bool {
	published := t.Report.Published
	at := t.TokenAt(v.Span.Start)
	if !published.Known() || at == 0 || !t.is(at-1, preposition) {
		return false
	}
	year, month := published.Time.Year(), int(published.Time.Month())
	switch {
	case v.Date.Year == 0:
		back := (month - v.Date.Month + 12) % 12
		return v.Date.Month > 0 && newsMonths < back && back < comingMonths
	case v.Date.Month == 0:
		return v.Date.Year < year
	}
	return (year-v.Date.Year)*12+month-v.Date.Month > newsMonths
}
