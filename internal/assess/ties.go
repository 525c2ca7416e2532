package assess

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// setting tells by the words beside a statement what its source has to do with others.
type setting struct {
	*reporting
	ties, hearsay phrases
	bystanders    language.Table
	shown         map[sentenceAt]bool // see fromHearsay
}

func newSetting(r *reporting, in Input) *setting {
	return &setting{
		reporting: r, ties: phrasesOf(in.Ties), hearsay: phrasesOf(in.Hearsay), bystanders: in.Bystanders,
		shown: map[sentenceAt]bool{},
	}
}

// tied says whether what a report says of the source of a statement may tie it to
// somebody else: to the other source by its name ("Margaret Hollis, nee Wren"), to a
// body for which it speaks, to a relative, or to whomever it heard it from. Asked are the
// words beside the content, the sentences that go on about the source, and those that have
// the two together.
func (b *setting) tied(st *stemma.Statement, other *stemma.Speaker) bool {
	words := wordsBeside(b.besideContent(st))
	if surname := surnameOf(other); surname != "" && slices.Contains(words, surname) {
		return true
	}
	if noun := lastWord(other.Descriptor); noun != "" && slices.Contains(words, noun) {
		return true
	}
	return b.ties.stand(append(words, b.toldOf(st)...)) || b.meet(st, other)
}

// fromHearsay says whether the sentence of a statement shows that its source has it from
// somebody else, or cannot say whether it is so.
func (b *setting) fromHearsay(st *stemma.Statement) bool {
	at := sentenceAt{st.Sentence.Report, st.Sentence.Start}
	is, known := b.shown[at]
	if !known {
		is = b.hearsay.stand(wordsBeside(st.Sentence.Text))
		b.shown[at] = is
	}
	return is
}

// sentenceAt is where a sentence begins.
type sentenceAt struct {
	report string
	start  int
}

// wordsBeside are the words of a text in small letters, without marks and possessive endings.
func wordsBeside(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		switch r {
		case ' ', '\n', '\t', ',', ';', ':', '.', '(', ')', '“', '”', '„', '"':
			return true
		}
		return false
	})
	for i := range words {
		words[i] = name.Unowned(words[i])
	}
	return words
}

// phrases is a table of what may stand in a run of words; it is looked up at each word.
type phrases struct {
	table   language.Table
	first   map[string]bool // the words with which its entries begin
	longest int             // words of an entry
	endings bool            // it lists how words end
}

func phrasesOf(table language.Table) phrases {
	p := phrases{table: table, first: make(map[string]bool, table.Len())}
	for entry := range table.All() {
		word, _, _ := strings.Cut(entry, " ")
		p.first[word] = true
		p.longest = max(p.longest, 1+strings.Count(entry, " "))
		p.endings = p.endings || strings.HasPrefix(entry, "-")
	}
	return p
}

// stand says whether one of the phrases stands in a run of words, or says how one of them
// ends.
func (p phrases) stand(words []string) bool {
	if p.endings && slices.ContainsFunc(words, func(w string) bool { return hasEnding(p.table, w) }) {
		return true
	}
	text, starts := strings.Join(words, " "), 0
	for i := range words {
		end := starts
		for k := i; k < min(i+p.longest, len(words)) && p.first[words[i]]; k++ {
			end += len(words[k])
			if p.table.Has(text[starts:end]) {
				return true
			}
			end++
		}
		starts += len(words[i]) + 1
	}
	return false
}

// lastWord is the noun of a description: "keeper" of "the keeper".
func lastWord(description string) string {
	words := strings.Fields(strings.ToLower(description))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// besideContent is the sentence of a statement without what anybody is credited with in
// it, and without what else is cut.
func (b *setting) besideContent(st *stemma.Statement, cut ...stemma.Span) string {
	text := st.Sentence.Text
	cut = append(cut, st.Span)
	for _, id := range st.Chain {
		if a := b.index.Attribution(stemma.Maybe(id)); a != nil {
			cut = append(cut, a.Content...)
		}
	}
	var left strings.Builder
	for at := range len(text) {
		place := st.Sentence.Start + at
		inside := func(s stemma.Span) bool {
			return s.Report == st.Sentence.Report && s.Start <= place && place < s.End
		}
		if !slices.ContainsFunc(cut, inside) {
			left.WriteByte(text[at])
		}
	}
	return left.String()
}
