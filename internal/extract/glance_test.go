package extract

import (
	"math/rand"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
)

const ferryHalted = "The ferry between Northmouth and Selby Island was halted on Monday after engineers found a " +
	"fault on the pier."

func TestGlance(t *testing.T) {
	e := allTongues(t)
	for _, test := range []struct {
		text  string
		clean bool
	}{
		{ferryHalted, true},
		{ferryHalted + "\nIt will sail again in May, the board said, and fares of 4.50 crowns stay as they are " +
			"until then.\n", true},
		{"Ferry halted\n\n" + ferryHalted, true},
		{ferryHalted + "\n\nRead more: What the engineers found", false},
		{ferryHalted + "\n\nPhoto: A. Ruiz", false},
		{ferryHalted + "\n\nThe Associated Press contributed to this report.", false},
		{"By Ana Ruiz\n\n" + ferryHalted, false},
		{"Ana Ruiz\n\n" + ferryHalted, false},
		{ferryHalted + "\n\n7 May 2024", false},
		{ferryHalted + "\n\nhttps://courier.example/ferry", false},
		{ferryHalted + "\n\nShare | Print", false},
		{ferryHalted + "\n" + strings.Repeat("Photos: The ferry at the pier of Northmouth. ", 40), false},
		{ferryHalted + "\nA. Ruiz/Reuters", false},
		{ferryHalted + "\nShow caption Hide caption " +
			strings.Repeat("The ferry lies at the pier of Northmouth. ", 12), false},
		{ferryHalted + "\n“It will sail again,” the board’s Zoë Öst said – in May… at a fare of £4.", true},
		{ferryHalted + "\n– Photo: Zoë Öst", false},
		{ferryHalted + "\n© Courrier", false},
		{ferryHalted + "\nThe board sold shares for March/April and for 4/8 of the fare.", true},
		{ferryHalted + "\nThe ferry sank.", true},
		{ferryHalted + "\nNewsroom staff", false},
		{"", false},
	} {
		if got, _ := e.judge().clean(test.text); got != test.clean {
			t.Errorf("%q: clean %v", test.text, got)
		}
	}
}

// What passes the first look has no line that the second one would mark.
func TestGlanceIsExact(t *testing.T) {
	e, packs := allTongues(t), packsOf(t)
	words := []string{"Northmouth", "ferry", "May", "2024", "7", "(", ")", "said", "the", ".", "|", "/", ":",
		"14:41", "Ana", "Ruiz", "a.m.", "“", "”", "é", "É", "–", "— ", "’s", "…", "©", "•", "août", "\u00a0"}
	for _, table := range []string{"boilerplate", "captions", "page-footers", "bylines", "page-datewords"} {
		words = append(words, newTableSet(packs).table(table).Entries()...)
	}
	random := rand.New(rand.NewSource(1))
	passed := 0
	for range 20_000 {
		var b strings.Builder
		b.WriteString(ferryHalted + "\n")
		for n := 1 + random.Intn(24); n > 0; n-- {
			w := words[random.Intn(len(words))]
			if random.Intn(3) == 0 {
				w = capitalised(w)
			}
			b.WriteString(w + [...]string{" ", " ", " ", " ", ", ", ": ", ". ", ") ", " ("}[random.Intn(9)])
		}
		if clean, _ := e.judge().clean(b.String()); clean {
			passed++
			onlyArticle(t, e, b.String())
		}
	}
	if passed < 500 {
		t.Errorf("%d texts passed, too few to tell", passed)
	}
}

func FuzzGlance(f *testing.F) {
	e := allTongues(f)
	f.Add(ferryHalted + "\nBy Ana Ruiz")
	f.Add("Ferry\n" + ferryHalted + "\n(left)with A. Ruiz (file):x\n14.41pm, 7May.")
	f.Fuzz(func(t *testing.T, text string) {
		if clean, _ := e.judge().clean(text); clean {
			onlyArticle(t, e, text)
		}
	})
}

func onlyArticle(t *testing.T, e *Extractor, text string) {
	t.Helper()
	units, _ := plainReader{e.x}.plainText(text, &judge{lexicon: e.x})
	for _, u := range units {
		if u.kind != stemma.Paragraph && u.kind != stemma.Heading && u.kind != stemma.TitleSegment {
			t.Fatalf("%q is %s in a text that is said to be clean:\n%q", u.text, u.kind, text)
		}
	}
}

func allTongues(t testing.TB) *Extractor { return New(packsOf(t)...) }

func packsOf(t testing.TB) []*language.Pack {
	t.Helper()
	packs, err := language.All()
	if err != nil {
		t.Fatal(err)
	}
	return packs
}

// Words that are looked at by their first eight bytes are seen as all others are.
func TestGlanceAtEightBytes(t *testing.T) {
	e := allTongues(t)
	pieces := []string{"a", "of", "ferry", "Northmouth", "READ", "more", "by", "7", "2024", "a.m.", ",", ".", ":",
		"-", "'s", "é", "É", "\u00a0", " ", "  ", "\t", "\x01", "newspapers", "staff", "contributed", "/"}
	random := rand.New(rand.NewSource(1))
	for range 50_000 {
		var b strings.Builder
		for n := 2 + random.Intn(12); n > 0; n-- {
			b.WriteString(pieces[random.Intn(len(pieces))] + [...]string{" ", " ", ""}[random.Intn(3)])
		}
		line, ok := typed(b.String())
		if !ok {
			continue
		}
		fast, slow := view{g: e.glance, line: line}, view{g: e.glance, line: line}
		fast.read()
		for at := 0; at < len(line); {
			if e.glance.bytes[line[at]]&blank != 0 {
				at++
				continue
			}
			end := fieldEnd(line, at)
			slow.field(at, end)
			at = end
		}
		if fast != slow {
			t.Fatalf("%q: %+v, want %+v", line, fast, slow)
		}
		for limit := range 9 {
			if got, want := countWords(line, limit), countAll(line, limit, 0, false); got != want {
				t.Fatalf("%q: %d words of %d, want %d", line, got, limit, want)
			}
		}
	}
}
