package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/collate"
	"stemma/internal/derive"
	"stemma/internal/freeze"
	"stemma/internal/name"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
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

// recaller finds the stories that were made before of the same.
type recaller struct {
	memory   Memory
	desk     *desk
	speakers map[stemma.Maybe]string
	base     string // of what concerns all stories
}

// basis is what all stories of a pile rest on beside their reports.
type basis struct {
	OneStory bool
	Said     name.Said
}

// newRecaller gives nil where there is no memory.
func newRecaller(p *Pipeline) *recaller {
	if p.o.Memory == nil {
		return nil
	}
	r := &recaller{memory: p.o.Memory, desk: p.desk}
	r.base = r.desk.digest(basis{p.oneStory, saidNames(p.o.Corrections)})
	return r
}

// credit notes who is credited with what, on which all but the groups of a pile rests.
func (r *recaller) credit(speakers []stemma.Speaker) {
	if r == nil {
		return
	}
	r.speakers = make(map[stemma.Maybe]string, len(speakers))
	r.desk.mu.Lock()
	before, now := r.desk.speakers, make(map[string]knownSpeaker, len(speakers))
	r.desk.mu.Unlock()
	digests := newDigester()
	for i := range speakers {
		s := &speakers[i]
		known, is := before[s.ID]
		if !is || !known.isAs(s) {
			known = knownSpeaker{*s, digests.of(inAnyOrder(*s))}
		}
		now[s.ID], r.speakers[stemma.Maybe(s.ID)] = known, known.digest
	}
	r.desk.mu.Lock()
	defer r.desk.mu.Unlock()
	r.desk.speakers = now
}

// inAnyOrder is a speaker as a story asks for it: what else it is called is looked through whole, in
// whatever order. A report more that is older than others changes the order of what an outlet is
// called, and with it fifty stories would be made anew.
func inAnyOrder(s stemma.Speaker) stemma.Speaker {
	s.Aliases = slices.Sorted(slices.Values(s.Aliases))
	return s
}

// knownSpeaker is a speaker and its digest: those of ten thousand take longer than to see
// which few of them a report more has changed.
type knownSpeaker struct {
	stemma.Speaker
	digest string
}

// isAs says whether a speaker is still the same.
func (k *knownSpeaker) isAs(s *stemma.Speaker) bool {
	return k.ID == s.ID && k.Name == s.Name && k.Kind == s.Kind && k.Count == s.Count &&
		k.Descriptor == s.Descriptor && slices.Equal(k.Aliases, s.Aliases)
}

// digester makes one digest after the other, in the same room.
type digester struct {
	freeze.Writer
	room []byte
}

func newDigester() *digester { return &digester{Writer: freeze.NewWriter()} }

func (d *digester) of(value any) string {
	d.room = d.Append(d.room[:0], value)
	return string(sum(d.room))
}

func sum(data []byte) []byte {
	of := sha256.Sum256(data)
	return of[:]
}

// belonging is all that a story is made of.
type belonging struct {
	Told     tellers
	Reuse    []stemma.Reuse
	Stories  claim.Ties
	Descents []derive.Said
}

// tellers is all that the claims of a story are made of.
type tellers struct {
	Basis    string
	Language string
	Reports  []member
	Speakers []string
	Same     [][2]string // statements that are surely of one claim, by their extents
	Other    [][2]string // and of two
}

// member is a report of a story.
type member struct {
	Report   string
	Language string
	Credits  string
}

// key is the digest of what a story is made of.
func (r *recaller) key(m *material) string {
	b := belonging{Told: r.tellers(m), Reuse: places(m.reuse), Stories: m.said.storyTies(m.texts)}
	for _, s := range m.said.descents {
		if slices.ContainsFunc(m.texts, func(t *stemma.Text) bool { return t.Report.ID == s.Copy }) {
			b.Descents = append(b.Descents, s)
		}
	}
	return hex.EncodeToString([]byte(r.desk.digest(b)))
}

// places are passages without their words, which the texts of their reports have.
func places(passages []stemma.Reuse) []stemma.Reuse {
	bare := slices.Clone(passages)
	for i := range bare {
		bare[i].A.Text, bare[i].B.Text = "", ""
	}
	return bare
}

// tellers is what the claims of a story are made of.
func (r *recaller) tellers(m *material) tellers {
	b := tellers{Basis: r.base, Language: m.spoken.main.pack.Code}
	inside := map[string]bool{}
	byReport := attributionsOf(m.attributions)
	for _, t := range m.texts {
		id := t.Report.ID
		inside[id] = true
		b.Reports = append(b.Reports, member{r.report(t.Report, m.spoken), m.spoken.of(t).pack.Code,
			creditsOf(byReport[id])})
	}
	b.Speakers = make([]string, 0, 2*len(m.attributions))
	for i := range m.attributions {
		a := &m.attributions[i]
		b.Speakers = append(b.Speakers, r.speakers[a.Speaker], r.speakers[a.ReceiverSpeaker])
	}
	b.Same, b.Other = m.said.claimPairs(inside)
	return b
}

