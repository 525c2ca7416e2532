package main

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// mediaWords are the tables of the rule below: heads of media, words that end
// an outlet's name, and names that no word gives away. They are this folder's
// own, so that the measure does not lean on what it measures.
//
//go:embed media.txt
var mediaWords string

// mediaRule says of a source's words whether their head is an outlet, an
// agency, or what one prints.
//
// The head phrase is what stands before the first comma, bracket, preposition,
// relative or participle ("the newspaper, citing …", "an editorial in …"),
// without articles, quantifiers and a possessive ending. It is media when it
// ends in a media noun ("the local newspaper"), or in one and a name ("the
// Israeli newspaper Haaretz"); when it is a name of a known
// outlet, or capitalised words of which the last, or its part after a hyphen, is
// one that outlets end in ("The Harbour Gazette", "the Dock Post-Mail"), but one
// such word only behind "the"; or when its head is a printed thing ("report",
// "article") that a medium or "media", "press", "news" modifies, or that
// stands bare in the plural ("reports", "several reports").
//
// It is in doubt when it is only "the report", "the agency", "the site", a
// pronoun (of the writer too: "I", "we"): what is meant stands elsewhere.
// Doubtful ones count neither as wanted nor as found. Persons of an outlet ("the Gazette's Mira Holt", "a
// Gazette reporter") and polls ("a Gazette poll") are not media: their head is
// a person or a poll.
type mediaRule struct {
	nouns, pairs, prints, endings, names, doubtful, strange, cuts, leads, inside, singular, near map[string]bool
}

func newMediaRule() *mediaRule {
	sets := map[string]map[string]bool{}
	for line := range strings.Lines(mediaWords) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(kind, "#") {
			continue
		}
		if sets[kind] == nil {
			sets[kind] = map[string]bool{}
		}
		for _, word := range strings.Split(words, ",") {
			sets[kind][strings.TrimSpace(word)] = true
		}
	}
	return &mediaRule{
		nouns: sets["noun"], pairs: sets["pair"], prints: sets["print"], endings: sets["ending"], names: sets["name"],
		doubtful: sets["doubtful"], strange: sets["strange"], cuts: sets["cut"], leads: sets["lead"],
		inside: sets["inside"], singular: sets["singular"], near: sets["near"],
	}
}

// judge says whether a source is media, and whether that is in doubt.
func (m *mediaRule) judge(source string) (media, doubt bool) {
	phrase := m.head(source)
	if len(phrase) == 0 {
		return false, true
	}
	last := fold(phrase[len(phrase)-1])
	if m.isName(append([]string{"The"}, phrase...)) && strings.HasPrefix(fold(source), "the ") && capital(phrase[0]) {
		// "the Nation", not "the nation"; "the Mercury", not "the Republic of Aldwick"
		return len(phrase) > 1 || !strings.Contains(fold(source), last+" of "), false
	}
	before := phrase[:len(phrase)-1]
	switch {
	case m.isName(phrase) && (len(before) > 0 || !m.endings[last]), m.called(phrase):
		return true, false
	case len(before) > 0 && m.pairs[fold(before[len(before)-1])+" "+last]:
		return true, false
	case m.nouns[last]:
		return len(before) == 0 || !m.strange[fold(before[len(before)-1])], false
	case m.prints[last]:
		return m.isPrint(before, last)
	case m.doubtful[last] && len(before) == 0:
		return false, true
	}
	return false, false
}

// isPrint says whether what outlets print, "reports", is said for an outlet by the words before it:
// its name, or a word for outlets. One alone is in doubt, several are media.
func (m *mediaRule) isPrint(before []string, last string) (media, doubt bool) {
	if len(before) == 0 {
		plural := strings.HasSuffix(last, "s") && !m.singular[last]
		return plural, !plural
	}
	nearest := fold(before[len(before)-1])
	return m.isName(before) || m.nouns[nearest] || m.near[nearest], false
}

// head is the words of the head phrase as they are written.
func (m *mediaRule) head(source string) []string {
	var words []string
	for _, field := range strings.Fields(source) {
		word := strings.Trim(field, "“”\"'‘’()[].;:!?,–—…")
		for _, ending := range []string{"'s", "’s"} {
			word = strings.TrimSuffix(word, ending)
		}
		if strings.HasPrefix(field, "(") || len(words) > 0 && m.cuts[strings.ToLower(word)] {
			break
		}
		if word != "" && (len(words) > 0 || !m.leads[strings.ToLower(word)]) {
			words = append(words, word)
		}
		if strings.ContainsAny(field[len(field)-1:], ",;:)") {
			break
		}
	}
	return words
}

