package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/collate"
	"stemma/internal/derive"
	"stemma/internal/freeze"
	"stemma/internal/name"
)

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
