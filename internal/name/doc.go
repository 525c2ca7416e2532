// Package name answers who is who: whether two names mean one outlet, one
// agency or one person, whose a web address is, and how a report is called
// where it is spoken of. Every room that compares names asks here and keeps no
// rule of its own, since two rules that disagree make one paper two witnesses,
// and its story a corroborated one.
//
// # Outlets
//
// A name is reduced to its telling words: articles, small words ("of"),
// accents, marks, possessives and what describes it from behind ("the CPS
// agency") go. What the user's aliases or the tables list under these words is
// known by its full name; a web address is known by its host, or by the name
// that its host spells: selwicklantern.example is The Selwick Lantern. Two names
// are the same if their words are. A shorter name may stand for a longer one:
//
//   - as a part that no other outlet has ("the Lantern", "SBC" for Selwick
//     Broadcasting Company): [Part];
//   - by a word that many outlets have ("the Post"): [Vague]. Who that is can
//     only be said of one report or pile, by the names that stand there in
//     full: [Registry.FullOutlet].
//
// # People
//
// A full name is somebody else's if the given names, the middle initials or
// the generation ("Jr.", "Sr.") contradict each other; a name that says less
// ("Hale", "D. Hale", "Don Hale") may be meant by the one that says more, and no
// more than may: two people can bear it. See [Registry.ComparePeople].
//
// # Names in running text
//
// Which words of a text are a name, whether something shows that a person bears
// it (a given name, a title, a role between commas), and which part of it is
// what, is one grammar over classes of words: [Finder]. A name goes on over
// initials, particles, hyphens, a nickname and a generation; titles stand before
// it. Where every noun has a capital, nouns that the tables or their endings tell
// are taken off first.
//
// # Limits
//
// The tables know outlets, agencies and given names of some languages and say
// where they end; an outlet that is not listed is compared by its words alone,
// so that nothing tells that two of quite other names are one house. Family names
// that stand first (Chinese, Korean, Hungarian) are read like those that
// stand last. Scripts without capitals have no short names, and no names are found
// in their running text.
//
// Read name.go first, then outlet.go, known.go and context.go; person.go; host.go;
// finder.go, class.go, view.go, run.go, parts.go, bearer.go and capitals.go for names in running text;
// alias.go for what the user adds.
package name
