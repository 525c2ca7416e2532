package claim

import (
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Reader finds statements, claims and stories in one language. It is safe for
// concurrent use.
type Reader struct {
	values  *value.Reader
	vectors *vector.Model
	aligner *align.Aligner
	words   dictionary
	pasted  pasted
	forms   forms
	spare   sync.Pool // texts that have been read, for their room
	// forms of texts whose words were counted, for the same
	spareTerms sync.Pool
}

// New builds a reader from the tables of a language.
func New(pack *language.Pack, values *value.Reader, vectors *vector.Model) *Reader {
	verbs, aligner := newVerbs(pack), align.New(pack, vectors)
	return &Reader{
		values: values, vectors: vectors, aligner: aligner, words: dictionary{traitsOf(pack), verbs, aligner},
		pasted: newPasted(pack.Table("pasted")), forms: newForms(pack, verbs),
	}
}

// Statements gives the statements of one report, in order. The attributions
// are those of this report, with their ids; other ones are ignored.
func (r *Reader) Statements(of *stemma.Text, attributions []stemma.Attribution) []stemma.Statement {
	t := r.open(of)
	defer r.close(t)
	own := r.newCover(t, attributions)
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if r.pasted.is(of, s) {
			continue
		}
		values := r.values.Sentence(of, s.First, s.Last)
		for _, p := range r.pieces(t, own, s, values) {
			t.scratch.found = append(t.scratch.found, r.statement(t, i, own, attributions, p, values))
		}
		values.Close()
	}
	return slices.Clone(t.scratch.found)
}

// mostSpare is the longest report, in tokens, whose room is kept for others.
const mostSpare = 1 << 16

// open looks up the words of a report, in the room of an earlier one where there is one.
func (r *Reader) open(of *stemma.Text) *text {
	t, ok := r.spare.Get().(*text)
	if !ok {
		t = &text{scratch: scratch{first: map[string]int{}}}
	}
	t.Text = of
	r.words.look(t)
	return t
}

// close keeps the room of a report, and what its words are, and forgets where they stand.
func (r *Reader) close(t *text) {
	t.Text = nil
	clear(t.scratch.first)
	clear(t.scratch.found)
	if t.scratch.found = t.scratch.found[:0]; len(t.words) <= mostSpare {
		r.spare.Put(t)
	}
}

// piece is a run of tokens under one chain of attributions.
type piece struct {
	first, last int
	owner       int // index of the innermost attribution, or asserted
}

func (r *Reader) statement(
	t *text, sentence int, own *cover, attributions []stemma.Attribution, p piece,
	values *value.Sentence,
) stemma.Statement {
	s := &t.Sentences[sentence]
	read := values.Read(p.first, p.last)
	st := stemma.Statement{
		Span:      t.Span(p.first, p.last),
		Sentence:  t.Report.Span(s.Start, s.End),
		Certainty: read.Certainty,
		Polarity:  read.Polarity,
		Hedges:    []stemma.Span{},
		Values:    append([]stemma.Value{}, read.Values...),
		Headline:  s.Kind == stemma.TitleSegment || s.Kind == stemma.Heading,
		Quoted:    isQuote(t.Tokens[p.first]),
	}
	st.Chain, st.Turned = own.chain(attributions, sentence, p)
	if len(st.Chain) > 0 {
		st.Attribution = stemma.Maybe(st.Chain[0])
	}
	for _, h := range read.Hedges {
		st.Hedges = append(st.Hedges, h.Span)
	}
	r.forms.mark(t, p, &st)
	if p.first > s.First && !st.Headline && !st.Background {
		st.Background = r.framed(t, s, p, values)
	}
	return st
}

// framed says whether what stands before a piece in its sentence puts it before the
// news: "after Wren left, the council said | the mill was shut".
func (r *Reader) framed(t *text, s *stemma.Sentence, p piece, values *value.Sentence) bool {
	f, before := r.forms, piece{first: frameOf(s, p), last: p.first}
	verb := f.verb(t, s.First, min(p.first, s.First+frameWords))
	return verb > s.First && f.follows(t, s.First, verb) ||
		f.dated(t, before, values.Dates(before.first, before.last))
}

