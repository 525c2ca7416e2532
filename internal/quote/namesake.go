package quote

import (
	"slices"
	"strings"

	who "stemma/internal/name"
)

// maxBearers bounds how many mentions of one surname are kept.
const maxBearers = 64

// bears notes that the person bears the surname, by the place of the mention.
func (r *people) bears(surname string, n name, k int) {
	isBodys := n.to-n.from == 2 && r.p.finder.IsBodyAt(n.from) && !r.p.finder.IsBodyAt(n.from+1) // "FBI Pell"
	if surname != "" && !isBodys && len(r.bearers[surname]) < maxBearers {
		addBearer(r, surname, bearerAt(r, n, k))
	}
}

// addBearer adds a mention to those of a surname, in order of place.
func addBearer(r *people, surname string, b bearer) {
	list := append(r.bearers[surname], b)
	for i := len(list) - 1; i > 0 && list[i].at < list[i-1].at; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	r.bearers[surname] = list
}

// bearsMore notes what else the name calls the person by: a nickname, the first
// of two surnames ("Raymundo Pedro Morales Ángeles").
func (r *people) bearsMore(n name, k int) {
	t := r.p.text
	if !n.nickname.empty() && n.nickname.to == n.nickname.from+1 {
		if nick := t.Tokens[n.nickname.from].Form; len(r.bearers[nick]) == 0 {
			r.bears(nick, n, k)
		}
		return
	}
	if n.to-n.from < 3 || n.generation != "" {
		return
	}
	if first := t.Tokens[n.to-2].Form; len(first) > 3 && len(r.bearers[first]) == 0 && r.p.nameWord(n.to-2) {
		r.bears(first, n, k)
	}
}

// namesake is the person whom the report has named before and whom the name
// stands for; -1 for nobody. A full name that differs in the given name or in the
// generation is another person's.
func (r *people) namesake(n name, full string) int {
	key := strings.ToLower(full)
	if k, ok := r.bySpan[key]; ok && (n.given != "" || n.generation != "") {
		return k
	}
	if n.given == "" {
		k := r.bearerOf(n)
		if bare, ok := r.bySpan[key]; ok && k < 0 && r.entities[bare].Given == "" {
			return bare
		}
		return k
	}
	return ofFullName(r, n, full)
}

// isGiven says whether somebody may bear the given name as it stands in a name.
func isGiven(f *entity, n name) bool { return f.Given == "" || f.Given == n.given }

// ofFullName is the one of those of a surname whom a full name may mean, -1 for nobody.
func ofFullName(r *people, n name, full string) int {
	kin := r.kinBefore(n)
	found, shortened := -1, false
	for _, b := range r.bearers[n.surname] {
		f := &r.entities[b.entity]
		if isDoubled(r, f.Name, full) || isDoubled(r, full, f.Name) {
			return b.entity
		}
		if !mayBear(r, f, n, kin) ||
			f.Given == "" && isRelative(r, n) ||
			isOther(r, f, full) {
			continue
		}
		if isGiven(f, n) {
			return b.entity
		}
		if shortened && found != b.entity {
			return -1 // "J. Pike" beside Jane and John Pike
		}
		found, shortened = b.entity, true
	}
	return found
}

// isDoubled says whether a name is both surnames of a full one: "Wren Pell" of Ada Wren Pell. What
// begins with a given name is a full name itself, and stands behind other words by chance.
func isDoubled(r *people, full, surnames string) bool {
	first, _, isLong := strings.Cut(surnames, " ")
	return isLong &&
		strings.HasSuffix(full, " "+surnames) &&
		!strings.Contains(surnames, ".") &&
		!r.p.lex.entry(strings.ToLower(first)).is(given)
}

// isOther says whether two full names contradict each other: "Ada B. Pell", "Ada C. Pell".
func isOther(r *people, f *entity, full string) bool {
	return f.Given != "" && r.p.r.who.ComparePeople(f.Name, full) == who.Other
}

// mayBear says whether somebody may bear a name with a given name: his is the same or an
// initial of it, and neither the generation, what relative he is nor being a man or a
// woman is against it.
func mayBear(r *people, f *entity, n name, kin role) bool {
	isNamed := isGiven(f, n) || initialOf(n.given, f.Given) || initialOf(f.Given, n.given) ||
		r.p.r.who.Formal(f.Given) == r.p.r.who.Formal(n.given)
	isOther := n.gender != 0 && f.gender != 0 && n.gender != f.gender
	return isNamed && !isOther && f.Generation == n.generation && !r.p.r.contrary(kin, f)
}

// initialOf says whether the one given name is an initial of the other: "j" or
// "j.r" of "jane".
func initialOf(short, full string) bool {
	return short != "" && full != "" && (len(short) == 1 || short[min(1, len(short)-1)] == '.') && short[0] == full[0]
}

// contrary says whether the entity cannot be the relative that its name is said
// to be: a father is no Jr.
func (r *Reader) contrary(kin role, f *entity) bool {
	return kin&elderWord != 0 && r.lex.plays(f.Generation, youngerWord) ||
		kin&youngerWord != 0 && r.lex.plays(f.Generation, elderWord)
}

// withGeneration takes in the generation that a comma parts from a name that
// ends before token i: "Donald Hale, Jr."
func (r *people) withGeneration(i int) int {
	if i < len(r.p.text.Tokens) && r.p.finder.GenerationAfter(i) {
		return i + 2
	}
	return i
}

// kinBefore reads the relative right before a name: "his father, Donald Hale".
func (r *people) kinBefore(n name) role {
	roles := kinRoles(r, n)
	if roles&kinWord == 0 {
		return 0
	}
	return roles & (elderWord | youngerWord)
}

// kinRoles is what the word right before a name, or before a comma there, says of it.
func kinRoles(r *people, n name) role {
	i := n.title - 1
	if i > 0 && r.p.text.Tokens[i].Form == "," {
		i--
	}
	if i < 0 {
		return 0
	}
	return r.p.lex.roles(r.p.text.Tokens[i].Form)
}

// ofTwo resolves "the elder Hale" and "the younger Hale": whoever of the name is
// said to be so, else the other one of two of whom one is. The second result is
// false for other expressions; the first is -1 where nobody can tell.
func (r *people) ofTwo(g group, n name) (int, bool) {
	if n.given != "" || n.generation != "" || n.title == g.from {
		return 0, false
	}
	want := r.p.lex.roles(r.p.text.Tokens[n.title-1].Form)
	if want&(elderWord|youngerWord) == 0 || want&kinWord != 0 {
		return 0, false
	}
	all := r.ofSurname(n.surname)
	if len(all) == 0 {
		return 0, false
	}
	found, others := -1, []int{}
	for _, k := range all {
		switch age := r.age(k); {
		case age&want != 0:
			found = k
		case age == 0:
			others = append(others, k)
		}
	}
	if found < 0 && len(all) == 2 && len(others) == 1 {
		found = others[0]
	}
	return found, true
}

// age says whether an entity is the older or the younger of two of one name.
func (r *people) age(k int) role {
	f := &r.entities[k]
	return (f.kin | r.p.lex.roles(f.Generation)) & (elderWord | youngerWord)
}

// ofSurname lists the entities that bear a surname.
func (r *people) ofSurname(surname string) []int {
	var all []int
	for _, b := range r.bearers[surname] {
		if !slices.Contains(all, b.entity) {
			all = append(all, b.entity)
		}
	}
	return all
}
