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
func inCompany(b *book, s, t *stemma.Statement) bool {
	of := description(b, t)
	return slices.ContainsFunc(description(b, s), func(w string) bool {
		return !b.in.Bystanders.Has(w) && slices.Contains(of, w)
	})
}

// description are the words beside the content of a statement that say who its source is:
// without function words, cue, and whom he told.
func description(b *book, st *stemma.Statement) []string {
	var cut []stemma.Span
	for _, id := range st.Chain {
		if a := b.in.Index.Attribution(stemma.Maybe(id)); a != nil {
			cut = append(cut, a.Cue...)
			if a.Receiver != nil {
				cut = append(cut, *a.Receiver)
			}
		}
	}
	words := wordsBeside(besideContent(b, st, cut...))
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < plainWord || b.in.Function.Has(w) })
}

// asksOf says whether a report names the outlet of another where it tells a statement, or
// in the sentence before or behind: then it may have put the other's findings to its source.
func asksOf(b *book, st *stemma.Statement, other string) bool {
	words := wordsBeside(besideContent(b, st))
	for _, of := range sentencesBeside(b, st) {
		words = append(words, of...)
	}
	named := properWords(b.publisher(other))
	return len(named) > 0 && slices.Contains(words, named[len(named)-1])
}

// toldOf are the words of the sentences next to that of a statement that go on about its
// sources, and of all that name another one.
func toldOf(b *book, st *stemma.Statement, other *stemma.Speaker) (words []string) {
	own := []string{surnameOf(other)}
	for _, s := range b.sources(st) {
		own = append(own, surnameOf(s))
	}
	goesOn := func(w string) bool { return slices.Contains(own, w) || b.in.Function.Is(w, "poss") }
	for _, of := range sentencesBeside(b, st) {
		if slices.ContainsFunc(of, goesOn) {
			words = append(words, of...)
		}
	}
	if name := surnameOf(other); name != "" && b.words[b.siglum[st.Span.Report]][name] {
		for _, s := range b.in.Index.Text(st.Span.Report).Sentences {
			if of := sentenceWords(b, st, s); slices.Contains(of, name) {
				words = append(words, of...)
			}
		}
	}
	return words
}

// sentencesBeside are the words of the sentences before and behind that of a statement.
func sentencesBeside(b *book, st *stemma.Statement) (found [][]string) {
	text := b.in.Index.Text(st.Span.Report)
	at := text.SentenceAt(st.Sentence.Start)
	for i := max(0, at-1); i <= at+1 && i < len(text.Sentences); i++ {
		if i != at && text.Sentences[i].Kind == stemma.Paragraph {
			found = append(found, sentenceWords(b, st, text.Sentences[i]))
		}
	}
	return found
}

func sentenceWords(b *book, st *stemma.Statement, s stemma.Sentence) []string {
	return wordsBeside(b.in.Index.Text(st.Span.Report).Report.Text[s.Start:s.End])
}

// surnameOf is the last proper word of a source's name.
func surnameOf(s *stemma.Speaker) string {
	if proper := properWords(s.Name); len(proper) > 0 {
		return proper[len(proper)-1]
	}
	return ""
}