// pieces cuts a sentence by attribution, then by clause, and keeps what
// asserts something.
func (r *Reader) pieces(t *text, own *cover, s *stemma.Sentence, values *value.Sentence) []piece {
	var found []piece
	for first := afterDateline(t, s); first < s.Last; {
		last := first + 1
		for last < s.Last && own.of[last] == own.of[first] {
			last++
		}
		if own.of[first] != framing {
			for _, c := range r.clauses(t, first, last, values) {
				if p, ok := r.trimmed(t, s, piece{c[0], c[1], own.of[first]}); ok {
					found = append(found, p)
				}
			}
		}
		first = last
	}
	return found
}

// datelineTokens is how long a dateline is at most: "SELMOUTH, March 14
// (Reuters) -".
const datelineTokens = 12

// afterDateline gives the first token of a sentence behind the dateline that
// opens it: a place in capitals or an agency in brackets, up to a dash.
func afterDateline(t *text, s *stemma.Sentence) int {
	if s.Kind == stemma.Paragraph && opensWithAgency(t, s) {
		return s.First + 3
	}
	if s.Kind != stemma.Paragraph || !opensDateline(t, s) {
		return s.First
	}
	for k := s.First + 1; k < s.Last-1 && k < s.First+datelineTokens; k++ {
		if t.Tokens[k].Form != "-" {
			continue
		}
		if t.Tokens[k].Start == t.Tokens[k-1].End {
			if gluedDateline(t, s, k) {
				return k + 1
			}
			continue
		}
		for k < s.Last-2 && t.Tokens[k+1].Form == "-" {
			k++
		}
		if t.Tokens[k+1].Start > t.Tokens[k].End {
			return k + 1
		}
	}
	return s.First
}

// opensWithAgency says whether a sentence begins with an outlet in brackets, in capitals, and then
// as sentences begin: "(CNN) The ferry".
func opensWithAgency(t *text, s *stemma.Sentence) bool {
	const name = 1
	return s.First+3 < s.Last && t.Tokens[s.First].Form == "(" && t.Tokens[s.First+2].Form == ")" &&
		inCapitals(t.Text, s.First+name) && t.Tokens[s.First+name].Kind == stemma.Word && t.Capital(s.First+3)
}

// gluedDateline says whether a dash without blanks ends a dateline: a long one, the only
// one of the sentence, before a capital letter ("SELMOUTH—The ferry").
func gluedDateline(t *text, s *stemma.Sentence, dash int) bool {
	const long = "—"
	at := t.Tokens[dash]
	return t.Report.Text[at.Start:at.End] == long && t.Capital(dash+1) &&
		strings.Count(t.Report.Text[t.Tokens[s.First].Start:t.Tokens[s.Last-1].End], long) == 1
}

// opensDateline says whether a sentence begins as a dateline does: "SELMOUTH",
// "(Reuters) -".
func opensDateline(t *text, s *stemma.Sentence) bool {
	first := t.Tokens[s.First]
	if first.Form == "(" {
		return s.First+3 < s.Last && t.Tokens[s.First+2].Form == ")" && t.Tokens[s.First+3].Form == "-"
	}
	word := t.Report.Text[first.Start:first.End]
	return len(word) >= 3 && first.Kind == stemma.Word && word == strings.ToUpper(word)
}

// Least weight of the content words of a statement: below it, what is left of
// a sentence beside its attributions is a scrap ("on Tuesday", "by phone").
const (
	leastAsserted = 1.6
	leastCredited = 0.5
	leastDetailed = 1.0 // of what holds a number or a date
	leastWhole    = 0.8 // of a whole sentence, unless it is an afterthought ("On Tuesday, by phone.")
)

