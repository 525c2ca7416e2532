package name

import "stemma"

// parts knows the parts of a name.
type parts struct{ view }

// TakeApart says which part of a name is what: "Donald Hale Jr" has a given name, a surname
// and a generation; "van der Berg" and "Hale Sr" have no given name.
func (f *parts) TakeApart(m *Mention) {
	last := m.Last - 1
	m.Given, m.Generation = "", ""
	if form := f.unowned(last); last > m.First && f.words.ClassOf(form).Is(GenerationWord) {
		m.Generation = form
		last--
		for last > m.First && f.text.Tokens[last].Kind == stemma.Mark {
			last--
		}
	}
	m.Surname = f.unowned(last)
	if last > m.First && !f.opensSurname(m.First) {
		m.Given = f.text.Tokens[m.First].Form
	}
}

// opensSurname says whether the name that begins at token i begins with a particle, so that
// it has no given name: "Van der Berg", "De Witt", but "Al Tarrant".
func (f *parts) opensSurname(i int) bool { return f.words.Class(i).isBut(ParticleWord, GivenName) }

// particlesAt counts the particles at token j that stand before the rest of a name, two at
// most: "van", "van der".
func (f *parts) particlesAt(j, last int) int {
	if j+2 < last && f.is(j, ParticleWord) && f.isHyphen(j+1) && f.IsNameWord(j+2) { // "Sami al-Tawil"
		return 2
	}
	for n := 1; n <= 2 && j+n < last && f.is(j+n-1, ParticleWord); n++ {
		if f.IsNameWord(j + n) {
			return n
		}
	}
	return 0
}

// GenerationAfter says whether a comma at token j only parts a name from its generation:
// "Donald Hale, Jr."
func (f *parts) GenerationAfter(j int) bool {
	return j+1 < len(f.text.Tokens) && f.text.Tokens[j].Form == "," && f.is(j+1, GenerationWord)
}

// MaxNickname is the longest nickname inside a name, in words.
const MaxNickname = 3

// nicknameAt gives the words of the nickname that opens at token j, between the given name
// and the surname: Walter “Patch” Dunmore, Walter (Patch) Dunmore. What is all in capitals
// between brackets is a party or a place.
func (f *parts) nicknameAt(j, last int) (from, to int) {
	open := f.text.Tokens[j].Form
	isLabel := open == "(" && f.IsBodyAt(j-1) // "SOUNDBITE (English) Ada Wren"
	if open != `"` && open != "'" && open != "(" || isLabel {
		return 0, 0
	}
	k := j + 1
	if k < last && f.is(k, DefiniteWord) { // Ned “the Nail” Ash
		k++
	}
	for k < min(last, j+MaxNickname+1) && f.IsNameWord(k) {
		if open == "(" && f.shouts(k) {
			return 0, 0
		}
		k++
	}
	if k+1 >= last || !closes(open, f.text.Tokens[k].Form) || !f.IsNameWord(k+1) {
		return 0, 0
	}
	return j + 1, k
}

func closes(open, mark string) bool { return mark == open || open == "(" && mark == ")" }
