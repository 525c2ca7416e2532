package quote

import "stemma"

// interview is a conversation in which a name stands in a line of its own before what its bearer says:
//
//	Ada Pell
//
//	Why did you leave?
//
//	Tom Wren
//
//	I was tired.
type interview struct {
	lines map[int]stretch // the names, by the first sentence of their lines
	last  int             // the first sentence of the last of them
}

// Each of two speakers at least speaks leastTurns times, others may do so once; their names have no more words than
// longestSpeaker.
const (
	leastTurns     = 3
	longestSpeaker = 4
)

// interviewIn finds the names in lines of their own that come back. Names stand so over parts of a
// report as well ("Where the candidates stand"), so half of what follows them must speak of the speaker
// or ask.
func interviewIn(p *document) interview {
	found := interview{lines: map[int]stretch{}}
	times := map[string]int{}
	for s := range p.text.Sentences {
		if line := speakersLine(p, s); !line.empty() {
			found.lines[s] = line
			times[folded(p.text, line.from, line.to)]++
		}
	}
	speakers := 0
	for _, n := range times {
		if n >= leastTurns {
			speakers++
		}
	}
	if speakers < 2 {
		return interview{}
	}
	t, speech := transcript{words: p.words}, 0
	for s, line := range found.lines {
		if times[folded(p.text, line.from, line.to)] < leastTurns && !t.titled(line.from) {
			delete(found.lines, s)
			continue
		}
		if t.speaksOf(line.to, min(len(p.text.Tokens), line.to+maxOpening/2)) {
			speech++
		}
		found.last = max(found.last, s)
	}
	if 2*speech < len(found.lines) {
		return interview{}
	}
	return found
}

// speakersLine is the name that sentence s is, alone in its line; empty for none.
func speakersLine(p *document, s int) stretch {
	x := &p.text.Sentences[s]
	isAlone := (s == 0 || p.text.Sentences[s-1].Segment != x.Segment) &&
		(s+1 == len(p.text.Sentences) || p.text.Sentences[s+1].Segment != x.Segment)
	if n := x.Last - x.First; !isAlone || n < 2 || n > longestSpeaker {
		return stretch{}
	}
	isOther := func(i int) bool { return p.text.Tokens[i].Kind != stemma.Word || !p.upper(i) || !p.nameWord(i) }
	if anyOf(x.First, x.Last, isOther) {
		return stretch{}
	}
	return stretch{x.First, x.Last}
}

// spoken credits the paragraph of the sentences from i to j to whoever speaks in an interview, and says
// whether it is read by that. The last speaker has the next paragraph only, for nothing tells where an
// interview ends.
func (x *interview) spoken(p *document, i, j int) bool {
	if line, is := x.lines[i]; is {
		p.speaker = line
		return true
	}
	if p.speaker.empty() {
		return false
	}
	p.credits = append(p.credits, credit{
		source: p.speaker, content: []stretch{{p.text.Sentences[i].First, p.text.Sentences[j-1].Last}},
		kind: stemma.Transcript, stance: stemma.Neutral, parent: -1, sentence: p.text.Sentences[i].First,
	})
	if i > x.last {
		p.speaker = stretch{}
	}
	return true
}
