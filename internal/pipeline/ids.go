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
	taken map[shortID]struct{}
	long  map[string]bool   // those that are taken and are no shortID
	ids   map[string]string // new ids, by what a finding was called before: its letter and a number
}

// newNamer makes a namer of about so many findings.
func newNamer(size int) *namer {
	return &namer{
		taken: make(map[shortID]struct{}, size), long: map[string]bool{}, ids: make(map[string]string, size),
	}
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
	first := binary.BigEndian.Uint64(d[:])
	for length := idDigits; length <= 2*len(d); length++ {
		if length <= shortDigits {
			id := shortID{first >> (4 * (shortDigits - length)), uint8(length), letter[0]}
			if _, taken := n.taken[id]; taken {
				continue
			}
			n.taken[id] = struct{}{}
		} else if id := written(letter, d, length); n.long[id] {
			continue
		} else {
			n.long[id] = true
		}
		return written(letter, d, length)
	}
	return ""
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

// renameAll renames all findings of one sort. In a large pile they are many, so
// what they are made of is worked out on several goroutines.
func (n *namer) renameAll(letter string, size int, id func(i int) *string, made func(to making, i int) making) {
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
	for i, d := range digests {
		old := id(i)
		name := n.take(letter, d)
		if name == "" {
			name = n.name(letter, string(made(nil, i)))
		}
		n.ids[*old] = name
		*old = name
	}
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
	n.renameAll(attributionLetter, len(d.Attributions),
		func(i int) *string { return &d.Attributions[i].ID },
		func(to making, i int) making { return attributionParts(to, &d.Attributions[i]) })
	for i := range d.Attributions {
		n.followMaybe(&d.Attributions[i].Within)
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
	first := make(map[stemma.Maybe]*stemma.Span, len(d.Speakers))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		mention(first, a.Speaker, a.Source)
		mention(first, a.ReceiverSpeaker, a.Receiver)
	}
	n.renameAll(speakerLetter, len(d.Speakers),
		func(i int) *string { return &d.Speakers[i].ID },
		func(to making, i int) making { return speakerParts(to, &d.Speakers[i], first) })
	for i := range d.Attributions {
		n.followMaybe(&d.Attributions[i].Speaker)
		n.followMaybe(&d.Attributions[i].ReceiverSpeaker)
	}
}

// speakerParts are what a speaker's id is made of.
func speakerParts(to making, s *stemma.Speaker, first map[stemma.Maybe]*stemma.Span) making {
	to = to.text(string(s.Kind)).text(strings.ToLower(s.Name))
	if named(s.Kind) {
		return to
	}
	if span := first[stemma.Maybe(s.ID)]; span != nil {
		return to.extents(*span)
	}
	return to.text("")
}

func mention(first map[stemma.Maybe]*stemma.Span, speaker stemma.Maybe, span *stemma.Span) {
	if span != nil && first[speaker] == nil {
		first[speaker] = span
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
