package quote_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

// hostile are inputs that nobody should write. Each grows with n, the number
// of its repetitions, about 100 bytes each.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"unbalanced marks", func(n int) string {
		return strings.Repeat("“The ferry is late, Ito said. ‘Nobody came, „nobody at all. \"It sank «twice, she added. ''Why? asked Bell.\n\n", n)
	}},
	{"closing marks", func(n int) string {
		return strings.Repeat("The ferry is late,” Ito said. Nobody came,’ she added.” It sank» twice, Bell said.\"\n\n", n)
	}},
	{"one paragraph of quotations", func(n int) string {
		return strings.Repeat("“No,” Ito said. “It is so,” said Bell. “Yes.” “No.” She asked: “Who?” “It sank,” they replied. ", n)
	}},
	{"capitals", func(n int) string {
		return strings.Repeat("MAYOR ANNA ITO SAID THE FERRY WAS SAFE, ACCORDING TO OFFICIALS, AND BELL TOLD REPORTERS IT WAS NOT. ", n)
	}},
	{"no punctuation", func(n int) string {
		return strings.Repeat("the mayor said the ferry was late and officials told reporters that it sank while Bell claims it did not ", n)
	}},
	{"right to left", func(n int) string {
		return strings.Repeat("\u200f«العبّارة متأخرة» قال إيتو. אמר איתו: ”המעבורת טבעה“. \u202eIto said “it sank”\u202c, قالت بيل ", n)
	}},
	{"transcript", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "SPEAKER %c%c: It was said so. He told me that it sank, and I asked: “Why?”\n\n", 'A'+i%10, 'A'+i/10%20)
		}
		return b.String()
	}},
	{"he said that he said", func(n int) string {
		return strings.Repeat("he said that he said that she said that they said that it was said that he said that ", n)
	}},
	{"nested marks", func(n int) string {
		return strings.Repeat("“‘“‘“‘“‘“‘ he said “‘“‘“‘“‘“‘ ", n)
	}},
	{"marks in balance", func(n int) string { return strings.Repeat("“he said ‘", n) + strings.Repeat("’ she said” ", n) }},
	{"who cited", func(n int) string {
		return strings.Repeat("according to Ito, who cited Bell, who spoke with three sources, who told the Lantern, ", n)
	}},
	{"attitudes", func(n int) string {
		return strings.Repeat("hopes to try to want support for criticism of a decision by Ito to be asked about ", n)
	}},
	{"appositions", func(n int) string {
		return strings.Repeat("Ito, 44, a former pilot, the mayor of Aldwick, who (left), which, ", n)
	}},
	{"speakers", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Anna Ito%c%c%c, a former pilot, said it sank. “It sank,” she said. The pilot agreed that it sank. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
		return b.String()
	}},
	{"pronouns of nobody", func(n int) string {
		return strings.Repeat("He said so. She said he said. They told her. The document says more. ", n)
	}},
}

// readHostile gives the attributions and what reading them took, splitting
// apart.
func readHostile(t testing.TB, r *quote.Reader, text string) ([]stemma.Attribution, time.Duration) {
	s := segment.Split(report("r1", "The Marsh Lantern", text), english(t))
	start := time.Now()
	found, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
	return found, time.Since(start)
}

// TestHostile fails on a panic, on a span out of bounds, and when 16 times the
// text takes more than 40 times as long. The best of several tries counts, and half a
// second is let pass, so that a busy machine fails nothing: quadratic time would
// take 256 times as long.
func TestHostile(t *testing.T) {
	const least = 500 * time.Millisecond
	r := quote.New(english(t))
	for _, h := range hostile {
		var cost [2]time.Duration
		for i, n := range []int{100, 1600} {
			text := h.text(n)
			for try := range 3 {
				found, took := readHostile(t, r, text)
				if try == 0 || took < cost[i] {
					cost[i] = took
				}
				for _, a := range found {
					for _, s := range append(a.Content, a.Cue...) {
						if s.Start < 0 || s.Start >= s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
							t.Fatalf("%s: bad span %+v", h.name, s)
						}
					}
				}
				if i == 1 && cost[1] < 40*cost[0]+least {
					break
				}
			}
		}
		t.Logf("%-28s %8v %8v", h.name, cost[0].Round(time.Microsecond), cost[1].Round(time.Microsecond))
		if cost[1] > 40*cost[0]+least {
			t.Errorf("%s: 16 times the text took %v after %v", h.name, cost[1], cost[0])
		}
	}
}

// TestManySpeakers is a transcript with 200 speakers, each of whom speaks twice.
func TestManySpeakers(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "ITO%c%c: The ferry is late.\n\n", 'A'+i%20, 'A'+i/20%10)
	}
	found, speakers := read(t, b.String())
	if len(found) != 400 || len(speakers) != 200 {
		t.Errorf("%d attributions of %d speakers, want 400 of 200", len(found), len(speakers))
	}
}

// TestManyQuotations is a paragraph with 10,000 quotations.
func TestManyQuotations(t *testing.T) {
	const n = 10000
	found, _ := read(t, strings.Repeat("“It is late,” Ito said. ", n))
	if len(found) != n {
		t.Errorf("%d attributions, want %d", len(found), n)
	}
}

// BenchmarkHostile reads every hostile input once and 16 times as long: the
// bytes per second should be alike.
func BenchmarkHostile(b *testing.B) {
	lang := english(b)
	r := quote.New(lang)
	for _, h := range hostile {
		for _, n := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/%dx", strings.ReplaceAll(h.name, " ", "-"), n), func(b *testing.B) {
				text := h.text(100 * n)
				s := segment.Split(report("r1", "The Marsh Lantern", text), lang)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
				}
			})
		}
	}
}
