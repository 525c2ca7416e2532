package quote

import (
	"slices"
	"strings"

	"stemma"
)

// maxBack is how many sentences back a pronoun may look.
const maxBack = 4

// pronoun finds whom a pronoun stands for. The second result is false where
// the word is no pronoun after all ("one").
func (r *resolver) pronoun(e *entry, at, sentence int) (int, bool) {
	form := r.p.text.Tokens[at].Form
	switch {
	case e.class&first != 0:
		return r.author(form), true
	case e.roles&oneWord != 0 || e.class&many != 0 && e.roles&theyWord == 0:
		return 0, false
	}
	want := e.class & (male | female | neuter)
	if want == 0 && e.roles&theyWord == 0 && e.class&many == 0 {
		return -1, true // "you" is nobody of the report
	}
	if k := r.back(want, at, sentence); k >= 0 {
		return k, true
	}
	return -1, true
}

// reporter resolves "it reported": who reports is an outlet, so the last one
// that the sentence before names is meant; -1 for other expressions.
func (r *resolver) reporter(c *credit, sentence int) int {
	t := r.p.text
	if c.source.to-c.source.from != 1 || len(c.cue) == 0 || !r.p.lex.reports(t.Tokens[c.cue[0].to-1].Form) {
		return -1
	}
	form := t.Tokens[c.source.from].Form
	full := r.p.lex.outlets[form]
	if strings.HasPrefix(strings.ToLower(full), form) && isNamesake(r, c.source.from) {
		return r.entityAs(stemma.Outlet, full, full) // "Bloomberg reported", beside a mayor of that name
	}
	if !r.p.plays(c.source.from, itWord) || sentence < 1 {
		return -1
	}
	found := -1
	for _, n := range r.p.census.near(sentence-1, r.p.words) {
		text := nameText(t, n.title, n.to)
		if k, ok := r.outletNamed(text, n); ok {
			found = k
		} else if g := r.parse(stretch{n.title, n.to}); !n.person && r.nameKind(g, n) == stemma.Outlet {
			found = r.entityNamed(stemma.Outlet, text)
		}
	}
	return found
}

// isNamesake says whether the word at token i, which names an outlet, is the surname
// of somebody in the report too.
func isNamesake(r *resolver, i int) bool {
	return r.p.upper(i) && len(r.bearers[r.p.text.Tokens[i].Form]) > 0
}

// author is the entity that "I" and "we" stand for: the report's own writer.
func (r *resolver) author(form string) int {
	rep := r.p.text.Report
	if r.p.lex.plays(form, weWord) || len(rep.Byline) == 0 {
		if rep.Outlet == "" {
			return -1
		}
		k := r.entityNamed(stemma.Outlet, string(rep.Outlet))
		r.entities[k].own = true
		return k
	}
	words := strings.Fields(rep.Byline[0])
	if len(words) == 0 {
		return -1
	}
	low := strings.ToLower(words[len(words)-1])
	if k := r.called(low, 0, 0); k >= 0 {
		return k
	}
	k := r.entityNamed(stemma.Person, rep.Byline[0])
	r.entities[k].own = true
	return k
}

// back looks for the last source or subject that the pronoun fits. The subject of its
// own sentence comes first where the pronoun stands in a clause of it ("Pell left when he
// said", "Nurses told of what they believe is a leak"), but for "it", and last in "…, he
// said", which tells of whoever spoke before.
func (r *resolver) back(want class, at, sentence int) int {
	form := r.p.text.Tokens[at].Form
	isLast := ownIsLast(r, want, at, sentence)
	fits := func(k int) bool { return k >= 0 && r.fits(k, want, form) && !isNamedBehind(r, k, at, sentence) }
	for s := sentence; s >= max(0, sentence-maxBack); s-- {
		if k := r.first[s] - 1; fits(k) {
			return k
		}
		if s == sentence && isLast {
			continue
		}
		if k := r.subjectOf(s); fits(k) {
			return k
		}
	}
	if k := ownSubject(r, at, sentence, want); fits(k) {
		return k
	}
	for s := sentence; s >= max(0, sentence-maxBack); s-- {
		if k := r.namedIn(s, want, form); k >= 0 {
			return k
		}
	}
	return onlyNamed(r, sentence, want, form)
}

