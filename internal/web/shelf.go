package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"slices"

	"stemma"
	"stemma/internal/freeze"
)

// What is found in a large case is put on a shelf by who finds it, and pages take from
// there what they show: so the memory of a server does not grow with its case. What lies
// there is called by its content, but for one label that says what belongs together: it is
// put there last, so that a page that is being written sees one state of the case.

// Putter puts things on a shelf, or takes away those that are nil.
type Putter func(things map[string][]byte) error

// Getter gives a thing that lies on a shelf; nil for none.
type Getter func(key string) ([]byte, error)

// labelKey is where the label lies.
const labelKey = "label"

const (
	// chunkRows is how many rows of the table lie together: a page shows a hundred, which
	// stand in one or two chunks, or, ordered anew, in as many.
	chunkRows = 128
	// idBuckets is in how many parts the list of all ids lies, so that to find one of a
	// hundred thousand a few kilobytes are read.
	idBuckets = 256
	// putAtOnce is how many stories are put on the shelf at once.
	putAtOnce = 256
)

// label says what of a shelf belongs together.
type label struct {
	Mark     string // of the case when it was found
	Overview Overview
	Parts    []string     // by story
	IDs      []string     // by bucket
	Rows     []string     // by chunk
	Orders   []string     // as sorts gives them
	Stories  []storyPlace // by story
	Lists    []wordLists  // by bucket
	Old      []string     // what only the label before this one had: pages may still be reading it
}

// storyPlace is in which bucket of words a story is, and how many claims it has.
type storyPlace struct{ Bucket, Claims int }

// wordLists is where the claims of some stories lie by their words.
type wordLists struct {
	Of   string // a digest of the stories
	Sort []wordList
}

// wordList is where claims lie by words of one sort: parts of the words, and their claims,
// numbered through the stories.
type wordList struct{ Words, Claims []string }

// Shelve puts the findings of a case on a shelf, of which get tells what lies there.
func Shelve(d *stemma.Dossier, mark string, render Renderers, get Getter, put Putter) error {
	before, err := labelOf(get)
	if err != nil {
		return err
	}
	s := shelver{d: d, put: put, there: map[string]bool{}, things: map[string][]byte{}, writer: freeze.NewWriter()}
	for _, key := range before.keys() {
		s.there[key] = true
	}
	now := label{Mark: mark, Overview: *newOverview(d, render)}
	now.Parts, err = s.parts()
	words := make(chan []listed, 1)
	go func() { words <- listWords(d, now.Parts, before.Lists) }()
	now.IDs = s.ids()
	s.table(&now, render)
	s.lists(&now, <-words)
	if err = errors.Join(err, s.flush()); err != nil {
		return err
	}
	kept := map[string]bool{}
	for _, key := range now.keys() {
		kept[key] = true
	}
	last := map[string][]byte{}
	for _, key := range before.Old {
		if !kept[key] {
			last[key] = nil
		}
	}
	for _, key := range before.keys() {
		if !kept[key] {
			now.Old = append(now.Old, key)
			delete(last, key)
		}
	}
	last[labelKey] = freeze.Append(nil, now)
	return put(last)
}

// labelOf reads the label; one that cannot be read is that of an empty shelf.
func labelOf(get Getter) (l label, err error) {
	data, err := get(labelKey)
	if err != nil || data == nil || freeze.Thaw(data, &l) != nil {
		return label{}, err
	}
	return l, nil
}

// keys are those of all that belongs to a label.
func (l *label) keys() []string {
	all := slices.Concat(l.Parts, l.IDs, l.Rows, l.Orders)
	for i := range l.Lists {
		for _, of := range l.Lists[i].Sort {
			all = slices.Concat(all, of.Words, of.Claims)
		}
	}
	return all
}

// shelver puts a dossier on a shelf.
type shelver struct {
	d      *stemma.Dossier
	put    Putter
	there  map[string]bool
	things map[string][]byte // that are to be put there
	failed error
	writer freeze.Writer // one for all: to learn the types takes as long as to write a story
	room   []byte
}

