package quote

import (
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
	"stemma/internal/speaker"
)

// byDescription finds or enters the entity of an expression that is no name.
func (r *describedEntities) byDescription(g group, sentence int) int {
	kind := r.descriptionKind(g)
	head := ""
	if g.head >= 0 {
		head = r.p.lex.owner.Of(r.p.text.Tokens[g.head].Form)
	}
	people := peopleOf(r.p, g)
	if people >= 0 {
		head = r.p.text.Tokens[people].Form
	}
	if (kind == stemma.UnknownKind || kind == stemma.Anonymous) && isShare(r, g) {
		return enterShare(r, folded(r.p.text, g.from, g.to))
	}
	if k, ok := r.earlier(g, kind, head, sentence); ok {
		return k
	}
	text := folded(r.p.text, g.from, g.to)
	f := entity{group: -1, Entity: speaker.Entity{
		Kind: kind, Name: r.descriptor(g), Descriptor: r.descriptor(g), Count: g.count, Head: head,
	}}
	if people >= 0 {
		f.Count = stemma.Count{Min: 2}
	}
	if kind != stemma.Anonymous && kind != stemma.Person {
		f.Count = stemma.Count{Min: 1, Max: 1}
		f.Descriptor = ""
		if isThing(kind) {
			f.Descriptor = r.descriptor(g)
		}
	}
	f.AddRoles(f.Descriptor)
	f.Alias(text)
	r.entities = append(r.entities, f)
	return len(r.entities) - 1
}

// descriptionKind says what sort of source a description names.
func (r *describedEntities) descriptionKind(g group) stemma.SpeakerKind {
	k := g.entry.kinds
	switch {
	case g.head < 0:
		return r.headless(g)
	case r.isOutlets(g):
		return stemma.Outlet
	case isOneAtATime(r, g) && k&organisationHead == 0:
		return stemma.Person
	case k&(organisationHead|anonymousHead) == organisationHead|anonymousHead:
		return bodyOrPeople(r, g)
	case k&documentHead != 0:
		return r.paperOrPeople(g)
	case k&organisationHead != 0:
		return stemma.Organisation
	case k&anonymousHead != 0:
		return oneOrPeople(r, g)
	case k&proceedingHead != 0:
		return stemma.Proceeding
	}
	return stemma.UnknownKind
}

// isOutlets says whether a description is of an outlet or its work: "the daily paper", "a
// survey by Riverside Radio".
func (r *describedEntities) isOutlets(g group) bool {
	k := g.entry.kinds
	return isPairForOutlets(r.p, g) ||
		k&outletNoun != 0 && k&(documentHead|organisationHead) == 0 ||
		k&documentHead != 0 && r.byOutlet(g)
}

// isPairForOutlets says whether the head of an expression is a noun for outlets with the word
// before it: "a news service".
func isPairForOutlets(p *document, g group) bool {
	t := p.text
	return g.head > g.from && p.lex.nounOutlets.Has(t.Tokens[g.head-1].Form+" "+t.Tokens[g.head].Form)
}

// isOneAtATime says whether a description is of an office that one person holds at a
// time: "the mayor", "Leeds's mayor".
func isOneAtATime(r *describedEntities, g group) bool {
	isOnes := g.definite || g.owner >= 0 || r.p.upper(g.head)
	return g.entry.class&unique != 0 && isOnes && !g.plural
}

// bodyOrPeople says what a noun for bodies names that may be people too: those where it
// is a plural or one of several ("a council").
func bodyOrPeople(r *describedEntities, g group) stemma.SpeakerKind {
	if g.plural || r.p.plays(g.from, aWord|oneWord) {
		return stemma.Anonymous
	}
	return stemma.Organisation
}

// oneOrPeople says what a noun for people names: somebody in particular where it is an
// office with an article, and no unnamed people stand before it.
func oneOrPeople(r *describedEntities, g group) stemma.SpeakerKind {
	isOffice := g.entry.class&title != 0 && g.entry.kinds&sourceHead == 0
	if isOffice && g.definite && !g.plural && len(r.groups) == 0 {
		return stemma.Person
	}
	return stemma.Anonymous
}

// paperOrPeople says what a noun for papers names: people where it means those too
// and a word raises them ("senior government figures").
func (r *describedEntities) paperOrPeople(g group) stemma.SpeakerKind {
	for i := g.from; i < g.head && r.p.plays(g.head, figuresWord); i++ {
		if r.p.lex.seniorities.Has(r.p.text.Tokens[i].Form) {
			return stemma.Anonymous
		}
	}
	return stemma.Document
}

