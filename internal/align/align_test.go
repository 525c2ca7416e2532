package align

import (
	"math"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// bench makes stories of sentences: each is a report, and each a statement.
type bench struct {
	*Aligner
	pack   *language.Pack
	values *value.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return &bench{New(pack, vector.Open()), pack, value.New(pack)}
}

// told gives the texts and statements of reports; "|" parts the sentences of a
// report.
func (b *bench) told(reports ...string) ([]*stemma.Text, []stemma.Statement) {
	var texts []*stemma.Text
	var statements []stemma.Statement
	for i, report := range reports {
		r := &stemma.Report{ID: "r" + string(rune('1'+i)), Text: strings.ReplaceAll(report, "|", " ")}
		r.Segments = []stemma.Segment{{Kind: stemma.Paragraph, End: len(r.Text)}}
		t := segment.Split(r, b.pack)
		texts = append(texts, t)
		for _, s := range t.Sentences {
			span := t.Span(s.First, s.Last)
			statements = append(statements, stemma.Statement{
				Span: span, Sentence: span, Polarity: b.values.Polarity(t, s.First, s.Last),
				Values: b.values.Values(t, s.First, s.Last),
			})
		}
	}
	return texts, statements
}

func TestWeight(t *testing.T) {
	b := newBench(t)
	texts, _ := b.told("The 14 ferrymen of Xyloquay's harbour rested.")
	byForm := map[string]float64{}
	for _, tok := range texts[0].Tokens {
		byForm[tok.Form] = b.Weight(tok)
	}
	if byForm["the"] > 0.1 || byForm["."] != 0 || byForm["14"] != numberWeight || byForm["xyloquay's"] != 1 {
		t.Errorf("weights: %v", byForm)
	}
	if byForm["harbour"] < leastWeight || byForm["harbour"] >= 1 {
		t.Errorf("harbour weighs %v", byForm["harbour"])
	}
}

// TestWording: how much two statements have of each other's words, as
// agreement, likeness and share, in hundredths.
func TestWording(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		a, b                       string
		agreement, likeness, share int
	}{
		{"The lock keeper shut the gate.", "The lock keeper shut the gate.", 100, 100, 100},
		{"The lock keeper's gate shut.", "Gate shut, the lock keeper", 100, 100, 100},
		{"Gate shut.", "The lock keeper shut the gate.", 100, 50, 100},
		{"The gate.", "A choir sang.", 0, 0, 0},
		{"?!", "A choir sang.", 0, 0, 0},
		{"?!", "...", 0, 0, 0},
	} {
		s := b.Story(b.story(test.a, test.b))
		x, y := s.Clauses[0], s.Clauses[1]
		for name, got := range map[string][2]int{
			"agreement": {hundredths(Agreement(x, y)), test.agreement},
			"likeness":  {hundredths(Likeness(x, y)), test.likeness},
			"share":     {hundredths(Share(x, y)), test.share},
		} {
			if got[0] != got[1] {
				t.Errorf("%s of %q and %q is %d, want %d", name, test.a, test.b, got[0], got[1])
			}
		}
	}
}

func hundredths(x float64) int { return int(math.Round(100 * x)) }

// rounding is how far a score may differ from that of the pair turned round: a
// word that one side has twice counts as that side has it.
const rounding = 0.1

// score says how likely two clauses make one claim by themselves, as the natural
// logarithm of the odds.
func score(s *Story, a, b *Clause) float64 {
	var f Comparison
	s.compare(&f, a, b)
	return f.Times(&s.alone) - f.Turned()
}

// TestScore orders pairs: what says the same scores above what does not.
func TestScore(t *testing.T) {
	b := newBench(t)
	const least = 0 // even odds
	for _, test := range []struct {
		a, b string
		one  bool
	}{
		{"The flood carried off the miller's two barges.", "Two barges of the miller were carried off by the flood.",
			true},
		{"The flood drowned about 40 sheep at Lower Wend.", "At Lower Wend 41 sheep drowned in the flood.", true},
		{"The flood drowned forty sheep at Lower Wend.", "The flood drowned fourteen sheep at Lower Wend.", true},
		{"The council raised the toll of the bridge.", "The council cut the toll of the bridge.", false},
		{"The flood carried off two barges.", "A choir from Wend sang in the chapel.", false},
		{"The ferry sank on 3 March.", "The bishop arrived on 9 June.", false},
	} {
		texts, statements := b.told(test.a, test.b)
		s := b.Story(texts, statements, nil)
		x, y := score(s, s.Clauses[0], s.Clauses[1]), score(s, s.Clauses[1], s.Clauses[0])
		if math.Abs(x-y) > rounding {
			t.Errorf("score is %v one way and %v the other: %q, %q", x, y, test.a, test.b)
		}
		if (x >= least) != test.one {
			t.Errorf("score %.2f: %q, %q", x, test.a, test.b)
		}
	}
}

