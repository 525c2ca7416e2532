package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastQuoted is the least share of a direct quotation's words that stand
// inside quotation marks, and leastWords how many words it has at least:
// shorter ones are scare quotes and titles as often as speech.
const (
	leastQuoted = 0.9
	leastWords  = 3
)

// scoreDirect scores direct quotations: gold attributions with a source whose
// content stands inside quotation marks. found are those of which an
// attribution of ours holds at least half of the words; of several the one
// that shares most is taken. right are those whose source is right: see
// rightSource. source is the share of right ones among those found.
func scoreDirect(s *scores, all []sheet) {
	var found, right, wanted int
	for i := range all {
		sh := &all[i]
		quoted := insideQuotes(sh.doc.Text)
		for _, g := range sh.gold {
			if len(g.source) == 0 || !sh.isDirect(g, quoted) {
				continue
			}
			wanted++
			c := holder(sh.found, g)
			switch {
			case c == nil:
				s.detail("direct quotation missed: %q %q", sh.text(g.source), short(sh.text(g.content)))
				continue
			case sh.rightSource(g, c):
				right++
			default:
				s.detail("direct quotation of another: %q, found %q, %q", sh.text(g.source), sh.text(c.source),
					short(sh.text(g.content)))
			}
			found++
		}
	}
	s.share("direct_found", found, wanted)
	s.share("direct_source", right, found)
	s.share("direct_right", right, wanted)
}

func (s *sheet) isDirect(g credit, quoted []extent) bool {
	n := 0
	for _, w := range g.content {
		at, _ := slices.BinarySearchFunc(quoted, s.words[w][0], func(q extent, at int) int {
			if q[1] > at {
				return 1
			}
			return -1
		})
		if at < len(quoted) && quoted[at][0] <= s.words[w][0] {
			n++
		}
	}
	return len(g.content) >= leastWords && ratio(n, len(g.content)) >= leastQuoted
}

// holder is the found attribution whose content shares most words with the
// gold one's, if these are at least half of the gold's; of equals the shortest,
// which is the innermost where one stands in another, then the first.
func holder(found []credit, g credit) *credit {
	var best *credit
	most := 0
	for i := range found {
		n := common(found[i].content, g.content)
		if n > most || n > 0 && n == most && len(found[i].content) < len(best.content) {
			best, most = &found[i], n
		}
	}
	if 2*most < len(g.content) {
		return nil
	}
	return best
}

// rightSource says whether the source of a found attribution is that of the
// gold one: their spans share a word; or the found speaker is the one to whom
// we resolve the very words that the gold marks (another of our attributions
// has a source that shares a word with the gold's, and the same speaker); or
// the gold's words hold a capitalised word of the speaker's name.
func (s *sheet) rightSource(g credit, c *credit) bool {
	if common(g.source, c.source) > 0 {
		return true
	}
	if c.speaker == nil {
		return false
	}
	for _, other := range s.found {
		if other.speaker == c.speaker && common(other.source, g.source) > 0 {
			return true
		}
	}
	marked := strings.Fields(s.text(g.source))
	for _, name := range strings.Fields(c.speaker.Name) {
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) && len(name) > 2 && slices.Contains(marked, name) {
			return true
		}
	}
	return false
}

// insideQuotes lists what stands inside quotation marks, in order. Curly marks
// and guillemets open and close by their form, straight ones in turn; single
// marks count for nothing, since apostrophes look like them. A paragraph's end
// closes what is open. The rule is simpler than that of the program, and not
// its own.
func insideQuotes(text string) []extent {
	var all []extent
	open := -1
	for at, r := range text {
		switch {
		case r == '\n':
			if open >= 0 && at > open {
				all = append(all, extent{open, at})
			}
			open = -1
		case open < 0 && strings.ContainsRune("“„«\"", r):
			open = at
		case open >= 0 && strings.ContainsRune("”“»\"", r):
			all = append(all, extent{open, at})
			open = -1
		}
	}
	if open >= 0 {
		all = append(all, extent{open, len(text)})
	}
	return all
}

// scoreSpeakers scores who speaks: of the gold attributions with a source
// whose content an attribution of ours holds by half (found), those whose
// source is right by rightSource.
func scoreSpeakers(s *scores, all []sheet) {
	var found, right, wanted int
	for i := range all {
		sh := &all[i]
		for _, g := range sh.gold {
			if len(g.source) == 0 {
				continue
			}
			wanted++
			c := holder(sh.found, g)
			if c == nil {
				s.detail("quotation missed: %q %q", sh.text(g.source), short(sh.text(g.content)))
				continue
			}
			found++
			if sh.rightSource(g, c) {
				right++
			} else {
				s.detail("speaker differs: %q, found %q, %q", sh.text(g.source), sh.text(c.source),
					short(sh.text(g.content)))
			}
		}
	}
	s.share("speaker_right", right, found)
	s.share("speaker_right_all", right, wanted)
}
