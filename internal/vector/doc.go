// Package vector knows how near two English words are in meaning, from word
// vectors that are embedded in the program.
//
// The vectors are distilled from a small sentence encoder that was taught with
// paraphrases (Reimers and Gurevych 2019; see NOTICE.md): what it makes of each of
// the 60,000 most frequent words by itself, in 64 principal components and one byte
// a component. That keeps the binary small, and a comparison is an integer dot
// product: 50 ns, and 20 ns for the look-up of a word. With the same features
// around them (package match) they reach a correlation of 0.82 on the headlines
// of STS 2015, where GloVe vectors of 40,000 words and 100 dimensions reach 0.79
// and no vectors 0.785; opposites lie at a mean cosine of 0.38, with GloVe at 0.56.
//
// Limits: vectors know topics, not truth. "Monday" and "Tuesday", "six" and
// "seven" are near each other, and many opposites still are, so similarity
// proposes and values decide (package value), and the opposites of package lexis.
// One vector a word: senses are mixed. Words outside the table have no vector and
// are near nothing but themselves and their own inflections.
//
// Which words are near each other is listed too, so that a story of many words asks that
// without comparing each with each (neighbours.go).
//
// Reading order: vector.go, neighbours.go, format.go, stem.go.
package vector
