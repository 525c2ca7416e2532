package derive

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/name"
	"stemma/internal/parts"
	"stemma/internal/segment"
)

const (
	// paperReach is how many words may stand between "in" and the noun for a document: "in a ten-page court filing".
	paperReach = 6
	// sharedHouses is how many words the names of those who asked have in common where two polls are one, unless
	// one name holds the other.
	sharedHouses = 2
	// mostPolls is how many names of polls are laid side by side.
	mostPolls = 200
)

// paper is a document that a report has somebody's words or a fact from.
type paper struct {
	remarked
	noun     string   // the word for it
	called   string   // how a lost one is called: "letter"
	author   string   // the id of who speaks in it, or ""
	owners   []string // whose it is, as its expression says: "an email from Pell", "Pell's email"
	houses   []string // who asked, of a poll
	definite bool     // it is one that the report has told of: "in the letter"
	owned    bool     // it is somebody's: "in his letter"
	full     string   // its expression from who asked, or whose it is, on
}

// papers finds documents that several reports credit and that are not here: letters, filings, polls.
type papers struct {
	statements
	words *tables
}

// hangPapers hangs the reports that credit one document from it. Those that descend from another
// that has it may have it from there.
func (w papers) hangPapers(attributions []stemma.Attribution) {
	if w.words.papers.Len() == 0 {
		return // a language without nouns for them
	}
	byKind := map[string][]paper{}
	for k := range attributions {
		if p, ok := w.paperOf(&attributions[k]); ok {
			byKind[p.called] = append(byKind[p.called], p)
		}
	}
	up := w.above()
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		all := byKind[kind]
		isSole := w.isSole(all)
		for _, group := range w.group(all, isSole) {
			w.hangGroup(up, group, isSole)
		}
	}
}

// hangGroup hangs the reports that credit one document.
func (w papers) hangGroup(up map[int][]int, group []paper, isSole bool) {
	credited := map[int]remarked{}
	for _, p := range group {
		if _, ok := credited[p.by]; !ok {
			credited[p.by] = p.remarked
		}
	}
	first := w.topmost(up, slices.Sorted(maps.Keys(credited)))
	if w.isOneHouse(first) {
		return
	}
	called, piece := w.nameOf(group, isSole)
	if called == "" {
		return
	}
	sentence := either(piece == "", "evidence.document", "evidence.document-by")
	w.hang(w.lostWitness(called, piece, stemma.LostDocument), first, credited, sentence)
}

// nameOf is how a lost document is called: by who asked or whose it is, by who speaks in it, or by the noun that most
// of its reports have for it where their story has one such; else "". Whom an indictment quotes did not write it.
func (w papers) nameOf(group []paper, isSole bool) (called, piece string) {
	full, voices, nouns := "", map[string]int{}, map[string]int{}
	counted := map[[2]string]bool{}
	count := func(of map[string]int, p *paper, word string) {
		if key := [2]string{w.report(p.by).ID, word}; !counted[key] {
			counted[key] = true
			of[word]++
		}
	}
	for k := range group {
		p := &group[k]
		if len(p.full) > len(full) {
			full = p.full
		}
		count(nouns, p, p.noun)
		if s := w.people.Speaker(stemma.Maybe(p.author)); s != nil && w.mayGive(s, p) {
			count(voices, p, s.Name)
		}
	}
	mayBeSole := w.words.papers.Is(group[0].noun, "sole")
	switch {
	case isSole:
		return mostly(nouns), ""
	case full != "" && (mayBeSole || w.words.papers.Is(group[0].noun, "polled")):
		return full, ""
	case len(voices) > 0 && !mayBeSole:
		return mostly(voices), group[0].called
	}
	return "", ""
}

// mayGive says whether somebody who speaks in a document may have given it out: what bodies give out others read out
// and speak of.
func (w papers) mayGive(s *stemma.Speaker, p *paper) bool {
	isBody := s.Kind == stemma.Organisation
	return startsUpper(s.Name) && (isBody || s.Kind == stemma.Person && !w.words.papers.Is(p.noun, "body"))
}

// startsUpper says whether a name begins with a capital, as "a majority of the board" does not.
func startsUpper(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// mostly is the word that is counted most often, of equals the longest.
func mostly(counts map[string]int) string {
	return slices.MaxFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(len(a), len(b)))
	})
}

