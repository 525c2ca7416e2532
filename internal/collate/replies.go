package collate

import (
	"slices"
	"strings"

	"stemma"
)

// repliesIn gives the sentences in which a body answers: a spokesperson says so or denies something, or a
// statement does.
func repliesIn(c *Collator, r *Report) []int {
	var found []int
	for i := range r.sentences {
		s := &r.sentences[i]
		if s.title || !r.isFirst(s) || len(s.credits) == 0 {
			continue
		}
		if hasSpokesperson(c, s) && answers(c, s) || states(c, s) || deniesItself(c, s) {
			found = append(found, i)
		}
	}
	return found
}

func hasSpokesperson(c *Collator, s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return isSpokesperson(c, &w) })
}

func isSpokesperson(c *Collator, w *word) bool { return c.replies.Is(w.base, "voice") }

// answers says whether a sentence says that somebody answers, or denies something.
func answers(c *Collator, s *sentence) bool {
	for k := range s.words {
		if isReply(c, &s.words[k]) && !c.negatedAt(s.words, k) {
			return true
		}
	}
	return refutes(c, s)
}

func isReply(c *Collator, w *word) bool {
	return c.replies.Has(w.base) && !c.replies.IsAny(w.base, "voice", "charge", "false")
}

// keepsSilent says whether what a word denies is an answer: "did not have a statement", "had no reply".
func keepsSilent(c *Collator, words []word, denial int) bool {
	return slices.ContainsFunc(words[denial+1:min(len(words), denial+1+reach)], func(w word) bool {
		return isReply(c, &w)
	})
}

// states says whether a sentence hands on what a written statement denies.
func states(c *Collator, s *sentence) bool {
	writes := slices.ContainsFunc(s.words, func(w word) bool { return c.replies.Is(w.base, "written") && !w.quoted })
	return writes && refutes(c, s)
}

// refutes says whether a sentence denies something, and not only that there is an answer.
func refutes(c *Collator, s *sentence) bool {
	for k := range s.words {
		if c.negates(&s.words[k]) && !keepsSilent(c, s.words, k) {
			return true
		}
	}
	return false
}

// deniesItself says whether somebody is told to deny a deed or a state of his own: "said that it did not know the
// log", "said its pump had never failed"; not what he will or would not do.
func deniesItself(c *Collator, s *sentence) bool {
	return slices.ContainsFunc(s.credits, func(a *stemma.Attribution) bool {
		if !a.Told || len(a.Content) != 1 {
			return false
		}
		first, last := s.within(a.Content[0])
		if first < last && plays(c, &s.words[first], "that") {
			first++
		}
		return first < last && isHisOwn(c, &s.words[first]) && isDenied(c, s.words[first+1:min(last, first+group)])
	})
}

// isHisOwn says whether a word outside quotation marks stands for somebody or what is his: "it", "its".
func isHisOwn(c *Collator, w *word) bool {
	return !w.quoted && plays(c, w, "subject", "poss") && !plays(c, w, "first")
}

// isDenied says whether some words deny, in the form of what is or was: "did not", "had never", "wasn't".
func isDenied(c *Collator, words []word) bool {
	isVerb := slices.ContainsFunc(words, func(w word) bool { return plays(c, &w, "be", "have", "do") })
	return isVerb && slices.ContainsFunc(words, func(w word) bool { return c.negates(&w) })
}

// unanswered finds the reply of a body that is left out by a report that was taken from
// the one that has it and retells most of it: no spokesperson speaks there at all, nor does who
// made the statement.
func unanswered(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	if kin == Neighbours {
		return nil
	}
	found := denials{omissions{c, before, after, kin}}.unanswered()
	if kin == Siblings {
		found = append(found, denials{omissions{c, after, before, kin}}.unanswered()...)
	}
	return found
}

// denials is what the accused answer and what a report left out of it.
type denials struct{ omissions }

func (o denials) unanswered() []stemma.Drift {
	if len(o.from.replies) == 0 {
		return nil
	}
	spoken := slices.ContainsFunc(o.to.sentences, func(s sentence) bool { return hasSpokesperson(o.Collator, &s) })
	var found []stemma.Drift
	for _, i := range o.from.replies {
		x := &o.from.sentences[i]
		isSpoken := hasSpokesperson(o.Collator, x)
		isLeftOut := isSpoken && !spoken && !o.namesSource(x) || !isSpoken && o.kin == Copy && o.lacksStatement(x)
		if !isLeftOut || o.isThere(x) {
			continue
		}
		found = append(found, leavesOut(stemma.DenialOmitted, o.reply(i)))
	}
	if len(found) == 0 || retoldShare(o.Collation, o.from, o.to) < o.leastRetold() {
		return nil
	}
	return found
}

