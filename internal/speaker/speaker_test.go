package speaker_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/speaker"
)

// words are those of a language of six words.
type words struct{}

func (words) Bare(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
}

func (words) Singular(noun string) string { return strings.TrimSuffix(noun, "s") }

func (words) Empty(word string) bool { return word == "that" || word == "with" }

func (words) Rank(word string) bool { return word == "senior" }

func (words) Former(word string) bool { return word == "former" }

func (words) Given(word string) bool { return word == "ada" || word == "bram" }

func (words) SameOutlet(full, short string) bool {
	return full != "" && strings.Contains(strings.ToLower(full), strings.ToLower(short))
}

// source is an entity as the tests write it: kind, name, and after bars role and
// what it is credited with: "person Ada Wren | engineer | the wall is cracked".
func source(line string) (speaker.Entity, string) {
	parts := strings.Split(line, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	kind, called, _ := strings.Cut(parts[0], " ")
	e := speaker.Entity{Kind: stemma.SpeakerKind(kind), Name: called, Count: stemma.Count{Min: 1, Max: 1}}
	e.AddRoles(parts[1])
	switch fields := strings.Fields(strings.ToLower(called)); {
	case e.Kind == stemma.Anonymous || e.Kind == stemma.Document:
		e.Head = fields[len(fields)-1]
		return e, parts[2]
	case e.Kind == stemma.Person:
		e.Surname = fields[len(fields)-1]
		if fields[len(fields)-1] == "jr" {
			e.Generation, e.Surname = "jr", fields[len(fields)-2]
		}
		if len(fields) > 1 {
			e.Given = fields[0]
		}
	}
	e.Named = true
	return e, parts[2]
}

// pile is a pile of reports of one source each.
func pile(lines []string) ([]*stemma.Text, []speaker.Reading) {
	var texts []*stemma.Text
	var readings []speaker.Reading
	for i, line := range lines {
		e, content := source(line)
		report := &stemma.Report{ID: fmt.Sprint("r", i+1)}
		r := speaker.Reading{
			Attributions: []stemma.Attribution{{Report: report.ID,
				Content: []stemma.Span{{Report: report.ID, Text: content}}}},
			Entities: []speaker.Entity{e}, Speaker: []int{0}, Hearer: []int{-1}, Within: []int{-1},
		}
		r.Note(words{})
		texts, readings = append(texts, &stemma.Text{Report: report}), append(readings, r)
	}
	return texts, readings
}

// TestJoin writes a pile as its sources and what speakers come of them.
func TestJoin(t *testing.T) {
	const wall = "that the harbour wall cracked with every tide since autumn"
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"one full name is one person", []string{"person Ada Wren | engineer | a", "person Ada Wren | mayor | b"},
			"1 1"},
		{"a surname is whoever bears it", []string{"person Ada Wren | engineer | a", "person Wren | | b"}, "1 1"},
		{"of two bearers a surname is neither", []string{"person Ada Wren | | a", "person Bram Wren | | b",
			"person Wren | | c"}, "1 2 3"},
		{"father and son are two", []string{"person Ada Wren | | a", "person Ada Wren Jr | | b"}, "1 2"},
		{"a slip of one letter and one role", []string{"person Ada Rennick | engineer | a",
			"person Ada Renwick | engineer | b"}, "1 1"},
		{"a slip without a role in common", []string{"person Ada Rennick | engineer | a",
			"person Ada Renwick | farmer | b"}, "1 2"},
		{"a short surname is no slip", []string{"person Ada Hale | mayor | a", "person Ada Hall | mayor | b"}, "1 2"},
		{"a role of rank tells nothing", []string{"person Ada Rennick | senior | a",
			"person Ada Renwick | senior | b"}, "1 2"},
		{"an article makes no other outlet", []string{"outlet The Lantern | | a", "outlet Lantern | | b"}, "1 1"},
		{"kinds are kept apart", []string{"organisation Lantern | | a", "document Lantern memo | | b"}, "1 2"},
		{
			"unnamed people credited with the same",
			[]string{"anonymous engineers | | " + wall, "anonymous engineer | | " + wall}, "1 1",
		},
		{
			"unnamed people credited with other things",
			[]string{"anonymous engineers | | " + wall, "anonymous engineer | | the ferry runs hourly again"}, "1 2",
		},
		{
			"a former one is another",
			[]string{"anonymous engineer | former | " + wall, "anonymous engineer | | " + wall}, "1 2",
		},
		{
			"other heads",
			[]string{"anonymous engineer | | " + wall, "anonymous nurse | | " + wall}, "1 2",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			texts, readings := pile(test.lines)
			attributions, speakers := speaker.Join(texts, readings, words{}, name.New(nil), nil)
			if _, before := pile(test.lines); !cmp.Equal(readings, before) { // they are joined again beside others
				t.Error("what was read is changed", cmp.Diff(before, readings))
			}
			var got []string
			known := map[stemma.Maybe]bool{}
			for _, a := range attributions {
				got = append(got, strings.TrimPrefix(string(a.Speaker), "p"))
				known[a.Speaker] = true
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
			if len(known) != len(speakers) {
				t.Errorf("%d speakers for %d ids", len(speakers), len(known))
			}
		})
	}
}

