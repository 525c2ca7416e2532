package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// made is a PDF file of pages with these contents.
func made(contents ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj " +
		"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 32/Widths[" +
		strings.Repeat("600 ", 95) + "]>> endobj\n")
	var kids []string
	for i, c := range contents {
		fmt.Fprintf(&b, "%d 0 obj <</Type/Page/Parent 2 0 R/Contents %d 0 R>> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n", 11+2*i, len(c), c)
		kids = append(kids, fmt.Sprintf("%d 0 R", 10+2*i))
	}
	fmt.Fprintf(&b, "2 0 obj <</Type/Pages/Resources<</Font<</F1 3 0 R>>>>/Count %d/Kids[%s]>> endobj\n",
		len(contents), strings.Join(kids, " "))
	b.WriteString("trailer <</Root 1 0 R>>\n%%EOF\n")
	return b.Bytes()
}

// at is lines of ten points, from a place downwards.
func at(x, y int, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "BT /F1 10 Tf %d %d Td (%s) Tj ET\n", x, y-12*i, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l))
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	left := []string{"The harbour board closed the north", "pier on Monday after an engin-",
		"eer found a crack in its wall.", "The work will take nine days."}
	right := []string{"It costs 40 crowns, paid by a", "well-known friend of the town.",
		"Ferries leave from the older", "quay until then, she said."}
	columns := "The harbour board closed the north pier on Monday after an engineer found a crack in its wall. The " +
		"work will take nine days.\n\n" +
		"It costs 40 crowns, paid by a well-known friend of the town. Ferries leave from the older quay until then, " +
		"she said."
	for name, c := range map[string]struct{ content, want string }{
		"one column": {at(50, 700, left...), strings.Split(columns, "\n\n")[0]},
		"two columns": {at(50, 760, "A headline that goes over both of the columns of this page here") +
			at(50, 700, left...) + at(310, 700, right...),
			"A headline that goes over both of the columns of this page here\n\n" + columns},
		"two columns, by rows": {at(50, 700, left[0]) + at(310, 700, right[0]) + at(50, 688, left[1]) +
			at(310, 688, right[1]) +
			at(50, 676, left[2]) + at(310, 676, right[2]) + at(50, 664, left[3]) + at(310, 664, right[3]), columns},
		"base lines that differ": {at(50, 700, left...) + at(310, 705, right...), columns},
		"a column that is longer": {at(50, 700, left[:3]...) + at(310, 700, right[:3]...) + at(310, 664, right[3]),
			"The harbour board closed the north pier on Monday after an engineer found a crack in its wall.\n\n" +
				strings.Split(columns, "\n\n")[1]},
		"paragraphs": {at(50, 700, "First line of one.", "It goes on here.") + at(50, 660, "Another one."),
			"First line of one. It goes on here.\n\nAnother one."},
		"indented": {at(50, 700, "The first line of the paragraph goes", "on to here and then it stops.") +
			at(65, 676, "The next one begins with a blank,") +
			at(50, 664, "as books have it."),
			"The first line of the paragraph goes on to here and then it stops.\n\nThe next one begins with a " +
				"blank, as books have it."},
		"pieces": {"BT /F1 10 Tf 50 700 Td [(The p)-20(ier)-600(is)] TJ 90 0 Td (shut.) Tj ET",
			"The pier is shut."},
		"turned": {"q 0 1 -1 0 0 0 cm " + at(50, -100, "The pier is", "shut today.") + " Q",
			"The pier is shut today."},
		"watermark": {at(50, 700, "The pier is shut.") + "BT /F1 40 Tf .7 .7 -.7 .7 100 100 Tm (COPY) Tj ET",
			"The pier is shut."},
		"quote marks": {"BT /F1 10 Tf 12 TL 50 700 Td (one) Tj (two) ' 1 2 (three) \" T* <666f7572> Tj ET",
			"one two three four"},
		"hyphens": {at(50, 700, "A dog-", "like cat and a 20-", "year-old Anglo-", "Saxon."),
			"A doglike cat and a 20-year-old Anglo-Saxon."},
	} {
		got, _, err := Text(made(c.content))
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

func TestPages(t *testing.T) {
	var pages []string
	for i := range 4 {
		pages = append(pages, at(50, 780, "The Harbour Star")+at(50, 700,
			fmt.Sprintf("Sentence number %s ends",
				[]string{"one", "two", "three",
					"four"}[i]), "on this page and that is all.")+at(300, 30, fmt.Sprintf("Page %d of 4", i+1)))
	}
	got, _, err := Text(made(pages...))
	if err != nil || strings.Contains(got, "Star") || strings.Contains(got, "Page") ||
		strings.Count(got, "Sentence") != 4 {
		t.Errorf("%q %v", got, err)
	}
	got, _, _ = Text(made(at(50, 700, "This is a sentence that does not end on this page but"),
		at(50, 700, "goes on here.")))
	if got != "This is a sentence that does not end on this page but goes on here." {
		t.Errorf("%q", got)
	}
	got, address, _ := Text(made(at(20, 780, "5/6/24, 9:00 PM") + at(300, 780, "Pier shut") +
		at(50, 700, "The pier is shut.") + at(20, 10, "https://star.example/pier") + at(500, 10, "1/1")))
	if got != "The pier is shut." || address != "https://star.example/pier" {
		t.Errorf("%q of %q", got, address)
	}
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func TestForms(t *testing.T) {
	content := "BT /F1 10 Tf 50 700 Td (The pier.) Tj ET"
	stream := func(d, data string) string {
		return fmt.Sprintf("<<%s/Length %d>> stream\r\n%s\r\nendstream", d, len(data), data)
	}
	base := func(content, font, more string) []byte {
		return []byte("%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[4 0 R]>> " +
			"endobj\n" +
			"4 0 obj <</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>>> " +
			"endobj\n5 0 obj " + content + " endobj 3 0 obj " + font + " endobj\n" + more + " trailer <</Root 1 " +
			"0 R>>")
	}
	plain := "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding>>"
	inner := "3 0 1 43 " + plain + " <</Type/Catalog/Pages 2 0 R>>"
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"flate":   {base(stream("/Filter/FlateDecode", deflated(content)), plain, ""), "The pier."},
		"ascii85": {base(stream("/Filter[/ASCIIHexDecode]", fmt.Sprintf("%x>", content)), plain, ""), "The pier."},
		"form": {base(stream("", "/X Do"), plain, "6 0 obj "+stream("/Subtype/Form", content)+" endobj"),
			"The pier."},
		"endless": {base(stream("", "/X Do"), plain,
			"6 0 obj "+stream("/Subtype/Form/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>",
				"/X Do /X Do "+content)+" endobj"), "The pier."},
		"names": {base(stream("", strings.Replace(content, "The pier.", `\001\002`, 1)), "<</Subtype/Type1/Encoding<</Differences[1/eacute/fi.alt]>>>>", ""), "éfi"},
		"table": {base(stream("", strings.Replace(content, "(The pier.)", "<00010002>", 1)),
			"<</Subtype/Type0/ToUnicode 7 0 R/DescendantFonts[<</DW 600>>]>>", "7 0 obj "+stream("",
				"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <00480069> endbfchar 1 "+
					"beginbfrange <0002> <0005> <0021> endbfrange")+" endobj"), "Hi!"},
		"packed": {base(stream("", content), "null",
			"9 0 obj "+stream("/Type/ObjStm/N 2/First 10", "3 0 12 0  "+plain)+" endobj"), "The pier."},
		"patched": {append(base(stream("", strings.Replace(content, "pier", "quay", 1)), plain, ""),
			[]byte("\n5 0 obj "+stream("", content)+" endobj")...), "The pier."},
		"no table": {bytes.ReplaceAll(base(stream("", content), plain, ""), []byte("trailer"), []byte("tr")),
			"The pier."},
	} {
		_ = inner
		got, _, err := Text(c.data)
		if name == "endless" {
			if !strings.Contains(got, c.want) {
				t.Errorf("%s: %.50q %v", name, got, err)
			}
			continue
		}
		if got != c.want || err != nil {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"pictures": {base(stream("", "q 100 0 0 100 0 0 cm /X Do Q"), plain,
			"6 0 obj "+stream("/Subtype/Image/Filter/DCTDecode", "xx")+" endobj"), ErrNoText},
		"encrypted": {bytes.Replace(base(stream("", content), plain, ""), []byte("<</Root"),
			[]byte("<</Encrypt 8 0 R/Root"), 1), ErrEncrypted},
		"nothing": {[]byte("%PDF-1.4\n%%EOF"), ErrDamaged},
		"circle": {[]byte("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[2 0 R 3 0 R]>> " +
			"endobj 3 0 obj <</Kids[2 0 R]>> endobj trailer<</Root 1 0 R>>"), ErrDamaged},
	} {
		if _, _, err := Text(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDamagedFiles: cut anywhere, with any byte changed, it ends.
func TestDamagedFiles(t *testing.T) {
	whole := made(at(50, 700, "The pier is shut.", "It will open."), at(50, 700, "More."))
	noise := rand.New(rand.NewPCG(3, 4))
	done := time.AfterFunc(20*time.Second, func() { panic("does not end") })
	defer done.Stop()
	for i := range whole {
		Text(whole[:i])
		turned := bytes.Clone(whole)
		turned[i] = byte(noise.Uint32())
		Text(turned)
	}
}

func TestBombs(t *testing.T) {
	done := time.AfterFunc(20*time.Second, func() { panic("does not end") })
	defer done.Stop()
	zeros := deflated(strings.Repeat(" ", 64<<20))
	data := "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[" +
		strings.Repeat("4 0 R 5 0 R ", 1000) + "]>> endobj\n" +
		fmt.Sprintf("4 0 obj <</Type/Page/Contents[%s]>> endobj 3 0 obj <</Filter/FlateDecode/Length %d>> "+
			"stream\n%s\nendstream endobj ", strings.Repeat("3 0 R ", 1000), len(zeros), zeros)
	Text([]byte(data + "trailer <</Root 1 0 R>>"))
	Text([]byte("%PDF-1.4\n1 0 obj " + strings.Repeat("[", 1<<20)))
	Text([]byte("%PDF-1.4\n1 0 obj " + strings.Repeat("<<", 1<<20)))
	Text([]byte("%PDF-1.4\n" + strings.Repeat("1 0 obj <<", 1<<17)))
	Text([]byte("%PDF-1.4\n" + strings.Repeat("1 0 obj <</Length 9>> stream ", 1<<15)))
	Text(made(strings.Repeat("q ", 1<<20), strings.Repeat(at(1, 1, "x"), 1<<14)))
	var scattered strings.Builder
	noise := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		scattered.WriteString(at(noise.IntN(600), noise.IntN(800), "word"))
	}
	Text(made(scattered.String()))
}

func FuzzText(f *testing.F) {
	f.Add(made(at(50, 700, "The pier is shut.")))
	f.Fuzz(func(t *testing.T, data []byte) {
		done := time.AfterFunc(10*time.Second, func() { panic("does not end") })
		Text(data)
		done.Stop()
	})
}
