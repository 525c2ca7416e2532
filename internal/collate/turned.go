package collate

import (
	"slices"
	"strings"

	"stemma"
)

// leastSupport is the weight of matching neighbours, on both sides together,
// that a word needs which stands for its opposite: one rare word, or two.
const leastSupport = 0.8

// reversal tells what says the opposite.
type reversal struct{ *pairing }

// turned finds words that stand in the place of their opposite: "rose", "fell". Among many
// sentences one that was not taken from another is its opposite by chance.
func (p reversal) turned() []stemma.Drift {
	isTaken := p.kin == Copy || p.kin == Siblings && p.nearCopy()
	if p.free || !isTaken && !fewPairs(p.earlier, p.later) {
		return nil
	}
	var found []stemma.Drift
	for i, j := range p.al.ofA {
		if j < 0 || !p.opposed(&p.al.a[i], &p.al.b[j]) || p.parity(i, j) || p.sideBySide(i, j) ||
			p.al.quotedAt(i, j) || isOtherSense(p, i, j) || !isTurn(p, slot{i, i + 1, j, j + 1}) {
			continue
		}
		found = append(found, becomes(stemma.PredicateChanged, p.before.span(i, i+1), p.after.span(j, j+1), 3))
	}
	return found
}

// isTurn says whether the clauses around two words of opposite sense are otherwise one.
func isTurn(p reversal, at slot) bool {
	i, j := at.a1, at.b1
	switch {
	case !p.oneClause(at):
		return false
	case p.asks(p.al.a, i) && p.asks(p.al.b, j) && !sole(p.pairing, at):
		return false // "whether to allow it", "whether to block it"
	case p.inverses.Is(p.al.a[i].base, p.al.b[j].base):
		return p.sameAgent(i, j) || sole(p.pairing, at)
	}
	return p.held(i, j)
}

// isOtherSense says whether an opposite is none here: it says whose an office is, or is part of
// a phrase.
func isOtherSense(p reversal, i, j int) bool {
	strangers := p.kin != Copy && ofOtherDays(figuring(p)) // "by late Wednesday", "early on Thursday"
	return strangers || ofOffice(p.Collator, &p.al.a[i]) || isPhrasal(p, i, j) ||
		hasPrefix(p, p.al.a, i) || hasPrefix(p, p.al.b, j)
}

// hasPrefix says whether the word before one denies it, as if it were part of it: "non partisan".
func hasPrefix(p reversal, words []word, at int) bool {
	return at > 0 && words[at-1].class != function && p.prefixes.Has(words[at-1].form)
}

// isPhrasal says whether two verbs that the table does not set against each other have other
// small words behind them, and so another sense: "came to", "is going on".
func isPhrasal(p reversal, i, j int) bool {
	if areContrary(p.Collator, &p.al.a[i], &p.al.b[j]) || i+1 >= len(p.al.a) || j+1 >= len(p.al.b) {
		return false
	}
	x, y := &p.al.a[i+1], &p.al.b[j+1]
	return x.form != y.form && p.function.Is(x.form, "prep") && p.function.Is(y.form, "prep")
}

// held says whether what stands on both sides of two words matches: of two
// function words, right beside them.
func (p reversal) held(i, j int) bool {
	at := slot{i, i + 1, j, j + 1}
	return sole(p.pairing, at) || flankedBy(p, at)
}

// flankedBy is [pairing.held] for sentences that differ in other places too.
func flankedBy(p reversal, at slot) bool {
	i, j := at.a1, at.b1
	beside := min(i, j) > 0 && p.al.ofA[i-1] == j-1 &&
		(i+1 == len(p.al.a) || i+1 < len(p.al.a) && p.al.ofA[i+1] == j+1)
	if p.al.a[i].class == function || p.al.b[j].class == function {
		return beside && p.kin != Neighbours // "voted for one", "voted against the other"
	}
	before, after := p.al.support(at)
	if before+after < leastSupport {
		return false
	}
	return beside || (before > leastFlank || i == 0 || j == 0) &&
		(after > leastFlank || i+2 >= len(p.al.a) || j+2 >= len(p.al.b))
}

// parity says whether only one of the words is negated: "not open" is "shut".
func (p reversal) parity(i, j int) bool {
	return p.negatedAt(p.al.a, i) != p.negatedAt(p.al.b, j)
}

// reach is how far before a word its negation or its modal verb stands.
const reach = 3

