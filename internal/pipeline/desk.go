package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/derive"
	"stemma/internal/freeze"
	"stemma/internal/name"
	"stemma/internal/quote"
)

// Memory keeps what was made, from run to run, by a digest of all that it was made
// of but the program and the aliases: reports of captures, and stories of what belongs to them. So
// a correction, or a report more, has only the story made anew that it touches. It
// is asked by several goroutines at once, and what it is given and gives is only
// read.
type Memory interface {
	Report(key string) (stemma.Report, bool)
	KeepReport(key string, r stemma.Report)
	Stories(key string) ([]stemma.Story, bool)
	KeepStories(key string, all []stemma.Story)
}

// desk has on it, while a case is worked on, what concerns one report by itself and
// is too large to be kept elsewhere.
type desk struct {
	mu      sync.Mutex
	reports map[string]*seen // by id
}

// seen is a report that was read for attributions. It is only read itself.
type seen struct {
	report  stemma.Report
	digest  string
	in      *tongue
	text    *stemma.Text
	reading quote.Reading

	mu         sync.Mutex
	credits    string // of the attributions that the statements were made with
	statements []stemma.Statement
}

// recall gives a report as it was read; nil where it was not, or is another one by now.
func (k *desk) recall(r *stemma.Report, in *tongue) *seen {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	known := k.reports[r.ID]
	k.mu.Unlock()
	if known == nil || known.in != in || !reflect.DeepEqual(known.report, *r) {
		return nil
	}
	return known
}

func (k *desk) keep(r *stemma.Report, in *tongue, text *stemma.Text, reading quote.Reading) {
	if k == nil {
		return
	}
	made := &seen{report: *r, in: in, text: text, reading: reading, digest: digestAll(*r)}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.reports[r.ID] = made
}

// of gives the text and the reading of a report that was read before, for a
// dossier of its own.
func (x *seen) of(r *stemma.Report) (*stemma.Text, quote.Reading) {
	text, reading := *x.text, x.reading
	text.Report = r
	reading.Entities = slices.Clone(reading.Entities)
	return &text, reading
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
func newRecaller(p *Pipeline, speakers []stemma.Speaker) *recaller {
	if p.o.Memory == nil {
		return nil
	}
	r := &recaller{memory: p.o.Memory, desk: p.desk, speakers: make(map[stemma.Maybe]string, len(speakers))}
	r.base = digestAll(basis{p.oneStory, saidNames(p.o.Corrections)})
	for i := range speakers {
		r.speakers[stemma.Maybe(speakers[i].ID)] = digestAll(speakers[i])
	}
	return r
}

// digestAll is a digest of a value that can be frozen.
func digestAll(value any) string { return string(sum(freeze.Append(nil, value))) }

func sum(data []byte) []byte {
	of := sha256.Sum256(data)
	return of[:]
}

// belonging is all that a story is made of.
type belonging struct {
	Basis    string
	Language string
	Reports  []member
	Reuse    []stemma.Reuse
	Speakers []string
	Stories  claim.Ties
	Claims   [][2]string // statements that are surely of one claim, by their extents
	Others   [][2]string // and of two
	Descents []derive.Said
}

// member is a report of a story.
type member struct {
	Report   string
	Language string
	Credits  string
}

// key is the digest of what a story is made of.
func (r *recaller) key(m *material) string {
	b := belonging{Basis: r.base, Language: m.spoken.main.pack.Code, Reuse: m.reuse, Stories: m.said.storyTies(m.texts)}
	inside := map[string]bool{}
	byReport := attributionsOf(m.attributions)
	for _, t := range m.texts {
		id := t.Report.ID
		inside[id] = true
		b.Reports = append(b.Reports, member{r.report(t.Report, m.spoken), m.spoken.of(t).pack.Code, creditsOf(byReport[id])})
	}
	for i := range m.attributions {
		a := &m.attributions[i]
		b.Speakers = append(b.Speakers, r.speakers[a.Speaker], r.speakers[a.ReceiverSpeaker])
	}
	b.Claims, b.Others = m.said.claimPairs(inside)
	for _, s := range m.said.descents {
		if inside[s.Copy] {
			b.Descents = append(b.Descents, s)
		}
	}
	return hex.EncodeToString([]byte(digestAll(b)))
}

// report is the digest of a report.
func (r *recaller) report(report *stemma.Report, spoken speech) string {
	if known := r.desk.recall(report, spoken.by[report.ID]); known != nil {
		return known.digest
	}
	return digestAll(*report)
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
	return key, cloneStories(stories), known
}

func (r *recaller) keep(key string, stories []stemma.Story) {
	if r != nil {
		r.memory.KeepStories(key, cloneStories(stories))
	}
}

// cloneStories copies what of stories changes after they are made: the ids of what
// is found, and which drifts the user lets stand.
func cloneStories(all []stemma.Story) []stemma.Story {
	all = slices.Clone(all)
	for i := range all {
		s := &all[i]
		s.Descents, s.Possible = slices.Clone(s.Descents), slices.Clone(s.Possible)
		s.Origins, s.Drifts, s.Claims = slices.Clone(s.Origins), slices.Clone(s.Drifts), slices.Clone(s.Claims)
		for k := range s.Claims {
			s.Claims[k].Statements = slices.Clone(s.Claims[k].Statements)
		}
	}
	return all
}