// paperOf reads the document of an attribution: its source is one, or it is said to stand in one.
func (w papers) paperOf(a *stemma.Attribution) (paper, bool) {
	by, ok := w.index[a.Report]
	s := w.people.Speaker(a.Speaker)
	if !ok || s == nil || a.Source == nil {
		return paper{}, false
	}
	p := paper{remarked: remarked{by: by, source: *a.Source, content: a.Content}}
	first, last := w.tokens(by, *a.Source)
	switch s.Kind {
	case stemma.Document:
		for k := first; k < last; k++ {
			if w.isPaper(by, k, last) {
				w.call(&p, k)
				w.determine(&p, k)
				if w.words.papers.Is(p.noun, "polled") {
					w.readPollster(&p, first, k)
				} else {
					w.readOwners(&p, first, k, last)
				}
				return p, true
			}
		}
	case stemma.Person, stemma.Organisation, stemma.Anonymous:
		p.author = s.ID
		if k := w.framing(by, a); k != missing {
			w.call(&p, k)
			w.determine(&p, k)
			return p, !w.words.papers.Is(p.noun, "polled")
		}
	}
	return p, false
}

// call gives a paper its noun, token k.
func (w papers) call(p *paper, k int) {
	p.noun = w.texts[p.by].Tokens[k].Form
	p.called = w.words.papers.First(p.noun)
}

// isPaper says whether token k is a noun for a document, and no word before another noun ("a brief call").
func (w papers) isPaper(by, k, last int) bool {
	t := w.texts[by]
	isNoun := w.words.papers.Has(t.Tokens[k].Form) && !w.words.papers.IsAny(t.Tokens[k].Form, "several", "behind")
	if !isNoun || k+1 >= last {
		return isNoun
	}
	next := t.Tokens[k+1].Form
	return t.Tokens[k+1].Kind == stemma.Mark || t.Capital(k+1) || w.words.function.Has(next) ||
		strings.HasSuffix(next, "ed") || w.words.papers.Is(next, "behind")
}

// determine reads the words before the noun of a document that tell which one is meant: the last of them.
func (w papers) determine(p *paper, noun int) {
	for k := noun - 1; k >= max(0, noun-paperReach); k-- {
		form := w.texts[p.by].Tokens[k].Form
		p.definite = w.words.function.Is(form, "def")
		p.owned = w.words.function.Is(form, "poss") || name.Owns(w.texts[p.by], k)
		if p.definite || p.owned || w.words.function.Has(form) {
			return
		}
	}
}

// framing is the noun of the document in which the words of an attribution are said to stand: "in a
// letter", beside its source or its cue; or missing.
func (w papers) framing(by int, a *stemma.Attribution) int {
	t := w.texts[by]
	for _, x := range append([]stemma.Span{*a.Source}, a.Cue...) {
		s := t.SentenceAt(x.Start)
		if s < 0 {
			continue
		}
		first := max(t.Sentences[s].First, t.TokenAt(x.Start)-issuedReach)
		last := min(t.Sentences[s].Last, t.TokenAt(x.End)+issuedReach)
		for k := first; k < last; k++ {
			isOutside := !inside(a.Content, t.Tokens[k].Start) && !inside([]stemma.Span{*a.Source}, t.Tokens[k].Start)
			if isOutside && w.isPaper(by, k, t.Sentences[s].Last) && w.isIn(by, k, t.Sentences[s].First) {
				return k
			}
		}
	}
	return missing
}

// isIn says whether "in" or its like stands before the expression whose noun is token k.
func (w papers) isIn(by, k, first int) bool {
	t := w.texts[by]
	for j := k - 1; j >= max(first, k-paperReach); j-- {
		form := t.Tokens[j].Form
		isPart := !w.words.function.Has(form) || w.words.function.IsAny(form, "det", "poss", "adj")
		switch {
		case w.words.pieces.Is(form, "within"):
			return !strings.HasSuffix(t.Tokens[j+1].Form, "ing")
		case t.Tokens[j].Kind == stemma.Mark && form != "-", !isPart:
			return false
		}
	}
	return false
}

// isOwner says whether token k is an owner, and no time: "the senators' suit", not "Monday's suit".
func (w papers) isOwner(by, k int) bool {
	t := w.texts[by]
	return name.Owns(t, k) && !w.isTime(name.Unowned(t.Tokens[k].Form))
}

// isTime says whether a word is one of the calendar.
func (w papers) isTime(form string) bool {
	return w.words.months.Has(form) || w.words.calendar.Has(form)
}

// isNamed says whether token k is a word of a name.
func (w papers) isNamed(by, k int) bool {
	t := w.texts[by]
	form := name.Unowned(t.Tokens[k].Form)
	return t.Tokens[k].Kind == stemma.Word && t.Capital(k) && !w.words.function.Has(form) && !w.isTime(form)
}

// readPollster reads who asked in a poll from its expression.
func (w papers) readPollster(p *paper, first, noun int) {
	t := w.texts[p.by]
	for k := first; k < noun; k++ {
		if w.isNamed(p.by, k) {
			p.full = cmp.Or(p.full, t.Span(k, noun+1).Text)
			p.houses = append(p.houses, strings.FieldsFunc(segment.Fold(t.Span(k, k+1).Text), isJoint)...)
		}
	}
}

