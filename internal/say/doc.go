// Package say writes what Stemma has found as sentences for people: the
// evidence of a descent, an origin, a drift, a warning. It is the only room
// that does, so that stages hold data, two rooms cannot word one finding in
// two ways, and a language is added as a table.
//
// # Format of the table "sentences"
//
// An entry is the name of a saying; behind it stands its sentence, without a
// full stop and without a capital that the grammar does not ask for. Braces
// hold the values of the saying:
//
//	descent.prose: {words} {words|word|words} of {exemplar}'s own prose {words|stands|stand} in {copy} too
//
//	{name}            the value: a text as it is, a number in digits, a time span in words
//	{name|one|many}   one of two words, by the value, an int
//	{name:word}       a small number spelled
//	{name:quote}      in quotation marks
//	{name:percent}    a share as per cent
//	{name:list}       several texts as a sentence lists them: "A, B and C"
//
// A drift between two reports of which neither was taken from the other has
// another sentence where there is one, with ".apart" behind its name.
//
// A drift that only sets its two sides side by side has its gist in a second
// entry, the same name with ".gist": what is left when both sides are shown
// beside it. A gist of "-" is empty.
//
// Limits: no inflection but the choice of two words; a language that needs
// more cases than one and many needs a form of its own here.
//
// Reading order: say.go, template.go, words.go.
package say
