package name

import "stemma"

// bearers knows what shows that a person bears a name.
type bearers struct{ parts }

// finish parts titles from a name and decides whether something shows that a person bears it.
func (f *bearers) finish(m Mention) Mention {
	from := f.afterOffice(&m, f.afterInnerTitle(&m, f.afterTitles(&m)))
	m.Title, m.First = m.First, from
	isPersons := f.RoleBefore(m.Title)
	if m.First >= m.Last {
		m.Person = isPersons
		return m
	}
	f.dropBody(&m)
	f.TakeApart(&m)
	isPersons = f.isGivenFirst(&m) || isPersons || m.Title < m.First || f.isApposed(&m)
	m.Person = isPersons && (!f.isBodyName(&m) || f.isBearers(&m))
	if m.Gender == gendered {
		m.Gender = 0
	}
	return m
}

// dropBody takes the short form of a body off the front of a full name: "FBI | Ada Pell".
func (f *bearers) dropBody(m *Mention) {
	if m.Last-m.First < 3 || !f.IsBodyAt(m.First) || !f.is(m.First+1, GivenName) || f.IsBodyAt(m.Last-1) {
		return
	}
	m.First++
	m.Title = max(m.Title, m.First)
}

// afterTitles is where the titles end that open a name: "Dr. Gov. | Ada Pell".
func (f *bearers) afterTitles(m *Mention) int {
	from := m.First
	for from < m.Last {
		c := f.words.Class(from)
		isTitle := c.isBut(TitleWord, GivenName) && from+1 < m.Last && !f.isOfBody(from, m.Last)
		if !isTitle && f.text.Tokens[from].Form != "." {
			break
		}
		m.Gender |= c & gendered
		from++
	}
	return from
}

// isOfBody says whether the title at token i is the first word of a body's name that ends at last:
// "Justice Department". What is short for a title stands before people only: "Gov. House".
func (f *bearers) isOfBody(i, last int) bool {
	return i+2 == last && !f.is(i, ShortTitle|gendered) && f.words.ClassOf(f.unowned(i+1)).isBut(BodyWord, GivenName)
}

// afterInnerTitle is where the last title inside of a name ends: "Former Florida Gov. | Ada
// Pell".
func (f *bearers) afterInnerTitle(m *Mention, from int) int {
	for i := from + 1; i+1 < m.Last; i++ {
		c := f.words.Class(i)
		if !c.isBut(TitleWord, GivenName) || f.is(i+1, GenerationWord) || f.isHyphen(i+1) {
			continue // "Ada King Jr." bears what is a title elsewhere, and so does "Ri Son-hui"
		}
		m.Gender |= c & gendered
		from = i + 1
		if from+1 < m.Last && f.text.Tokens[from].Form == "." {
			from++
		}
	}
	return from
}

// afterOffice passes over a body's name that ends in front of a given name: "(Secretary of)
// State Marco Rubio".
func (f *bearers) afterOffice(m *Mention, from int) int {
	for i := from; i+1 < m.Last; i++ {
		if !f.is(i, GivenName) || i > from && f.isHyphen(i-1) { // "Kerri-Ann"
			continue
		}
		if i == from {
			return from
		}
		isOffice := f.words.Class(i-1).isBut(heading|TitleWord, GivenName)
		if isOffice || i-1 == m.First && f.OfBefore(m.First) ||
			f.isOfficeBefore(m.First) && !f.is(m.Last-1, bodily) {
			return i
		}
		return from
	}
	return from
}

// isOfficeBefore says whether an office and a preposition stand before token i, in capitals: "Special
// Agent in | Charge", "Director of | National Intelligence".
func (f *bearers) isOfficeBefore(i int) bool {
	if i < 2 || !f.upper(i-2) {
		return false
	}
	if f.is(i-1, OfWord) { // not "Members of Saint Paul Church"
		return f.is(i-2, TitleWord)
	}
	return f.is(i-1, PrepositionWord) && f.is(i-2, PeopleWord|TitleWord)
}

// OfBefore says whether "of" stands before token i.
func (f *bearers) OfBefore(i int) bool { return i > 0 && f.is(i-1, OfWord) }

// RoleBefore says whether the word before token i is a role in lower case: "union secretary
// Bram Oster".
func (f *bearers) RoleBefore(i int) bool { return i > 0 && f.is(i-1, TitleWord) && !f.upper(i-1) }

