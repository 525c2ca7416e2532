package pipeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"

	"stemma"
)

// Ids are made of what they name, so that a finding can be cited: the same
// words give the same id in the terminal, on the page and in the JSON, and in
// a later run over more reports. What each is made of:
//
//	attribution  its report and the bytes of its source, cue and content
//	speaker      kind and name; for unnamed people and things the first mention
//	claim        its earliest statement
//	witness      its report; for a lost one its name, kind and first copy
//	descent      its two witnesses
//	origin       its witness
//	drift        its kind, its descent, the bytes of its two sides
//	story        its earliest report
//
// An id is a letter and the first digits of the SHA-256 of these; where two
// would be equal the later one, in the order of the dossier, gets more digits.

// idDigits is the length of an id without its letter. Of 300 claims two have
// the same first five hexadecimal digits once in twenty-three piles.
const idDigits = 5

// namer gives ids and remembers which are taken.
type namer struct {
	first ['z' + 1 - 'a']idSet // by letter, of the ids of idDigits digits: most are
	taken map[shortID]struct{}
	long  map[string]bool   // those that are taken and are no shortID
	ids   map[string]string // new ids, by what a finding was called before: its letter and a number

	noted   bool      // what is given is
	given   []givenID // those of the stories that are being named
	tooLong bool      // one of them is no givenID
}

// givenID is an id that was given: the digits that it begins with, and how many it got.
type givenID struct {
	digits uint64
	length uint8
	letter byte
}

func newNamer() *namer {
	return &namer{taken: map[shortID]struct{}{}, long: map[string]bool{}, ids: map[string]string{}}
}

// name gives an id with that letter to what the parts say.
func (n *namer) name(letter string, parts ...string) string {
	if id := n.take(letter, digestOf(parts)); id != "" {
		return id
	}
	return n.name(letter, append(parts, "again")...)
}

// digest is what the parts that an id is made of come to.
type digest [sha256.Size]byte

func digestOf(parts []string) digest {
	all := make([]byte, 0, 128)
	for i, p := range parts {
		if i > 0 {
			all = append(all, 0)
		}
		all = append(all, p...)
	}
	return sha256.Sum256(all)
}

// shortID is an id of up to shortDigits digits: a pile has a hundred thousand ids, and
// hardly a longer one.
type shortID struct {
	digits uint64
	length uint8
	letter byte
}

const shortDigits = 16

// take gives the first id that is free of those that a digest allows, "" for none.
func (n *namer) take(letter string, d digest) string {
	given := givenID{digits: binary.BigEndian.Uint64(d[:]), letter: letter[0]}
	for length := idDigits; length <= 2*len(d); length++ {
		if given.length = uint8(length); length <= shortDigits {
			if !n.takeShort(given) {
				continue
			}
		} else if id := written(letter, d, length); n.long[id] {
			continue
		} else {
			n.long[id], n.tooLong = true, true
		}
		if n.noted {
			n.given = append(n.given, given)
		}
		return written(letter, d, length)
	}
	return ""
}

// takeShort takes an id of up to shortDigits digits, if it is free.
func (n *namer) takeShort(g givenID) bool {
	digits := g.digits >> (4 * (shortDigits - g.length))
	if g.length == idDigits {
		return n.first[g.letter-'a'].add(digits)
	}
	id := shortID{digits, g.length, g.letter}
	_, taken := n.taken[id]
	n.taken[id] = struct{}{}
	return !taken
}

// isTaken says whether an id of up to shortDigits digits is taken.
func (n *namer) isTaken(g givenID) bool {
	digits := g.digits >> (4 * (shortDigits - g.length))
	if g.length == idDigits {
		return n.first[g.letter-'a'].has(digits)
	}
	_, taken := n.taken[shortID{digits, g.length, g.letter}]
	return taken
}

// giveBack makes an id free again.
func (n *namer) giveBack(g givenID) {
	digits := g.digits >> (4 * (shortDigits - g.length))
	if g.length == idDigits {
		n.first[g.letter-'a'].remove(digits)
		return
	}
	delete(n.taken, shortID{digits, g.length, g.letter})
}

// again takes ids as they were given before, in the same order: all of them, or where one
// would be another one by now, none.
func (n *namer) again(all []givenID) bool {
	for i, g := range all {
		shorter, taken := g, true
		for shorter.length = idDigits; shorter.length < g.length && taken; shorter.length++ {
			taken = n.isTaken(shorter)
		}
		if !taken || !n.takeShort(g) {
			for _, back := range all[:i] {
				n.giveBack(back)
			}
			return false
		}
	}
	return true
}

