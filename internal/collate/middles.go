package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/fnv"
)

// speech is what somebody is quoted with in a row, in however many sentences, without what an editor put
// between brackets.
type speech struct {
	words []word
	runs  []uint64 // the hash of every [flankWords] words in a row, by the first of them
}

// saidAt is a place in a speech.
type saidAt struct {
	in *speech
	at int
}

const (
	// flankWords is how many words on either side of what was left out must be the same at least, and
	// sameAround how many on both sides together.
	flankWords = 4
	sameAround = 10
	// leastCut and mostCut are how many words were left out, and cutMeaning the weight of those
	// that tell something: "you know, and I mean it" tells little, and of a whole page nobody
	// can say whether the same words were said twice.
	leastCut   = 4
	mostCut    = 60
	cutMeaning = 1.2
	// narration is how many words of the writer may stand between two quotations that are one
	// speech: "it burst," she told the council, "and".
	narration = 5
	// secondStart is how many words next to what was left out make it a second start of them, if it has them.
	secondStart = 3
)

// speechesOf gathers the speeches of a report that are long enough to have a middle, broken by no
// more than so many words of the writer.
func speechesOf(r *Report, asides int) []*speech {
	var found []*speech
	var open []word
	own, last := 0, token(0)
	for i := range r.sentences {
		s := &r.sentences[i]
		for _, w := range s.words {
			if !w.quoted || w.aside || s.title {
				own += boolean(!w.quoted)
				continue
			}
			if len(open) > 0 && (own > asides || !r.speaksOn(last, w.token, asides)) {
				found, open = append(found, speeches(open)...), nil
			}
			open, own, last = append(open, w), 0, w.token
		}
	}
	return append(found, speeches(open)...)
}

func isQuotedIn(s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return w.quoted })
}

// speaksOn says whether a speech goes on from one quoted word to the next: no mark of quotation stands
// between them or, where the writer may put in words of his own, the first quotation ends as a clause does,
// and he begins no new paragraph and announces nothing: who does may have put them in another order.
func (r *Report) speaksOn(last, next token, asides int) bool {
	between := r.between(last, next)
	isOpen := !strings.ContainsAny(between, `"“”„«»`)
	return isOpen || asides > 0 && strings.ContainsAny(between[:1], ",.?!") && !strings.ContainsAny(between, "\n:")
}

// speeches is a speech of some words, if they are enough.
func speeches(words []word) []*speech {
	if len(words) < 2*flankWords {
		return nil
	}
	return []*speech{{words, runsOf(words)}}
}

func runsOf(words []word) []uint64 {
	runs := make([]uint64, len(words)-flankWords+1)
	for at := range runs {
		h := fnv.Offset
		for k := range flankWords {
			h = fnv.Add(fnv.On(h, words[at+k].form), ' ')
		}
		runs[at] = h
	}
	return runs
}

// placesOf files the places of all speeches by the words that stand there.
func placesOf(speeches []*speech) map[uint64][]saidAt {
	places := map[uint64][]saidAt{}
	for _, x := range speeches {
		for at, run := range x.runs {
			if len(places[run]) < mostAlike {
				places[run] = append(places[run], saidAt{x, at})
			}
		}
	}
	return places
}

// middles finds words that were left out in the middle of a quotation without dots that say so:
// of a copy, by it, else by either.
func middles(before, after *Report, kin Kin) []stemma.Drift {
	found := silenced(before, after)
	if kin != Copy {
		found = append(found, silenced(after, before)...)
	}
	return found
}

// silenced finds what the second report left out in the middle of what the first one quotes.
func silenced(before, after *Report) []stemma.Drift {
	var found []stemma.Drift
	for _, y := range after.speeches {
		for at := flankWords; at+flankWords <= len(y.words); at++ {
			x, first, last := leftOutAt(before, after, y, at)
			if first == last {
				continue
			}
			const shown = 2 // words on either side
			from := before.text.Span(int(x.words[first-shown].token), int(x.words[last+shown-1].token)+1)
			to := after.text.Span(int(y.words[at-shown].token), int(y.words[at+shown-1].token)+1)
			found = append(found, becomes(stemma.QuoteAltered, &from, &to, 1))
			at += flankWords
		}
	}
	return found
}

// leftOutAt gives the words of a speech of the first report that another one lacks at a place, where
// it goes on as if there were none; none where it says so, or where the first report has it so too.
func leftOutAt(before, after *Report, y *speech, at int) (x *speech, first, last int) {
	head, tail := before.spoken[y.runs[at-flankWords]], before.spoken[y.runs[at]]
	if len(head) == 0 || len(tail) == 0 || y.isMarked(after, at-2, at+1) {
		return nil, 0, 0
	}
	for _, p := range head {
		for _, q := range tail {
			from, to := p.at+flankWords, q.at
			switch {
			case p.in != q.in || to < from:
			case to == from:
				return nil, 0, 0
			case x == nil && p.in.isCut(before, from, to) && alikeAround(p.in, from, to, y, at):
				x, first, last = p.in, from, to
			}
		}
	}
	if x == nil || after.hasRun(x.words[first:last]) {
		return nil, 0, 0
	}
	return x, first, last
}

// between is what stands in a report between two words, as it is written.
func (r *Report) between(first, last token) string {
	tokens := r.text.Tokens
	return r.text.Report.Text[tokens[first].End:max(tokens[first].End, tokens[last].Start)]
}

// isMarked says whether the writer says, from one word of a speech to another, that he left words
// out or put some in, that somebody broke off, or that words are another one's.
func (x *speech) isMarked(r *Report, first, last int) bool {
	between := r.between(x.words[first].token, x.words[last].token)
	return slices.ContainsFunc([]string{"…", "..", ". .", "—", "–", "--", "[", "(", "‘"}, func(m string) bool {
		return strings.Contains(between, m)
	})
}

// isCut says whether words of a speech are such as tell something when they are left out, and are
// no second start of what stands beside them: "I can't do it, I just can't do it".
func (x *speech) isCut(r *Report, first, last int) bool {
	if last-first < leastCut || last-first > mostCut || x.isMarked(r, first-2, last+1) {
		return false
	}
	gone := x.words[first:last]
	restarts := gone[0].form == x.words[last].form || gone[len(gone)-1].form == x.words[first-1].form ||
		hasRow(gone, x.words[first-secondStart:first]) || hasRow(gone, x.words[last:last+secondStart])
	return !restarts && meaningOf(gone) >= cutMeaning
}

// hasRow says whether some words stand among others one after another.
func hasRow(words, row []word) bool {
	for at := range len(words) - len(row) + 1 {
		if slices.EqualFunc(words[at:at+len(row)], row, func(v, w word) bool { return v.form == w.form }) {
			return true
		}
	}
	return false
}

// meaningOf is the weight of the words that tell something but for names: titles of programmes stand
// between marks too.
func meaningOf(words []word) float64 {
	sum := 0.0
	for k := range words {
		if words[k].isOf(content, number) {
			sum += words[k].weight
		}
	}
	return sum
}

// alikeAround says whether enough words before and behind what was left out are those of the other
// speech before and behind a place.
func alikeAround(x *speech, first, last int, y *speech, at int) bool {
	before, behind := 0, 0
	for before < min(first, at) && x.words[first-before-1].form == y.words[at-before-1].form {
		before++
	}
	for behind < min(len(x.words)-last, len(y.words)-at) && x.words[last+behind].form == y.words[at+behind].form {
		behind++
	}
	return min(before, behind) > flankWords && before+behind >= sameAround
}