// report is the digest of a report.
func (r *recaller) report(report *stemma.Report, spoken speech) string {
	if known := r.desk.recall(report, spoken.by[report.ID]); known != nil {
		return known.digest
	}
	return r.desk.digest(*report)
}

// creditsOf is a digest of what is credited to whom in a report whose text is known:
// an attribution's id is made of its words.
func creditsOf(all []stemma.Attribution) string {
	var parts []byte
	for i := range all {
		a := &all[i]
		for _, id := range []string{a.ID, string(a.Speaker), string(a.Within), string(a.ReceiverSpeaker)} {
			parts = append(append(parts, id...), 0)
		}
	}
	return string(sum(parts))
}

// recall gives the stories that were made before of the same material.
func (r *recaller) recall(m *material) (key string, stories []stemma.Story, known bool) {
	if r == nil {
		return "", nil, false
	}
	key = r.key(m)
	stories, known = r.memory.Stories(key)
	return key, stories, known
}

// size is for how many of the groups it can be asked: none without a memory.
func (r *recaller) size(groups []claim.Group) int {
	if r == nil {
		return 0
	}
	return len(groups)
}

// comparedBefore takes from the desk what the comparing of the same reports made; what
// is not there is begun.
func (r *recaller) comparedBefore(m *material) compared {
	if r != nil {
		key := r.desk.digest(r.tellers(m))
		r.desk.mu.Lock()
		known, ok := r.desk.compared[key]
		delete(r.desk.compared, key)
		r.desk.mu.Unlock()
		if ok {
			for _, own := range known.own {
				own.Again()
			}
			return known
		}
	}
	return compared{own: map[*tongue]*collate.Collation{}, ready: map[string]*collate.Report{}}
}

// keepCompared puts on the desk what the comparing of a story made, and takes off it
// what lay there longest.
func (r *recaller) keepCompared(m *material, made compared) {
	if r == nil || len(m.texts) < 2 {
		return
	}
	key := r.desk.digest(r.tellers(m))
	r.desk.mu.Lock()
	defer r.desk.mu.Unlock()
	r.desk.compared[key] = made
	r.desk.recent = append(slices.DeleteFunc(r.desk.recent, func(k string) bool { return k == key }), key)
	if n := len(r.desk.recent); n > mostCompared {
		delete(r.desk.compared, r.desk.recent[0])
		r.desk.recent = slices.Delete(r.desk.recent, 0, 1)
	}
}

func (r *recaller) keep(key string, stories []stemma.Story) {
	if r != nil {
		r.memory.KeepStories(key, cloneStories(stories))
	}
}

// claims gives the claims that were made before of the same statements, or makes
// them.
func (r *recaller) claims(m *material, make func() []claim.Group) []claim.Group {
	if r == nil {
		return make()
	}
	return r.grouped(r.tellers(m), make)
}

// pile is all that telling the stories of a pile apart rests on: the passages that its
// reports have in common follow from them.
type pile struct {
	Basis    string
	Language string
	Reports  []member
	Ties     claim.Ties
}

// groups gives the groups that the same reports were told apart in before, or tells
// them apart.
func (r *recaller) groups(t *telling, said *ruling, make func() []claim.Group) []claim.Group {
	if r == nil {
		return make()
	}
	of := pile{Basis: r.base, Language: t.spoken.main.pack.Code, Ties: said.storyTies(t.texts)}
	for _, text := range t.texts {
		language := t.spoken.of(text).pack.Code
		of.Reports = append(of.Reports, member{Report: r.report(text.Report, t.spoken), Language: language})
	}
	return r.grouped(of, make)
}

// grouped gives the groups that were made before of the same, or makes them.
func (r *recaller) grouped(of any, make func() []claim.Group) []claim.Group {
	key := hex.EncodeToString([]byte(r.desk.digest(of)))
	groups, known := r.memory.Groups(key)
	if !known {
		groups = make()
		r.memory.KeepGroups(key, groups)
	}
	return groups
}

// cloneStories copies what of stories changes after they are made: the ids of what
// is found, and which drifts the user lets stand.
func cloneStories(all []stemma.Story) []stemma.Story {
	all = slices.Clone(all)
	for i := range all {
		s := &all[i]
		s.Descents, s.Possible = slices.Clone(s.Descents), slices.Clone(s.Possible)
		s.Origins, s.Drifts, s.Claims = slices.Clone(s.Origins), slices.Clone(s.Drifts), slices.Clone(s.Claims)
	}
	return all
}
