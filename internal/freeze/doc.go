// Package freeze writes nouns as bytes and reads them back, whole: with the fields
// that the JSON leaves out, and several times as fast. What a case keeps of a stage
// is frozen, and so is what a digest is made of.
//
// # Format
//
// Without names or types: both sides must be the same build, which the versions of
// results in a case see to. A number is a varint, a float its eight bytes, a string
// or a list its length and then what is in it, a pointer a byte that says whether
// there is something, and that; a struct its exported fields in order, a map its
// entries by key. A time is as it marshals itself. A nil list and an empty one are
// told apart: the first has the length 0, any other one its length and one.
//
// What is frozen among texts (among.go) has spans in another way: the place of the report
// among those met so far, from 1 on, or 0, its id and the checksum of its text; start and
// length; and 1 where the words stand in the text, or 0 and the words.
//
// A [stemma.Saying] is left out: it is a sentence as data, and whoever keeps a
// finding keeps the sentence.
//
// Limits: bytes that were damaged give an error or something else, never a panic and
// never more memory than some hundred times their length. Channels, functions and
// interfaces cannot be frozen.
package freeze