// leastRetold is the share of a report that must be told after another one for an answer that it lacks to be
// left out: two that cite one report need not have heard the same answers.
func (o denials) leastRetold() float64 {
	if o.kin == Siblings {
		return retellsNearly
	}
	return retells
}

// isThere says whether the later report has some of a sentence.
func (o denials) isThere(x *sentence) bool {
	_, al := o.nearestTo(x)
	return al.forth >= goneShare
}

// reply is a sentence in which a spokesperson answers, with the one before it, in which the body denies
// something, where that is left out too.
func (o denials) reply(i int) *stemma.Span {
	x := &o.from.sentences[i]
	if i == 0 || !hasSpokesperson(o.Collator, x) {
		return spanOf(x, x.words)
	}
	first := &o.from.sentences[i-1]
	denies := slices.ContainsFunc(first.words, func(w word) bool { return o.negates(&w) })
	if first.title || len(first.credits) == 0 || !denies || o.isThere(first) {
		return spanOf(x, x.words)
	}
	span := x.tokens(first.words[0].token, x.words[len(x.words)-1].token)
	return &span
}

// namesSource says whether the later report names anybody whom a sentence credits.
func (o denials) namesSource(x *sentence) bool {
	named := standing{&pairing{Collator: o.Collator}}
	return slices.ContainsFunc(x.credits, func(a *stemma.Attribution) bool {
		who := o.from.index.Speaker(a.Speaker)
		return who != nil && who.Kind == stemma.Person && named.namedIn(o.to, who, nil)
	})
}

// lacksStatement says whether the later report speaks of the body whose written statement a sentence hands on,
// more than once, and credits it with nothing but what the earlier one does elsewhere.
func (o denials) lacksStatement(x *sentence) bool {
	who := o.from.index.Speaker(x.credits[0].Speaker)
	if who == nil || who.Kind == stemma.Person && strings.Contains(who.Name, " ") && !deniesItself(o.Collator, x) {
		return false // people speak of others
	}
	name := strings.Fields(strings.ToLower(who.Name))
	isNamed := len(name) > 0 && len(o.to.where[name[len(name)-1]]) > 1
	return isNamed && !slices.ContainsFunc(o.to.sentences, func(y sentence) bool {
		return o.creditsSame(x, &y) && !o.isToldIn(&y)
	})
}

// creditsSame says whether two sentences credit one source.
func (o denials) creditsSame(x, y *sentence) bool {
	return slices.ContainsFunc(y.credits, func(b *stemma.Attribution) bool {
		return slices.ContainsFunc(x.credits, func(a *stemma.Attribution) bool { return a.Speaker == b.Speaker })
	})
}

// isToldIn says whether the earlier report has most of a sentence of the later one.
func (o denials) isToldIn(y *sentence) bool {
	return slices.ContainsFunc(o.from.nearest(y, Copy), func(i int) bool {
		al := o.layBeside(&o.from.sentences[i], y)
		return al.weight >= keptWeight && al.back >= keptShare
	})
}

// rejects is the word by which somebody turns away what is held against him: "rejected a suggestion that",
// "called the report absurd"; -1 for none.
func (o denials) rejects(s *sentence) int {
	for k := range s.words {
		w := &s.words[k]
		if o.deniedAt(s.words, k) {
			continue
		}
		turns := o.replies.Is(w.base, "turns") && !w.quoted && o.isCharge(s.words, k+1) && o.denies(s, k)
		if turns || o.replies.Is(w.base, "false") && o.isCharge(s.words, max(0, k-group)) && o.isTold(s) {
			return k
		}
	}
	return -1
}

// isTold says whether somebody says something in a sentence.
func (o denials) isTold(s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return o.cues.Is(w.base, "speech") && w.entry.Is('v') })
}

// isCharge says whether one of the next words names what is held against somebody.
func (o denials) isCharge(words []word, at int) bool {
	last := min(clauseEnd(words, at), at+group)
	return slices.ContainsFunc(words[at:max(at, last)], func(w word) bool { return o.replies.Is(w.base, "charge") })
}

// span is a sentence that denies something, with the words behind it of who turns a charge away, where they are
// left out too.
func (o denials) span(i int) *stemma.Span {
	x := &o.from.sentences[i]
	last := &o.from.sentences[min(i+1, len(o.from.sentences)-1)]
	if last.title || o.rejects(x) < 0 || !o.creditsSame(x, last) || o.isThere(last) {
		return spanOf(x, x.words)
	}
	span := x.tokens(x.words[0].token, last.words[len(last.words)-1].token)
	return &span
}

// isAnswered says whether the later report has the words of who turns a charge away that stand behind it.
func (o denials) isAnswered(i int) bool {
	x := &o.from.sentences[i]
	return o.rejects(x) >= 0 && o.kept(i+1) && o.creditsSame(x, &o.from.sentences[i+1])
}
