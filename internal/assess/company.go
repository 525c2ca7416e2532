package assess

import (
	"slices"

	"stemma"
)

// plainWord is how many letters a word of a description has at least to be compared.
const plainWord = 4

// inCompany says whether what two reports say of their sources may put the two in one
// place: a word of both descriptions is one that not everybody who was there shares ("a
// baker at Hollis & Sons", "the council's surveyor"). Two neighbours are just two.
func (b *setting) inCompany(s, t *stemma.Statement) bool {
	of := b.description(t)
	return slices.ContainsFunc(b.description(s), func(w string) bool {
		return !b.bystanders.Has(w) && slices.Contains(of, w)
	})
}

// description are the words that may say who the source of a statement is, beside its
// content and in the sentences that go on about him: without function words, cue, and whom
// he told.
func (b *setting) description(st *stemma.Statement) []string {
	var cut []stemma.Span
	for _, id := range st.Chain {
		if a := b.index.Attribution(stemma.Maybe(id)); a != nil {
			cut = append(cut, a.Cue...)
			if a.Receiver != nil {
				cut = append(cut, *a.Receiver)
			}
		}
	}
	words := append(wordsBeside(b.besideContent(st, cut...)), b.toldOf(st)...)
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < plainWord || b.function.Has(w) })
}

// asksOf says whether a report names the outlet of another where it tells a statement, or
// in the sentence before or behind: then it may have put the other's findings to its source.
func (b *independence) asksOf(st *stemma.Statement, other string) bool {
	words := wordsBeside(b.besideContent(st))
	for _, of := range b.sentencesBeside(st) {
		words = append(words, of...)
	}
	named := properWords(b.publisher(other))
	return len(named) > 0 && slices.Contains(words, named[len(named)-1])
}

// toldOf are the words of the sentences next to that of a statement that go on about its
// sources.
func (b *setting) toldOf(st *stemma.Statement) (words []string) {
	for _, of := range b.sentencesBeside(st) {
		if b.goesOn(st, of) {
			words = append(words, of...)
		}
	}
	return words
}

// hasHeard says whether a sentence that goes on about the source of a statement shows that he
// has it from somebody else.
func (b *setting) hasHeard(st *stemma.Statement) bool { return b.hearsay.stand(b.toldOf(st)) }

// goesOn says whether a sentence may be about the sources of a statement: it names one, or
// has a pronoun.
func (b *setting) goesOn(st *stemma.Statement, words []string) bool {
	var names []string
	for _, s := range b.sources(st) {
		names = append(names, surnameOf(s))
	}
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(names, w) || b.function.Is(w, "poss") || b.function.Is(w, "pron")
	})
}

// meet says whether a sentence of the report of a statement has its source and another one
// together.
func (b *setting) meet(st *stemma.Statement, other *stemma.Speaker) bool {
	name := surnameOf(other)
	if name == "" || !b.wordsOf(b.siglum[st.Span.Report])[name] {
		return false
	}
	return slices.ContainsFunc(b.index.Text(st.Span.Report).Sentences, func(s stemma.Sentence) bool {
		words := b.sentenceWords(st, s)
		return slices.Contains(words, name) && (b.ties.stand(words) || b.goesOn(st, words))
	})
}

// sentencesBeside are the words of the sentences before and behind that of a statement.
func (b *setting) sentencesBeside(st *stemma.Statement) (found [][]string) {
	text := b.index.Text(st.Span.Report)
	at := text.SentenceAt(st.Sentence.Start)
	for i := max(0, at-1); i <= at+1 && i < len(text.Sentences); i++ {
		if i != at && text.Sentences[i].Kind == stemma.Paragraph {
			found = append(found, b.sentenceWords(st, text.Sentences[i]))
		}
	}
	return found
}

func (b *setting) sentenceWords(st *stemma.Statement, s stemma.Sentence) []string {
	return wordsBeside(b.index.Text(st.Span.Report).Report.Text[s.Start:s.End])
}

// surnameOf is the last proper word of a source's name.
func surnameOf(s *stemma.Speaker) string {
	if proper := properWords(s.Name); len(proper) > 0 {
		return proper[len(proper)-1]
	}
	return ""
}