// add gives the key of a thing, which is put on the shelf where it is not there.
func (s *shelver) add(thing any) string {
	s.room = s.writer.Append(s.room[:0], thing)
	sum := sha256.Sum256(s.room)
	key := hex.EncodeToString(sum[:16])
	if !s.there[key] {
		s.there[key], s.things[key] = true, slices.Clone(s.room)
	}
	if len(s.things) >= putAtOnce && s.failed == nil {
		s.failed = s.flush()
	}
	return key
}

func (s *shelver) flush() error {
	if s.failed != nil || len(s.things) == 0 {
		return s.failed
	}
	things := s.things
	s.things = map[string][]byte{}
	return s.put(things)
}

// part is a story with all that pages show of it. The reports' texts are not said
// again in what is found.
type part struct {
	Reports []stemma.Report
	Rest    []byte         // a partRest, frozen among the reports' texts
	Across  []stemma.Reuse // with reports of other stories
}

type partRest struct {
	Story        stemma.Story
	Attributions []stemma.Attribution
	Speakers     []stemma.Speaker
	Reuse        []stemma.Reuse
}

// parts shelves each story.
func (s *shelver) parts() ([]string, error) {
	c := newCutter(s.d)
	keys := make([]string, len(s.d.Stories))
	for i := range s.d.Stories {
		keys[i] = s.add(c.part(&s.d.Stories[i]))
	}
	return keys, s.failed
}

// cutter cuts a dossier into stories.
type cutter struct {
	d        *stemma.Dossier
	reports  map[string]int
	speakers map[string]int
	credits  map[string][2]int // by report: where its attributions begin and end, which stand together
	reuse    map[string][]int
	texts    *freeze.Texts
	room     []byte
}

func newCutter(d *stemma.Dossier) *cutter {
	c := &cutter{
		d: d, reports: map[string]int{}, speakers: map[string]int{}, credits: map[string][2]int{},
		reuse: map[string][]int{}, texts: textsOf(d.Reports),
	}
	for i := range d.Reports {
		c.reports[d.Reports[i].ID] = i
	}
	for i := range d.Speakers {
		c.speakers[d.Speakers[i].ID] = i
	}
	for i := range d.Attributions {
		report := d.Attributions[i].Report
		at, known := c.credits[report]
		if !known {
			at[0] = i
		}
		at[1] = i + 1
		c.credits[report] = at
	}
	for i := range d.Reuse {
		a, b := d.Reuse[i].A.Report, d.Reuse[i].B.Report
		c.reuse[a] = append(c.reuse[a], i)
		if b != a {
			c.reuse[b] = append(c.reuse[b], i)
		}
	}
	return c
}

// part is that of a story. Until the next one is cut it shares the cutter's room.
func (c *cutter) part(st *stemma.Story) part {
	p, rest := part{}, partRest{Story: *st}
	var reports, speakers, reuse []int
	inside := map[string]bool{}
	for _, w := range st.Witnesses {
		if at, known := c.reports[string(w.Report)]; known {
			reports = append(reports, at)
		}
	}
	for _, at := range sorted(reports) {
		r := &c.d.Reports[at]
		p.Reports = append(p.Reports, *r)
		inside[r.ID] = true
		reuse = append(reuse, c.reuse[r.ID]...)
		run := c.credits[r.ID]
		for i := run[0]; i < run[1]; i++ {
			a := &c.d.Attributions[i]
			if a.Report != r.ID {
				continue
			}
			rest.Attributions = append(rest.Attributions, *a)
			speakers = append(speakers, c.speakersOf(a)...)
		}
	}
	for _, o := range st.Origins {
		for _, id := range o.Sources {
			if at, known := c.speakers[id]; known {
				speakers = append(speakers, at)
			}
		}
	}
	for _, at := range sorted(speakers) {
		rest.Speakers = append(rest.Speakers, c.d.Speakers[at])
	}
	for _, at := range sorted(reuse) {
		if x := c.d.Reuse[at]; inside[x.A.Report] && inside[x.B.Report] {
			rest.Reuse = append(rest.Reuse, x)
		} else {
			p.Across = append(p.Across, x)
		}
	}
	c.room = freeze.AppendAmong(c.room[:0], c.texts, rest)
	p.Rest = c.room
	return p
}