// written is the id of so many digits of a digest.
func written(letter string, d digest, length int) string {
	id := make([]byte, 0, 1+2*sha256.Size)
	return string(hex.AppendEncode(append(id, letter...), d[:(length+1)/2])[:len(letter)+length])
}

// rename gives a new id for an old one and remembers it.
func (n *namer) rename(id *string, letter string, parts ...string) {
	old := *id
	*id = n.name(letter, parts...)
	n.ids[old] = *id
}

// renameAll gives the new ids of all findings of one sort. In a large pile they are many, so
// what they are made of is worked out on several goroutines.
func (n *namer) renameAll(letter string, size int, made func(to making, i int) making) renamed {
	digests := make([]digest, size)
	var wait sync.WaitGroup
	for from := 0; from < size; from += idsAtOnce {
		wait.Go(func() {
			var of making
			for i := from; i < min(from+idsAtOnce, size); i++ {
				of = made(of[:0], i)
				digests[i] = sha256.Sum256(of)
			}
		})
	}
	wait.Wait()
	names := make(renamed, size)
	for i, d := range digests {
		if names[i] = n.take(letter, d); names[i] == "" {
			names[i] = n.name(letter, string(made(nil, i)))
		}
	}
	return names
}

// renamed are the new ids of findings that were called by a letter and their number, from 1
// on.
type renamed []string

// follow makes a reference point to the new id.
func (r renamed) follow(id *stemma.Maybe) {
	if at := numberIn(*id) - 1; at >= 0 && at < len(r) {
		*id = stemma.Maybe(r[at])
	}
}

// numberIn is the number behind the letter of an id; 0 for none.
func numberIn(id stemma.Maybe) int {
	if id == "" {
		return 0
	}
	n, err := strconv.Atoi(string(id[1:]))
	if err != nil {
		return 0
	}
	return n
}

// making is what an id is made of, one part behind the other.
type making []byte

// text adds a part.
func (m making) text(s string) making {
	if len(m) > 0 {
		m = append(m, 0)
	}
	return append(m, s...)
}

// extents adds the places of spans.
func (m making) extents(spans ...stemma.Span) making {
	for i := range spans {
		m = appendExtent(append(m, 0), spans[i])
	}
	return m
}

// idsAtOnce is how many findings a goroutine works on: far more than it takes to
// start one.
const idsAtOnce = 1 << 11

// follow makes a reference point to the new id.
func (n *namer) follow(id *string) {
	if made, ok := n.ids[*id]; ok {
		*id = made
	}
}

func (n *namer) followMaybe(id *stemma.Maybe) {
	s := string(*id)
	n.follow(&s)
	*id = stemma.Maybe(s)
}

// followAll is the list with the new ids. The old list is left alone: it may
// be shared.
func (n *namer) followAll(ids []string) []string {
	made := make([]string, len(ids))
	for i := range ids {
		made[i] = ids[i]
		n.follow(&made[i])
	}
	return made
}

const (
	attributionLetter = "a"
	claimLetter       = "c"
	descentLetter     = "d"
	driftLetter       = "x"
	originLetter      = "o"
	speakerLetter     = "p"
	storyLetter       = "s"
)

// sources gives attributions and speakers their ids. They have them before stories
// are made, so that what is made of a story does not depend on the rest of the pile.
func (n *namer) sources(d *stemma.Dossier) {
	n.attributions(d)
	n.speakers(d)
}

// orderOf is the place of each report.
func orderOf(reports []stemma.Report) map[string]int {
	order := make(map[string]int, len(reports))
	for i := range reports {
		order[reports[i].ID] = i
	}
	return order
}

// inStory gives what is found in a story its ids. What its findings were called is asked
// for within the story only.
func (n *namer) inStory(s *stemma.Story, order map[string]int) {
	n.ids = make(map[string]string, len(s.Origins)+len(s.Descents))
	n.story(s, order)
}

func (n *namer) attributions(d *stemma.Dossier) {
	ids := n.renameAll(attributionLetter, len(d.Attributions),
		func(to making, i int) making { return attributionParts(to, &d.Attributions[i]) })
	for i := range d.Attributions {
		d.Attributions[i].ID = ids[i]
		ids.follow(&d.Attributions[i].Within)
	}
}

// attributionParts are what an attribution's id is made of.
func attributionParts(to making, a *stemma.Attribution) making {
	to = to.text(a.Report)
	if a.Source != nil {
		to = to.extents(*a.Source)
	}
	return to.extents(a.Cue...).extents(a.Content...)
}

