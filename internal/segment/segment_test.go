package segment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// report is a report of one paragraph.
func report(text string) *stemma.Report {
	return &stemma.Report{ID: "r1", Text: text, Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}}
}

func english(t testing.TB) *language.Pack {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// TestSentences writes the expected breaks as " | ".
func TestSentences(t *testing.T) {
	pack := english(t)
	for _, want := range []string{
		"Gen. Ada M. Stone spoke. | She left.",
		"J.R. Stone spoke. | She left.",
		"“It rained,” said J. Stone, a baker. | She left.",
		"“It rained,” said J. R. R. Stone. | She left.",
		"He has hepatitis B. | Doctors left.",
		"According to J.R. “Pip” Stone, it rained. | She left.",
		"He moved to the U.S. in May. | It rained.",
		"She lives in the U.S. | The rest stayed.",
		"It begins at 5 p.m. on Friday. | Doors open at 4 a.m. | The band is No. 5.",
		"The answer was no. | Nobody came.",
		"“Is it safe?” she asked. | “No.”",
		"“It was late.” | “We left,” he said.",
		"The 3.5 million crowns are gone. | All of it.",
		"A line that is\nhard wrapped by\r\nhand. | And another\none.",
		"They chose plan B. | It failed.",
		"Thirty stalls will move. | 2,400 visitors get their money back. | 7 do not.",
		"It cost approx. 40 crowns. | See vol. 3 and No. 7 of the file.",
	} {
		text := strings.ReplaceAll(want, " | ", " ")
		cut := segment.Split(report(text), pack)
		var got []string
		for _, s := range cut.Sentences {
			got = append(got, text[s.Start:s.End])
		}
		if diff := cmp.Diff(want, strings.Join(got, " | ")); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTokensFold(t *testing.T) {
	text := "Mr. Núñez’s “62-year-old” café paid $3,500.50 — twice\u00a0over."
	cut := segment.Split(report(text), english(t))
	var forms []string
	for _, tok := range cut.Tokens {
		forms = append(forms, tok.Form)
	}
	want := `mr . nunez's " 62 - year - old " cafe paid $ 3,500.50 - twice over .`
	if diff := cmp.Diff(want, strings.Join(forms, " ")); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyArticleTextIsCut(t *testing.T) {
	text := "A title\nShare this\nA paragraph."
	r := &stemma.Report{ID: "r1", Text: text, Segments: []stemma.Segment{
		{Kind: stemma.TitleSegment, Start: 0, End: 7},
		{Kind: stemma.Boilerplate, Start: 8, End: 18},
		{Kind: stemma.Paragraph, Start: 19, End: len(text)},
	}}
	cut := segment.Split(r, english(t))
	if len(cut.Sentences) != 2 || cut.Sentences[1].Segment != 2 || cut.SentenceAt(9) != -1 || cut.SentenceAt(20) != 1 {
		t.Errorf("sentences: %+v", cut.Sentences)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Gen. Stone said “no.” \xff\xfe She left.\n\n")
	f.Add("\u202e\u0000a\r\n\u2028b")
	pack := english(f)
	f.Fuzz(func(t *testing.T, text string) {
		cut := segment.Split(report(text), pack)
		at := 0
		for _, s := range cut.Sentences {
			if s.Start < at || s.End <= s.Start || s.End > len(text) || s.Last <= s.First {
				t.Fatalf("sentence out of order: %+v", s)
			}
			for _, tok := range cut.Tokens[s.First:s.Last] {
				if tok.Start < at || tok.End <= tok.Start || tok.End > s.End || tok.Form == "" {
					t.Fatalf("token out of order: %+v in %+v", tok, s)
				}
				at = tok.End
			}
			at = s.End
		}
	})
}

// TestAcrossInsets: a sentence goes on behind furniture that ran into its line, which has no
// token, and does not go on behind furniture on lines of its own.
func TestAcrossInsets(t *testing.T) {
	for _, test := range []struct {
		inset string
		want  int
	}{{" Links MORE ", 1}, {"\n\nLinks MORE\n\n", 2}} {
		text := "Ada Wren" + test.inset + "left the mill"
		at := strings.Index(text, "Links")
		r := &stemma.Report{ID: "a", Text: text, Segments: []stemma.Segment{
			{Kind: stemma.Paragraph, End: len("Ada Wren")},
			{Kind: stemma.Boilerplate, Start: at, End: at + len("Links MORE")},
			{Kind: stemma.Paragraph, Start: strings.Index(text, "left"), End: len(text)},
		}}
		pack, err := language.Load("en")
		if err != nil {
			t.Fatal(err)
		}
		got := segment.Split(r, pack)
		if len(got.Sentences) != test.want || len(got.Tokens) != 5 {
			t.Errorf("%q: %d sentences, %d tokens", text, len(got.Sentences), len(got.Tokens))
		}
	}
}
