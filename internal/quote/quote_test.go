package quote_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

func english(t testing.TB) *language.Pack {
	t.Helper()
	p, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// report makes a report whose paragraphs are parted by blank lines; "# " marks
// the title.
func report(id, outlet, text string) *stemma.Report {
	r := &stemma.Report{ID: id, Outlet: stemma.Maybe(outlet), Text: text}
	at := 0
	for _, p := range strings.SplitAfter(text, "\n\n") {
		end := at + len(strings.TrimRight(p, "\n"))
		if body, ok := strings.CutPrefix(text[at:end], "# "); ok {
			r.Segments = append(r.Segments, stemma.Segment{Kind: stemma.TitleSegment, Start: end - len(body), End: end})
		} else if end > at {
			r.Segments = append(r.Segments, stemma.Segment{Kind: stemma.Paragraph, Start: at, End: end})
		}
		at += len(p)
	}
	return r
}

// read gives the attributions and speakers of texts, one report each, all of
// the outlet "The Marsh Lantern".
func read(t testing.TB, texts ...string) ([]stemma.Attribution, []stemma.Speaker) {
	t.Helper()
	lang := english(t)
	r := quote.New(lang)
	var all []*stemma.Text
	var readings []quote.Reading
	for i, text := range texts {
		s := segment.Split(report(fmt.Sprint("r", i+1), "The Marsh Lantern", text), lang)
		all = append(all, s)
		readings = append(readings, r.Read(s))
	}
	return r.Join(all, readings)
}

func spans(list []stemma.Span) string {
	var out []string
	for _, s := range list {
		out = append(out, s.Text)
	}
	return strings.Join(out, " … ")
}

// show writes an attribution as "kind: source | cue | content".
func show(a stemma.Attribution) string {
	source := "-"
	if a.Source != nil {
		source = a.Source.Text
	}
	return fmt.Sprintf("%s: %s | %s | %s", a.Kind, source, spans(a.Cue), spans(a.Content))
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“The ferry is late,” Ito said.", "direct: Ito | said | “The ferry is late,”"},
		{"“The ferry is late,” said Ito. “It is always late.”",
			"direct: Ito | said | “The ferry is late,”; direct: Ito |  | “It is always late.”"},
		{"“It is late,” Ito said, “and it will stay late.”",
			"direct: Ito | said | “It is late,”; direct: Ito | said | “and it will stay late.”"},
		{"„Wir warten,“ Ito said.", "direct: Ito | said | „Wir warten,“"},
		{"«The ferry is late», said Ito.", "direct: Ito | said | «The ferry is late»"},
		{"''The ferry is late today,'' Ito said.", "direct: Ito | said | ''The ferry is late today,''"},
		{"‘The pilots’ union is late,’ said Ito.", "direct: Ito | said | ‘The pilots’ union is late,’"},
		{"Ito said: “No.”", "direct: Ito | said | “No.”"},
		{"Ito said that the ferry was late.", "indirect: Ito | said | the ferry was late"},
		{"Ito said in a letter that the ferry “was late”.", "mixed: Ito | said in a letter | the ferry “was late”"},
		{"The ferry was late, officials said.", "indirect: officials | said | The ferry was late"},
		{"The ferry was late, said officials.", "indirect: officials | said | The ferry was late"},
		{"The ferry was late, according to a report seen by the Lantern.",
			"indirect: a report seen by the Lantern | according to | The ferry was late"},
		{"According to two sailors, the ferry was late.", "indirect: two sailors | According to | the ferry was late"},
		{"The ferry, she added, had never left.", "indirect: she | added | The ferry … had never left"},
		{"Anna Ito, who ran the port for years, told the Lantern on Monday that the ferry was late.",
			"indirect: Anna Ito | told | the ferry was late"},
		{"The port, which told reporters that it was open, closed early.", "indirect: The port | told | it was open"},
		{"His deputy, Anna Ito, would only say: “We wait.”", "direct: Anna Ito | would only say | “We wait.”"},
		{"The crew was warned by its own captain that the engine was old.",
			"indirect: its own captain | was warned | the engine was old"},
		{"It emerged that the engine was old.", "indirect: - | It emerged | the engine was old"},
		{"The memo lists about nine leaks.", "indirect: The memo | lists | about nine leaks"},
		{"A sinking, which the memo calls “unlikely”, would take an hour, it estimates.",
			"mixed: it | estimates | A sinking, which the memo calls “unlikely”, would take an hour; mixed: the " +
				"memo | calls | “unlikely”"},
		{"Ito denied that the ferry was late and announced a review.",
			"indirect: Ito | denied | the ferry was late; indirect: Ito | announced | a review"},
		{"Ito said she was tired, adding that the crew was too.",
			"indirect: Ito | said | she was tired; indirect: Ito | adding | the crew was too"},
		{"A weekly reported on Monday, citing a memo, that the engine was old.",
			"indirect: A weekly | reported | the engine was old; indirect: a memo | citing | the engine was old"},
		{"By her measurement, the leak is a metre long.",
			"indirect: her | By her measurement | the leak is a metre long"},
		{"Ito's claim that the ferry was safe was wrong.", "indirect: Ito's | claim | the ferry was safe was wrong"},
		{"Ito wrote:\n\n“Nobody came.”", "direct: Ito | wrote | “Nobody came.”"},
		{"“Nobody came,” Ito said. “Nobody at all.\n\n“Not even the crew.”",
			"direct: Ito | said | “Nobody came,”; direct: Ito |  | “Nobody at all.; direct: Ito |  | “Not even " +
				"the crew.”"},
		{"“Nobody came.” That is the view of Anna Ito.", "direct: Anna Ito | That is the view of | “Nobody came.”"},
		{"# Leaked memo: nine leaks in ferry", "indirect: Leaked memo |  | nine leaks in ferry"},
		{"# Ferry is unsafe, say officials", "indirect: officials | say | Ferry is unsafe"},
		{"ITO: Is it safe?\n\nCAPTAIN BELL: No.\n\nITO: Why?",
			"transcript: ITO |  | Is it safe?; transcript: CAPTAIN BELL |  | No.; transcript: ITO |  | Why?"},
		// What credits nobody.
		{"Ito declined to comment.", ""},
		{"The ministry did not respond to a request for comment.", ""},
		{"The so-called “party boat” left at noon.", ""},
		{"The United States and the Washington Post left the talks.", ""},
		{"Ito might say so one day.", ""},
		{"More than 900 confirmed cases were counted in May.", ""},
	} {
		found, _ := read(t, c.text)
		var got []string
		for _, a := range found {
			got = append(got, show(a))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

// TestSpeakers writes every speaker as "kind count name (descriptor)".
func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"Three harbour sources tell us the ferry sank."}, "anonymous 3-3 harbour sources (harbour sources)"},
		{[]string{"Several officials said it sank. It was late, sources said."},
			"anonymous 3-0 officials (officials); anonymous 2-0 sources (sources)"},
		{[]string{"Mayor Anna Ito said it sank. “It sank,” she said. Ito said more would sink. The mayor said so " +
			"twice."},
			"person 1-1 Anna Ito (Mayor)"},
		{[]string{"Two sailors said it sank. “It sank,” said one. The other said it did not."},
			"anonymous 2-2 sailors (sailors); anonymous 1-1 sailor (sailor); anonymous 1-1 sailor (sailor)"},
		{[]string{"Two nurses and a pharmacist said it sank. The pharmacist said it was late. “It sank,” the " +
			"pharmacist said. One of the nurses said it sank."},
			"anonymous 3-3 nurses and a pharmacist (nurses and a pharmacist); anonymous 1-1 pharmacist " +
				"(pharmacist); anonymous 1-1 nurse (nurse)"},
		{[]string{"An internal memo says it sank. The document lists nine leaks. It says more."},
			"document 1-1 internal memo (internal memo)"},
		{[]string{"The Harbour Gazette said it sank. The newspaper said so twice."}, "outlet 1-1 Harbour Gazette ()"},
		{[]string{"It sank, according to Ken Ito's reporting."}, "person 1-1 Ken Ito ()"},
		{[]string{"Secretary of State Maria Bell said it sank."}, "person 1-1 Maria Bell (Secretary of State)"},
		{[]string{"Ken Ito, the captain's cousin and a clerk, said it sank."},
			"person 1-1 Ken Ito (captain's cousin and a clerk)"},
		{[]string{"Ken Ito, as well as a deputy, said it sank."}, "person 1-1 Ken Ito ()"},
		{[]string{"Ken Ito, after a year as a pilot, said it sank."}, "person 1-1 Ken Ito ()"},
		{[]string{"Ken Ito, the husband of Rep. Ann Bell, said it sank."}, "person 1-1 Ken Ito ()"},
		{
			[]string{"Tobias Hollick, a former pilot, said he was told to sail.",
				"Tobias Holwick, a former pilot, said he had been told to sail."},
			"person 1-1 Tobias Hollick (former pilot)",
		},
		{
			[]string{"Two sailors said the engine check of the ferry was never made.",
				"Two sailors told a weekly that the engine check on the ferry was never made."},
			"anonymous 2-2 sailors (sailors); outlet 1-1 weekly (weekly)",
		},
		{
			[]string{"Two sailors said the engine check of the ferry was never made.",
				"Four sailors said the engine check of the ferry was never made."},
			"anonymous 2-2 sailors (sailors); anonymous 4-4 sailors (sailors)",
		},
	} {
		_, speakers := read(t, c.texts...)
		var got []string
		for _, s := range speakers {
			got = append(got, fmt.Sprintf("%s %d-%d %s (%s)", s.Kind, s.Count.Min, s.Count.Max, s.Name, s.Descriptor))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", c.texts, diff)
		}
	}
}

