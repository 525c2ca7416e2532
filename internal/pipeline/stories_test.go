package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/render"
	"stemma/internal/reuse"
	"stemma/internal/scratch"
)

// corpusLines writes a corpus of events, each told three times within two days;
// every event comes back a year later, at the same place in the same words. Two lines have the
// same content.
func corpusLines(events int) []string {
	names := func(k, year int) (place, person, thing string) {
		letters := "bdfglmnprstvz"
		name := func(n int) string {
			first, second, third := letters[n%13], letters[n/13%13], letters[(n*7+3)%13]
			return strings.ToUpper(string(first)) + "o" + string(second) + "a" + string(third) + "ik"
		}
		return name(k), name(k + 57 + 300*year), strings.ToLower(name(k + 91 + 300*year))
	}
	var lines []string
	for k := range events {
		for year := range 2 {
			place, person, thing := names(k, year)
			for told := range 3 {
				text := []string{
					"The %[3]s works at %[1]s caught fire on Monday, warden %[2]s said. Crews from %[1]s fought the " +
						"%[3]s blaze for hours.",
					"Warden %[2]s said a blaze at the %[3]s works in %[1]s burned for hours. Nobody at %[1]s was hurt.",
					"Fire at %[1]s: crews fought the %[3]s works blaze, and %[2]s, the warden, thanked them all in " +
						"%[1]s.",
				}[told]
				lines = append(lines, fmt.Sprintf(`{"id":"e%d-%d-%d","outlet":"O%d","published":"%d-05-%02d","text":%q}`,
					k, year, told, told, 2015+year, 1+k%20+told/2, fmt.Sprintf(text, place, person, thing)))
			}
		}
	}
	return append(lines, strings.Replace(lines[0], `"e0-0-0"`, `"twin"`, 1), `{"id":"void","text":""}`)
}

func storiesOf(t *testing.T, jobs int, inputs ...string) *stemma.StoryList {
	t.Helper()
	l, err := pipelineWith(t, Options{Jobs: jobs}).Stories(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestStories checks the promised form of a list of stories, that the order of
// the inputs and the number of jobs never show, and that in a corpus dates
// keep apart what comes back.
func TestStories(t *testing.T) {
	lines := corpusLines(50)
	file := filepath.Join(lay(t, map[string]string{"c.jsonl": strings.Join(lines, "\n")}), "c.jsonl")
	l := storiesOf(t, 1, file)
	checkStories(t, l, len(lines))
	home := map[string]string{}
	for _, s := range l.Stories {
		for _, r := range s.Reports {
			home[r.Name] = s.ID
		}
	}
	for k := range 50 {
		this, next := home[fmt.Sprintf("e%d-0-0", k)], home[fmt.Sprintf("e%d-1-0", k)]
		if this == next {
			t.Errorf("event %d: both years are in %s", k, this)
		}
	}
	if home["twin"] != home["e0-0-0"] {
		t.Errorf("the twin is in %s, not in %s", home["twin"], home["e0-0-0"])
	}
	want := storiesJSON(t, l)
	shuffle := rand.New(rand.NewPCG(7, 11))
	for _, jobs := range []int{4, 1} {
		if got := storiesJSON(t, storiesOf(t, jobs, file)); !bytes.Equal(got, want) {
			t.Errorf("with %d jobs: %s", jobs, firstDifference(want, got))
		}
	}
	// In another order only the places of lines in the ledger may differ, and
	// here every line has an id.
	shuffle.Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
	other := filepath.Join(filepath.Dir(file), "d.jsonl")
	layAt(t, other, strings.Join(lines, "\n"))
	got := bytes.ReplaceAll(storiesJSON(t, storiesOf(t, 2, other)), []byte("d.jsonl"), []byte("c.jsonl"))
	if !bytes.Equal(got, want) {
		t.Errorf("in another order: %s", firstDifference(want, got))
	}
}

func storiesJSON(t *testing.T, l *stemma.StoryList) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render.StoriesJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func checkStories(t *testing.T, l *stemma.StoryList, offered int) {
	t.Helper()
	if len(l.Ledger) != offered {
		t.Errorf("%d rows for %d inputs", len(l.Ledger), offered)
	}
	var read, placed []string
	for _, row := range l.Ledger {
		if row.Outcome == stemma.Read {
			read = append(read, string(row.Report))
		} else if row.Reason == "" || row.Report != "" {
			t.Errorf("row %+v", row)
		}
	}
	ids := map[string]bool{}
	for _, s := range l.Stories {
		if ids[s.ID] || !idForm.MatchString(s.ID) || s.Title == "" || len(s.Reports) == 0 {
			t.Errorf("story %+v", s)
		}
		ids[s.ID] = true
		for _, r := range s.Reports {
			placed = append(placed, r.Name)
		}
	}
	slices.Sort(read)
	slices.Sort(placed)
	if !slices.Equal(read, placed) || len(slices.Compact(slices.Clone(placed))) != len(placed) {
		t.Errorf("read %v, placed %v", read, placed)
	}
}

func layAt(t *testing.T, file, data string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// noSpace is a disk without room.
type noSpace struct{ why error }

func (s noSpace) New() (reuse.Room, error) { return nil, s.why }

// TestStoriesOnDisk has the search for passages hold next to nothing: what it finds is
// the same, and where there is no room either, that is said.
func TestStoriesOnDisk(t *testing.T) {
	file := filepath.Join(lay(t, map[string]string{"c.jsonl": strings.Join(corpusLines(50), "\n")}), "c.jsonl")
	room, err := scratch.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer room.Close()
	for _, jobs := range []int{1, 3} {
		p := pipelineWith(t, Options{Jobs: jobs, Room: Room{Memory: 1, Space: room}})
		l, err := p.Stories(context.Background(), []string{file})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := storiesJSON(t, l), storiesJSON(t, storiesOf(t, 1, file)); !bytes.Equal(got, want) {
			t.Errorf("with %d jobs: %s", jobs, firstDifference(want, got))
		}
	}
	errNoSpace := errors.New("no room")
	p := pipelineWith(t, Options{Jobs: 2, Room: Room{Memory: 1, Space: noSpace{errNoSpace}}})
	if _, err := p.Stories(context.Background(), []string{file}); !errors.Is(err, errNoSpace) {
		t.Errorf("error %v, want %v", err, errNoSpace)
	}
}

// TestStoriesOfOneID has records of one file that state one id, two of them alike.
func TestStoriesOfOneID(t *testing.T) {
	const shared = `{"id":"a","text":"Warden Ada Wren shut the tide mill at Orrin after forty bolts fell."}`
	lines := []string{shared, `{"id":"a","text":"A ferry ran aground off Tarn, skipper Bo Lunt said."}`, shared}
	file := filepath.Join(lay(t, map[string]string{"c.jsonl": strings.Join(lines, "\n")}), "c.jsonl")
	want := storiesJSON(t, storiesOf(t, 1, file))
	for range 5 {
		if got := storiesJSON(t, storiesOf(t, 3, file)); !bytes.Equal(got, want) {
			t.Fatal(firstDifference(want, got))
		}
	}
	if l := storiesOf(t, 1, file); len(l.Stories) != 2 || len(l.Stories[0].Reports)+len(l.Stories[1].Reports) != 3 {
		t.Errorf("stories: %+v", l.Stories)
	}
}
