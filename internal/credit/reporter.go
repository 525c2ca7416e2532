package credit

import (
	"stemma"
	outlets "stemma/internal/name"
)

// reporterReader finds who is called a reporter.
type reporterReader struct{ *passage }

// addReporters enters who is called a reporter or a group that publishes, from
// one text: "podcaster Ada Wren", "the activist group Open Ledger", "Open
// Ledger, a watchdog group".
func (r *Reader) addReporters(n *Names, t *stemma.Text) {
	p := reporterReader{&passage{Reader: r, t: t, in: Input{Text: t}}}
	for _, s := range t.Sentences {
		if s.Kind != stemma.Paragraph {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			form := p.t.Tokens[i].Form
			if !r.lex.reporters.Has(form) || p.ofOutlet(i, s) {
				continue
			}
			kind := stemma.LostPerson
			if r.lex.reporters.Is(form, "group") {
				kind = stemma.LostOutlet
			}
			p.calledAt(n, i, s, kind)
		}
	}
}

// ofOutlet says whether the outlet that a reporter works for stands before his
// title: then his words are its report.
func (p reporterReader) ofOutlet(i int, s stemma.Sentence) bool {
	return i > s.First && (p.capital(i-1) && i-1 > s.First || p.owns(i-1))
}

// calledAt enters the name behind a title, or before it in an apposition.
func (p reporterReader) calledAt(n *Names, i int, s stemma.Sentence, kind stemma.WitnessKind) {
	if to := p.fullName(i + 1); to-i-1 >= 2 && to-i-1 <= 3 && to <= s.Last {
		p.enter(n, i+1, to, kind)
		return
	}
	for k := i - 1; k > max(s.First, i-5); k-- {
		form := p.t.Tokens[k].Form
		if p.lex.links.Is(form, "article") && p.t.Tokens[k-1].Form == "," {
			from := k - 1
			for from > s.First && p.capital(from-1) && p.t.Tokens[from-1].Kind == stemma.Word && k-1-from < 3 {
				from--
			}
			if k-1-from >= 2 {
				p.enter(n, from, k-1, kind)
			}
			return
		}
		if p.t.Tokens[k].Kind == stemma.Mark {
			return
		}
	}
}

func (p reporterReader) enter(n *Names, from, to int, kind stemma.WitnessKind) {
	full := outlets.Unowned(p.text(from, to))
	x := name{words: bareWords(full), full: full, kind: kind, doubtful: kind == stemma.LostOutlet}
	n.add(x, p.lex)
	if kind == stemma.LostPerson {
		x.words = x.words[len(x.words)-1:]
		n.add(x, p.lex)
	}
}
