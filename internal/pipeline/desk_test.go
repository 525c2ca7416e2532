package pipeline

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/freeze"
)

// shelf is a memory that counts what it is given.
type shelf struct {
	mu      sync.Mutex
	reports map[string]stemma.Report
	heard   map[string][]byte // frozen, as a case keeps it
	stories map[string][]stemma.Story
	groups  map[string][]claim.Group
	made    int // stories
	joined  int // groupings
}

func (s *shelf) Groups(key string) ([]claim.Group, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	groups, known := s.groups[key]
	return groups, known
}

func (s *shelf) KeepGroups(key string, groups []claim.Group) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.joined++
	s.groups[key] = groups
}

func newShelf() *shelf {
	return &shelf{reports: map[string]stemma.Report{}, heard: map[string][]byte{},
		stories: map[string][]stemma.Story{}, groups: map[string][]claim.Group{}}
}

func (s *shelf) Report(key string) (stemma.Report, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, known := s.reports[key]
	return r, known
}

func (s *shelf) KeepReport(key string, r stemma.Report) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reports[key] = r
}

func (s *shelf) Heard(key string) (Heard, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	frozen, known := s.heard[key]
	var h Heard
	return h, known && freeze.Thaw(frozen, &h) == nil
}

func (s *shelf) KeepHeard(key string, h Heard) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heard[key] = freeze.Append(nil, h)
}

func (s *shelf) Stories(key string) ([]stemma.Story, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all, known := s.stories[key]
	return all, known
}

func (s *shelf) KeepStories(key string, all []stemma.Story) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made += len(all)
	s.stories[key] = all
}

