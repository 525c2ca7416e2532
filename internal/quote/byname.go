package quote

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/speaker"
)

// byName finds the entity of an expression that is a name, or a name with
// what belongs to it ("Klippenstein's reporting").
func (r *namedEntities) byName(g group) (int, bool) {
	if k, ok := r.whole(g); ok {
		return k, true
	}
	if k, ok := r.printed(g); ok {
		return k, true
	}
	if min(g.owner, g.head) >= 0 && !r.reporting(g) && g.entry.kinds != 0 {
		return namedBehind(r, g)
	}
	if len(g.names) == 0 {
		return 0, false
	}
	n := headName(r, g)
	if !r.nameHeads(g, n) || r.isNoName(n) {
		return 0, false
	}
	if k, ok := knownName(r, g, n); ok {
		return k, true
	}
	return newName(r, g, n)
}

// headName is the name that an expression is about: the first of a person, whose office
// stands before it, else the first.
func headName(r *namedEntities, g group) name {
	n := g.names[0]
	for _, m := range g.names {
		if m.person {
			n = m
			break
		}
	}
	if !n.person {
		if m, ok := reporterOf(r, g); ok {
			n = m
		} else if m, ok := r.officeHolder(g); ok {
			n = m
		}
	}
	if n.person && r.officeBefore(g, n) {
		n.title = g.from
	}
	return n
}

// reporterOf is the name behind an outlet that it belongs to: "the Lantern's | Sun Ritter".
func reporterOf(r *namedEntities, g group) (name, bool) {
	if len(g.names) != 2 || g.names[1].to < g.to {
		return name{}, false
	}
	paper, n := g.names[0], g.names[1]
	if n.title != paper.to || n.to-n.from < 2 || !r.p.lex.owner.Fit(r.p.text.Tokens[paper.to-1].Form) {
		return name{}, false
	}
	_, isOutlet := r.outletNamed(nameText(r.p.text, paper.title, paper.to), paper)
	n.person = isOutlet && !r.bodyWord(n) && !r.p.lex.lasting.Fit(r.p.text.Tokens[n.from].Form)
	return n, n.person
}

// knownName finds whoever is known by a name: a person of the report, an outlet, the
// older or the younger of two.
func knownName(r *namedEntities, g group, n name) (int, bool) {
	if k, ok := r.bearerOrOutlet(g, n, nameText(r.p.text, n.title, n.to)); ok {
		return k, true
	}
	if r.p.lex.capitals && !n.person && n.title < n.from { // "die Nachrichtenagentur Reuters"
		if k, ok := r.outletNamed(nameText(r.p.text, n.from, n.to), n); ok {
			return k, true
		}
	}
	return r.ofTwo(g, n)
}

// newName enters what bears a name, as far as the name tells what that is.
func newName(r *namedEntities, g group, n name) (int, bool) {
	isBearers := len(r.bearers[n.surname]) > 0 && n.to-n.from == 1 && !isPaper(r, n)
	if n.person && !endsInCrowd(r.p, n) || isBearers {
		return r.person(n), true
	}
	switch kind := r.nameKind(g, n); kind {
	case stemma.Person:
		n.person = true
		return r.person(n), true
	case stemma.UnknownKind:
		return 0, false
	case stemma.Organisation, stemma.Proceeding:
		return r.body(kind, g, n), true
	default:
		return r.entityNamed(kind, nameText(r.p.text, n.title, n.to)), true
	}
}

// body enters a body by its whole name, or finds the one that is called by the first part
// of its name: "the Bureau" is the Bureau of Mines.
func (r *namedEntities) body(kind stemma.SpeakerKind, g group, n name) int {
	short := nameText(r.p.text, n.title, n.to)
	if end := r.bodyEnd(g, n); end > n.to {
		return r.entityAs(kind, nameText(r.p.text, n.title, end), short)
	}
	for k := len(r.entities) - 1; k >= 0; k-- {
		if f := &r.entities[k]; f.Kind == kind && strings.HasPrefix(f.Name, short+" ") && f.Named {
			return k
		}
	}
	return r.entityNamed(kind, short)
}

