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

// isSpoken says whether a token is a word of somebody else's.
func (s speech) isSpoken(k int) bool { return s.spoken[k+1] > s.spoken[k] }

// readSpeech reads it for every report, with the posts of each; released tells which are press releases.
func readSpeech(w *reports, posts [][]post, released []bool, attributions []stemma.Attribution) []speech {
	spoken := make([][]bool, w.kept())
	for i, t := range w.texts {
		spoken[i] = quotedTokens(t)
		markPosts(posts[i], spoken[i])
	}
	for i := range attributions {
		a := &attributions[i]
		report, ok := w.index[a.Report]
		if !ok || a.Kind != stemma.Direct && a.Kind != stemma.Transcript {
			continue
		}
		for _, c := range a.Content {
			first, last := w.tokens(report, c)
			for k := first; k < last; k++ {
				spoken[report][k] = true
			}
		}
	}
	spreadSpeech(w.texts, released, spoken)
	all := make([]speech, w.kept())
	for i, t := range w.texts {
		all[i] = countSpeech(t, spoken[i])
	}
	return all
}

// spreadSpeech marks the words that one report shows as somebody's wherever they
// stand: a post or a statement is set off by quotation marks in one report, by
// an indentation that is lost in another, and by both in a third. Who is quoted
// at great length is another report.
func spreadSpeech(texts []*stemma.Text, released []bool, spoken [][]bool) {
	heard := map[run]bool{}
	for i, t := range texts {
		for k := 0; k < len(spoken[i]); k++ {
			from := k
			for k < len(spoken[i]) && spoken[i][k] {
				k++
			}
			if k > from && t.Tokens[k-1].End-t.Tokens[from].Start < frameBytes {
				eachRun(t, from, k, spokenRun, func(_, _ int, r run) bool {
					heard[r] = true
					return false
				})
			}
		}
	}
	for i, t := range texts {
		if released[i] {
			continue // what is quoted from it are its own words
		}
		eachRun(t, 0, len(t.Tokens), spokenRun, func(first, last int, r run) bool {
			for k := first; k < last && heard[r]; k++ {
				spoken[i][k] = true
			}
			return false
		})
	}
}

// spokenRun is how many words in a row are told again as somebody's: as many as
// make a passage that two reports share.
const spokenRun = reportedWords

// markPosts marks the posts that a report shows.
func markPosts(posts []post, spoken []bool) {
	for _, x := range posts {
		for k := x.first; k < x.last; k++ {
			spoken[k] = true
		}
	}
}

// post is what somebody wrote to all: its tokens in a report that shows it, half-open, and the one at
// which the handle of the writer begins.
type post struct{ first, handle, last int }

// holds says whether a token is one of the words of a post, and not its writer's name.
func (x post) holds(k int) bool { return x.first <= k && k < x.handle-longestSignature/2 }

// postsOf finds the posts that a report shows whole: the paragraph that ends
// with the name of the writer and his handle in brackets, or the one before it,
// where only these stand in it.
func postsOf(t *stemma.Text) []post {
	var found []post
	before, from := 0, 0
	for s, x := range t.Sentences {
		if s > 0 && x.Segment != t.Sentences[s-1].Segment {
			before, from = from, x.First
		}
		if s+1 < len(t.Sentences) && t.Sentences[s+1].Segment == x.Segment {
			continue
		}
		at := handleAt(t, max(from, x.Last-longestSignature), x.Last)
		if at < 0 {
			continue
		}
		if at-from <= longestSignature/2 {
			from, before = before, from
		}
		found = append(found, post{from, at, x.Last})
		from = max(from, before)
	}
	return found
}

// longestSignature is how many tokens stand at most from before the handle of a
// post's writer to the end of its date.
const longestSignature = 14

// handleAt finds a handle in brackets: "(@ada_wren)".
func handleAt(t *stemma.Text, first, last int) int {
	for k := first; k+1 < last; k++ {
		if t.Tokens[k].Form == "(" && t.Tokens[k+1].Form == "@" {
			return k
		}
	}
	return -1
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
