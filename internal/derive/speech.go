package derive

import "stemma"

// speech counts, up to every token of a report, its words, and those that are
// somebody's and not the reporter's: in quotation marks, or what a transcript
// or a direct quotation holds. Others may have heard them too.
type speech struct {
	words, spoken []int // one longer than the tokens
}

// mostlySpeech is the part of a passage from which on it is taken for speech:
// a quotation with its cue.
const mostlySpeech = 0.8

func (s speech) total() int { return s.words[len(s.words)-1] }

func (s speech) isSpeech(first, last int) bool {
	words := s.words[last] - s.words[first]
	return words > 0 && float64(s.spoken[last]-s.spoken[first]) >= mostlySpeech*float64(words)
}

// isProse says whether a token is a word of the reporter's own.
func (s speech) isProse(k int) bool {
	return s.words[k+1] > s.words[k] && s.spoken[k+1] == s.spoken[k]
}

// readSpeech reads it for every report.
func (w *work) readSpeech() {
	quoted := make([][]bool, w.kept())
	for i, t := range w.in.Texts {
		quoted[i] = quotedTokens(t)
	}
	for i := range w.in.Attributions {
		a := &w.in.Attributions[i]
		report, ok := w.index[a.Report]
		if !ok || a.Kind != stemma.Direct && a.Kind != stemma.Transcript {
			continue
		}
		for _, c := range a.Content {
			first, last := w.tokens(report, c)
			for k := first; k < last; k++ {
				quoted[report][k] = true
			}
		}
	}
	for i, t := range w.in.Texts {
		w.speech = append(w.speech, countSpeech(t, quoted[i]))
	}
}

func countSpeech(t *stemma.Text, quoted []bool) speech {
	s := speech{words: make([]int, len(t.Tokens)+1), spoken: make([]int, len(t.Tokens)+1)}
	for k, tok := range t.Tokens {
		s.words[k+1], s.spoken[k+1] = s.words[k], s.spoken[k]
		if tok.Kind == stemma.Mark {
			continue
		}
		s.words[k+1]++
		if quoted[k] {
			s.spoken[k+1]++
		}
	}
	return s
}

// quotedTokens says for every token whether it stands between double
// quotation marks of its own paragraph.
func quotedTokens(t *stemma.Text) []bool {
	quoted := make([]bool, len(t.Tokens))
	open, segment := false, -1
	for _, s := range t.Sentences {
		if s.Segment != segment {
			open, segment = false, s.Segment
		}
		for k := s.First; k < s.Last; k++ {
			if t.Tokens[k].Form == `"` {
				open = !open
			}
			quoted[k] = open
		}
	}
	return quoted
}
