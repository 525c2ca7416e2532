package say

import (
	"fmt"

	"stemma"
	"stemma/internal/language"
)

// Writer writes sayings in one language. It is safe for concurrent use.
type Writer struct {
	sentences map[string]template
	words     language.Table // small numbers and units, spelled
}

// New readies the sentences of a language. The error names an entry that
// cannot be read.
func New(pack *language.Pack) (*Writer, error) {
	w := &Writer{sentences: map[string]template{}, words: pack.Table("sentence-words")}
	table := pack.Table("sentences")
	for _, name := range table.Entries() {
		t, err := parse(table.Text(name))
		if err != nil {
			return nil, fmt.Errorf("say: sentences: %s: %w", name, err)
		}
		w.sentences[name] = t
	}
	return w, nil
}

// Sentence is a saying in words, without a full stop; empty where nothing is
// said. A saying that the language has no sentence for is its name and its
// values, so that nothing found is ever lost.
func (w *Writer) Sentence(s stemma.Saying) string {
	if s.Sentence == "" {
		return ""
	}
	t, ok := w.sentences[s.Sentence]
	if !ok {
		return fmt.Sprintf("%s %v", s.Sentence, s.Args)
	}
	return w.fill(t, s.Args)
}

// Gist is what a saying tells beside the words that it is about.
func (w *Writer) Gist(s stemma.Saying) string {
	switch short, ok := w.sentences[s.Sentence+gistSuffix]; {
	case !ok:
		return w.Sentence(s)
	case len(short) == 1 && short[0].text == nothing:
		return ""
	default:
		return w.fill(short, s.Args)
	}
}

const (
	gistSuffix  = ".gist"
	apartSuffix = ".apart"
	nothing     = "-"
)

// Story writes all sentences of a story.
func (w *Writer) Story(s *stemma.Story) {
	for i := range s.Descents {
		w.evidence(s.Descents[i].Evidence)
	}
	for i := range s.Possible {
		w.evidence(s.Possible[i].Evidence)
	}
	for i := range s.Origins {
		w.write(&s.Origins[i].Says, s.Origins[i].Saying)
	}
	for i := range s.Drifts {
		w.drift(&s.Drifts[i])
	}
	for i := range s.Warnings {
		w.write(&s.Warnings[i].Says, s.Warnings[i].Saying)
	}
}

// drift writes what changed. Of two reports of which neither was taken from the other, nothing becomes
// anything: where that makes another sentence, the language has one.
func (w *Writer) drift(d *stemma.Drift) {
	s := d.Saying
	if _, ok := w.sentences[s.Sentence+apartSuffix]; ok && d.IsApart() {
		s.Sentence += apartSuffix
	}
	w.write(&d.Says, s)
	d.Gist = w.Gist(s)
}

func (w *Writer) evidence(list []stemma.Evidence) {
	for i := range list {
		w.write(&list[i].Says, list[i].Saying)
	}
}

func (w *Writer) write(says *string, s stemma.Saying) {
	if s.Sentence != "" {
		*says = w.Sentence(s)
	}
}