// headless reads "one", "the other", "both", "three of them", and bare roles.
func (r *describedEntities) headless(g group) stemma.SpeakerKind {
	if r.isCrowdAlone(g) || peopleOf(r.p, g) >= 0 {
		return stemma.Anonymous
	}
	for i := g.from; i < g.to; i++ {
		if r.p.plays(i, memberWord) {
			return stemma.Anonymous
		}
		if e := r.p.entry(i); e.is(title) {
			return stemma.Person
		}
	}
	return stemma.UnknownKind
}

// isShare says whether an expression is a part of those who were asked: "62 percent of
// voters", "six in 10", "most".
func isShare(r *describedEntities, g group) bool {
	for i := g.from; i < g.to; i++ {
		if isPart(r, g, i) {
			return true
		}
		if i > g.from && i+1 < g.to && r.p.plays(i, inWord) && r.isNumber(i-1) && r.isNumber(i+1) {
			return true
		}
		if i > g.from && r.before(i, g.to, prep|rel) && !r.p.plays(i, ofWord|inWord) {
			return false
		}
	}
	return false
}

// isPart says whether the word at token i is one for a part: "percent", "a third (of them)".
func isPart(r *describedEntities, g group, i int) bool {
	shares, form := r.p.lex.shares, r.p.text.Tokens[i].Form
	switch {
	case !shares.Has(form), g.head >= 0 && !shares.Is(form, "part"):
		return false
	case shares.Is(form, "ordinal"):
		return i > g.from && r.p.plays(i-1, aWord|oneWord) && (i+1 == g.to || r.p.plays(i+1, ofWord))
	}
	return true
}

// enterShare enters a part of those who were asked, who are never named and never counted.
func enterShare(r *describedEntities, text string) int {
	r.entities = append(r.entities, entity{group: -1, Entity: speaker.Entity{
		Kind: stemma.Anonymous, Name: text, Descriptor: text, Count: stemma.Count{Min: 2},
	}})
	return len(r.entities) - 1
}

// isCrowdAlone says whether the expression is a vague number and no more, which says
// of nobody who they are: "dozens (said)".
func (r *describedEntities) isCrowdAlone(g group) bool {
	_, vague := r.p.lex.numeral(r.p.text.Tokens[g.from].Form)
	return vague && g.to-g.from == 1
}

// byOutlet says whether a paper is the work of an outlet: "a survey by
// Riverside Radio".
func (r *describedEntities) byOutlet(g group) bool {
	t := r.p.text
	for i := g.head + 1; i+1 < g.to; i++ {
		if !r.p.plays(i, byWord|inWord) {
			continue
		}
		if i > g.head+1 {
			return false
		}
		rest := r.p.names(i+1, g.to)
		if len(rest) == 0 {
			return false
		}
		if _, ok := r.outletNamed(nameText(t, rest[0].title, rest[0].to), rest[0]); ok {
			return true
		}
		sub := r.parse(stretch{i + 1, g.to})
		return !rest[0].person && r.nameKind(sub, rest[0]) == stemma.Outlet
	}
	return false
}

// behindCount is where the articles and numbers that open an expression are over:
// "at least four | officials", "dozens of the | officials".
func (r *describedEntities) behindCount(g group) int {
	from := g.from
	for from < g.to && (r.counts(from, g.to) && !standsAlone(r, from, g.to) || tiesPart(r, g, from)) {
		from++
	}
	return from
}

// standsAlone says whether the word at token i is itself who is meant: "others | at the mill".
func standsAlone(r *describedEntities, i, end int) bool {
	e := r.p.entry(i)
	return i+1 < end && r.opensPlace(i+1) && e.isBoth(pronoun|det, many)
}

// tiesPart says whether an "of" at token i ties a part to its whole: "most | of the men", "two | of".
func tiesPart(r *describedEntities, g group, i int) bool {
	return i > g.from && r.p.plays(i, ofWord) && (r.isNumber(i-1) || r.before(i-1, g.to, many))
}

// counts says whether token i, before the noun of its group, only says how many or
// which: an article, a number, what bounds one ("at least").
func (r *describedEntities) counts(i, end int) bool {
	e := r.p.entry(i)
	isArticle := e.is(det|num|many|poss) && (e.class&rel == 0 || r.p.lex.verbSecond != nil)
	isBound := r.p.plays(i, leastWord|extremeWord) || i+2 < end && r.p.plays(i+1, leastWord) && r.before(i, end, prep)
	return isArticle ||
		isBound ||
		r.isNumber(i) ||
		r.p.plays(i, oneWord) && i+1 < end
}