// trimmed drops marks and joining words at the edges and says whether the
// rest asserts something.
func (r *Reader) trimmed(t *text, s *stemma.Sentence, p piece) (piece, bool) {
	whole := p.first == s.First && p.last == s.Last && !t.is(s.First, preposition)
	for p.first < p.last && r.isEdge(t, p.first, true) {
		p.first++
	}
	p.last = r.withoutEdge(t, s, p)
	if p.first >= p.last || inBrackets(t, p) || isSignature(t, p) {
		return p, false
	}
	weight, number := 0.0, false
	for k := p.first; k < p.last; k++ {
		weight += t.words[k].weight
		number = number || t.Tokens[k].Kind == stemma.Number
	}
	if !number && r.isScrap(t, p, whole) {
		return p, false
	}
	least := leastAsserted
	switch {
	case p.owner != asserted:
		least = leastCredited
	case whole:
		least = leastWhole
	case number:
		least = leastDetailed
	}
	return p, weight >= least
}

// inBrackets says whether a piece is one word behind a bracket, as a party and a place behind a
// name are: "Ada Wren (D-N.J.)".
func inBrackets(t *text, p piece) bool {
	word := t.Report.Text[t.Tokens[p.first].Start:t.Tokens[p.last-1].End]
	return p.first > 0 && t.Tokens[p.first-1].Form == "(" && !strings.ContainsAny(word, " \u00a0\n") &&
		t.Capital(p.first)
}

// isSignature says whether a piece is no more than who signed a post, with its handle and perhaps a
// date: "Ada Wren (@adawren) March 3, 2016".
func isSignature(t *text, p piece) bool {
	const longest = 12 // tokens
	if p.last-p.first > longest {
		return false
	}
	for i := max(p.first, 1) - 1; i+2 < len(t.Tokens) && i < p.last; i++ {
		if t.Tokens[i].Form == "@" && t.Tokens[i+2].Form == ")" {
			return isNamed(t, p.first, i) && isNamed(t, i+3, p.last)
		}
	}
	return false
}

// isNamed says whether a run of tokens has no word without a capital, as a name and a date have none.
func isNamed(t *text, first, last int) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == stemma.Word && !t.Capital(i) {
			return false
		}
	}
	return true
}

// withoutEdge is where a piece ends without the marks, the joining words and the
// beginning of another clause behind it: "left the mill | as soon", "left | while".
func (r *Reader) withoutEdge(t *text, s *stemma.Sentence, p piece) int {
	for p.last > p.first && r.isEdge(t, p.last-1, false) {
		p.last--
	}
	at := p.last - 2
	if at <= p.first || p.last >= s.Last-1 || t.Tokens[at].Kind != stemma.Word ||
		t.Tokens[at+1].Kind != stemma.Word || t.Capital(at+1) { // not of "shut before March"
		return p.last
	}
	if r.isEdge(t, at, false) {
		return r.withoutEdge(t, s, piece{first: p.first, last: at})
	}
	return p.last
}

// isScrap says whether a piece has no word with a meaning, or but one that is a sentence:
// "that", and the place alone of "Selby. The dam has burst."
func (r *Reader) isScrap(t *text, p piece, whole bool) bool {
	telling := 0
	for i := p.first; i < p.last; i++ {
		if t.Tokens[i].Kind == stemma.Word && !t.is(i, functional) {
			telling++
		}
	}
	return telling == 0 || whole && telling == 1 && !isQuote(t.Tokens[p.first])
}

// isEdge says whether a token at the edge of a piece belongs to neither side.
// Quotation marks stay: they are part of what is quoted.
func (r *Reader) isEdge(t *text, i int, front bool) bool {
	if tok := t.Tokens[i]; tok.Kind == stemma.Mark {
		return !isQuote(tok) && tok.Form != "$" && tok.Form != "£" && tok.Form != "€" && tok.Form != "%"
	}
	return t.is(i, joins) || !front && t.is(i, opens)
}

func isQuote(tok stemma.Token) bool { return tok.Form == `"` || tok.Form == "'" }