// bodyEnd is where the name of a body ends with what it is for or where it is: "Bureau of
// Mines", "Office for Tides and Weirs".
func (r *namedEntities) bodyEnd(g group, n name) int {
	if !r.isBodyWord(n.to - 1) {
		return r.pairedEnd(g, n)
	}
	end := n.to
	for end+1 < g.to && r.tiesBody(n, end) {
		at := end + 1
		if r.p.isDefinite(at) {
			at++
		}
		if !r.p.nameWord(at) {
			break
		}
		for at < g.to && r.p.nameWord(at) {
			at++
		}
		end = at
	}
	return end
}

// isBodyWord says whether the word at token i is the head of a body's name.
func (r *namedEntities) isBodyWord(i int) bool {
	e := r.p.word(i)
	return e.heads(organisationHead | proceedingHead)
}

// pairedEnd is where the name of a body ends that is for two things, the first of which
// was read as a name: "the Tide | and Weir Administration".
func (r *namedEntities) pairedEnd(g group, n name) int {
	if !g.definite || n.to-n.from > 1 || n.to+2 >= g.to || !r.p.plays(n.to, andWord) {
		return n.to
	}
	end := n.to + 1
	for end < g.to && r.p.nameWord(end) {
		end++
	}
	if end-n.to > 2 && r.isBodyWord(end-1) {
		return end
	}
	return n.to
}

// tiesBody says whether the word at token i goes on with the name of a body: "of", or an
// "and" inside of what it is for. Behind a place, and before another body, "and" joins
// two that speak.
func (r *namedEntities) tiesBody(n name, i int) bool {
	switch {
	case r.p.text.Tokens[i].Kind != stemma.Word:
		return false
	case r.p.plays(i, ofWord|tyingWord):
		return true
	case !r.p.plays(i, andWord) || i == n.to || r.p.lex.governingPlaces.Has(r.p.text.Tokens[i-1].Form):
		return false
	}
	e := r.p.word(i + 1)
	if e == nil { // a word that nobody knows, and not somebody of two names
		return i+2 >= len(r.p.text.Tokens) || !r.p.nameWord(i+2)
	}
	return e.kinds&(organisationHead|outletName) == 0 && e.class&given == 0
}

// isPaper says whether a name of one word with an article is an outlet's, whoever else
// bears it: "the Mirror" beside Ned Mirror.
func isPaper(r *namedEntities, n name) bool {
	e := r.p.entry(n.from)
	return n.title > 0 && r.p.isDefinite(n.title-1) && e.heads(outletName)
}

// namedBehind finds whoever is named right behind what he is to somebody: "the mayor's
// lawyer Rudy Vane".
func namedBehind(r *namedEntities, g group) (int, bool) {
	if k, ok := ownedOutlet(r, g); ok {
		return k, true
	}
	if len(g.names) == 0 || g.entry.kinds&anonymousHead == 0 {
		return 0, false
	}
	n := g.names[len(g.names)-1]
	if n.title != g.head+1 || n.to < g.to || n.to-n.from < 2 {
		return 0, false
	}
	return r.person(n), true
}

// ownedOutlet finds an outlet by its name behind whose it is: "Iran's semiofficial | Fars News
// Agency".
func ownedOutlet(r *namedEntities, g group) (int, bool) {
	if len(g.names) < 2 {
		return 0, false
	}
	n := g.names[len(g.names)-1]
	if n.from <= g.owner || n.to < g.to || n.to-n.from < 2 {
		return 0, false
	}
	sub := group{from: n.title, to: n.to, head: -1, owner: -1, entry: nothing, definite: true}
	if r.nameKind(sub, n) != stemma.Outlet {
		return 0, false
	}
	return r.entityNamed(stemma.Outlet, nameText(r.p.text, n.title, n.to)), true
}