// sideBySide says whether one of the sentences has both words ("up or down"),
// so that the other one tells a part.
func (p reversal) sideBySide(i, j int) bool {
	return hasBase(p.al.b, p.al.a[i].base) || hasBase(p.al.a, p.al.b[j].base)
}

func hasBase(words []word, base string) bool {
	for k := range words {
		if words[k].base == base {
			return true
		}
	}
	return false
}

// sameAgent says whether who stands right before the word is the same in both.
func (p reversal) sameAgent(i, j int) bool {
	k, l := lastContent(p.al.a, i), lastContent(p.al.b, j)
	return min(k, l) >= 0 && p.al.ofA[k] == l && p.al.a[k].base == p.al.b[l].base
}

// lastContent is the last word with a meaning before a place, or -1.
func lastContent(words []word, at int) int {
	for k := at - 1; k >= 0; k-- {
		if words[k].class != function {
			return k
		}
	}
	return -1
}

// leastBoth is the share of either sentence's words that match where one denies what the
// other tells.
const leastBoth = 0.35

// negated finds a negation that was put in or left out right before what both
// sentences have.
func (p reversal) negated() []stemma.Drift {
	if p.kin != Copy || min(p.al.forth, p.al.back) < leastBoth {
		return nil
	}
	var found []stemma.Drift
	for _, s := range p.al.slots {
		i, ok := p.governed(s)
		if !ok || !p.between(s) || p.titles.Has(p.al.a[i].form) ||
			p.turns(p.al.a, s.a1, s.a2) == p.turns(p.al.b, s.b1, s.b2) {
			continue
		}
		j := p.al.ofA[i]
		if onlySeemsTurned(p, s, i, j) {
			continue
		}
		before, after := p.before.span(s.a1, i+1), p.after.span(s.b1, j+1)
		found = append(found, becomes(stemma.PolarityChanged, before, after, 3))
	}
	if len(found) > 1 {
		return nil // negations that changed places
	}
	return found
}

// onlySeemsTurned says whether a negation that stands in one of two sentences turns nothing
// round: the other one denies in another way, asks, or has another clause.
func onlySeemsTurned(p reversal, s slot, i, j int) bool {
	switch {
	case isUndone(p, p.al.a, s.a1, s.a2), isUndone(p, p.al.b, s.b1, s.b2): // see [pairing.ladder]
		return true
	case isOthersDeed(p, s):
		return true
	case closes(p.al.a, s.a1, i), closes(p.al.b, s.b1, j), isOtherSaying(p, i, j), p.before.asks(), p.after.asks():
		return true
	case isOperated(p, p.al.a, s.a1, i) && isOperated(p, p.al.b, s.b1, j): // "is due to", "was not asked to"
		return true
	case isHeldByOthers(p, p.al.a, i) != isHeldByOthers(p, p.al.b, j): // "the talk that they are a drain"
		return true
	case p.before.isDenied(i) != p.after.isDenied(j), p.isPutOff(p.al.a, i) != p.isPutOff(p.al.b, j):
		return true
	}
	return p.deniedNear(p.al.a, i, s.a1) || p.deniedNear(p.al.b, j, s.b1)
}

// isOthersDeed says whether each side of a slot says by a pronoun of its own who does it: "I
// tested", "we did not test".
func isOthersDeed(p reversal, s slot) bool {
	x, y := pronounIn(p, p.al.a[s.a1:s.a2]), pronounIn(p, p.al.b[s.b1:s.b2])
	return x != "" && y != "" && x != y
}

// pronounIn is the pronoun among some words that says who does it; "" for none.
func pronounIn(p reversal, words []word) string {
	for k := range words {
		if p.function.Is(words[k].form, "subject") {
			return words[k].form
		}
	}
	return ""
}

// isUndone says whether one of some words says that a deed was not done: "have yet to".
func isUndone(p reversal, words []word, first, last int) bool {
	for k := first; k < last; k++ {
		if n, ok := p.rung(&words[k]); ok && n == 0 && p.governs(words, k) {
			return true
		}
	}
	return false
}

// isOperated says whether one of some words says how far a deed has come, and does not just
// deny it.
func isOperated(p reversal, words []word, first, last int) bool {
	return slices.ContainsFunc(words[first:last], func(w word) bool {
		_, ok := p.rung(&w)
		return ok && w.class == content
	})
}

