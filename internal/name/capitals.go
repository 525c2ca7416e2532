package name

import (
	"strings"

	"stemma"
)

// nouns reads names where every noun begins with a capital.
type nouns struct{ runs }

// appendWithNouns is Append for a language in which every noun begins with a capital: what
// stands after a title, begins with a given name, or has no article and is no noun that the
// tables or its ending tell.
func (f *nouns) appendWithNouns(found []Mention, first, last int) []Mention {
	for i := first; i < last; {
		if !f.IsCapital(i) {
			i++
			continue
		}
		end := f.capitalEnd(i, last)
		if m, ok := f.capitalName(i, end); ok {
			found = append(found, m)
		}
		i = end
	}
	return found
}

// IsCapital says whether the token is a word with a capital that is no function word.
func (f *nouns) IsCapital(i int) bool {
	if !f.isWord(i) || !f.upper(i) {
		return false
	}
	c := f.words.Class(i)
	return c.Is(GivenName|TitleWord) || !c.Is(FunctionWord|MonthWord)
}

// capitalEnd is the end of the run of capitals that begins at token i, with what stands
// inside names: hyphens, initials, "von der".
func (f *nouns) capitalEnd(i, last int) int {
	t := f.text.Tokens
	j := i + 1
	for j < last {
		switch {
		case f.IsCapital(j):
			j++
		case j+1 < last && f.isHyphen(j):
			j += 2
		case t[j].Form == "." && j+1 < last && t[j].Start == t[j-1].End && f.IsCapital(j+1) && f.isAbbreviated(j):
			j += 2
		case f.behindParticles(j, last) > j:
			j = f.behindParticles(j, last)
		default:
			return j
		}
	}
	return j
}

// behindParticles is where the name goes on behind the particles at token j, which a given
// name stands before: "Ina von Rell", "Ina van der Rell"; j where it does not.
func (f *nouns) behindParticles(j, last int) int {
	switch {
	case !f.is(j, ParticleWord) || !f.is(j-1, GivenName):
		return j
	case j+1 < last && f.IsCapital(j+1) && !f.upper(j):
		return j + 2
	case j+2 < last && f.is(j+1, ParticleWord) && f.IsCapital(j+2):
		return j + 3
	}
	return j
}

// capitalName takes the titles and nouns off the front of a run of capitals.
func (f *nouns) capitalName(i, end int) (Mention, bool) {
	m := Mention{First: f.lastOffice(i, end), Last: end, Title: i}
	isTitled := false
	for m.First < end {
		next := f.hyphened(m.First, end)
		c := f.last(next - 1)
		switch {
		case f.text.Tokens[m.First].Form == ".":
		case c.Is(GivenName) && next < end, !c.Is(TitleWord | heading):
			if !f.isAbstract(m.First, next, end) {
				return f.nounlessName(m, isTitled)
			}
		case c.Is(TitleWord):
			isTitled = true
			m.Gender |= c & gendered
		default:
			isTitled = c.isBut(PeopleWord, BodyWord) && end-next > 1
		}
		m.First = next
	}
	if isTitled || !f.isBodysName(i, end) {
		return m, false
	}
	m.First, m.Title = i, i
	return m, true
}

// isAbstract says whether the word from i to next, with more behind it, ends like a noun for
// no person: "Versicherung". Short ones are names too often.
func (f *nouns) isAbstract(i, next, end int) bool {
	form := f.text.Tokens[next-1].Form
	return f.abstract.Fit(form) && len(form) > leastAbstract && next < end && !f.is(i, GivenName)
}

// leastAbstract is how many bytes a noun has more than, that is told by its ending.
const leastAbstract = 6

// isBodysName says whether a run of capitals is a body's own name, "Deutsche Bank", or one
// word that is an outlet's, "Inselpost".
func (f *nouns) isBodysName(i, end int) bool {
	return f.last(end-1).Is(BodyWord|OutletWord) && (end-i >= 2 || f.isPaper(i))
}

// lastOffice passes over what stands before the last title or the first given name of a
// run: "Frankreichs Staatspräsident Nicolas Sarkozy" begins at the title. It is i where
// neither stands inside.
func (f *nouns) lastOffice(i, end int) int {
	if f.is(i, GivenName) {
		return i
	}
	for j := end - 2; j > i; j-- {
		if f.last(j).isBut(TitleWord, GivenName) && f.text.Tokens[j+1].Form != "-" {
			for j > i && f.isHyphen(j-1) {
				j -= 2
			}
			return max(j, i)
		}
	}
	for j := i + 1; j+1 < end; j++ {
		if f.is(j, GivenName) && f.isWord(j-1) && f.isWord(j+1) {
			return j // "Reeder Henrik Olbers"
		}
	}
	return i
}

// isPaper says whether a compound is an outlet's name by its last part: "Inselpost".
func (f *nouns) isPaper(i int) bool {
	form := f.text.Tokens[i].Form
	return !f.is(i, ListedWord) && f.words.ClassOf(form).isBut(OutletWord, OutletNoun)
}

// nounlessName decides what the words that are left of a run of capitals name.
func (f *nouns) nounlessName(m Mention, isTitled bool) (Mention, bool) {
	isKnown := f.is(m.First, GivenName) && m.Last-m.First > 1
	f.TakeApart(&m)
	if c := f.last(m.Last - 1); c.isBut(heading, GivenName) && !isKnown {
		return m, c.Is(BodyWord|OutletWord) && (m.Last-m.First > 1 || f.isPaper(m.First))
	}
	if isKnown && (m.Gender == 0 || m.Gender == gendered) {
		m.Gender = f.words.Class(m.First) & gendered
	}
	if m.Gender == gendered {
		m.Gender = 0
	}
	m.Person = (isKnown || isTitled) && !f.isBodyName(&m)
	return m, m.Person || m.Last-m.First > 1 || f.maybeName(&m)
}

// maybeName says whether a single word with a capital may be a name: it is no noun that
// introduces a clause, and neither its end nor an article tells that it is another noun,
// unless it is a given name or all in capitals.
func (f *nouns) maybeName(m *Mention) bool {
	form := f.text.Tokens[m.First].Form
	if f.introducing.Has(form) {
		return false
	}
	isNoun := f.abstract.Fit(form) && len(form) > leastAbstract || f.hasArticle(m.Title)
	return !isNoun || f.shouts(m.First) || f.is(m.First, GivenName)
}

// hasArticle says whether an article, or an adjective, stands before token i.
func (f *nouns) hasArticle(i int) bool {
	if i == 0 {
		return false
	}
	tok := &f.text.Tokens[i-1]
	if c := f.words.Class(i - 1); c.Is(KnownWord) && !c.Is(VerbWord|heading) {
		return c.isBut(DeterminerWord, PronounWord)
	}
	if f.verbs[strings.ToLower(f.text.Report.Text[tok.Start:tok.End])] {
		return false
	}
	return tok.Kind == stemma.Word && !f.upper(i-1) && len(tok.Form) > 3 && f.adjective.Fit(tok.Form)
}
