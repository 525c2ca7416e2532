package pipeline

import (
	"encoding/hex"
	"reflect"
	"sync"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/name"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
	"stemma/internal/speaker"
)

// Memory keeps what was made, from run to run, by a digest of all that it was made
// of but the program and the aliases: reports of captures, and stories of what belongs to them. So
// a correction, or a report more, has only the story made anew that it touches. It
// is asked by several goroutines at once, and what it is given and gives is only
// read.
type Memory interface {
	Report(key string) (stemma.Report, bool)
	KeepReport(key string, r stemma.Report)
	// Heard is what a report was read for by itself: so it need not be cut into words
	// while nothing that it belongs to is made anew.
	Heard(key string) (Heard, bool)
	KeepHeard(key string, h Heard)
	Stories(key string) ([]stemma.Story, bool)
	KeepStories(key string, all []stemma.Story)
	// Groups are which reports tell one story, and which statements of one make a
	// claim: a correction of a descent leaves them as they are.
	Groups(key string) ([]claim.Group, bool)
	KeepGroups(key string, groups []claim.Group)
}

// desk has on it, while a case is worked on, what concerns one report by itself and
// is too large to be kept elsewhere.
type desk struct {
	mu      sync.Mutex
	reports map[string]*seen // by id

	captures map[captureKey]string   // the keys of the reports that were made of them
	speakers map[string]knownSpeaker // of the last trace, by id
	same     *pooled                 // what was made of all reports last
	named    map[string]namedStories // as the last trace named its stories
	words    *claim.Vocabulary       // of all reports

	compared map[string]compared // by the key of their tellers: the stories that were compared last
	recent   []string            // their keys, the latest last

	sources speaker.Known // of all reports

	digesters sync.Pool // that are lent: to learn the types anew takes as long as a digest
}

func newDesk() *desk {
	return &desk{
		reports: map[string]*seen{}, captures: map[captureKey]string{}, compared: map[string]compared{},
		words: claim.NewVocabulary(),
	}
}

// digest is a digest of a value that can be frozen.
func (k *desk) digest(value any) string {
	d, ok := k.digesters.Get().(*digester)
	if !ok {
		d = newDigester()
	}
	defer k.digesters.Put(d)
	return d.of(value)
}

// vocabulary is that of all reports; a new one where there is no desk.
func (k *desk) vocabulary() *claim.Vocabulary {
	if k == nil {
		return claim.NewVocabulary()
	}
	return k.words
}

// known is what is known of the sources of reports, where there are not too many of these; nil
// where there is no desk.
func (k *desk) known(reports int) *speaker.Known {
	if k == nil || reports > mostAtHand {
		return nil
	}
	return &k.sources
}

// lend gives who hands over stories those that were named last.
func (k *desk) lend(h *handing) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	h.before, h.named = k.named, make(map[string]namedStories, len(k.named))
	h.names.noted = true
}

// takeBack keeps the stories as they were named.
func (k *desk) takeBack(h *handing) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.named = h.named
}

// mostWords is of how many reports that are read the words lie on the desk until their
// stories are told: they take ten times the room of the texts, and are made again in less
// than a millisecond.
const mostWords = 256

// unread counts the reports that were not read before.
func (k *desk) unread(reports []stemma.Report) (n int) {
	if k == nil {
		return len(reports)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range reports {
		if k.reports[reports[i].ID] == nil {
			n++
		}
	}
	return n
}

// mostCompared is how many stories a desk keeps compared: a correction is tried, kept
// and undone on one, and each takes some megabytes.
const mostCompared = 4

// Heard is what one report tells by itself: who is credited in it with what, where its
// words stand, and which of them tell its story.
type Heard struct {
	Reading quote.Reading
	Places  string // of its words, as package reuse has them
	Words   claim.Words
}

// seen is a report that was read for attributions. It is only read itself.
type seen struct {
	Heard
	report stemma.Report
	digest string
	in     *tongue
	main   *tongue // that weighed the words

	mu         sync.Mutex
	text       *stemma.Text // nil where it is not cut into words
	credits    string       // of the attributions that the statements were made with
	statements []stemma.Statement
	known      *reuse.Known // to the search for passages
	sheet      *claim.Sheet // of the words that tell the story, by the desk's vocabulary
}

// recall gives a report as it was read; nil where it was not, or is another one by now.
func (k *desk) recall(r *stemma.Report, in *tongue) *seen {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	known := k.reports[r.ID]
	k.mu.Unlock()
	if known == nil || known.in != in || !reflect.DeepEqual(&known.report, r) {
		return nil
	}
	return known
}

// hearing is what a report is heard with.
type hearing struct {
	Report     string // its digest
	Said       name.Said
	Own, Whole string // languages: its own one, and that of the pile
	OneStory   bool   // nobody asks which words tell its story
}

// hear reads a report, or takes from the memory what it was heard to tell before.
func hear(p *Pipeline, r *stemma.Report, in, main *tongue, read reader) *seen {
	x := &seen{report: *r, in: in, main: main, digest: p.desk.digest(*r)}
	key := hex.EncodeToString([]byte(p.desk.digest(hearing{
		x.digest, saidNames(p.o.Corrections), in.pack.Code, main.pack.Code, p.oneStory,
	})))
	if known, ok := p.o.Memory.Heard(key); ok {
		x.Heard = known
	} else {
		x.read(p, read)
		p.o.Memory.KeepHeard(key, x.Heard)
	}
	p.desk.mu.Lock()
	defer p.desk.mu.Unlock()
	p.desk.reports[r.ID] = x
	return x
}

// read reads the report. Where few are read, its words stay for the story that is told next.
func (x *seen) read(p *Pipeline, r reader) {
	text := r.cut(&x.report, x.in)
	x.Reading, x.Places = r.read(x.in.quotes, text), reuse.Places(text)
	if !p.oneStory {
		x.Words = x.main.claims.Words(text)
	}
	if r.words {
		x.text = text
		return
	}
	r.done(text)
}

// of gives the text and the reading of a report that was read before, for a
// dossier of its own. The text is cut into words when it is asked for.
func (x *seen) of(r *stemma.Report) (*stemma.Text, quote.Reading) {
	return &stemma.Text{Report: r}, x.Reading
}

// cut gives a text of the report its words.
func (x *seen) cut(text *stemma.Text) {
	x.mu.Lock()
	defer x.mu.Unlock()
	text.Sentences, text.Tokens = x.whole().Sentences, x.whole().Tokens
}

// whole is the text with its words; the lock is held.
func (x *seen) whole() *stemma.Text {
	if x.text == nil {
		x.text = segment.Split(&x.report, x.in.pack)
	}
	return x.text
}

// passable is what the search for passages has read of the report.
func (x *seen) passable() *reuse.Known {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.known == nil {
		x.known = reuse.NewKnown(x.Places)
	}
	return x.known
}

// sheetOf is what tells the report's story, by the desk's vocabulary.
func (x *seen) sheetOf(words *claim.Vocabulary) claim.Sheet {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.sheet == nil {
		sheet := words.Sheet(x.Words)
		x.sheet = &sheet
	}
	return *x.sheet
}

// release lets go the words of the text, and the statements that were made of them: to make
// them again is quick.
func (x *seen) release() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.text, x.statements, x.credits = nil, nil, ""
}
