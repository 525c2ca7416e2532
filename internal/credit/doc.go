// Package credit tells what part an outlet or a reporter plays wherever a
// report names one: the source of what is told (a credit), the place where
// words were spoken (a venue), or somebody the report is about (an actor).
//
// # Method
//
// No parser: names of outlets are found by gazetteers, by the names of the
// pile's own outlets, also by the last word of one that no table has, and by the
// heads of such names ("Harbour Gazette"). Then
// the words around a name decide, by tables of cues that stand before it
// ("according to", "in an interview with", "told"), behind it ("reported",
// "spoke with") or as what it prints ("a Gazette report"). A cue that a company
// may also be the subject of ("the Gazette said it would appeal") counts only
// where the report does not show the outlet as an actor: a spokesman of it, a
// statement, a denial. Attributions that package quote found say which content
// a mention covers, and find those that are called by a noun ("the newspaper").
//
// A name that no cue touches is an actor: a mention alone is no credit.
//
// Reporters who publish by themselves are known by what stands at their name
// anywhere in the pile ("podcaster Ada Wren"), groups by that and by what they
// made public ("the group Open Ledger released a video").
//
// # Limits
//
// Which report of an outlet is meant is not decided here but in package derive,
// which has the statements. English and German cues only: in a language without the
// tables an outlet is credited where an attribution has it as source or receiver.
//
// # Reading order
//
// credit.go, lexicon.go, names.go, find.go, short.go, relay.go, role.go, cue.go, air.go, crew.go,
// reporter.go, byauthor.go, formal.go.
package credit