// isNumber says whether token i is a number by itself, in words or figures: not that
// of "forty-nine" or "40-year-old".
func (r *describedEntities) isNumber(i int) bool {
	if i+1 < len(r.p.text.Tokens) && isHyphen(r.p.text, i+1) {
		return false
	}
	n, _ := r.p.lex.numeral(r.p.text.Tokens[i].Form)
	return n > 0 || r.p.text.Tokens[i].Kind == stemma.Number
}

// descriptor is the expression without its article and number, up to the
// first clause.
func (r *describedEntities) descriptor(g group) string {
	from := r.behindCount(g)
	end := from
	for end < g.to && !r.isBehindHead(g, from, end) && !r.opensClause(g, end) &&
		(end == from || !r.opensPlace(end)) {
		end++
	}
	if from >= end {
		from, end = g.from, g.to
	}
	return who.Unowned(folded(r.p.text, from, end))
}

// isBehindHead says whether the token at i stands behind the head of a group, tied to it by no
// "of" and no phrase that the head begins: "the mayor | Ada Pell".
func (r *describedEntities) isBehindHead(g group, from, i int) bool {
	return g.head >= from && i > g.head && !r.p.plays(i, ofWord) &&
		!r.p.lex.follows(r.p.text, g.head, i)
}

// opensClause says whether a clause or, of one person, a second one begins at the token at i:
// "the diver | who spoke", "the diver | , a nurse".
func (r *describedEntities) opensClause(g group, i int) bool {
	if r.p.text.Tokens[i].Form == "," {
		return true
	}
	e := r.p.entry(i)
	return e.is(rel|conj) && g.count.Max == 1
}

// opensPlace says whether the token at i is a preposition other than "of": "the diver | on the pier".
func (r *describedEntities) opensPlace(i int) bool {
	e := r.p.entry(i)
	return e.isBut(prep, adv) && !r.p.plays(i, ofWord)
}

// follows says whether the token at i belongs to the "of" phrase of the head:
// "commander of the northern forces".
func (l *lexicon) follows(t *stemma.Text, head, i int) bool {
	for k := head + 1; k < i; k++ {
		if l.plays(t.Tokens[k].Form, ofWord|andWord) {
			return true
		}
	}
	return l.plays(t.Tokens[i].Form, andWord)
}

// earlier finds an earlier entity that a definite description, "one" or "the
// other" refers to.
func (r *describedEntities) earlier(g group, kind stemma.SpeakerKind, head string, sentence int) (int, bool) {
	switch kind {
	case stemma.Anonymous:
		if k := speakerFrom(r, g, sentence); k >= 0 {
			return k, true
		}
		return r.earlierGroup(g, head)
	case stemma.Document:
		if g.definite && r.p.lex.plays(head, reportsWord) && len(r.outlets) > 0 && !r.sameHead(r.documents, head) {
			return r.outlets[len(r.outlets)-1], true
		}
		if k := newspaper(r, g, head); k >= 0 {
			return k, true
		}
		return r.earlierPaper(g, head)
	case stemma.Outlet:
		if !isBack(r, g) {
			return 0, false
		}
		if r.p.lex.plays(head, paperWord) && len(r.documents) > 0 {
			return r.documents[len(r.documents)-1], true
		}
		if k := lastOutlet(r, head); k >= 0 {
			return k, true
		}
	case stemma.Person:
		return r.earlierRole(g, head)
	case stemma.Organisation:
		return r.earlierBody(g, head)
	}
	return 0, false
}

// newspaper is the outlet that "the paper" means where no document was spoken of; -1 for none.
func newspaper(r *describedEntities, g group, head string) int {
	isPaper := g.definite && g.head == g.from+1 && r.p.lex.plays(head, paperWord)
	if !isPaper || len(r.documents) > 0 {
		return -1
	}
	k := lastOutlet(r, head)
	if k >= 0 && !calledBy(r.p, head, r.entities[k].Name) {
		return -1
	}
	return k
}

// lastOutlet is the outlet that was named last and may be called by a noun: for a station, where one
// was named, the last of those who broadcast, for a paper the last other one that is no agency.
func lastOutlet(r *describedEntities, head string) int {
	last := -1
	for i := len(r.outlets) - 1; i >= 0; i-- {
		f := &r.entities[r.outlets[i]]
		switch {
		case f.own && i > 0:
		case calledBy(r.p, head, f.Name):
			return r.outlets[i]
		case last < 0:
			last = r.outlets[i]
		}
	}
	return last
}

// calledBy says whether a noun for outlets fits what an outlet's name says it is.
func calledBy(p *document, head, name string) bool {
	lex := p.lex
	isOnAir := who.OnAir(lex.broadcasters, strings.ToLower(name))
	if lex.nounOutlets.Is(head, "air") {
		return isOnAir
	}
	return !lex.nounOutlets.Is(head, "paper") || !isOnAir && !p.r.who.IsAgency(name)
}

