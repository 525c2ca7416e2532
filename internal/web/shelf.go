package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/freeze"
)

// What is found in a large case is put on a shelf by who finds it, and pages take from
// there what they show: so the memory of a server does not grow with its case. What lies
// there is called by its content, but for one label that says what belongs together: it is
// put there last, so that a page that is being written sees one state of the case. What
// concerns a story lies by itself, or with some of the other stories: so where a
// report more changes one story, little is put there anew.

// Putter puts things on a shelf, or takes away those that are nil.
type Putter func(things map[string][]byte) error

// Getter gives a thing that lies on a shelf; nil for none.
type Getter func(key string) ([]byte, error)

// labelKey is where the label lies.
const labelKey = "label"

const (
	// chunkRows is how many claims of a story lie together, as the table shows them.
	chunkRows = 128
	// orderRows is how many rows of an order lie together: a page shows a hundred.
	orderRows = 1 << 13
	// mostShelved is of how many reports a shelver remembers what it has put there: of more
	// it were hundreds of megabytes.
	mostShelved = 3000
	// putAtOnce is how many things are put on the shelf at once.
	putAtOnce = 256
	// storyGroups is in how many groups the stories are listed by their ids and words. Where
	// a report came only the group of its story is listed anew; a search looks through each.
	storyGroups = 32
	// idBuckets is in how many parts the ids of a group lie, so that to find one of a hundred
	// thousand a few kilobytes are read.
	idBuckets = 8
)

// lyingAt is where a thing lies that has a key. A label has thirty thousand keys of a case of ten
// thousand reports, so there they are what they stand for: sixteen bytes of a digest.
func lyingAt(key string) string { return hex.EncodeToString([]byte(key)) }

// label says what of a shelf belongs together.
type label struct {
	Mark     string // of the case when it was found
	Overview Overview
	Stories  []storyPlace
	Orders   [][]string  // as columns gives them, by chunk
	Groups   []groupList // of stories
	Old      []string    // what only the label before this one had: pages may still be reading it
}

// storyPlace is where a story lies.
type storyPlace struct {
	ID     string
	Claims int // how many it has
	Part   string
	Rows   []string // by chunk
}

// groupList is where what is in a group of stories is listed.
type groupList struct {
	Of  string   // a digest of what the stories are found by
	IDs []string // by bucket
	// Words are, of each sort, where claims lie by their words; they are numbered through the
	// stories of the group.
	Words []wordList
}

// wordList is parts of the words, and of each part the claims.
type wordList struct{ Words, Claims []string }

// Shelver puts the findings of a case on a shelf, as they change. What it has put there it
// remembers, so that it looks only at stories that are others by now; the zero value
// remembers nothing.
type Shelver struct {
	stories map[string]*shelvedStory // by id
	order   []*shelvedStory          // as they stood in the dossier
	orders  [][]*tableClaim          // as columns gives them
	anew    []*shelvedStory          // that are to be put into the orders
}

// Shelve puts findings on a shelf, of which get tells what lies there: it need not be what
// this shelver has put there last.
func (h *Shelver) Shelve(d *stemma.Dossier, mark string, render Renderers, get Getter, put Putter) error {
	before, err := labelOf(get)
	if err != nil {
		return err
	}
	w := &writing{put: put}
	s := w.shelving(before.keys())
	now := label{Mark: mark}
	overview := meanwhile(func() *Overview { return newOverview(d, render) })
	order := h.shelveStories(s, d, render)
	for _, x := range order {
		now.Stories = append(now.Stories, x.place)
	}
	listed := meanwhile(func() []groupList { return s.beside().groups(order, before.Groups) })
	for _, order := range h.reorder() {
		now.Orders = append(now.Orders, s.rows(rowsOf(order)))
	}
	s.flush()
	now.Groups, now.Overview = listed(), *overview()
	for _, x := range order {
		now.Overview.Claims += x.place.Claims
	}
	if len(d.Reports) > mostShelved {
		*h = Shelver{}
	}
	if err := w.wait(); err != nil {
		return err
	}
	return put(now.after(&before))
}

// meanwhile makes something on a goroutine of its own. What it gives waits for that, and panics
// where that did: whoever asked may know what to do then.
func meanwhile[T any](do func() T) (wait func() T) {
	var made T
	var fault any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fault = recover() }()
		made = do()
	}()
	return func() T {
		if <-done; fault != nil {
			panic(fault)
		}
		return made
	}
}

// after is what is put on the shelf last: the label, and what that before the last one had
// taken away.
func (l *label) after(before *label) map[string][]byte {
	kept := map[string]bool{}
	for _, key := range l.keys() {
		kept[key] = true
	}
	last := map[string][]byte{}
	for _, key := range before.Old {
		if !kept[key] {
			last[lyingAt(key)] = nil
		}
	}
	for _, key := range before.keys() {
		if !kept[key] {
			l.Old = append(l.Old, key)
			delete(last, lyingAt(key))
		}
	}
	last[labelKey] = freeze.Append(nil, *l)
	return last
}

// labelOf reads the label; one that cannot be read is that of an empty shelf.
func labelOf(get Getter) (l label, err error) {
	data, err := get(labelKey)
	if err != nil || data == nil || freeze.Thaw(data, &l) != nil || !l.isWhole() {
		return label{}, err
	}
	return l, nil
}