// TestJoinKnown: what is known of readings that were joined before changes nothing, whatever was
// joined with them and in whatever order, and by whichever names.
func TestJoinKnown(t *testing.T) {
	const wall = "that the harbour wall cracked with every tide since autumn"
	texts, readings := pile([]string{
		"person Ada Wren | engineer | a", "person Wren | | b", "person Ada Rennick | engineer | " + wall,
		"person Ada Renwick | engineer | " + wall, "person Bram Wren | mayor | b", "outlet The Lantern | | a",
		"outlet Lantern | | b", "organisation Lantern | | a", "anonymous engineers | | " + wall,
		"anonymous engineer | | " + wall, "anonymous nurse | former | " + wall, "document Lantern memo | | b",
		"organisation Mill Gazette | | a", "organisation Gazette | | b", "person Gazette | | b",
	})
	for i, outlet := range []stemma.Maybe{"Mill Gazette", "The Lantern", "", "Bram Wren"} {
		texts[i].Report.Outlet, texts[i+4].Report.Byline = outlet, []string{"Wren"}
	}
	random, known := rand.New(rand.NewPCG(1, 2)), &speaker.Known{}
	registries := []*name.Registry{name.New(nil), name.New(nil)}
	for range 500 {
		order := random.Perm(len(texts))[:random.IntN(len(texts))+1]
		someTexts, some := make([]*stemma.Text, len(order)), make([]speaker.Reading, len(order))
		for at, i := range order {
			someTexts[at], some[at] = texts[i], readings[i]
		}
		names := registries[random.IntN(2)]
		attributions, speakers := speaker.Join(someTexts, some, words{}, names, known)
		want, wanted := speaker.Join(someTexts, some, words{}, names, nil)
		if diff := cmp.Diff(want, attributions) + cmp.Diff(wanted, speakers); diff != "" {
			t.Fatal(order, diff)
		}
	}
}

// TestJoinNumbers makes sure that ids and what attributions stand in are those of
// the pile.
func TestJoinNumbers(t *testing.T) {
	texts, readings := pile([]string{"person Ada Wren | | a", "person Bram Oster | | b"})
	readings[1].Attributions = append(readings[1].Attributions, readings[1].Attributions[0])
	readings[1].Speaker = append(readings[1].Speaker, -1)
	readings[1].Hearer = append(readings[1].Hearer, 0)
	readings[1].Within = append(readings[1].Within, 0)
	attributions, _ := speaker.Join(texts, readings, words{}, name.New(nil), nil)
	last := attributions[2]
	if last.ID != "a3" || last.Within != "a2" || last.Speaker != "" || last.ReceiverSpeaker != "p2" {
		t.Errorf("id %q, within %q, speaker %q, receiver %q", last.ID, last.Within, last.Speaker, last.ReceiverSpeaker)
	}
}

// TestJoinAcrossStories: in a pile of many stories a surname, or the short form of a given
// name, is taken for somebody of another report only where a role says so.
func TestJoinAcrossStories(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	others := func(n int) (lines []string) {
		for i := range n {
			lines = append(lines, fmt.Sprintf("person Ivo %c%s | | x", 'A'+i, strings.Repeat("p", 5)))
		}
		return lines
	}
	for _, test := range []struct {
		name  string
		lines []string
		among int // reports of other stories
		one   bool
	}{
		{"one story, a short form", []string{"person Jim Wren | | a", "person James Wren | | b"}, 2, true},
		{"many stories, a short form", []string{"person Jim Wren | | a", "person James Wren | | b"}, 20, false},
		{"many stories, a short form and a role", []string{"person Jim Wren | engineer | a",
			"person James Wren | engineer | b"}, 20, true},
		{"one story, a surname", []string{"person Jim Wren | | a", "person Wren | | b"}, 2, true},
		{"many stories, a surname", []string{"person Jim Wren | | a", "person Wren | | b"}, 20, false},
		{"many stories, a surname and a role",
			[]string{"person Jim Wren | mayor | a", "person Wren | mayor | b"}, 20, true},
	} {
		texts, readings := pile(append(test.lines, others(test.among)...))
		all, _ := speaker.Join(texts, readings, words{}, name.New(nil, pack), nil)
		if one := all[0].Speaker == all[1].Speaker; one != test.one {
			t.Errorf("%s: one person %v", test.name, one)
		}
	}
}

// TestUsualName: somebody is called what most reports call him.
func TestUsualName(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	texts, readings := pile([]string{"person Wren | | d", "person James Wren | | a", "person Jim Wren | | b",
		"person Jim Wren | | c"})
	_, speakers := speaker.Join(texts, readings, words{}, name.New(nil, pack), nil)
	if len(speakers) != 1 || speakers[0].Name != "Jim Wren" {
		t.Errorf("%+v", speakers)
	}
}

// TestWritersSite: where a report is from a site with its writer's name, the surname is still a person's;
// the last word of another outlet's name is the outlet.
func TestWritersSite(t *testing.T) {
	for outlet, want := range map[string]stemma.SpeakerKind{
		"Ada Wren": stemma.Person, "Harbour Wren": stemma.Outlet,
	} {
		texts, readings := pile([]string{"person Wren | | a", "organisation Council | | b"})
		texts[1].Report.Outlet = stemma.Maybe(outlet)
		_, speakers := speaker.Join(texts, readings, words{}, name.New(nil), nil)
		for _, s := range speakers {
			if s.Name == "Wren" && s.Kind != want {
				t.Errorf("%s: %s, want %s", outlet, s.Kind, want)
			}
		}
	}
}
