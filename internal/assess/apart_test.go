package assess

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
)

const (
	parted  = "The tar barrel fell off the cart near the mill at noon."
	partedB = "Near the mill a tar barrel fell from a cart, it was noon."
	higher  = "Near the mill two tar barrels fell from the cart, it was noon."
)

// TestApart: what is shown to be two origins, and what may be one.
func TestApart(t *testing.T) {
	two := []said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}
	tests := []struct {
		name   string
		tale   tale
		change func(*Input)
		want   string
	}{
		{"two people who spoke to reporters", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two}, nil,
			"2..2 corroborated A B"},
		{"one of them spoke to whoever was there", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", false, partedB}}}, nil, "1..2 single-origin A B"},
		{"one who may have married", tale{"A:Bell, B:Herald", "Ada-Wren=person Ada-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Ada-Moss", true, partedB}}}, nil, "1..2 single-origin A B"},
		{"one has it from others", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			beside("B", "Una Moss told the Herald that she had been told so. "), "1..2 single-origin A B"},
		{"one cannot say", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			beside("B", "Una Moss told the Herald that she could not say whether. "), "1..2 single-origin A B"},
		{"one of them speaks for a body", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			describe("Una-Moss", "police spokeswoman"), "1..2 single-origin A B"},
		{"she does, in one word", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			describe("Una-Moss", "Polizeisprecherin"), "1..2 single-origin A B"},
		{"a bystander", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			describe("Una-Moss", "a carter"), "2..2 corroborated A B"},
		{"two who are credited together", tale{"A:Bell, B:Herald",
			"Ada-Wren=person Una-Moss-and-Ida-Rook=person:2..2", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss-and-Ida-Rook", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"one has no full name", tale{"A:Bell, B:Herald", "Ada-Wren=person Moss=person", "",
			[]said{{"A", "Ada-Wren", false, parted}, {"B", "Moss", false, partedB}}}, nil, "1..2 single-origin A B"},
		{"two spellings of one person", tale{"A:Bell, B:Herald", "Ada-Wren=person Ada-M-Wren=person", "",
			[]said{{"A", "Ada-Wren", false, parted}, {"B", "Ada-M-Wren", false, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"one report knows the other's source",
			tale{"A:Bell, B:Herald", "Selmouth-poll=document Hillfoot-Count=document", "",
				[]said{{"A", "Selmouth-poll", false, parted}, {"B", "Hillfoot-Count", false, partedB},
					{"A", "", false, "The Hillfoot Count had ended."}}},
			nil, "1..2 single-origin A B"},
		{"it does, but both spoke to reporters", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB},
				{"A", "", false, "Una Moss had left."}}},
			nil,
			"2..2 corroborated A B"},
		{"one report knows the other outlet", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			append(two, said{"B", "", false, "The Bell is read here."})}, nil, "1..2 single-origin A B"},
		{"one lives with the other", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			append(two, said{"A", "", false, "A choir sang."},
				said{"A", "", false, "Una Moss, her husband, sang too."})},
			beside("A", "Ada Wren told the Bell. "), "1..2 single-origin A B"},
		{"one keeps hens with the other", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			append(two, said{"A", "", false, "A choir sang."}, said{"A", "", false, "Wren and Una Moss keep hens."})},
			nil,
			"1..2 single-origin A B"},
		{"one had it from others, as the next sentence says",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
				append(two, said{"B", "", false, "She had been told so, Moss said."})},
			beside("A", "A mason said. "), "1..2 single-origin A B"},
		{"the next sentence is about a choir", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			append(two, said{"B", "", false, "A choir had been told so."})},
			beside("A", "A mason said. "), "2..2 corroborated A B"},
		{"both work in one place", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			beside("AB", "A mason at Hollis & Sons said. "), "1..2 single-origin A B"},
		{"both are neighbours", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			beside("AB", "A neighbour said. "), "2..2 corroborated A B"},
		{"one name, heard by two", tale{"A:Bell, B:Herald", "Juri-Semjonow=person Yuri-Semyonov=person", "",
			[]said{{"A", "Juri-Semjonow", true, parted}, {"B", "Yuri-Semyonov", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"one was called by the other's name", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}},
			beside("B", "Una Moss, nee Wren, told the Herald. "), "1..2 single-origin A B"},
		{"one is the other's husband", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}},
			beside("B", "Una Moss, her husband, said. "),
			"1..2 single-origin A B"},
		{"one is a brother, in one word", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}},
			beside("B", "Una Moss, Stiefbruder aus Moor, sagte: "), "1..2 single-origin A B"},
		{"a bystander who spoke to a reporter", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}},
			beside("B", "Una Moss, a carter, told the Herald. "), "2..2 corroborated A B"},
		{"father and son", tale{"A:Bell, B:Herald", "Ned-Ashgrove-Sr=person Ned-Ashgrove-Jr=person", "",
			[]said{{"A", "Ned-Ashgrove-Sr", true, parted}, {"B", "Ned-Ashgrove-Jr", true, partedB}}}, nil,
			"2..2 corroborated A B"},
		{"bodies", tale{"A:Bell, B:Herald", "Mill-Board=organisation Cart-Union=organisation", "",
			[]said{{"A", "Mill-Board", true, parted}, {"B", "Cart-Union", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"other numbers of unnamed people",
			tale{"A:Bell, B:Herald", "masons=anonymous:2..2 officials=anonymous:3..3", "",
				[]said{{"A", "masons", true, parted}, {"B", "officials", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"an unnamed one and a named one", tale{"A:Bell, B:Herald", "mason=anonymous:1..1 Ada-Wren=person", "",
			[]said{{"A", "mason", true, parted}, {"B", "Ada-Wren", true, partedB}}}, nil, "1..2 single-origin A B"},
		{"two polls", tale{"A:Bell, B:Herald", "Selmouth-poll=document Hillfoot-poll=document", "",
			[]said{{"A", "Selmouth-poll", false, parted}, {"B", "Hillfoot-poll", false, partedB}}}, nil,
			"2..2 corroborated A B"},
		{"a poll and one that has no name", tale{"A:Bell, B:Herald", "Selmouth-poll=document poll=document", "",
			[]said{{"A", "Selmouth-poll", false, parted}, {"B", "poll", false, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"a man and a record", tale{"A:Bell, B:Herald", "mason=anonymous:1..1 gate-log=unknown", "",
			[]said{{"A", "mason", true, parted}, {"B", "gate-log", false, partedB}}}, records("gate-log"),
			"2..2 corroborated A B"},
		{"a man and a letter that anybody may have",
			tale{"A:Bell, B:Herald", "mason=anonymous:1..1 letter=document", "",
				[]said{{"A", "mason", true, parted}, {"B", "letter", false, partedB}}}, nil, "1..2 single-origin A B"},
		{"a man and a letter that was shown to the other, which may be his",
			tale{"A:Bell, B:Herald", "Ada-Wren=person letter=document", "",
				[]said{{"A", "Ada-Wren", true, parted}, {"B", "letter", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"a man and a letter of somebody", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss-letter=document", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss-letter", true, partedB}}}, nil,
			"2..2 corroborated A B"},
		{"an unnamed man and a letter of somebody",
			tale{"A:Bell, B:Herald", "mason=anonymous:1..1 Una-Moss-letter=document", "",
				[]said{{"A", "mason", true, parted}, {"B", "Una-Moss-letter", true, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"he who keeps the record", tale{"A:Bell, B:Herald", "gatekeeper=anonymous:1..1 gate-log=unknown", "",
			[]said{{"A", "gatekeeper", true, parted}, {"B", "gate-log", false, partedB}}}, records("gate-log"),
			"1..2 single-origin A B"},
		{"a man and a letter, of which his report tells",
			tale{"A:Bell, B:Herald", "mason=anonymous:1..1 letter=document", "",
				[]said{{"A", "mason", true, parted}, {"B", "letter", true, partedB},
					{"A", "", false, "The letter had come on Monday."}}}, nil,
			"1..2 single-origin A B"},
		{"a man and a letter, whose report names him", tale{"A:Bell, B:Herald", "Ada-Wren=person letter=document", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "letter", true, partedB},
				{"B", "", false, "Ada Wren had left."}}},
			nil,
			"1..2 single-origin A B"},
		{"one is asked of the other", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "", two},
			beside("B", "Asked of Wren's account, Una Moss told the Herald. "), "1..2 single-origin A B"},
		{"one outlet by two names", tale{"A:The Selmouth Post, B:Post", "Ada-Wren=person Una-Moss=person", "", two},
			nil,
			"1..2 single-origin A B"},
		{"one outlet with an article",
			tale{"A:The Selmouth Lantern, B:Selmouth Lantern", "Ada-Wren=person Una-Moss=person", "", two}, nil,
			"1..1 single-origin A B"},
		{"it may descend", tale{"A:Bell, B:Herald", "Selmouth-poll=document Hillfoot-poll=document", "",
			[]said{{"A", "Selmouth-poll", false, parted}, {"B", "Hillfoot-poll", false, partedB}}}, possibly("A", "B"),
			"1..2 single-origin A B"},
		{"the same words", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, parted}}}, nil, "1..2 single-origin A B"},
		{"words in quotation marks", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, parted},
				{"B", "Una-Moss", true, "\"Near the mill a tar barrel\" fell from the cart, it was noon."}}}, nil,
			"1..2 single-origin A B"},
		{"other figures", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			[]said{{"A", "Ada-Wren", true, "Near the mill three tar barrels fell from the cart at noon."},
				{"B", "Una-Moss", true, higher}}}, nil,
			"2..2 contested A B"},
		{"the same source besides", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
			append(two, said{"B", "Ada-Wren", false, "A tar barrel fell near the mill at noon."})}, nil,
			"1..2 single-origin A B"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := test.tale.input(t)
			in.Offices = language.TableOf(map[string][]string{"spokeswoman": nil, "-sprecherin": nil})
			if test.change != nil {
				test.change(&in)
			}
			if got := told(judged(in)); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func describe(speaker, descriptor string) func(*Input) {
	return func(in *Input) { in.Index.Speaker(stemma.Maybe(speaker)).Descriptor = descriptor }
}

// beside puts words before what reports say, in its sentence.
func beside(sigla, words string) func(*Input) {
	return func(in *Input) {
		in.Bystanders = language.TableOf(map[string][]string{"neighbour": nil})
		in.Function = language.TableOf(map[string][]string{"said": nil})
		in.Ties = language.TableOf(map[string][]string{"husband": nil, "nee": nil, "-bruder": nil})
		in.Hearsay = language.TableOf(map[string][]string{"been told": nil, "say whether": nil})
		for i := range in.Claims {
			for k := range in.Claims[i].Statements {
				st := &in.Claims[i].Statements[k]
				if strings.Contains(sigla, strings.TrimPrefix(st.Span.Report, "r")) {
					st.Sentence = stemma.Span{
						Report: st.Span.Report, Start: st.Span.Start - len(words), End: st.Span.End,
						Text: words + st.Span.Text,
					}
				}
			}
		}
	}
}

func records(names ...string) func(*Input) {
	return func(in *Input) {
		words := map[string][]string{}
		for _, name := range names {
			for _, w := range strings.Split(name, "-") {
				words[w] = nil
			}
		}
		in.Records = language.TableOf(words)
	}
}

func possibly(from, to string) func(*Input) {
	return func(in *Input) {
		in.Stemma.Possible = append(in.Stemma.Possible, stemma.Descent{From: from, To: to})
	}
}

// TestChains: where chains of credit end.
func TestChains(t *testing.T) {
	tests := []struct {
		name   string
		tale   tale
		change func(*Input)
		want   string
	}{
		{"a rewrite whose source is public", tale{"A:Bell, B:Herald, α:Wire", "Ada-Wren=person", "α>B:rewrite",
			[]said{{"A", "Ada-Wren", false, parted}, {"B", "Ada-Wren", false, partedB}}}, nil,
			"1..2 single-origin A α"},
		{"a rewrite that credits nobody",
			tale{"B:Herald, α:Wire", "", "α>B:rewrite", []said{{"B", "", false, parted}}}, nil,
			"1..1 single-origin α"},
		{"a lost chain",
			tale{"C:Echo, α:Wire, β:Sheet", "", "α>β:rewrite, β>C:rewrite", []said{{"C", "", false, parted}}},
			nil,
			"1..1 single-origin α"},
		{"over a lost one to a report that has it",
			tale{"A:Bell, C:Echo, α:Wire", "Ada-Wren=person", "A>α:rewrite, α>C:wire copy",
				[]said{{"A", "Ada-Wren", true, parted}, {"C", "", false, partedB}}}, nil, "1..1 single-source A"},
		{"over a report that has it not",
			tale{"A:Bell, B:Herald, C:Echo", "Ada-Wren=person", "A>B:rewrite, B>C:rewrite",
				[]said{{"A", "Ada-Wren", true, parted}, {"C", "", false, partedB}}}, nil, "1..1 single-source A"},
		{"a point that is cited is not the claim", tale{"A:Bell, B:Herald, α:Wire", "Ada-Wren=person", "α>B:citation",
			[]said{{"A", "Ada-Wren", false, parted}, {"B", "Ada-Wren", false, partedB}}}, nil,
			"1..2 single-origin A B"},
		{"a claim that is credited goes with the credit", tale{"B:Herald, α:Wire", "", "α>B:citation",
			[]said{{"B", "", false, parted}}}, credited, "1..1 single-origin α"},
		{"own reporting ends a chain", tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "A>B:rewrite",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", true, partedB}}}, nil, "2..2 corroborated A B"},
		{"told us, copied along, does not", tale{"A:Bell, B:Herald", "Ada-Wren=person", "A>B:repost",
			[]said{{"A", "Ada-Wren", true, parted}, {"B", "Ada-Wren", true, "T" + parted[1:]}}}, nil,
			"1..1 single-source A"},
		{"a new source in a report that reports",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person Ida-Lark=person", "A>B:rewrite",
				[]said{{"A", "Ada-Wren", true, parted}, {"B", "Una-Moss", false, partedB},
					{"B", "Ida-Lark", true, "A choir sang."}}}, nil,
			"1..2 single-origin A B"},
		{"one that the exemplar names",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person Ida-Lark=person", "A>B:rewrite",
				[]said{{"A", "Ada-Wren", true, parted}, {"A", "", false, "Una Moss left."},
					{"B", "Una-Moss", false, partedB},
					{"B", "Ida-Lark", true, "A choir sang."}}}, nil,
			"1..2 single-origin A B"},
		{"one of two who told it",
			tale{"A:Bell, B:Herald", "mason-and-carter=anonymous:2..2 carter=anonymous:1..1 gate-log=unknown", "",
				[]said{{"A", "mason-and-carter", true, "A choir sang."}, {"A", "carter", false, parted},
					{"B", "gate-log", false, partedB}}},
			records("gate-log"), "2..2 corroborated A B"},
		{"a circle", tale{"A:Bell, B:Herald, C:Echo", "", "A>B:rewrite, B>C:rewrite, C>A:rewrite",
			[]said{{"A", "", false, parted}, {"B", "", false, partedB}, {"C", "", false, parted}}}, nil,
			"1..1 unattributed A"},
		{"two who credit each other",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "A>B:citation, B>A:citation",
				[]said{{"A", "Ada-Wren", false, parted}, {"B", "Una-Moss", false, partedB}}}, nil,
			"1..2 single-source A"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := test.tale.input(t)
			if test.change != nil {
				test.change(&in)
			}
			if got := told(judged(in)); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// credited gives every descent evidence of credit at the copy's first words.
func credited(in *Input) {
	for i := range in.Stemma.Descents {
		st := in.Claims[0].Statements[0]
		in.Stemma.Descents[i].Evidence = []stemma.Evidence{{Kind: stemma.CreditEvidence, Spans: []stemma.Span{st.Span}}}
	}
}

// TestLongChain: two thousand reports, each from the one before, a claim that
// all carry, and one that is carried by the first and the last only.
func TestLongChain(t *testing.T) {
	const n = 2000
	in := chain(t, n)
	r := judged(in)
	for i, c := range r.Claims {
		if c.Origins.Min != 1 || c.Origins.Max != 1 || len(c.Origins.IDs) != 1 {
			t.Errorf("claim %d: %+v", i, c.Origins)
		}
	}
	if len(r.Origins) != 1 || r.Origins[0].Witness != "w0" {
		t.Errorf("%d origins, the first at %s", len(r.Origins), r.Origins[0].Witness)
	}
}

func chain(t testing.TB, n int) Input {
	tale := tale{"A:Bell", "Ada-Wren=person", "", []said{{"A", "Ada-Wren", true, parted}}}
	in := tale.input(t)
	text, first := in.Texts[0], in.Claims[0].Statements[0]
	in.Texts, in.Stemma = nil, stemma.Stemma{}
	all, ends := stemma.Claim{ID: "c1"}, stemma.Claim{ID: "c2"}
	for i := range n {
		report := *text.Report
		report.ID, report.Outlet = fmt.Sprint("r", i), stemma.Maybe(fmt.Sprint("Paper", i))
		copied := *text
		copied.Report = &report
		in.Texts = append(in.Texts, &copied)
		siglum := fmt.Sprint("w", i)
		in.Stemma.Witnesses = append(in.Stemma.Witnesses,
			stemma.Witness{Siglum: siglum, Report: stemma.Maybe(report.ID)})
		st := first
		st.Span.Report, st.Sentence.Report = report.ID, report.ID
		if i > 0 {
			st.Attribution, st.Chain = "", nil
			in.Stemma.Descents = append(in.Stemma.Descents,
				stemma.Descent{ID: fmt.Sprint("d", i), From: fmt.Sprint("w", i-1), To: siglum, Kind: stemma.Rewrite})
		}
		all.Statements = append(all.Statements, st)
		if i == 0 || i == n-1 {
			ends.Statements = append(ends.Statements, st)
		}
	}
	in.Attributions[0].Report = "r0"
	in.Claims = []stemma.Claim{all, ends}
	in.Index = stemma.NewIndex(in.Texts, in.Attributions, tale.speakers())
	return in
}

func BenchmarkLongChain(b *testing.B) {
	in := chain(b, 2000)
	for b.Loop() {
		judged(in)
	}
}
