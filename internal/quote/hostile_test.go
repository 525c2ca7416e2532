package quote_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
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
		return strings.Repeat(
			"“The ferry is late, Ito said. ‘Nobody came, „nobody at all. \"It sank «twice, she added. ''Why? "+
				"asked Bell.\n\n", n)
	}},
	{"closing marks", func(n int) string {
		return strings.Repeat(
			"The ferry is late,” Ito said. Nobody came,’ she added.” It sank» twice, Bell said.\"\n\n", n)
	}},
	{"one paragraph of quotations", func(n int) string {
		return strings.Repeat(
			"“No,” Ito said. “It is so,” said Bell. “Yes.” “No.” She asked: “Who?” “It sank,” they replied. ", n)
	}},
	{"capitals", func(n int) string {
		return strings.Repeat(
			"MAYOR ANNA ITO SAID THE FERRY WAS SAFE, ACCORDING TO OFFICIALS, AND BELL TOLD REPORTERS IT WAS NOT. ", n)
	}},
	{"no punctuation", func(n int) string {
		return strings.Repeat(
			"the mayor said the ferry was late and officials told reporters that it sank while Bell claims it did "+
				"not ", n)
	}},
	{"right to left", func(n int) string {
		return strings.Repeat(
			"\u200f«العبّارة متأخرة» قال إيتو. אמר איתו: ”המעבורת טבעה“. \u202eIto said “it sank”\u202c, قالت بيل ", n)
	}},
	{"transcript", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "SPEAKER %c%c: It was said so. He told me that it sank, and I asked: “Why?”\n\n",
				'A'+i%10, 'A'+i/10%20)
		}
		return b.String()
	}},
	{"each speaks once", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "KA%c%c%cT: I was told that it sank, and we asked: “Why?” He said so.\n\n", 'A'+i%26,
				'A'+i/26%26, 'A'+i/676%26)
		}
		return b.String()
	}},
	{"transcript in one quotation", func(n int) string {
		return "“" + strings.Repeat("ITO: Why is it late?\n\n“BELL: I said that it sank.\n\n", n)
	}},
	{"colons", func(n int) string {
		return strings.Repeat("the mayor and Ito: “It sank” and then Bell: “No” after which: “Who?” ", n)
	}},
	{"signatures", func(n int) string {
		return strings.Repeat("“It sank, and it is late.”\n\n— Anna Ito, "+
			"Aldwick\n\n“No.”\n\n“It is.” — Tom Bell\n\n", n)
	}},
	{"what goes on", func(n int) string {
		return "“It sank,” Ito said. " + strings.Repeat("“It is late.” “No.” ", n)
	}},
	{"one word", func(n int) string { return strings.Repeat("said “said” ", n) }},
	{"he said that he said", func(n int) string {
		return strings.Repeat("he said that he said that she said that they said that "+
			"it was said that he said that ", n)
	}},
	{"nested marks", func(n int) string {
		return strings.Repeat("“‘“‘“‘“‘“‘ he said “‘“‘“‘“‘“‘ ", n)
	}},
	{"marks in balance", func(n int) string {
		return strings.Repeat("“he said ‘",
			n) + strings.Repeat("’ she said” ", n)
	}},
	{"who cited", func(n int) string {
		return strings.Repeat(
			"according to Ito, who cited Bell, who spoke with three sources, who told the Lantern, ", n)
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
			fmt.Fprintf(&b,
				"Anna Ito%c%c%c, a former pilot, said it sank. “It sank,” she said. The pilot agreed that it sank. ",
				'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
		return b.String()
	}},
	{"pronouns of nobody", func(n int) string {
		return strings.Repeat("He said so. She said he said. They told her. The document says more. ", n)
	}},
}

// readHostile gives the attributions, and the processor time that reading them
// took, splitting apart.
func readHostile(lang *language.Pack, r *quote.Reader, text string) ([]stemma.Attribution, time.Duration) {
	s := segment.Split(report("r1", "The Marsh Lantern", text), lang)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := cpu()
	found, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
	return found, cpu() - start
}

// best is the least processor time of several tries.
func best(lang *language.Pack, r *quote.Reader, text string) time.Duration {
	_, least := readHostile(lang, r, text)
	for range 2 {
		_, took := readHostile(lang, r, text)
		least = min(least, took)
	}
	return least
}

// measurable is the least time from which on times are compared: what is
// shorter is noise. Texts are doubled until they take it, so that small costs
// count as well as large ones. maxHostile ends that, in repetitions.
const (
	measurable = 2 * time.Millisecond
	maxHostile = 25_600
)

// most is how many times as long 16 times the text may take: quadratic time
// would take 256 times, and a busy machine's caches make linear time up to 35.
const most = 64

// TestHostile fails on a panic and on a span out of bounds.
func TestHostile(t *testing.T) {
	lang := english(t)
	r := quote.New(lang)
	for _, h := range hostile {
		text := h.text(1600)
		found, _ := readHostile(lang, r, text)
		checkSpans(t, found, text)
	}
}

// TestHostileGrowth fails when 16 times the text takes more than most times as
// long.
func TestHostileGrowth(t *testing.T) {
	needsGrowth(t)
	lang := english(t)
	r := quote.New(lang)
	for _, h := range hostile {
		n := 100
		one := best(lang, r, h.text(n))
		for one < measurable && n < maxHostile {
			n *= 2
			one = best(lang, r, h.text(n))
		}
		one = max(one, measurable) // a clock may be too coarse for what never takes long
		sixteen := best(lang, r, h.text(16*n))
		t.Logf("%-28s %6d times %8v, 16 times as often %8v", h.name, n, one.Round(time.Microsecond),
			sixteen.Round(time.Microsecond))
		if sixteen > most*one {
			t.Errorf("%s: 16 times the text took %v after %v", h.name, sixteen, one)
		}
	}
}

// TestTinyHostile reads every hostile input from one repetition on, cut at every
// byte of its first ones: what is cut off must fail nothing either.
func TestTinyHostile(t *testing.T) {
	lang := english(t)
	r := quote.New(lang)
	for _, h := range hostile {
		for n := 1; n <= 3; n++ {
			readHostile(lang, r, h.text(n))
		}
		text := h.text(2)
		for end := range min(len(text), 200) {
			if !utf8.RuneStart(text[end]) {
				continue
			}
			found, _ := readHostile(lang, r, text[:end])
			for _, a := range found {
				for _, s := range a.Content {
					if s.End > end || text[s.Start:s.End] != s.Text {
						t.Fatalf("%s: bad span %+v of %q", h.name, s, text[:end])
					}
				}
			}
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