func (c *cutter) speakersOf(a *stemma.Attribution) (places []int) {
	for _, id := range []stemma.Maybe{a.Speaker, a.ReceiverSpeaker} {
		if at, known := c.speakers[string(id)]; known {
			places = append(places, at)
		}
	}
	return places
}

// sorted are places in order, each once.
func sorted(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

func textsOf(reports []stemma.Report) *freeze.Texts {
	texts := freeze.NewTexts()
	for i := range reports {
		texts.Put(reports[i].ID, reports[i].Text)
	}
	return texts
}

// located says in which story something is that has an id.
type located struct {
	ID    string
	Story int
}

// ids shelves the list of all ids.
func (s *shelver) ids() []string {
	buckets := make([][]located, idBuckets)
	add := func(id string, story int) {
		b := bucketOf(id)
		buckets[b] = append(buckets[b], located{id, story})
	}
	home := map[string]int{}
	for i := range s.d.Stories {
		st := &s.d.Stories[i]
		for _, w := range st.Witnesses {
			if w.Report != "" {
				home[string(w.Report)] = i
				add(string(w.Report), i)
			}
		}
		eachID(st, func(id string) { add(id, i) })
	}
	for i := range s.d.Attributions {
		if story, known := home[s.d.Attributions[i].Report]; known {
			add(s.d.Attributions[i].ID, story)
		}
	}
	keys := make([]string, idBuckets)
	for b, all := range buckets {
		slices.SortStableFunc(all, func(x, y located) int { return cmp.Compare(x.ID, y.ID) })
		keys[b] = s.add(all)
	}
	return keys
}

// eachID calls do with the ids of a story and of what is found in it.
func eachID(st *stemma.Story, do func(id string)) {
	do(st.ID)
	for i := range st.Claims {
		do(st.Claims[i].ID)
	}
	for i := range st.Descents {
		do(st.Descents[i].ID)
	}
	for i := range st.Drifts {
		do(st.Drifts[i].ID)
	}
	for i := range st.Origins {
		do(st.Origins[i].ID)
	}
}

func bucketOf(id string) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % idBuckets)
}

// table shelves the table of claims.
func (s *shelver) table(l *label, render Renderers) {
	all := tableOf(s.d)
	l.Overview.Claims = len(all)
	rows := make([]ClaimRow, 0, chunkRows)
	for chunk := range slices.Chunk(all, chunkRows) {
		rows = rows[:0]
		for i := range chunk {
			rows = append(rows, chunk[i].row(render.Verdict))
		}
		l.Rows = append(l.Rows, s.add(rows))
	}
	for _, by := range sorts() {
		l.Orders = append(l.Orders, s.add(putRows(orderOf(all, by))))
	}
}

// lists shelves which claims have which words.
func (s *shelver) lists(l *label, buckets []listed) {
	for i := range s.d.Stories {
		st := &s.d.Stories[i]
		l.Stories = append(l.Stories, storyPlace{wordBucketOf(st), len(st.Claims)})
	}
	for _, b := range buckets {
		if b.words != nil {
			b.lists.Sort = make([]wordList, len(b.words))
		}
		for sort, w := range b.words {
			of := &b.lists.Sort[sort]
			w.parts(func(p wordPart) {
				of.Words, of.Claims = append(of.Words, s.add(string(p.words))), append(of.Claims, s.add(string(p.rows)))
			})
		}
		l.Lists = append(l.Lists, b.lists)
	}
}
