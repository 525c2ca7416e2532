package assess

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/value"
)

// independence tells whether two roots of a claim are two origins.
type independence struct {
	*setting
	*publishers
	*identities
	aligned *align.Story
}

// apart says whether two roots of a claim are shown to be two origins: reports
// of different outlets, neither of which can have the claim from the other,
// state the same of different sources. Whatever is less is one origin in the
// lower bound.
func (b *independence) apart(x, y *root) bool {
	for _, s := range x.mentions {
		for _, t := range y.mentions {
			if (b.confirm(s, t) || b.contradict(s, t)) && !b.mayFollow(x, y, s, t) && !b.mayFollow(y, x, t, s) {
				return !b.mayBeOneOutlet(x.siglum, y.siglum) && !shareSource(x, y) &&
					!b.asksOf(s.statement, y.siglum) && !b.asksOf(t.statement, x.siglum)
			}
		}
	}
	return false
}

// confirm says whether two mentions state the same of different sources, each
// in words of its own.
func (b *independence) confirm(s, t mention) bool {
	return b.sourcesDiffer(s, t) && b.sameMatter(s.statement, t.statement) && !b.sameWording(s.statement, t.statement)
}

// contradict says whether two different sources give different figures for the
// same thing. A denial is no such thing: "denied" is said of requests, of
// charges and of what nobody else in the story states.
func (b *independence) contradict(s, t mention) bool {
	return b.sourcesDiffer(s, t) && figuresDiffer(s.statement, t.statement) && b.sameMatter(s.statement, t.statement)
}

// contradict says whether two quantities of one unit, where both are some, contradict each other.
func contradict(x, y *stemma.Quantity) bool {
	return x != nil && y != nil && x.Unit == y.Unit && value.CompareFigures(*x, *y) == value.Different
}

func figuresDiffer(s, t *stemma.Statement) bool {
	for _, v := range s.Values {
		for _, w := range t.Values {
			if v.Kind == w.Kind && contradict(v.Quantity, w.Quantity) {
				return true
			}
		}
	}
	return false
}

// sourcesDiffer says whether every source of one telling is another than every
// source of the other, and neither report knows the other's: who reacts to
// somebody, or is given his words, stands beside his name. What a reporter was
// told himself needs no such proof, but that nothing ties his source to the other one.
// Nobody confirms what he has from hearsay.
func (b *independence) sourcesDiffer(x, y mention) bool {
	if len(x.sources) == 0 || len(y.sources) == 0 || x.hearsay || y.hearsay {
		return false
	}
	for _, s := range x.sources {
		for _, t := range y.sources {
			if !b.different(s, t, x.met, y.met) {
				return false
			}
			if b.mayShare(x.statement, y.statement, s, t) {
				return false
			}
			if !(x.met && y.met) && (b.knows(x.statement, t) || b.knows(y.statement, s)) {
				return false
			}
		}
	}
	return !b.inCompany(x.statement, y.statement) && !b.hasHeard(x.statement) && !b.hasHeard(y.statement)
}

// mayShare says whether the source of one statement may have to do with that of the other.
func (b *independence) mayShare(x, y *stemma.Statement, s, t *stemma.Speaker) bool {
	return b.tied(x, t) || b.tied(y, s) || b.mayBeHis(s, t, x, y) || b.mayBeHis(t, s, y, x)
}

// mayBeHis says whether a document may be by somebody, or be what he tells of: its report
// names him, or his report has such a paper.
func (b *independence) mayBeHis(who, paper *stemma.Speaker, his, its *stemma.Statement) bool {
	if paper.Kind != stemma.Document || !speaks(who.Kind) {
		return false
	}
	return who.Kind == stemma.Person && b.knows(its, who) || b.wordsOf(b.siglum[his.Span.Report])[lastWord(paper.Name)]
}

// shareSource says whether two roots have a source in common anywhere in the
// claim.
func shareSource(x, y *root) bool {
	theirs := y.sources()
	return slices.ContainsFunc(x.sources(), func(s *stemma.Speaker) bool { return slices.Contains(theirs, s) })
}

// mayFollow says whether a mention of one root may come from a mention of
// another one: its source did not speak to it, and it descends from the other,
// has something from a third that both have, or may descend from it.
func (b *independence) mayFollow(x, y *root, s, t mention) bool {
	if s.met {
		return false
	}
	above := b.ancestors(x.siglum)
	if slices.Contains(above, y.siglum) ||
		slices.ContainsFunc(b.ancestors(y.siglum), func(up string) bool { return slices.Contains(above, up) }) {
		return true
	}
	for _, from := range []string{y.siglum, b.siglum[t.statement.Span.Report]} {
		for _, to := range []string{x.siglum, b.siglum[s.statement.Span.Report]} {
			if b.possible[[2]string{from, to}] {
				return true
			}
		}
	}
	return false
}

const (
	// sameWords is the likeness that two statements must have to count as two
	// mentions of one thing. Read on the claims of 260 groups of real reports
	// whose sources differ: from 0.42 on 3 of 4 pairs say the same, from 0.25 on
	// 5 of 13.
	sameWords = 0.42
	// fewWords is the length, in words, below which two remarks are alike by
	// chance.
	fewWords = 6
	// oneWording is the likeness from which on a sentence of at least
	// wordingWords is not put so twice.
	oneWording   = 0.7
	wordingWords = 8
)

// sameMatter says whether two statements surely state the same, in like words
// that are the reports' own. Quotations never count: the same words are one
// speech, whoever is credited with them. A claim may hold a passing mention
// ("the Trump directive"), which is no second telling of it.
func (b *independence) sameMatter(s, t *stemma.Statement) bool {
	if quotes(s) || quotes(t) || min(words(s), words(t)) < fewWords {
		return false
	}
	return b.aligned.Likeness(s, t) >= sameWords
}

// quotes says whether any words of a statement stand in quotation marks.
func quotes(s *stemma.Statement) bool {
	return s.Quoted || strings.ContainsAny(s.Span.Text, stemma.DoubleMarks)
}

// sameWording says whether two statements are a sentence in the same words:
// then both have it from one speech, one paper or one report, known or not.
func (b *independence) sameWording(s, t *stemma.Statement) bool {
	return min(words(s), words(t)) >= wordingWords && b.aligned.Likeness(s, t) >= oneWording
}

func words(s *stemma.Statement) int { return len(strings.Fields(s.Span.Text)) }
