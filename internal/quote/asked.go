package quote

// asked is what package speaker asks of the words of a language.
type asked struct{ *lexicon }

// Singular is the singular of a noun.
func (l asked) Singular(noun string) string { return l.singular.Of(noun) }

// Empty says whether a word tells nothing of the matter.
func (l asked) Empty(word string) bool {
	e := l.entry(word)
	return e.is(det | pronoun | poss | prep | conj | sub | rel | aux | adv | neg)
}

// Rank says whether a word says little of who holds a role.
func (l asked) Rank(word string) bool { return l.plays(word, rankWord) }

// Former says whether a word says that somebody is no longer in a role.
func (l asked) Former(word string) bool { return l.plays(word, formerWord) }

// Given says whether the tables know a word as a given name.
func (l asked) Given(word string) bool { return l.entry(word).is(given) }