// isGivenFirst says whether a name of several words begins with a given name, which may tell
// whether it is a man's or a woman's.
func (f *bearers) isGivenFirst(m *Mention) bool {
	c := f.words.Class(m.First)
	if !c.Is(GivenName) || f.hyphened(m.First, m.Last) >= m.Last {
		return false
	}
	if m.Gender == 0 {
		m.Gender = c & gendered
	}
	return true
}

// isBodyName says whether a word of the name after the first shows that a body, an outlet or
// a paper bears it.
func (f *bearers) isBodyName(m *Mention) bool {
	for i := m.First + 1; i < m.Last; i++ {
		if f.words.ClassOf(f.unowned(i)).isBut(bodily, GivenName) && !f.isSyllable(m, i) {
			return true
		}
	}
	return false
}

// isSyllable says whether the word at token i is the last syllable of a name of three that begins
// with a given name, and no body's short form, which has capitals: "Kim Jong Un", "Kim Jong-un".
func (f *bearers) isSyllable(m *Mention, i int) bool {
	isLast := i == m.Last-1 && i-m.First >= 2
	return isLast &&
		len(f.text.Tokens[i].Form) <= longestSyllable &&
		f.is(m.First, GivenName) &&
		!f.shouts(i)
}

// maxBearerWords is how many words a name has that ends like an outlet's and is a person's
// for all that: two names and an initial between them.
const maxBearerWords = 3

// isBearers says whether somebody bears a name that ends like an outlet's or a paper's. The
// name alone cannot tell ("Marion Star" is a paper, "Tom Post" a fisherman), so that a
// title, a role, an age or a "who" must stand at it.
func (f *bearers) isBearers(m *Mention) bool {
	switch {
	case !f.is(m.First, GivenName) || m.First+1 >= m.Last || f.capitals:
		return false
	case !f.words.ClassOf(m.Surname).Is(bodily):
		return false
	case m.Last-m.First > maxBearerWords+1 || m.Title > 0 && f.is(m.Title-1, TheWord):
		return false
	}
	return m.Title < m.First || f.RoleBefore(m.Title) || f.isPersonBehind(m.Last)
}

// isPersonBehind says whether what follows a comma at token i is said of a person: ", 54,",
// ", who", ", the clerk of the board,".
func (f *bearers) isPersonBehind(i int) bool {
	t := f.text.Tokens
	if i+1 >= len(t) || t[i].Form != "," {
		return false
	}
	if t[i+1].Kind == stemma.Number || f.is(i+1, WhoWord) {
		return true
	}
	isPerson := false
	for k := i + 1; k < min(len(t), i+MaxDescriptor); k++ {
		c := f.words.Class(k)
		switch {
		case t[k].Kind == stemma.Mark && !f.isHyphen(k), c.Is(RelativeWord | PrepositionWord):
			return isPerson
		case c.Is(ClauseWord | FiniteWord):
			return false
		case c.Is(heading | TitleWord):
			isPerson = !c.Is(SourceWord)
		}
	}
	return false
}

// MaxDescriptor is the number of tokens up to which an apposition is taken for a description
// of somebody.
const MaxDescriptor = 14

// maxApposed is how many words a role behind a name may have up to its noun.
const maxApposed = 6

// isApposed says whether an office or a trade between commas follows a name of several
// words, which is a person's then: "Rex Dunn, a marine engineer, said".
func (f *bearers) isApposed(m *Mention) bool {
	t := f.text.Tokens
	isOpen := m.Last-m.First >= 2 && m.Last+2 < len(t) && t[m.Last].Form == ","
	if !isOpen || !f.is(m.Last+1, AWord|TheWord) || m.Title > 0 && f.is(m.Title-1, PrepositionWord) {
		return false
	}
	for i := m.Last + 2; i < min(m.Last+2+maxApposed, len(t)); i++ {
		c := f.words.Class(i)
		if t[i].Kind == stemma.Mark && !f.isHyphen(i) || c.Is(ClauseWord|RelativeWord) {
			return false
		}
		if c.Is(TitleWord) && c.Is(PeopleWord) {
			return f.closesRole(i + 1)
		}
	}
	return false
}

// closesRole says whether a role is over at token i: at a comma, a relative clause, a
// preposition.
func (f *bearers) closesRole(i int) bool {
	return i < len(f.text.Tokens) && (f.text.Tokens[i].Form == "," || f.is(i, PrepositionWord|RelativeWord))
}