// isNamedBehind says whether a person is named behind a "he" or "she" in its sentence, and so is
// somebody else: "she mocked Ada Pell for it".
func isNamedBehind(r *resolver, k, at, sentence int) bool {
	e := &r.entities[k]
	isBefore := at > 0 && r.p.entry(at-1).is(sub) // "when she came, Pell said"
	if sentence < 0 || isBefore || e.Surname == "" || !r.p.entry(at).is(male|female) {
		return false
	}
	return slices.ContainsFunc(r.p.census.near(sentence, r.p.words), func(n name) bool {
		return n.from > at && n.surname == e.Surname && !r.p.lex.owner.Fit(r.p.text.Tokens[n.to-1].Form)
	})
}

// ownIsLast says whether the subject of the pronoun's own sentence comes after everybody else.
func ownIsLast(r *resolver, want class, at, sentence int) bool {
	isAside := at > 0 && r.p.text.Tokens[at-1].Kind == stemma.Mark && !isBehindClause(r, at, sentence)
	return isAside || want&neuter != 0 || sentence >= 0 && at == r.p.text.Sentences[sentence].First
}

// isBehindClause says whether a pronoun stands behind the clause that opens its sentence: "When Pell
// left, | he".
func isBehindClause(r *resolver, at, sentence int) bool {
	if sentence < 0 {
		return false
	}
	first := r.p.text.Sentences[sentence].First
	if r.p.entry(first).isBut(conj, sub) {
		first++
	}
	return r.p.entry(first).isBut(sub, prep|conj) && !anyOf(first, at-1, func(i int) bool {
		return r.p.text.Tokens[i].Form == ","
	})
}

// ownSubject is the subject of the sentence that "he" or "she" inside it may take up.
func ownSubject(r *resolver, at, sentence int, want class) int {
	if sentence < 0 || want&(male|female) == 0 || at <= r.p.text.Sentences[sentence].First {
		return -1
	}
	return r.subjectOf(sentence)
}

// onlyNamed is the only person whom the sentence, or else the one before it, names in
// full, where nothing tells a man from a woman: "Robin Pell shook. “No,” she said."
func onlyNamed(r *resolver, sentence int, want class, form string) int {
	for s := sentence; s >= max(0, sentence-1) && want&(male|female) != 0; s-- {
		found, several := -1, false
		for _, n := range r.p.census.near(s, r.p.words) {
			if !n.person || n.given == "" {
				continue
			}
			k := r.knownBy(n)
			several = several || found >= 0 && k != found
			found = k
		}
		if found >= 0 {
			if !several && r.fits(found, want, form) {
				return found
			}
			return -1
		}
	}
	return -1
}

// fits says whether the pronoun can stand for the entity.
func (r *resolver) fits(k int, want class, form string) bool {
	f := &r.entities[k]
	switch {
	case want&neuter != 0:
		return isThing(f.Kind) || f.Kind == stemma.Proceeding
	case want&(male|female) != 0:
		if f.several || f.Kind != stemma.Person && !(f.Kind == stemma.Anonymous && f.Count.Max == 1) {
			return false
		}
		return f.gender == 0 || f.gender&want != 0
	}
	// "they": several people, or a body.
	return f.Count.Min > 1 || f.Kind == stemma.Organisation || f.Kind == stemma.Anonymous
}

// subjectOf gives the entity that is the subject of a sentence, -1 for none.
func (r *resolver) subjectOf(s int) int {
	if k := r.subjects[s]; k != 0 {
		return max(k-1, -1)
	}
	r.subjects[s] = -1
	if r.p.text.Tokens[r.p.text.Sentences[s].First].Form == `"` {
		return -1
	}
	k, ok := r.subjectIn(r.firstWords(s), s)
	if !ok {
		return -1
	}
	r.subjects[s] = known(k)
	return k
}