// readOwners reads whose a document is, from its expression: names, and of a sole one any owner.
func (w papers) readOwners(p *paper, first, noun, last int) {
	t := w.texts[p.by]
	add := func(k int) { p.owners = append(p.owners, name.Unowned(t.Tokens[k].Form)) }
	isSole := w.words.papers.Is(p.noun, "sole")
	for k := first; k < noun; k++ {
		isNamed, isOwner := w.isNamed(p.by, k), w.isOwner(p.by, k)
		if isNamed && (isOwner || k > first) || isSole && isOwner {
			p.full = cmp.Or(p.full, t.Span(k, noun+1).Text)
			add(k)
		}
	}
	if noun+1 < last && w.words.pieces.Is(t.Tokens[noun+1].Form, "writer") { // "an email from Pell"
		for k := noun + 2; k < last; k++ {
			if t.Capital(k) {
				add(k)
			}
		}
	}
}

// isJoint says whether a character joins the names of those who asked: "NBC/WSJ".
func isJoint(r rune) bool { return r == '/' || r == '-' || r == '–' }

// group puts papers of one kind together that are one document: one speaks in them or wrote them, the same
// asked, both have the same words of it, or the story has one of that kind.
func (w papers) group(all []paper, isSole bool) [][]paper {
	set := parts.New[int](len(all))
	byName, byWords := map[string]int{}, map[run]int{}
	for i := range all {
		for _, key := range w.keysOf(&all[i], isSole) {
			joinAt(set, byName, key, i)
		}
		if w.words.papers.Is(all[i].noun, "polled") {
			continue
		}
		for r := range w.runs(&all[i].remarked) {
			joinAt(set, byWords, r, i)
		}
	}
	w.joinPolls(set, all)
	var groups [][]paper
	at := map[int]int{}
	for i := range all {
		root := set.First(i)
		if _, ok := at[root]; !ok {
			at[root] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[root]] = append(groups[at[root]], all[i])
	}
	return groups
}

// joinAt joins a place with the first one that has a key.
func joinAt[K comparable](set parts.Parts[int], at map[K]int, key K, i int) {
	if first, ok := at[key]; ok {
		set.Merge(first, i)
		return
	}
	at[key] = i
}

// keysOf are the names under which others mean the same document as a paper does.
func (w papers) keysOf(p *paper, isSole bool) []string {
	if w.words.papers.Is(p.noun, "private") {
		return nil
	}
	keys := slices.Clone(p.owners)
	if p.definite && !w.words.papers.Is(p.noun, "polled") {
		keys = append(keys, "="+p.noun+" "+w.report(p.by).ID)
	}
	if s := w.people.Speaker(stemma.Maybe(p.author)); s != nil && s.Kind != stemma.Anonymous {
		keys = append(keys, "="+p.author, lastField(s.Name))
	}
	if isSole && (p.definite || p.owned) {
		keys = append(keys, "="+p.called)
	}
	return keys
}

// isSole says whether papers of one kind are one document whoever names it: the kind is such, they have not
// several owners or voices, and no report speaks of several.
func (w papers) isSole(all []paper) bool {
	owners := map[string]bool{}
	for i := range all {
		p := &all[i]
		if !w.words.papers.Is(p.noun, "sole") || w.tellsSeveral(p.by, p.called) {
			return false
		}
		for _, owner := range p.owners {
			owners[owner] = true
		}
		if s := w.people.Speaker(stemma.Maybe(p.author)); s != nil && s.Kind == stemma.Person {
			owners[lastField(s.Name)] = true
		}
	}
	return len(owners) < 2
}

// tellsSeveral says whether a report has a word for several of a kind of documents.
func (w papers) tellsSeveral(by int, kind string) bool {
	return slices.ContainsFunc(w.texts[by].Tokens, func(t stemma.Token) bool {
		return w.words.papers.Is(t.Form, "several") && w.words.papers.First(t.Form) == kind
	})
}

// joinPolls joins the polls for which the same asked.
func (w papers) joinPolls(set parts.Parts[int], all []paper) {
	var told []int // those of different names
	at := map[string]int{}
	for i := range all {
		if len(all[i].houses) == 0 {
			continue
		}
		key := strings.Join(all[i].houses, " ")
		if _, ok := at[key]; !ok && len(told) < mostPolls {
			told = append(told, i)
		}
		joinAt(set, at, key, i)
	}
	for n, i := range told {
		for _, k := range told[:n] {
			if samePollster(all[i].houses, all[k].houses) {
				set.Merge(i, k)
			}
		}
	}
}

// samePollster says whether the names of those who asked are one: one holds the other, or
// they have several words in common.
func samePollster(a, b []string) bool {
	common := 0
	for _, word := range a {
		if slices.Contains(b, word) {
			common++
		}
	}
	return common == len(a) || common == len(b) || common >= sharedHouses
}
