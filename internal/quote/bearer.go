package quote

// bearer is a mention of a person in full: whom the surname means elsewhere is weighed
// by all of them.
type bearer struct {
	at, entity int
	sentence   int
	opens      bool // the name opens its sentence, by itself
	office     bool // a title of somebody's own stands before it: "President Ada Pell"
	relative   bool // it says whose wife, son or brother somebody is
}

// bearerAt reads a mention of a person.
func bearerAt(r *people, n name, k int) bearer {
	t := r.p.text
	return bearer{
		at: n.from, entity: k, sentence: t.SentenceAt(t.Tokens[n.from].Start),
		opens:  r.p.starts[n.title] && !isCoupled(r, n),
		office: isOffice(r, n), relative: isRelative(r, n),
	}
}

// isCoupled says whether another name is joined to a name by an "and".
func isCoupled(r *people, n name) bool {
	t := r.p.text.Tokens
	return n.to+1 < len(t) && r.before(n.to, len(t), conj) && r.p.nameWord(n.to+1)
}

// isOffice says whether more than "Mr." stands before a name.
func isOffice(r *people, n name) bool {
	isTitle := func(i int) bool { return r.p.entry(i).isBut(title, shortTtl) }
	return anyOf(n.title, n.from, isTitle) || r.p.finder.RoleBefore(n.title)
}

// isRelative says whether a name is introduced as that of somebody's relative: "his wife,
// Ada Pell", "first lady Ada Pell", "Ada Pell, the mayor's sister,".
func isRelative(r *people, n name) bool {
	isKin := func(i int) bool { return r.p.plays(i, kinWord) }
	if kinRoles(r, n)&kinWord != 0 || anyOf(n.title, n.from, isKin) {
		return true
	}
	t := r.p.text.Tokens
	if n.to+1 >= len(t) || t[n.to].Form != "," || r.before(n.to+1, len(t), conj) {
		return false
	}
	for i := n.to + 1; i < min(len(t), n.to+maxKin) && !endsRole(t[i].Form); i++ {
		if isKin(i) {
			return true
		}
	}
	return false
}

// maxKin is how many words behind a name may say whose relative somebody is.
const maxKin = 6

// called gives the person whom a surname at a token stands for; -1 for nobody.
func (r *people) called(surname string, at int, gender class) int {
	return r.bearerOf(name{surname: surname, from: at, to: at + 1, title: at, gender: gender})
}

// bearerOf gives the person whom a name without a given name stands for: the only one
// who bears it in full, or who outweighs all others that do; -1 where nobody does.
func (r *people) bearerOf(n name) int {
	list := r.bearers[n.surname]
	several, found := false, -1
	for i := range list {
		several = several || i > 0 && list[i].entity != list[i-1].entity
		if mayMean(r, n, list[i].entity) && (found < 0 || list[i].at <= n.from) {
			found = list[i].entity
		}
	}
	switch {
	case several && areCalledByFirst(r, n.surname, list):
		return mostInFull(list)
	case several:
		return weigh(r, n, list)
	case found >= 0 && isStranger(r, n, list):
		return -1
	}
	return found
}

// isUnsure says whether a surname that means nobody for sure is one that several bear.
func isUnsure(r *people, n name) bool {
	return n.given == "" && len(r.ofSurname(n.surname)) > 1 && !isOffice(r, n)
}

// mayMean says whether a name without a given name may mean somebody.
func mayMean(r *people, n name, k int) bool {
	f := &r.entities[k]
	return (n.gender == 0 || f.gender == 0 || f.gender == n.gender) &&
		(n.generation == "" || f.Generation == n.generation)
}

// isStranger says whether a name means somebody else than the only one who bears it in
// full: he is named for a relative or as the younger of two, and that later than the
// surname alone: "President Pell … first lady Ada Pell".
func isStranger(r *people, n name, list []bearer) bool {
	b := &list[0]
	isKin := b.relative || !b.office && r.p.lex.plays(r.entities[b.entity].Generation, youngerWord)
	if !isKin {
		return false
	}
	return n.title < n.from && isOffice(r, n) && b.at > n.from || isCustom(r, n.surname, -1, b.at)
}
