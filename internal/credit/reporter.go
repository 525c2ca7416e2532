package credit

import (
	"strings"

	"stemma"
	outlets "stemma/internal/name"
)

// reporterReader finds who is called a reporter.
type reporterReader struct{ *document }

// addReporters enters who is called a reporter or a group that publishes, from all
// texts of a pile: "podcaster Ada Wren", "the activist group Open Ledger", "Open
// Ledger, a watchdog group"; but for reporters whose outlet is named at one place or
// another, and those whom the pile is about.
func (r *Reader) addReporters(n *Names, texts []*stemma.Text) {
	employed := map[string]bool{}
	for _, t := range texts {
		p := reporterReader{&document{Reader: r, t: t, in: Input{Text: t}}}
		p.eachTitle(func(i int, s stemma.Sentence) {
			if p.ofOutlet(i, s) {
				employed[p.folded(i+1, p.fullName(i+1))] = true
			}
		})
	}
	headed := headedWith(texts)
	for _, t := range texts {
		p := reporterReader{&document{Reader: r, t: t, in: Input{Text: t}}}
		p.eachTitle(func(i int, s stemma.Sentence) {
			if p.ofOutlet(i, s) {
				return
			}
			kind := stemma.LostPerson
			if r.lex.reporters.Is(p.t.Tokens[i].Form, "group") {
				kind = stemma.LostOutlet
			}
			from, to := p.calledAt(i, s)
			full := p.folded(from, to)
			if full != "" && !employed[full] && !headed(full) {
				p.enter(n, from, to, kind)
			}
		})
	}
}

// eachTitle visits the words of paragraphs that call somebody a reporter; who fights
// is none, whatever films he releases: "the militant group".
func (p reporterReader) eachTitle(visit func(i int, s stemma.Sentence)) {
	for _, s := range p.t.Sentences {
		if s.Kind != stemma.Paragraph {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if form := p.t.Tokens[i].Form; p.lex.reporters.Has(form) && !p.isArmed(max(s.First, i-1)) && !p.isArmed(i) {
				visit(i, s)
			}
		}
	}
}

func (p reporterReader) isArmed(k int) bool { return p.lex.reporters.Is(p.t.Tokens[k].Form, "armed") }

// leastHeadings is how many reports head with somebody at least whom a pile is about.
const leastHeadings = 2

// headedWith tells of a folded name whether half of the reports have its last word in
// their titles: then they are about whoever bears it.
func headedWith(texts []*stemma.Text) func(full string) bool {
	heads := map[string]int{}
	for _, t := range texts {
		words := map[string]bool{}
		for _, w := range wordsOf(t.Report.Title) {
			words[outlets.Unowned(w)] = true
		}
		for w := range words {
			heads[w]++
		}
	}
	return func(full string) bool {
		n := heads[full[strings.LastIndexByte(full, ' ')+1:]]
		return n >= leastHeadings && 2*n >= len(texts)
	}
}

// folded is the name of some tokens in the form in which names are compared.
func (p reporterReader) folded(first, last int) string {
	if first >= last {
		return ""
	}
	return strings.Join(bareWords(p.lex, outlets.Unowned(p.text(first, last))), " ")
}

// ofOutlet says whether the outlet that a reporter works for stands before his
// title or behind his name: then his words are its report, and what he does is no
// reporting of his own.
func (p reporterReader) ofOutlet(i int, s stemma.Sentence) bool {
	if i > s.First && (p.capital(i-1) && i-1 > s.First || p.owns(i-1) || p.isOutletAt(i-1, s)) {
		return true
	}
	to := p.fullName(i + 1)
	if to < s.Last && p.t.Tokens[to].Form == "," {
		to++
	}
	return to+1 < s.Last && p.lex.small.Is(p.t.Tokens[to].Form, "of") && p.isOutletAt(to+1, s)
}

// isOutletAt says whether the name of an outlet begins or ends at a token, behind
// an article or not.
func (p reporterReader) isOutletAt(i int, s stemma.Sentence) bool {
	if p.lex.links.Is(p.t.Tokens[i].Form, "article") && i+1 < s.Last {
		i++
	}
	_, ok := finder(p).nameAt(i, s)
	return ok
}

// calledAt gives the tokens of the name behind a title, or before it in an
// apposition; none where there is neither.
func (p reporterReader) calledAt(i int, s stemma.Sentence) (first, last int) {
	if to := p.fullName(i + 1); to-i-1 >= 2 && to-i-1 <= 3 && to <= s.Last {
		return i + 1, to
	}
	for k := i - 1; k > max(s.First, i-5); k-- {
		form := p.t.Tokens[k].Form
		if p.lex.links.Is(form, "article") && p.t.Tokens[k-1].Form == "," {
			from := k - 1
			for from > s.First && p.capital(from-1) && p.t.Tokens[from-1].Kind == stemma.Word && k-1-from < 3 {
				from--
			}
			if k-1-from >= 2 {
				return from, k - 1
			}
			return 0, 0
		}
		if p.t.Tokens[k].Kind == stemma.Mark {
			return 0, 0
		}
	}
	return 0, 0
}

func (p reporterReader) enter(n *Names, from, to int, kind stemma.WitnessKind) {
	full := outlets.Unowned(p.text(from, to))
	x := name{words: bareWords(p.lex, full), full: full, kind: kind, doubtful: kind == stemma.LostOutlet}
	n.add(x, p.lex)
	if kind == stemma.LostPerson {
		x.words = x.words[len(x.words)-1:]
		n.add(x, p.lex)
	}
}