func (n *namer) speakers(d *stemma.Dossier) {
	first := make(firstSpans, len(d.Speakers))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		first.note(a.Speaker, a.Source)
		first.note(a.ReceiverSpeaker, a.Receiver)
	}
	ids := n.renameAll(speakerLetter, len(d.Speakers),
		func(to making, i int) making { return speakerParts(to, &d.Speakers[i], first[i]) })
	for i := range d.Speakers {
		d.Speakers[i].ID = ids[i]
	}
	for i := range d.Attributions {
		ids.follow(&d.Attributions[i].Speaker)
		ids.follow(&d.Attributions[i].ReceiverSpeaker)
	}
}

// speakerParts are what a speaker's id is made of.
func speakerParts(to making, s *stemma.Speaker, first *stemma.Span) making {
	to = to.text(string(s.Kind)).text(strings.ToLower(s.Name))
	if named(s.Kind) {
		return to
	}
	if first != nil {
		return to.extents(*first)
	}
	return to.text("")
}

// firstSpans are where speakers are named first, by their numbers.
type firstSpans []*stemma.Span

func (m firstSpans) note(speaker stemma.Maybe, span *stemma.Span) {
	if at := numberIn(speaker) - 1; span != nil && at >= 0 && at < len(m) && m[at] == nil {
		m[at] = span
	}
}

// named says whether sources of a kind are known by their names, so that one
// name is one source.
func named(kind stemma.SpeakerKind) bool {
	return kind == stemma.Person || kind == stemma.Outlet || kind == stemma.Organisation
}

func (n *namer) story(s *stemma.Story, order map[string]int) {
	keys := witnessKeys(s)
	s.ID = n.name(storyLetter, earliest(s, order))
	for i := range s.Descents {
		v := &s.Descents[i]
		n.rename(&v.ID, descentLetter, keys[v.From], keys[v.To])
	}
	for i := range s.Possible {
		v := &s.Possible[i]
		v.ID = n.name(descentLetter, "possible", keys[v.From], keys[v.To]) // nothing refers to it
	}
	for i := range s.Origins {
		n.rename(&s.Origins[i].ID, originLetter, keys[s.Origins[i].Witness])
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		if at := earliestStatement(c.Statements, order); len(s.Drifts) > 0 {
			n.rename(&c.ID, claimLetter, at)
		} else {
			c.ID = n.name(claimLetter, at) // nothing refers to it
		}
		c.Origins.IDs = n.followAll(c.Origins.IDs)
	}
	for i := range s.Drifts {
		n.drift(&s.Drifts[i])
	}
}

// witnessKeys says, by siglum, what a witness is known by in any run.
func witnessKeys(s *stemma.Story) map[string]string {
	keys := map[string]string{}
	for _, w := range s.Witnesses {
		if !w.Lost {
			keys[w.Siglum] = string(w.Report)
		}
	}
	for _, w := range s.Witnesses {
		if w.Lost {
			keys[w.Siglum] = strings.Join([]string{"lost", string(w.Kind), w.Name, firstCopy(s, w.Siglum, keys)},
				"\x00")
		}
	}
	return keys
}

// firstCopy is the first kept copy of a witness, in the order of descents.
func firstCopy(s *stemma.Story, siglum string, keys map[string]string) string {
	for _, v := range s.Descents {
		if v.From == siglum && keys[v.To] != "" {
			return keys[v.To]
		}
	}
	return ""
}

// earliest is the first report of a story in the order of the dossier, which
// is that of the dates.
func earliest(s *stemma.Story, order map[string]int) string {
	first := ""
	for _, w := range s.Witnesses {
		if at, kept := order[string(w.Report)]; kept && (first == "" || at < order[first]) {
			first = string(w.Report)
		}
	}
	return first
}

// earliestStatement is the place of the statement that stands first in the
// earliest report.
func earliestStatement(statements []stemma.Statement, order map[string]int) string {
	if len(statements) == 0 {
		return ""
	}
	first := &statements[0].Span
	for i := range statements[1:] {
		s := &statements[i+1].Span
		if cmp.Or(cmp.Compare(order[s.Report], order[first.Report]), cmp.Compare(s.Start, first.Start)) < 0 {
			first = s
		}
	}
	return extent(*first)
}

func (n *namer) drift(x *stemma.Drift) {
	n.followMaybe(&x.Claim)
	n.followMaybe(&x.Descent)
	x.ID = n.name(driftLetter, string(x.Kind), string(x.Descent), extentOf(x.Before), extentOf(x.After))
}

func extentOf(s *stemma.Span) string {
	if s == nil {
		return ""
	}
	return extent(*s)
}

func extent(s stemma.Span) string { return string(appendExtent(make([]byte, 0, 40), s)) }

func appendExtent(to []byte, s stemma.Span) []byte {
	to = append(append(to, s.Report...), ':')
	to = append(strconv.AppendInt(to, int64(s.Start), 10), '-')
	return strconv.AppendInt(to, int64(s.End), 10)
}
