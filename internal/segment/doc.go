// Package segment cuts a report's article text into sentences and tokens.
//
// Words and sentences are found by the rules of Unicode Standard Annex 29.
// Those rules know no language, so a pass over their sentences mends what
// they get wrong in news: a full stop after an abbreviation ("Gen. Guillot",
// "No. 5") or an initial ends no sentence, nor does a question mark inside a
// quotation that runs on in lower case, nor a line break in hard-wrapped
// text. Which words are abbreviations is language data (abbreviations.txt).
//
// Tokens keep their byte offsets into the report's text and carry a folded
// form: lower case, accents dropped, typographic quotes and dashes replaced
// by plain ones, so that two outlets' typesetting compares equal. Digits and
// negations are kept, as everything is: nothing is a stop word here.
//
// Limits: a sentence that ends with an abbreviation and is followed by a
// capitalised name is taken for one sentence with the next.
//
// Reading order: segment.go, words.go, mend.go, fold.go, items.go.
package segment