// isHeldByOthers says whether a word stands in a clause behind "that": what a noun or a verb
// before it says is held by somebody.
func isHeldByOthers(p reversal, words []word, at int) bool {
	for k := at - 1; k >= max(1, at-deedReach) && !words[k+1].comma; k-- {
		if p.function.Is(words[k].form, "that") && words[k-1].class == content {
			return k == 1 || !p.negates(&words[k-2]) // "no evidence that"
		}
	}
	return false
}

// isOtherSaying says whether two verbs of saying have other things behind them: what was
// reported, and what was never reported.
func isOtherSaying(p reversal, i, j int) bool {
	return p.cues.Is(p.al.a[i].base, "that") && !goesOn(&p.al, i, j)
}

// asks says whether a sentence is a question: "shouldn't we worry?" says that we should.
func (s *sentence) asks() bool {
	if len(s.words) == 0 {
		return false
	}
	last := s.text.Tokens[s.words[len(s.words)-1].token]
	end := s.text.Sentences[s.text.SentenceAt(last.Start)].End
	return strings.Contains(s.text.Report.Text[last.End:max(last.End, end)], "?")
}

// isDenied says whether a word stands in what somebody denies: "denied that he ever met him".
func (s *sentence) isDenied(word int) bool {
	at := s.text.Tokens[s.words[word].token].Start
	return slices.ContainsFunc(s.credits, func(a *stemma.Attribution) bool {
		return a.Stance == stemma.Denying && slices.ContainsFunc(a.Content, func(c stemma.Span) bool {
			return c.Start <= at && at < c.End
		})
	})
}

// closes says whether a clause ends between the start of a slot and the word that it
// governs: what is denied in "who were not named, said" is the naming.
func closes(words []word, first, governed int) bool {
	for k := first + 1; k <= governed; k++ {
		if words[k].comma {
			return true
		}
	}
	return false
}

// turns says whether a stretch holds an odd number of negations.
func (p *pairing) turns(words []word, first, last int) bool {
	odd := false
	for k := first; k < last; k++ {
		if p.negates(&words[k]) && !p.isPhrase(words, k) || p.deniesInTwo(words, k, last) {
			odd = !odd
		}
	}
	return odd
}

// deniesInTwo says whether a word denies with the next one, as neither does alone: "rather than",
// "against selling".
func (p *pairing) deniesInTwo(words []word, k, last int) bool {
	isDeed := k+1 < len(words) && words[k+1].lasting && p.retractions.Is(words[k].form, "deed")
	return isDeed || k+1 < last && p.retractions.Is(words[k].form+" "+words[k+1].form, "instead")
}

// likeEnough says whether the sentences are forms of one: a negation may deny
// another part.
func (p *pairing) likeEnough() bool {
	return min(p.al.forth, p.al.back) >= sameSentence
}

// sameSentence is the share of words, of both sentences, from which on they
// are forms of one.
const sameSentence = 0.5

// isPhrase says whether a word only looks like a negation: "No. 7", "no doubt",
// "not only".
func (p *pairing) isPhrase(words []word, i int) bool {
	if i+1 >= len(words) {
		return true
	}
	next := words[i+1]
	pair := words[i].form + " " + next.form
	return next.class == number || next.comma || p.negations.Is(pair, "not") || p.marked(words[i]) ||
		isBounding(p.Collator, words, i)
}

// marked says whether a full stop follows a word inside its sentence.
func (p *pairing) marked(w word) bool {
	for _, t := range []*stemma.Text{p.before.text, p.after.text} {
		if int(w.token)+1 < len(t.Tokens) && t.Tokens[w.token].Form == w.form && t.Tokens[w.token+1].Form == "." {
			return true
		}
	}
	return false
}

// deniedNear says whether a word is denied in some other way than in the slot
// before it: by a negation near it, or by what it is made of.
func (p *pairing) deniedNear(words []word, at, slot int) bool {
	for k := max(0, slot-reach); k < len(words) && k <= at+reach; k++ {
		denies := p.negates(&words[k]) || p.retractions.Is(words[k].form, "instead") // "nor was he"
		if (k < slot || k > at) && (denies || p.operators.First(words[k].base) == "0") {
			return true
		}
	}
	return false
}

// isPutOff says whether a word of time stands behind a verb in its clause, so that
// what is denied came in the end: who "did not report it until April" reported it.
func (p reversal) isPutOff(words []word, at int) bool {
	for k := at + 1; k < len(words) && !words[k].comma; k++ {
		if p.retractions.Is(words[k].form, "cut") && p.retractions.Is(words[k].form, "behind") {
			return true
		}
	}
	return false
}
