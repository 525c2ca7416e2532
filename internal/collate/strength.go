package collate

import (
	"slices"

	"stemma"
)

// How strongly a finding ties two things, after the levels of Sumner and others, "The
// association between exaggeration in health related science news and academic press
// releases" (BMJ 2014), as Yu and others set them ("Detecting causal language use in
// science findings", EMNLP 2019).
const (
	noTie    = iota
	together // they go together: "is associated with", "have a higher risk"
	mayCause // the one may make the other: "could reduce"
	causes   // it does: "reduces", "is effective"
)

const (
	// longFinding is how many words the conclusion of a study has at most. The longest
	// of 600 conclusions and leads of press releases has 83.
	longFinding = 120
)

// strength is how strongly a sentence ties two things, and the words that say so.
type strength struct {
	level       int
	first, last int
	in          *sentence
}

// Strengths finds that of two texts that tell what one study found, one makes of things
// that go together a cause, or of what may be a cause a certain one; or the other way
// round. On 300 pairs of abstracts and press releases that readers have marked (Wright
// and Augenstein, "Semi-supervised exaggeration detection of health science press
// releases", EMNLP 2021) the macro-F1 of same, stronger and weaker is 0.61; the words
// were chosen on these pairs, so others will give less. Of 4,068 pairs of news
// sentences (MSRP) 12 are called stronger or weaker.
func Strengths(c *Collator, before, after *Report) []stemma.Drift {
	s := tying{c}
	if s.long(before) || s.long(after) || !s.ofStudy(before) && !s.ofStudy(after) {
		return nil
	}
	x, y := s.of(before), s.of(after)
	if x.level == y.level || x.level == noTie || y.level == noTie {
		return nil
	}
	kind, severity := stemma.ModalityStrengthened, 2
	switch {
	case x.level > y.level:
		kind, severity = stemma.ModalityWeakened, 1
	case x.level == together && y.level == causes:
		severity = 3
	}
	return []stemma.Drift{becomes(kind, x.in.span(x.first, x.last), y.in.span(y.first, y.last), severity)}
}

// tying reads how strongly things are tied.
type tying struct{ *Collator }

func (s tying) long(r *Report) bool {
	n := 0
	for i := range r.sentences {
		n += len(r.sentences[i].words)
	}
	return n > longFinding
}

// ofStudy says whether a text speaks of what studies speak of.
func (s tying) ofStudy(r *Report) bool {
	return slices.ContainsFunc(r.sentences, func(in sentence) bool {
		return slices.ContainsFunc(in.words, func(w word) bool { return s.is(&w, "research") })
	})
}

// of is the strength of the first sentence that ties anything.
func (s tying) of(r *Report) strength {
	for i := range r.sentences {
		if found := s.ofSentence(&r.sentences[i]); found.level != noTie {
			return found
		}
	}
	return strength{}
}

// cues are where a sentence first has a word of each kind, or -1.
type cues struct{ tie, cause, can, more int }

// ofSentence finds the words that tie: a word of cause counts only where no tie
// stands, but for a tie behind a cause that may be.
func (s tying) ofSentence(in *sentence) strength {
	at := s.cues(in.words)
	switch {
	case at.tie >= 0 && (at.can < 0 || at.cause < 0 || at.can > at.tie):
		if at.can >= 0 && at.can < at.tie && at.can+reach > at.tie {
			return strength{mayCause, at.can, at.tie + 1, in}
		}
		return strength{together, at.tie, at.tie + 1, in}
	case min(at.can, at.cause) >= 0:
		return strength{mayCause, min(at.can, at.cause), max(at.can, at.cause) + 1, in}
	case at.can >= 0:
		return strength{mayCause, at.can, at.can + 1, in}
	case at.cause >= 0:
		return strength{causes, at.cause, at.cause + 1, in}
	case at.more >= 0 && s.compares(in.words):
		return strength{together, at.more, at.more + 1, in}
	}
	return strength{}
}

func (s tying) cues(words []word) cues {
	at := cues{-1, -1, -1, -1}
	first := func(place *int, k int, is bool) {
		if is && *place < 0 {
			*place = k
		}
	}
	for k := range words {
		w := &words[k]
		first(&at.can, k, s.is(w, "can"))
		first(&at.tie, k, s.ties(words, k))
		first(&at.cause, k, s.is(w, "cause") && !s.attributive(words, k))
		first(&at.more, k, s.is(w, "more"))
	}
	return at
}

// ties says whether a word says that two things go together.
func (s tying) ties(words []word, k int) bool {
	w := &words[k]
	before := func(n int, what string) bool { return k >= n && s.is(&words[k-n], what) }
	behind := func(what string) bool { return k+1 < len(words) && s.is(&words[k+1], what) }
	switch {
	case s.is(w, "tie"):
		return true
	case s.is(w, "tied"):
		return behind("joint") || s.isTied(words, k)
	case s.is(w, "likely"):
		return before(1, "degree") || before(2, "degree")
	case s.is(w, "risk"):
		return before(1, "raised") || before(2, "raised") || before(3, "raised") || behind("factor")
	case s.is(w, "beside"):
		return behind("joint")
	case s.is(w, "unlike"):
		return behind("group")
	}
	return false
}

// isTied says whether a verb that ties stands in the present, or as a participle behind a form of "to
// be". With a preposition behind it that joins nothing it is a noun: "an associate of his".
func (s tying) isTied(words []word, k int) bool {
	if words[k].past {
		return k > 0 && s.follows(&words[k-1])
	}
	return k+1 == len(words) || !s.function.Is(words[k+1].form, "prep")
}

// follows says whether a participle behind a word is no noun's attribute: "is linked",
// "strongly linked".
func (s tying) follows(last *word) bool {
	return s.function.Is(last.form, "be") || last.entry.Only('r')
}

// attributive says whether a participle belongs to the noun behind it: "a reduced
// dose".
func (s tying) attributive(words []word, k int) bool {
	return k > 0 && s.is(&words[k], "raised") && words[k].past &&
		(words[k-1].class == function || words[k-1].entry.Only('r'))
}

// compares says whether a sentence compares two groups.
func (s tying) compares(words []word) bool {
	for k := range words {
		if s.is(&words[k], "beside") || s.is(&words[k], "unlike") {
			return true
		}
	}
	return false
}

func (s tying) is(w *word, what string) bool {
	return w.class != nameWord && (s.strengths.Is(w.form, what) || s.strengths.Is(w.base, what))
}