func TestReceivers(t *testing.T) {
	for _, c := range []struct {
		text, receiver string
		own            bool
	}{
		{"Ito told the Lantern that it sank.", "the Lantern", true},
		{"Ito told us that it sank.", "us", true},
		{"Ito told Reuters that it sank.", "Reuters", false},
		{"It sank, a memo seen by the Lantern shows.", "the Lantern", true},
		{"It sank, a memo obtained by the Harbour Gazette shows.", "the Harbour Gazette", false},
		{"Ito, who spoke to Reuters, said it sank.", "Reuters", false},
		{"Ito said it sank.", "", false},
	} {
		found, _ := read(t, c.text)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		got := ""
		if found[0].Receiver != nil {
			got = found[0].Receiver.Text
		}
		if got != c.receiver || found[0].Own != c.own {
			t.Errorf("%s: receiver %q, own %v", c.text, got, found[0].Own)
		}
	}
}

// TestNesting reads a chain of credit: who is nested in whom.
func TestNesting(t *testing.T) {
	found, _ := read(t, "The strike was ordered, according to the Harbour Mail, which cited Klein, who spoke with "+
		"three sources.")
	var got []string
	for _, a := range found {
		got = append(got, fmt.Sprintf("%s %s in %s", a.ID, a.Source.Text, a.Within))
	}
	want := []string{"a1 the Harbour Mail in ", "a2 Klein in a1", "a3 three sources in a2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStances(t *testing.T) {
	for text, want := range map[string]stemma.Stance{
		"Ito said that it sank.":          stemma.Neutral,
		"Ito confirmed that it sank.":     stemma.Endorsing,
		"Ito claimed that it sank.":       stemma.Distancing,
		"Ito denied that it sank.":        stemma.Denying,
		"Ito did not say that it sank.":   stemma.Denying,
		"Ito asked whether it had sunk.":  stemma.Asking,
		"Ito disputes that it ever sank.": stemma.Denying,
		"Ito criticized that it sank.":    stemma.Blaming,
	} {
		found, _ := read(t, text)
		if len(found) != 1 || found[0].Stance != want || found[0].Negated != strings.Contains(text, "not") {
			t.Errorf("%s: %+v", text, found)
		}
	}
}

// TestLinear takes hostile inputs eight times as long and fails when the time
// grows much faster than the input.
func TestLinear(t *testing.T) {
	needsGrowth(t)
	lang := english(t)
	r := quote.New(lang)
	for name, unit := range map[string]string{
		"quotations":     "“Yes,” Ito said. “No,” said Bell. ",
		"one sentence":   "“Yes,” Ito said, and “no” he said, ",
		"unbalanced":     "“It is so, Ito said. ‘Never “mind the gap. ",
		"capitals":       "ITO SAID THE FERRY WAS SAFE AND BELL SAID IT WAS NOT. ",
		"transcript":     "ITO: Is it?\n\nBELL: It is said so.\n\n",
		"no stops":       "the mayor said the memo says that he said and ",
		"commas":         "said, Ito, ",
		"brackets":       "(said ",
		"pronouns":       "He said so. It says that she told them. ",
		"according":      "according to Ito, ",
		"names":          "Anna Ito Roke Bell Marsh ",
		"open paragraph": "“Ito said.\n\n",
	} {
		cost := func(size int) time.Duration {
			text := segment.Split(report("r1", "", strings.Repeat(unit, size/len(unit))), lang)
			start := time.Now()
			r.Join([]*stemma.Text{text}, []quote.Reading{r.Read(text)})
			return time.Since(start)
		}
		if small, large := cost(1<<14), cost(1<<17); large > 40*small+300*time.Millisecond {
			t.Errorf("%s: eight times the text took %v after %v", name, large, small)
		}
	}
}

// FuzzRead looks for panics and for spans that are out of bounds or whose text
// is not their range.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"“It sank,” Ito said. “It did.”", "'It' ''sank'' said „Ito“ «it» »it«", "ITO: “\n\n“\n\nBELL: ”",
		"\"\"\" '''", "according to",
		"which the memo calls “unlikely”, it says", "Ito's said's that's: ", "“ “ ” ‘ ’ said\n\nsaid", "# Ito:",
		"said said said, said",
	} {
		f.Add(s)
	}
	lang := english(f)
	r := quote.New(lang)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		rep := report("r1", "The Marsh Lantern", text)
		s := segment.Split(rep, lang)
		found, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.Read(s)})
		check := func(s stemma.Span) {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
				t.Errorf("bad span %+v", s)
			}
		}
		for _, a := range found {
			if len(a.Content) == 0 {
				t.Error("no content")
			}
			for _, s := range append(a.Content, a.Cue...) {
				check(s)
			}
			for _, s := range []*stemma.Span{a.Source, a.Receiver} {
				if s != nil {
					check(*s)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	lang := english(b)
	r := quote.New(lang)
	body := strings.Repeat(
		"“The ferry is late,” Anna Ito, the head of the port, said on Monday. She told the Lantern that the "+
			"engine of the ship, built in 1961, had failed twice since March, and that nobody had come to look at "+
			"it. The memo lists nine leaks on the upper deck, according to two sailors with knowledge of the "+
			"matter.\n\nThe ferry runs between the two towns of the marsh every hour and takes about 300 people "+
			"across. It was built in 1961 and has been repaired a dozen times since then at a cost of four "+
			"million crowns.\n\n", 40)
	text := segment.Split(report("r1", "The Marsh Lantern", body), lang)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		r.Read(text)
	}
}