// TestStory: copies are filed with the first, the story's own words are
// discounted, statements are found by their place.
func TestStory(t *testing.T) {
	b := newBench(t)
	texts, statements := b.told(
		"Wend weir burst at dawn.|Wend weir was built of oak.",
		"Wend weir burst at dawn.|Wend weir drowned the orchard.",
	)
	s := b.Story(texts, statements, nil)
	again, last := s.Clauses[2], s.Clauses[3]
	if again.Original != 0 || last.Original != 3 || last.Report != 1 || s.Clauses[1].Sentence != 1 {
		t.Errorf("places: %+v", s.Clauses)
	}
	weir, orchard := s.Clauses[3].Words[1], s.Clauses[3].Words[3]
	if weir.Form != "weir" || orchard.Form != "orchard" || weir.Weight >= orchard.Weight/2 {
		t.Errorf("weir weighs %v, orchard %v", weir.Weight, orchard.Weight)
	}
	copied := statements[3]
	if s.Of(&copied) != s.Clauses[3] {
		t.Error("the statement is not found by its place")
	}
	copied.Span.End--
	if s.Of(&copied) != nil {
		t.Error("a statement is found where none is")
	}
	if len(b.Story(nil, nil, nil).Clauses) != 0 {
		t.Error("clauses without statements")
	}
}

// FuzzStory: every score is a number, and the same both ways.
func FuzzStory(f *testing.F) {
	b := newBench(f)
	f.Add("The flood took 40 sheep.|It raised the river.", "The flood took 14 sheep on 3 May.|\"No,\" he said.")
	f.Add("", "|||")
	f.Add("a|a|a", "\xff 1 1 1 -0 1e999")
	f.Fuzz(func(t *testing.T, one, two string) {
		texts, statements := b.told(one, two)
		s := b.Story(texts, statements, nil)
		for i, x := range s.Clauses {
			for _, y := range s.Clauses[:i] {
				a, c := score(s, x, y), score(s, y, x)
				if math.IsNaN(a) || math.Abs(a-c) > rounding {
					t.Fatalf("score %v, %v", a, c)
				}
				for _, share := range []float64{Agreement(x, y), Likeness(x, y), Share(x, y)} {
					if share < 0 || share > 1+1e-9 || math.IsNaN(share) {
						t.Fatalf("a share of %v", share)
					}
				}
			}
		}
	})
}

// odds gives the odds of the pairs of a story by their clauses.
func odds(s *Story) map[[2]int]float64 {
	found := map[[2]int]float64{}
	for _, p := range s.Pairs().List {
		found[[2]int{p.A, p.B}] = p.Odds
	}
	return found
}

func TestPairs(t *testing.T) {
	b := newBench(t)
	texts, statements := b.told(
		"The harbour board closed the Selmouth lock on Friday.|Engineers found 14 cracks in the northern gate.",
		"Selmouth lock was closed by the harbour board on Friday.|"+
			"There were 14 cracks in its northern gate, engineers found.",
		"A bakery in Dunmere won the regional pastry medal.",
		"A bakery in Dunmere won the regional pastry medal.",
	)
	story := b.Story(texts, statements, nil)
	found := odds(story)
	for _, pair := range [][2]int{{0, 2}, {1, 3}} {
		if found[pair] <= 0 {
			t.Errorf("pair %v has odds %.2f, want above 0", pair, found[pair])
		}
	}
	for pair := range found {
		if pair[0] < 4 && pair[1] >= 4 {
			t.Errorf("clauses %v share no telling word and are a pair", pair)
		}
		if pair[1] == 5 {
			t.Errorf("pair %v: a clause with the words of an earlier one was compared", pair)
		}
	}
	pairs := story.Pairs().Best(math.Inf(-1))
	for i := 1; i < len(pairs); i++ {
		if pairs[i-1].Odds < pairs[i].Odds {
			t.Errorf("pair %d is not in order", i)
		}
	}
}

// TestPairsOrder: of two clauses with the same words the one that has them in the same
// order is likelier the same claim; of a report's own ones, which are built alike, neither.
func TestPairsOrder(t *testing.T) {
	const (
		told    = "The harbour board sued the Selmouth mill."
		inOrder = "Harbour board sued Selmouth mill again."
		turned  = "Selmouth mill again sued harbour board."
	)
	b := newBench(t)
	compared := func(reports ...string) float64 {
		s := b.Story(b.story(reports...))
		pairs := s.Pairs().List
		if len(pairs) != 1 {
			t.Fatalf("%q: %d pairs", reports, len(pairs))
		}
		return pairs[0].Compared[ordered]
	}
	// harbour board, board sued, harbour sued, Selmouth mill, sued Selmouth; harbour board, Selmouth mill.
	if got := compared(told, inOrder); got != math.Log1p(5) {
		t.Errorf("in order: %v", math.Expm1(got))
	}
	if got := compared(told, turned); got != math.Log1p(2) {
		t.Errorf("turned round: %v", math.Expm1(got))
	}
	if got := compared(told + "|" + inOrder); got != 0 {
		t.Errorf("of one report: %v", got)
	}
}