// isName says whether the words are a known outlet's name, or look like one.
func (m *mediaRule) isName(words []string) bool {
	if len(words) == 0 {
		return false
	}
	whole := fold(strings.Join(words, " "))
	if m.names[whole] && whole != strings.Join(words, " ") || strings.HasSuffix(whole, ".com") {
		return true
	}
	for _, word := range words {
		if r, _ := utf8.DecodeRuneInString(word); !capital(word) && !unicode.IsDigit(r) && !m.inside[word] {
			return false
		}
	}
	last := fold(words[len(words)-1])
	return m.endings[last] || m.endings[last[strings.LastIndexByte(last, '-')+1:]]
}

// called says whether a name ends the words and a media noun stands before it.
func (m *mediaRule) called(words []string) bool {
	i := len(words)
	for i > 0 && capital(words[i-1]) {
		i--
	}
	return i > 0 && i < len(words) && m.nouns[fold(words[i-1])] && (i < 2 || !m.strange[fold(words[i-2])])
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func fold(word string) string { return strings.ToLower(strings.ReplaceAll(word, "’", "'")) }

// mediaShare is the least share of the shorter content's words that two
// credits to media have in common.
const mediaShare = 0.5

// scoreMedia scores the credits to other media and agencies: the attributions
// whose source is media by mediaRule, which is asked of the words of the source
// alone, on both sides alike. A found one is right when it agrees with one of
// the gold's whose source is media or in doubt; a gold one is recalled when it
// agrees with a found one whose source is media or in doubt ("the Herald, which"
// may be marked by its name or by the pronoun). Two agree when their sources
// are the same by rightSource and their contents share half of the shorter's
// words.
//
// Whom we take such a source for is scored apart (scoreOutlets).
func scoreMedia(s *scores, all []sheet) {
	rule := newMediaRule()
	var t, kinds agreement
	for i := range all {
		sh := &all[i]
		gold, found := sh.media(rule, sh.gold, false), sh.media(rule, sh.found, false)
		perhapsGold, perhapsFound := sh.media(rule, sh.gold, true), sh.media(rule, sh.found, true)
		for _, g := range gold {
			if slices.ContainsFunc(perhapsFound, func(c *credit) bool { return sh.sameMedia(g, c) }) {
				t.recalled++
			} else {
				s.detail("credit to media missed: %s%s", sh.show(*g), sh.nearest(g))
			}
		}
		for _, c := range found {
			if slices.ContainsFunc(perhapsGold, func(g *credit) bool { return sh.sameMedia(g, c) }) {
				t.right++
			} else {
				s.detail("credit to media false: %s", sh.show(*c))
			}
		}
		t.wanted += len(gold)
		t.found += len(found)
		scoreOutlets(s, sh, rule, &kinds)
	}
	t.print(s, "media")
	kinds.print(s, "media_outlet")
}

// scoreOutlets compares the kind of the found speakers with the rule: of the
// found credits whose source the rule calls media, those whose speaker we call
// an outlet are recalled; of those whose speaker we call an outlet, the ones
// that the rule calls media are right. Sources in doubt count on neither side.
func scoreOutlets(s *scores, sh *sheet, rule *mediaRule, t *agreement) {
	for _, c := range sh.found {
		media, doubt := rule.judge(sh.text(c.source))
		if len(c.source) == 0 || doubt || c.speaker == nil {
			continue
		}
		outlet := c.speaker.Kind == stemma.Outlet
		if media {
			t.wanted++
		}
		if outlet {
			t.found++
		}
		switch {
		case media && outlet:
			t.right++
			t.recalled++
		case media:
			s.detail("media taken for %s: %s", c.speaker.Kind, sh.show(c))
		case outlet:
			s.detail("taken for an outlet: %s", sh.show(c))
		}
	}
}

// nearest shows the found credit that shares most of the content of one that
// was missed.
func (s *sheet) nearest(g *credit) string {
	if c := holder(s.found, *g); c != nil {
		return " FOUND " + s.show(*c)
	}
	return ""
}

// media lists the credits of which the source is media, or may be.
func (s *sheet) media(rule *mediaRule, credits []credit, perhaps bool) []*credit {
	var all []*credit
	for i := range credits {
		c := &credits[i]
		if len(c.source) == 0 {
			continue
		}
		media, doubt := rule.judge(s.text(c.source))
		if media || doubt && perhaps {
			all = append(all, c)
		}
	}
	return all
}

func (s *sheet) sameMedia(g, c *credit) bool {
	shorter := min(len(g.content), len(c.content))
	return shorter > 0 && ratio(common(g.content, c.content), shorter) >= mediaShare && s.rightSource(*g, c)
}