// isWhole says whether a label has all its lists.
func (l *label) isWhole() bool {
	return len(l.Orders) == len(columns()) && len(l.Groups) == storyGroups &&
		!slices.ContainsFunc(l.Groups, func(g groupList) bool { return len(g.IDs) != idBuckets })
}

// keys are those of all that belongs to a label.
func (l *label) keys() []string {
	all := slices.Concat(l.Orders...)
	for i := range l.Stories {
		all = append(append(all, l.Stories[i].Part), l.Stories[i].Rows...)
	}
	for i := range l.Groups {
		all = append(all, l.Groups[i].IDs...)
		for _, of := range l.Groups[i].Words {
			all = append(append(all, of.Words...), of.Claims...)
		}
	}
	return all
}

// writing puts things on a shelf, a lot after the other, while more of them are made. The label
// is put there when that has come to an end: until then nobody asks for them.
type writing struct {
	put Putter

	mu     sync.Mutex
	under  func() error // waits for the lot that is under way; nil for none
	failed error
}

// lot puts things on the shelf, when those before are there.
func (w *writing) lot(things map[string][]byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.waited() == nil {
		w.under = meanwhile(func() error { return w.put(things) })
	}
}

// wait waits until all is there.
func (w *writing) wait() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.waited()
}

// waited is wait; the lock is held.
func (w *writing) waited() error {
	if w.under != nil {
		w.failed = cmp.Or(w.failed, w.under())
		w.under = nil
	}
	return w.failed
}

// shelving puts things on a shelf. Several may at once, each with things of its own.
type shelving struct {
	*writing
	before map[string]bool   // what lies there
	there  map[string]bool   // what this one has put there
	things map[string][]byte // that are to be put there
	writer freeze.Writer     // one for all: to learn the types takes as long as to write a story
	room   []byte
}

func (w *writing) shelving(before []string) *shelving {
	lies := make(map[string]bool, len(before))
	for _, key := range before {
		lies[key] = true
	}
	return (&shelving{writing: w, before: lies}).beside()
}

// beside is another one, which may be used at the same time.
func (s *shelving) beside() *shelving {
	return &shelving{
		writing: s.writing, before: s.before, there: map[string]bool{}, things: map[string][]byte{},
		writer: freeze.NewWriter(),
	}
}

// has says whether something is on the shelf, or on its way.
func (s *shelving) has(key string) bool { return s.before[key] || s.there[key] }

// add gives the key of a thing, which is put on the shelf where it is not there.
func (s *shelving) add(thing any) string {
	s.room = s.writer.Append(s.room[:0], thing)
	sum := sha256.Sum256(s.room)
	key := string(sum[:16])
	if !s.has(key) {
		s.there[key], s.things[lyingAt(key)] = true, slices.Clone(s.room)
	}
	if len(s.things) >= putAtOnce {
		s.flush()
	}
	return key
}

// flush begins to put on the shelf what was added.
func (s *shelving) flush() {
	if len(s.things) > 0 {
		s.lot(s.things)
		s.things = map[string][]byte{}
	}
}

// rows shelves an order.
func (s *shelving) rows(order []int32) (keys []string) {
	for chunk := range slices.Chunk(order, orderRows) {
		keys = append(keys, s.add(putRows(chunk)))
	}
	return keys
}

// groups shelves where ids and words are found. What was listed of the same stories before
// is taken from there.
func (s *shelving) groups(stories []*shelvedStory, before []groupList) []groupList {
	defer s.flush()
	groups := make([]groupList, storyGroups)
	listed := make([][]*shelvedStory, storyGroups)
	for _, x := range stories {
		g := groupOf(x.place.ID)
		listed[g] = append(listed[g], x)
	}
	for g := range groups {
		of := sha256.New()
		for _, x := range listed[g] {
			of.Write(x.listed[:])
		}
		digest := hex.EncodeToString(of.Sum(nil))
		if g < len(before) && before[g].Of == digest {
			groups[g] = before[g]
			continue
		}
		groups[g] = groupList{digest, s.ids(listed[g]), s.words(listed[g])}
	}
	return groups
}

// words shelves the claims of a group by words of each sort.
func (s *shelving) words(stories []*shelvedStory) []wordList {
	lists := make([]wordList, wordSorts)
	for sort := range lists {
		of := &lists[sort]
		joinWords(stories, sort, func(p wordPart) {
			of.Words, of.Claims = append(of.Words, s.add(string(p.words))), append(of.Claims, s.add(string(p.rows)))
		})
	}
	return lists
}

func groupOf(story string) int { return int(hashOf(story) % storyGroups) }

func idBucketOf(id string) int { return int(hashOf(id) / storyGroups % idBuckets) }

func hashOf(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}

// located says which story of a group has something that has an id.
type located struct {
	ID    string
	Story int
}

// ids shelves the list of all ids of a group.
func (s *shelving) ids(stories []*shelvedStory) []string {
	buckets := make([][]located, idBuckets)
	for i, x := range stories {
		x.eachID(func(id string) {
			b := idBucketOf(id)
			buckets[b] = append(buckets[b], located{id, i})
		})
	}
	keys := make([]string, idBuckets)
	for b, all := range buckets {
		slices.SortStableFunc(all, func(x, y located) int { return cmp.Compare(x.ID, y.ID) })
		keys[b] = s.add(all)
	}
	return keys
}