// TestPairsApart: the further apart two reports are dated, the less likely they tell the same.
func TestPairsApart(t *testing.T) {
	const told = "The harbour board sued the Selmouth mill"
	b := newBench(t)
	previous := math.Inf(1)
	for _, test := range []struct {
		days  int
		apart float64
	}{{0, 0}, {15, 0.5}, {30, 1}, {300, 1}} {
		texts, statements, index := b.story(told+".", told+" again.")
		for i, text := range texts {
			at := time.Date(2020, 4, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*test.days)
			text.Report.Published = stemma.Moment{Time: at, Precision: stemma.Day}
		}
		p := b.Story(texts, statements, index).Pairs().List[0]
		if p.Compared[apart] != test.apart || p.Odds > previous {
			t.Errorf("%d days apart: %v, odds %.2f after %.2f", test.days, p.Compared[apart], p.Odds, previous)
		}
		previous = p.Odds
		texts[1].Report.Published = stemma.Moment{}
		if p := b.Story(texts, statements, index).Pairs().List[0]; p.Compared[apart] != 0 {
			t.Errorf("one without a date: %v", p.Compared[apart])
		}
	}
}

func TestPairsOpposed(t *testing.T) {
	b := newBench(t)
	const before = "The Selmouth board raised the harbour toll."
	same := odds(b.Story(b.story(before, "The board at Selmouth raised the harbour toll.")))
	turned := odds(b.Story(b.story(before, "The board at Selmouth cut the harbour toll.")))
	if pair := [2]int{0, 1}; same[pair] <= turned[pair] {
		t.Errorf("opposites: odds %.2f, without %.2f", turned[pair], same[pair])
	}
}

// story is told without an index.
func (b *bench) story(reports ...string) ([]*stemma.Text, []stemma.Statement, *stemma.Index) {
	texts, statements := b.told(reports...)
	return texts, statements, nil
}

// What a clause reaches is what comparing each two words by themselves finds.
func TestCover(t *testing.T) {
	b := newBench(t)
	s := b.Story(b.story(
		"The harbour board closed the Selmouth lock, and the board paid 14 engineers for stopping leaks.",
		"Boards of the harbours shut the lock; 14 engineers of Selmouth were paid on Friday to stop a leak.",
		"A bakery in Dunmere won 3 medals for its pastries, the 14-year-old baker's first.",
		"Harbor officials closed locks and paid some engineers 3 pounds for carrying on; they carried on.",
	))
	alike := 0
	for _, x := range s.Clauses {
		var r reach
		r.spread(&s.lexicon, x.Words)
		for _, y := range s.Clauses {
			var want amount
			for i := range y.Words {
				best := 0.0
				for k := range x.Words {
					best = max(best, likeAlone(b.Aligner, &y.Words[i], &x.Words[k]))
				}
				if best > 0 && best < 1 {
					alike++
				}
				want.add(&y.Words[i], best)
			}
			if got := r.cover(y.Words); got != want {
				t.Errorf("%q reaches %+v of %q, want %+v", x.Statement.Span.Text, got, y.Statement.Span.Text, want)
			}
			var asked reach
			asked.spread(&s.lexicon, y.Words)
			if got := asked.answer(x.Words); got != want {
				t.Errorf("%q answers %+v of %q, want %+v", x.Statement.Span.Text, got, y.Statement.Span.Text, want)
			}
		}
	}
	if alike < 10 {
		t.Errorf("%d words are like others, too few to tell", alike)
	}
}

// likeAlone says how near two words are, by themselves.
func likeAlone(aligner *Aligner, a, b *Word) float64 {
	m := aligner.vectors
	switch {
	case a.Value != nil && b.Value != nil:
		return likeValues(aligner.values, a.Value, b.Value)
	case a.Value != nil || b.Value != nil:
		return 0
	case a.Form == b.Form:
		return 1
	case a.Number || b.Number:
		return 0
	case vector.SameStem(a.Form, b.Form):
		return float64(float32(stemLikeness))
	}
	if cos := m.Similarity(a.Form, b.Form); cos >= leastCosine {
		return float64(float32(synonymLikeness * (cos - floorCosine) / (1 - floorCosine)))
	}
	return 0
}

func TestStoryOfOneComparesNothing(t *testing.T) {
	b := newBench(t)
	s := b.Story(b.story("The harbour board closed the Selmouth lock on Friday."))
	if s.Pairs(); s.lexicon.alike.first != nil {
		t.Error("a story of one clause looks for words that are near each other")
	}
}
