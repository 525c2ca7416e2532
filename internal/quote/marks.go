package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// quotation is a stretch of tokens in quotation marks: first and last are the
// marks themselves, last is exclusive. An open one ends without its mark, at
// the end of its paragraph.
type quotation struct {
	first, last int
	open        bool
	single      bool
}

// quotations finds the quotations of the tokens from first to last, which are
// one paragraph. Quotations inside quotations are not told apart from their
// words.
func quotations(t *stemma.Text, first, last int) []quotation {
	s := scanner{text: t.Report.Text, tokens: t.Tokens, first: first, last: last, single: -1, double: -1, weak: -1}
	s.count()
	for i := first; i < last; i++ {
		switch t.Tokens[i].Form {
		case `"`:
			s.doubleMark(i, 1)
		case "'", "`":
			if s.twin(i) {
				s.doubleMark(i, 2)
				i++
				continue
			}
			s.singleMark(i)
		}
	}
	s.finish()
	return s.merged()
}

type scanner struct {
	text          string
	tokens        []stemma.Token
	first, last   int
	opens, closes int // typed double marks still ahead
	fronts, backs int // straight ones that stand as those do that open a quotation and that close one
	double        int // token of the open double mark, -1 for none
	opener        rune
	depth         int
	single, weak  int
	doubles       []quotation
	singles       []quotation
}

// count counts the typed opening and closing marks, so that an opening mark
// in a quotation can be told from one that lacks its closing mark.
func (s *scanner) count() {
	for i := s.first; i < s.last; i++ {
		if s.tokens[i].Form[0] != '"' { // in which both are folded
			continue
		}
		switch s.mark(i) {
		case '“':
			s.opens++
		case '”':
			s.closes++
		case '"':
			s.countStraight(i)
		}
	}
}

// countStraight counts a straight mark by how it stands between words.
func (s *scanner) countStraight(i int) {
	switch {
	case s.opensAnew(i):
		s.fronts++
	case !s.spaceBefore(i) && !s.letterAfter(i):
		s.backs++
	default:
		s.fronts = len(s.tokens) // it may be either
	}
}

func (s *scanner) mark(i int) rune {
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[i].Start:])
	return r
}

// spaceBefore and spaceAfter say whether the mark stands apart on that side.
func (s *scanner) spaceBefore(i int) bool {
	if i == s.first {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:s.tokens[i].Start])
	return unicode.IsSpace(r) || strings.ContainsRune("([—–", r)
}

func (s *scanner) spaceAfter(i int) bool {
	if i+1 >= s.last {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[i].End:])
	return unicode.IsSpace(r)
}

// twin says whether a double mark is written as two single ones.
func (s *scanner) twin(i int) bool {
	if i+1 >= s.last || s.tokens[i+1].Start != s.tokens[i].End {
		return false
	}
	f := s.tokens[i+1].Form
	return strings.Contains("'`", f)
}

// doubleMark meets a double mark of so many tokens at token i.
func (s *scanner) doubleMark(i, width int) {
	m := s.mark(i)
	if s.double < 0 {
		if s.canOpen(i, i+width-1, m) {
			s.double, s.opener, s.depth = i, m, 1
		}
		return
	}
	isAgain := m == s.opener
	switch {
	case isAgain && m == '“' && !(s.spaceAfter(i) && !s.spaceBefore(i)):
		s.nested(i)
	case isAgain && (strings.ContainsRune("«»„", m)):
	case isAgain && m == '"' && s.opensAnew(i):
		s.straightAgain(i)
	default:
		s.depth--
		if s.depth <= 0 {
			s.doubles = append(s.doubles, quotation{first: s.double, last: i + width})
			s.double = -1
		}
	}
}

// straightAgain meets a straight mark that stands as an opening one in a quotation that such a mark
// opened: one quotation in another where as many close as open ("It was “called "a joke" at first”"
// with straight marks), else the one before was never closed.
func (s *scanner) straightAgain(i int) {
	if s.backs >= s.fronts {
		s.depth++
		return
	}
	s.fronts--
	s.double, s.depth = i, 1
}

// opensAnew says whether the mark at token i stands as one that opens a quotation does.
func (s *scanner) opensAnew(i int) bool {
	return s.spaceBefore(i) && !s.spaceAfter(i)
}

// canOpen guards against a closing mark and against inches.
func (s *scanner) canOpen(i, end int, m rune) bool {
	switch m {
	case '“', '„', '«':
		return true
	case '”':
		return s.spaceBefore(i)
	case '"', '\'', '`':
		return !s.spaceAfter(end) && (s.spaceBefore(i) || s.tokens[i-1].Kind == stemma.Mark)
	}
	return !s.spaceAfter(i) || s.spaceBefore(i)
}

// nested meets an opening mark in a quotation: one quotation in another where
// the closing marks suffice, else the outer one was never closed.
func (s *scanner) nested(i int) {
	if s.closes >= s.opens {
		s.depth++
		return
	}
	s.opens--
	s.double, s.depth = i, 1
}

// singleMark opens a quotation only after white space and closes it only
// where no letter follows, so that apostrophes are left alone.
func (s *scanner) singleMark(i int) {
	m := s.mark(i)
	if s.single < 0 {
		opens := strings.ContainsRune("‘'‚`‹", m)
		if opens && s.double < 0 && s.spaceBefore(i) && !s.spaceAfter(i) && !s.numberAfter(i) {
			s.single, s.weak = i, -1
		}
		return
	}
	if m == '‘' && s.spaceBefore(i) {
		s.closeWeak()
		s.single, s.weak = i, -1
		return
	}
	if s.letterAfter(i) {
		return
	}
	if s.plural(i) {
		s.weak = i
		return
	}
	s.singles = append(s.singles, quotation{first: s.single, last: i + 1, single: true})
	s.single, s.weak = -1, -1
}

func (s *scanner) closeWeak() {
	if s.single >= 0 && s.weak > s.single {
		s.singles = append(s.singles, quotation{first: s.single, last: s.weak + 1, single: true})
	}
	s.single, s.weak = -1, -1
}

func (s *scanner) numberAfter(i int) bool {
	return i+1 < s.last && s.tokens[i+1].Kind == stemma.Number
}

func (s *scanner) letterAfter(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[i].End:])
	return unicode.IsLetter(r)
}

// plural says whether the mark may be the apostrophe of "the officials' view".
func (s *scanner) plural(i int) bool {
	if i == s.first || i+1 >= s.last {
		return false
	}
	before := s.tokens[i-1].Form
	return before[len(before)-1] == 's' && s.tokens[i+1].Kind == stemma.Word
}

// finish deals with quotations that the paragraph's end cuts off.
func (s *scanner) finish() {
	s.closeWeak()
	if s.double >= 0 && (s.double == s.first || strings.ContainsRune("“\"„", s.opener)) {
		s.doubles = append(s.doubles, quotation{first: s.double, last: s.last, open: true})
	}
}

// merged puts double and single quotations in order and drops those that
// stand in another.
func (s *scanner) merged() []quotation {
	a, b := s.doubles, s.singles
	var out []quotation
	if len(b) == 0 {
		out = a[:0] // most have no others, and lie where they are
	}
	end := s.first
	for len(a) > 0 || len(b) > 0 {
		var q quotation
		if len(b) == 0 || len(a) > 0 && a[0].first < b[0].first {
			q, a = a[0], a[1:]
		} else {
			q, b = b[0], b[1:]
		}
		if q.first >= end && q.last > q.first+1 {
			out = append(out, q)
			end = q.last
		}
	}
	return out
}