// firstWords reads the first words of a sentence.
func (r *resolver) firstWords(s int) *syntax {
	sent := r.p.text.Sentences[s]
	u := syntaxOf(r.p.words, nil)
	first := afterDateline(r.p, sent.First, sent.Last)
	u.a = r.p.atoms(first, min(sent.Last, first+maxWalk), nil, r.p.starts, r.p.scratch.subject[:0])
	r.p.scratch.subject = u.a
	return &u
}

// subjectIn finds the subject in the first words of sentence s: a pronoun, or what can be told
// at sight, a name, a paper, an outlet, people without a name.
func (r *resolver) subjectIn(u *syntax, s int) (int, bool) {
	from := 0
	for from < len(u.a) && (u.at(from).is(conj|adv) || u.at(from).mark != 0) {
		from++
	}
	if isThirdPerson(u.at(from)) {
		if k, ok := r.pronounAt(u, from, s); ok {
			return k, true
		}
	}
	if u.at(from).isAndPlays(pronoun, theyWord) {
		return -1, false
	}
	if isNoSubject(u.at(from)) {
		k := r.behindFront(u, from)
		if k < 0 && u.at(from).isBut(sub, prep|conj) { // "When Pell left, he"
			k, _ = r.namedAt(u, from+1)
		}
		return k, k >= 0
	}
	n := uptoVerb(u, u.nounAfter(from, true))
	if n.empty() || u.imperative(n) {
		return -1, false
	}
	g := r.parse(u.tokens(n))
	if r.certain(g) {
		if k, ok := r.byName(g); ok {
			return k, true
		}
	}
	if k := r.calledBehind(u, n); k >= 0 {
		return k, true
	}
	if !isSeen(r.descriptionKind(g)) {
		return -1, false
	}
	k := r.byDescription(g, s)
	r.mention(k)
	return k, true
}

// calledBehind is who is named between commas behind his office: "The mayor, Ada Pell, left"; -1 for nobody. Of
// "Her son, Robin, left" the next "she" may be either.
func (r *resolver) calledBehind(u *syntax, office span) int {
	if !u.comma(office.to) || !u.at(office.to+1).upper || u.at(office.from).isBoth(poss, male|female) {
		return -1
	}
	n := u.nounAfter(office.to+1, false)
	if g := r.parse(u.tokens(n)); !n.empty() && u.comma(n.to) && r.certain(g) {
		if k, ok := r.byName(g); ok && r.entities[k].Kind == stemma.Person {
			return k
		}
	}
	return -1
}

// behindFront is the subject behind a clause or a phrase that opens its sentence: "In the film,
// Pell looked up", "Though the board left, Pell stayed"; -1 for none that a name tells.
func (r *resolver) behindFront(u *syntax, from int) int {
	for i := from + 1; i < len(u.a); i++ {
		if !u.comma(i) {
			continue
		}
		if k, is := r.namedAt(u, i+1); is { // not "In Selby, Ohio, Pell"
			return k
		}
	}
	return -1
}

// uptoVerb cuts from a noun group that begins with a name the past form at its end that no
// table knows for a verb: "Pell | failed to answer".
func uptoVerb(u *syntax, n span) span {
	for i := n.from + 1; i < n.to; i++ {
		if a := u.at(i); !a.upper && (a.pastEnd || a.is(refusal)) && u.at(i-1).upper && !u.at(i-1).owner {
			return span{n.from, i}
		}
	}
	return n
}

// namedAt says whether a name at atom i is the subject of a clause, and who is meant; -1 for nobody that
// is certain.
func (r *resolver) namedAt(u *syntax, i int) (k int, isSubject bool) {
	if !u.at(i).upper {
		return -1, false
	}
	n := uptoVerb(u, u.nounAfter(i, false))
	if v := u.at(n.to); n.empty() || !v.is(aux|finite) && !v.verbal() && !v.pastEnd {
		return -1, false
	}
	if g := r.parse(u.tokens(n)); r.certain(g) {
		if k, ok := r.byName(g); ok {
			return k, true
		}
	}
	return -1, true
}