// officeHolder finds a name that nothing marks as a person's at the end of an
// office: "Acting Assistant Secretary of Defense Colby Jenkins".
func (r *namedEntities) officeHolder(g group) (name, bool) {
	n := g.names[len(g.names)-1]
	if n.to < g.to || n.title <= g.from {
		return n, false
	}
	from := n.to
	for from > n.title && (r.p.entry(from-1).unknown() || r.p.entry(from-1).class&given != 0) {
		from--
	}
	if n.to-from > 2 && r.p.finder.OfBefore(from) {
		from++ // the body whose office it is
	}
	n.from, n.title = from, from
	r.p.takeApart(&n)
	n.person = n.to-from >= 2
	return n, n.person && r.officeBefore(g, n)
}

// officeBefore says whether the words of the expression before a person's name
// are an office: "Secretary of State Marco Rubio".
func (r *namedEntities) officeBefore(g group, n name) bool {
	t := r.p.text
	if n.to < g.to || n.title <= g.from {
		return false
	}
	if r.p.lex.capitals && isAnothers(r, n) {
		return false
	}
	office := isBodysOffice(r, g, n)
	for i := g.from; i < n.title; i++ {
		if t.Tokens[i].Form == "," {
			return false
		}
		e := r.p.entry(i)
		office = office || i < g.from+4 && (e.is(title) || e.heads(anonymousHead)) && r.p.upper(i)
	}
	return office
}

// isBodysOffice says whether a body with "of" stands before the office of a name: "Department of
// Harbours Secretary Ada Pell".
func isBodysOffice(r *namedEntities, g group, n name) bool {
	if isOfficeAt(r, g, n) {
		return true
	}
	if n.title == n.from || !r.p.entry(g.from).heads(organisationHead) {
		return false
	}
	return !anyOf(g.from, n.title, func(i int) bool { return !r.p.upper(i) && !r.p.plays(i, ofWord) })
}

// isOfficeAt says whether a body with "of" stands before the role in small letters of a name:
// "University of Selby law professor Ada Pell".
func isOfficeAt(r *namedEntities, g group, n name) bool {
	role := r.p.entry(n.title - 1)
	isRole := n.title > g.from+2 && !r.p.upper(n.title-1) && (role.is(title) || role.heads(anonymousHead))
	return isRole && anyOf(g.from, n.title-2, func(i int) bool {
		return r.p.upper(i) && r.p.entry(i).heads(organisationHead) && r.p.plays(i+1, ofWord)
	})
}

// isAnothers says whether a name is that of somebody to whom the one is something who is
// described: "die Sprecherin von Iris Kolb", "ein Sprecher der Bürgermeisterin Iris Kolb".
func isAnothers(r *namedEntities, n name) bool {
	i := n.title - 1
	if i < 0 {
		return false
	}
	if n.title == n.from {
		if r.p.plays(i, ofWord) && r.p.entry(i).is(prep) {
			return true
		}
		i-- // "des Bürgermeisters Rolf Dorn"
	}
	return i > 0 && !r.p.upper(i) && r.before(i, n.from, genitive) && isSomebody(r, i+1)
}

// isSomebody says whether token i is a noun for one person.
func isSomebody(r *namedEntities, i int) bool {
	e := r.p.word(i)
	return r.p.upper(i) && !e.heads(organisationHead) && (e.heads(anonymousHead) || e.is(title))
}

// roleOnly says whether the name is a title in capitals: "the Acting Assistant
// Secretary".
func (r *namedEntities) roleOnly(n name) bool {
	e := r.p.entry(n.to - 1)
	return !n.person && n.generation == "" && e.isBut(title, given) && !e.heads(organisationHead)
}

// isNoName says whether what has a capital is a role or a number.
func (r *namedEntities) isNoName(n name) bool { return r.roleOnly(n) || r.onlyCounts(n) }

// onlyCounts says whether what looks like a name is a number with the capital of its
// sentence: "Dozens of officials".
func (r *namedEntities) onlyCounts(n name) bool {
	count, _ := r.p.lex.numeral(r.p.text.Tokens[n.from].Form)
	return count > 0 && n.to-n.from == 1 && r.p.starts[n.from]
}