// isBack says whether a noun for an outlet may mean one that was named before.
func isBack(r *describedEntities, g group) bool { return g.definite && !r.namesAnother(g) }

// namesAnother says whether a noun for a paper or an agency has a name before it that is no other outlet's of the
// report: "the Tidewater news agency".
func (r *describedEntities) namesAnother(g group) bool {
	head := r.p.text.Tokens[g.head].Form
	isPress := r.p.lex.nounOutlets.Is(head, "paper") ||
		g.head > g.from && r.p.lex.nounOutlets.Has(r.p.text.Tokens[g.head-1].Form+" "+head)
	for i := g.from; i < g.head && isPress; i++ {
		form, e := r.p.text.Tokens[i].Form, r.p.entry(i)
		isName := r.p.upper(i) && !r.p.starts[i] && (e == nil || e.name == 0 || e.heads(outletName))
		if isName && !slices.ContainsFunc(r.outlets, func(k int) bool {
			return slices.Contains(strings.Fields(strings.ToLower(r.entities[k].Name)), form)
		}) {
			return true
		}
	}
	return false
}

func (r *describedEntities) sameHead(list []int, head string) bool {
	return slices.ContainsFunc(list, func(k int) bool { return r.entities[k].Head == head })
}

// earlierGroup resolves "one", "the other", "the senior official", "the
// sources".
func (r *describedEntities) earlierGroup(g group, head string) (int, bool) {
	if r.isCrowdAlone(g) {
		return 0, false
	}
	if head == "" || r.oneOf(g) {
		return r.member(g)
	}
	if !g.definite {
		return 0, false
	}
	words := strings.Fields(strings.ToLower(r.descriptor(g)))
	for i := len(r.groups) - 1; i >= 0; i-- {
		f := &r.entities[r.groups[i]]
		if r.p.lex.singular.Of(f.Head) == r.p.lex.singular.Of(head) && r.p.lex.within(words, f.Roles) &&
			(f.Count.Min == g.count.Min || g.plural && f.Count.Min > 1 || !g.plural && f.Count.Max == 1) {
			f.Alias(folded(r.p.text, g.from, g.to))
			return r.groups[i], true
		}
	}
	return r.partOf(g, head, words)
}

// oneOf says whether the expression is "one", "one of …", or "one official"
// where the last group is of officials.
func (r *describedEntities) oneOf(g group) bool {
	t, lex := r.p.text, r.p.lex
	if !r.p.plays(g.from, oneWord) {
		return false
	}
	if r.p.plays(g.from+1, ofWord) {
		return true
	}
	if g.head < 0 || len(r.groups) == 0 {
		return false
	}
	last := &r.entities[r.groups[len(r.groups)-1]]
	return last.Count.Min > 1 && lex.singular.Of(last.Head) == t.Tokens[g.head].Form
}

// several says whether a description joins several people: "nurses and a
// pharmacist".
func (r *describedEntities) several(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return r.p.lex.plays(w, andWord) })
}

// written gives the words of a role with short forms and forms for men and women
// written out as one: "rep.", "congressman" are a representative.
func (l *lexicon) written(role []string) []string {
	for i, w := range role {
		if whole := l.honorifics.Of(w); len(whole) == 1 {
			role = slices.Clone(role)
			role[i] = whole[0]
		}
	}
	return role
}

// holdsAnother says whether a word makes another office of somebody's than the one
// that is described: neither a vice president nor a former one is "the president", nor is a
// counselor to the president.
func (l *lexicon) holdsAnother(roles, described []string) bool {
	return anyOf(0, len(roles), func(i int) bool {
		w := roles[i]
		isAnother := l.plays(w, viceWord|formerWord) || i > 0 && l.entry(w).is(to) && !l.within(described, roles[:i])
		return isAnother && !slices.Contains(described, w)
	})
}

func (l *lexicon) within(words, in []string) bool {
	isMissing := func(w string) bool { return !slices.Contains(in, w) && !slices.Contains(in, l.singular.Of(w)) }
	return len(words) > 0 && !slices.ContainsFunc(words, isMissing)
}

// singularPhrase is a description in the singular: its last word, or the one
// before "of".
func (l *lexicon) singularPhrase(phrase string) string {
	words := strings.Fields(phrase)
	for i, w := range words {
		if i == len(words)-1 || l.plays(words[i+1], ofWord) {
			words[i] = l.singular.Of(w)
			break
		}
	}
	return strings.Join(words, " ")
}