// isThirdPerson tells "he", "she" and "it" from "I", "you", "we" and "they".
func isThirdPerson(a *atom) bool {
	return a.is(pronoun) && !a.isBut(many|one|first, male|female|neuter)
}

// isNoSubject tells what opens a sentence and is no subject: "I" and "we", who are nobody of
// the report, a preposition ("On 21 February the committee met"), a subordinate clause, and a
// participle ("Addressing supporters, she left").
func isNoSubject(a *atom) bool {
	return a.isBoth(first, pronoun) || a.is(prep) || a.isBut(sub, conj) || a.entry.forms&gerundForm != 0
}

// isThing says whether "it" may mean a source of this kind that is no event.
func isThing(kind stemma.SpeakerKind) bool {
	return kind == stemma.Document || kind == stemma.Outlet || kind == stemma.Organisation
}

// isSeen says whether a description of this kind means somebody or something at its first use.
func isSeen(kind stemma.SpeakerKind) bool {
	return kind == stemma.Document || kind == stemma.Outlet || kind == stemma.Anonymous
}

// known is how an entity, or none, is noted.
func known(k int) int {
	if k < 0 {
		return -1
	}
	return k + 1
}

// certain says whether what the expression names is more than a guess from
// capitals, which the first words of a sentence may have by chance.
func (r *resolver) certain(g group) bool {
	for _, n := range g.names {
		_, known := r.bearers[n.surname]
		if n.person || known || r.bodyWord(n) || n.to-n.from > 1 || r.single[n.surname] {
			return true
		}
		if r.p.lex.outlets[r.p.lex.Bare(strings.ToLower(nameText(r.p.text, n.title, n.to)))] != "" {
			return true
		}
	}
	return false
}

func (r *resolver) pronounAt(u *syntax, i, s int) (int, bool) {
	a := u.at(i)
	if a.class&(male|female|neuter) == 0 || s == 0 {
		return -1, false
	}
	want := a.class & (male | female | neuter)
	for b := s - 1; b >= max(0, s-2); b-- {
		if k := r.first[b] - 1; k >= 0 && r.fits(k, want, a.form) {
			return k, true
		}
		if k := r.subjects[b] - 1; k >= 0 && r.fits(k, want, a.form) {
			return k, true
		}
	}
	return -1, false
}

// namedIn gives the last person named in a sentence whom the pronoun fits.
func (r *resolver) namedIn(s int, want class, form string) int {
	if want&(male|female) == 0 {
		return -1
	}
	found := -1
	for _, n := range r.p.census.near(s, r.p.words) {
		k := r.knownBy(n)
		if k >= 0 && r.fits(k, want, form) && r.entities[k].gender&want != 0 {
			found = k
		}
	}
	return found
}

// knownBy is whom a name means that the report has given in full, -1 for nobody.
func (r *resolver) knownBy(n name) int {
	if n.given == "" {
		return r.called(n.surname, n.from, 0)
	}
	return r.namesake(n, nameText(r.p.text, n.from, n.to))
}

// mention moves an entity to the end of the list of its kind.
func (r *resolver) mention(k int) {
	switch r.entities[k].Kind {
	case stemma.Document:
		r.documents = moved(r.documents, k)
	case stemma.Outlet:
		r.outlets = moved(r.outlets, k)
	case stemma.Anonymous:
		if r.entities[k].group < 0 {
			r.groups = moved(r.groups, k)
		}
	case stemma.Organisation:
		r.bodies = moved(r.bodies, k)
	}
}

// maxRecent bounds how many entities of a kind a description may refer to.
const maxRecent = 32

func moved(list []int, k int) []int {
	for i, x := range list {
		if x == k {
			list = append(list[:i], list[i+1:]...)
			break
		}
	}
	if len(list) >= maxRecent {
		list = append(list[:0], list[1:]...)
	}
	return append(list, k)
}
