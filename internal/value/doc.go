// Package value reads the checkable details of a sentence (quantities, dates,
// names, titles) with its hedges, its certainty and its polarity, and compares
// details as values.
//
// A retelling drifts in its details: 212,000 becomes 220,000, "may" is lost, a
// deputy mayor becomes mayor. Similarity of words does not see that, and
// learned models of inference are no better than chance on quantities (Ravichander
// et al. 2019, EQUATE). So details are read by small grammars over the
// tokens and normalised: "about 60 metres" and "58 m" are numbers with a unit
// and a bound, "last November" is a month of a year once the day of
// publication is known. The words of the language come from its tables
// (numbers, units, approximators, calendar, hedges, titles, places and so on).
//
// The readers run in an order that matters: dates first, since their numbers
// are no quantities; then quantities; then names in what is left. Each takes
// the atoms that it used. All are linear in the length of the sentence.
//
// Package name says which words a person may bear as a name, what shows it, and where
// titles end. Here the gazetteers decide what else a run of capitals names, and what an
// unmarked name is.
//
// Limits. There is no part-of-speech tagger: the unit of "40 fresh cracks" is
// the first plural that follows, so a verb in -s may be taken for one. Names
// are runs of capitals judged by their words and neighbours; in headlines with
// capitals throughout only listed names and given names count. An unlisted
// body without a word such as "Department" is read as a person unless an
// article stands before it. A single surname is read where it speaks ("Brill
// said") or has a title. A bare weekday is the last one before publication
// unless the sentence speaks of the future. Polarity counts negations of the
// stretch given, so give it one statement, not a whole sentence of several.
//
// Hedges were measured on the 3,000 Wikipedia sentences of CoNLL-2010 (half of
// them uncertain): calling a sentence with any hedge uncertain gives F1 0.61
// (precision 0.64, recall 0.58). Much that is missed there is vague praise
// ("one of the best"), which is not hedging in news.
//
// Reading order: value.go, atom.go, sentence.go, lexicon.go; number.go, unit.go,
// quantity.go; date.go, clock.go, relative.go; names.go, bearer.go, title.go; hedges.go; relation.go,
// compare.go, measure.go, alike.go.
package value