// TestKeptIsAsMadeAnew adds the reports of all made-up stories one story after the
// other, and then corrections that come and go: with and without a memory the bytes
// are the same, and only what is touched is made anew.
func TestKeptIsAsMadeAnew(t *testing.T) {
	files, err := filepath.Glob("../../testdata/stories/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	memory := newShelf()
	kept := pipelineOf(t, Options{Jobs: 2, Memory: memory})
	var pile []stemma.Capture
	for i, file := range files[:6] {
		pile = append(pile, capturesOf(t, file)...)
		before := memory.made
		same(t, kept, nil, pile)
		if made := memory.made - before; i > 2 && made > 3 {
			t.Errorf("%s: %d stories are made anew for one that is added", file, made)
		}
	}
	d := same(t, kept, nil, pile)
	cut := correctionOf(t, d)
	outlet := stemma.Correction{Kind: stemma.OutletCorrection, Is: true, Text: "same outlet: x = y",
		Terms: []string{string(d.Reports[0].Outlet), string(d.Reports[1].Outlet)}}
	before, joined := memory.made, memory.joined
	for _, all := range [][]stemma.Correction{{cut}, {}, {cut}} {
		kept = kept.Corrected(all)
		same(t, kept, all, pile)
	}
	if made := memory.made - before; made > 2 {
		t.Errorf("%d stories are made anew for a descent that is rejected, and again", made)
	}
	if memory.joined != joined {
		t.Error("which statements make claims is worked out anew for a descent that is rejected")
	}
	kept = pipelineOf(t, Options{Jobs: 2, Memory: memory})
	before = memory.made
	if same(t, kept, nil, pile); memory.made != before {
		t.Error("what was kept is made anew where nothing else is at hand")
	}
	for _, all := range [][]stemma.Correction{{outlet}, {outlet, cut}, {}} {
		kept = kept.Corrected(all)
		same(t, kept, all, pile)
	}
}

// TestOneByOne adds reports one by one in two orders: what is found in the end is the
// same bytes, and those of a trace of all with nothing kept. Now and then on the way it is
// compared, too.
func TestOneByOne(t *testing.T) {
	files, err := filepath.Glob("../../testdata/stories/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var pile []stemma.Capture
	for _, file := range files {
		if pile = append(pile, capturesOf(t, file)...); len(pile) >= 60 {
			break
		}
	}
	pile = pile[:60]
	var found [2][]byte
	for turn := range found {
		kept := pipelineOf(t, Options{Jobs: 2, Memory: newShelf()})
		for n := 10; n <= len(pile); n++ {
			if n%25 == 0 || n == len(pile) {
				found[turn], _ = json.Marshal(same(t, kept, nil, pile[:n]))
			} else if _, err := kept.TraceCaptures(t.Context(), slices.Clone(pile[:n]), nil); err != nil {
				t.Fatal(err)
			}
		}
		slices.Reverse(pile)
	}
	if !bytes.Equal(found[0], found[1]) {
		t.Error("the order in which reports are added shows")
	}
}

func pipelineOf(t *testing.T, o Options) *Pipeline {
	t.Helper()
	p, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// same traces a pile with a memory and without.
func same(t *testing.T, kept *Pipeline, said []stemma.Correction, pile []stemma.Capture) *stemma.Dossier {
	t.Helper()
	d, err := kept.TraceCaptures(t.Context(), slices.Clone(pile), nil)
	if err != nil {
		t.Fatal(err)
	}
	anew, err := pipelineOf(t, Options{Jobs: 2, Corrections: said}).TraceCaptures(t.Context(), slices.Clone(pile), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(d)
	want, _ := json.Marshal(anew)
	if !bytes.Equal(got, want) {
		t.Fatalf("%d reports, %d corrections: what is kept is not as what is made anew", len(pile), len(said))
	}
	return d
}

// correctionOf rejects the first descent between two reports.
func correctionOf(t *testing.T, d *stemma.Dossier) stemma.Correction {
	t.Helper()
	for i := range d.Stories {
		s := &d.Stories[i]
		for _, v := range s.Descents {
			from, to := s.Witness(v.From), s.Witness(v.To)
			if !from.Lost && !to.Lost {
				return stemma.Correction{Kind: stemma.DescentCorrection, Terms: []string{string(to.Report),
					string(from.Report)}}
			}
		}
	}
	t.Fatal("nothing descends from anything")
	return stemma.Correction{}
}

func capturesOf(t *testing.T, file string) []stemma.Capture {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []stemma.Capture
	for _, f := range archive.Files {
		if f.Name != "expect" {
			all = append(all, stemma.Capture{Input: filepath.Base(file) + "/" + f.Name, Media: stemma.PlainText,
				Data: f.Data, SHA256: hex.EncodeToString(sum(f.Data))})
		}
	}
	return all
}

// TestDeskLetsGo: of small stories neither words nor statements lie on the desk after a
// trace.
func TestDeskLetsGo(t *testing.T) {
	files, err := filepath.Glob("../../testdata/stories/*.txtar")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	p := pipelineOf(t, Options{Jobs: 2, Memory: newShelf()})
	var pile []stemma.Capture
	for _, file := range files[:4] {
		pile = append(pile, capturesOf(t, file)...)
	}
	if _, err := p.TraceCaptures(t.Context(), pile, nil); err != nil {
		t.Fatal(err)
	}
	for id, x := range p.desk.reports {
		if x.text != nil || x.statements != nil {
			t.Errorf("the words of %s, or its statements, are kept", id)
		}
	}
}

// TestSpeakerThatHasChanged: no field of a speaker changes without its digest.
func TestSpeakerThatHasChanged(t *testing.T) {
	known := knownSpeaker{Speaker: stemma.Speaker{ID: "p1", Name: "Ada Wren", Aliases: []string{"Wren"}}}
	same := known.Speaker
	if same.Aliases = []string{"Wren"}; !known.isAs(&same) {
		t.Error("the same speaker is another one")
	}
	for i := range reflect.TypeFor[stemma.Speaker]().NumField() {
		changed := known.Speaker
		switch f := reflect.ValueOf(&changed).Elem().Field(i); f.Kind() {
		case reflect.String:
			f.SetString("else")
		case reflect.Struct:
			f.Set(reflect.ValueOf(stemma.Count{Min: 7}))
		default:
			f.Set(reflect.ValueOf([]string{"else"}))
		}
		if known.isAs(&changed) {
			t.Errorf("%s changes unseen", reflect.TypeFor[stemma.Speaker]().Field(i).Name)
		}
	}
}

// TestOrderOfAliases: a story that was made before is the same where a speaker's other names stand
// in another order, and is made anew where they are others.
func TestOrderOfAliases(t *testing.T) {
	digest := func(aliases ...string) string {
		r := &recaller{desk: newDesk()}
		r.credit([]stemma.Speaker{{ID: "p1", Name: "The Bell", Aliases: aliases}})
		return r.speakers["p1"]
	}
	if digest("Bell", "The Daily Bell") != digest("The Daily Bell", "Bell") {
		t.Error("the order is of no matter")
	}
	if digest("Bell") == digest("Bell", "The Daily Bell") {
		t.Error("another name is")
	}
}