// reporting says whether the head of "X's reporting" stands for X.
func (r *namedEntities) reporting(g group) bool {
	return g.head >= 0 && r.p.lex.reportings.Has(r.p.text.Tokens[g.head].Form)
}

// nameHeads says whether the name is the expression's head, rather than part
// of a description ("Trump supporters", "an engineer in Selwick").
func (r *namedEntities) nameHeads(g group, n name) bool {
	t := r.p.text
	if g.owner >= 0 && r.reporting(g) {
		return true
	}
	if r.p.lex.capitals {
		return r.heads(g, n)
	}
	for i := g.from; i < n.title; i++ {
		e := r.p.entry(i)
		if r.p.plays(i, byWord) && i > g.from && r.p.lex.reportings.Has(t.Tokens[i-1].Form) {
			return true
		}
		if e.is(prep) || t.Tokens[i].Form == "," {
			return false
		}
	}
	return isLast(r.p.words, n, g.to) || endsName(r, n.to) && !describesBoth(r, g, n)
}

// endsName says whether what stands at token i ends the noun group of the name before it.
func endsName(r *namedEntities, i int) bool {
	if next := &r.p.text.Tokens[i]; next.Kind == stemma.Mark {
		return !strings.Contains("-'/", next.Form)
	}
	e := r.p.entry(i)
	return e.is(prep | rel | conj | timeWord)
}

// describesBoth says whether a name and the one joined to it only describe the noun that
// follows them, or are of what it names: "the Ash and Pell | teams", "Ash and other Harbour |
// officials".
func describesBoth(r *namedEntities, g group, n name) bool {
	if !r.p.plays(n.to, andWord) {
		return false
	}
	if g.head > n.to+1 && g.plural && r.p.upper(g.head-1) && !r.p.upper(g.head) {
		return true
	}
	end := n.to
	for end < g.to && (r.p.upper(end) || r.p.plays(end, andWord)) {
		end++
	}
	return end < g.to && end > n.to+1 &&
		r.p.lex.plural.Fit(r.p.text.Tokens[end].Form)
}

func (r *namedEntities) bodyWord(n name) bool {
	for i := n.from; i < n.to; i++ {
		if i > n.from && !r.p.upper(i) && isHyphen(r.p.text, i-1) { // "Kim Jong-un"
			continue
		}
		if e := r.p.word(i); e.heads(organisationHead|outletName|documentHead) && e.class&given == 0 {
			return n.to-n.from > 1 || i < n.to-1
		}
	}
	return false
}

func (r *namedEntities) entityNamed(kind stemma.SpeakerKind, text string) int {
	text = r.p.lex.nominative.Of(text)
	return r.entityAs(kind, text, text)
}

// entityAs enters or finds the outlet, body or paper with that name.
func (r *namedEntities) entityAs(kind stemma.SpeakerKind, full, text string) int {
	key := r.p.lex.Bare(strings.ToLower(full))
	k, ok := r.bySpan[key]
	if !ok {
		r.entities = append(r.entities, entity{group: -1, Entity: speaker.Entity{
			Kind: kind, Name: full, Count: stemma.Count{Min: 1, Max: 1}, Named: true,
		}})
		k = len(r.entities) - 1
		r.bySpan[key] = k
	}
	r.entities[k].Alias(text)
	return k
}

// bearerOrOutlet knows who bears an outlet's short name, or else the outlet.
func (r *namedEntities) bearerOrOutlet(g group, n name, text string) (int, bool) {
	if r.goesBy(g, n) {
		return r.person(n), true
	}
	return r.outletNamed(text, n)
}

// goesBy says whether the expression is nothing but the name of somebody whom the
// report names in full: "Guardian said" beside Moira Guardian, but not "the
// Guardian said".
func (r *namedEntities) goesBy(g group, n name) bool {
	if n.title != g.from || n.to-n.from == 1 && n.given != "" {
		return false
	}
	return slices.ContainsFunc(r.bearers[n.surname], func(b bearer) bool {
		f := &r.entities[b.entity]
		return f.Given != "" && (n.given == f.Given || n.given == "" && n.to-n.from == 1)
	})
}
