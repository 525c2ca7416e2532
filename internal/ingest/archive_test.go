package ingest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"stemma"
)

// entry is a file in an archive.
type entry struct{ name, data string }

func zipOf(entries ...entry) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		method := zip.Deflate
		if strings.HasSuffix(e.name, ".gz") {
			method = zip.Store
		}
		w, _ := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: method})
		io.WriteString(w, e.data)
	}
	z.Close()
	return b.String()
}

func tarOf(entries ...entry) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		w.WriteHeader(&tar.Header{Name: e.name, Size: int64(len(e.data)), Mode: 0o644, Typeflag: tar.TypeReg})
		io.WriteString(w, e.data)
	}
	w.Close()
	return b.String()
}

func gzipOf(parts ...string) string {
	var b bytes.Buffer
	for _, data := range parts {
		w := gzip.NewWriter(&b)
		io.WriteString(w, data)
		w.Close()
	}
	return b.String()
}

func zstdOf(data string) string {
	var b bytes.Buffer
	w, _ := zstd.NewWriter(&b)
	io.WriteString(w, data)
	w.Close()
	return b.String()
}

func recordOf(kind, target, date, block string, more ...string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\n%sContent-Length: "+
		"%d\r\n\r\n%s\r\n\r\n",
		kind, target, date, strings.Join(more, ""), len(block), block)
}

func answer(media, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: " + media + "\r\n\r\n" + body
}

func TestArchives(t *testing.T) {
	inside := []entry{{"a.html", "<p>A"}, {"../../b.txt", "B"}, {"sub/c.jsonl", `{"text":"C1"}` + "\n" + `{"id":"x","text":"C2"}`}, {"d.png", "D"}, {".e.txt", "E"}, {"a.html", "<p>twice"}, {"f.csv", "text,url\nF,u"}}
	rows := func(file string) string {
		return strings.ReplaceAll(`
F#../../b.txt text/plain "B"
F#a.html text/html "<p>A"
F#a.html#6 text/html "<p>twice"
F#f.csv#2 text/plain "F"
F#sub/c.jsonl#1 text/plain "C1"
F#sub/c.jsonl#x text/plain "C2"
F#.e.txt skipped: hidden: the name starts with a dot
F#d.png skipped: unknown extension: by its name no page, text, table, book or archive
`, "F#", file+"#")
	}
	pile(t, map[string]string{
		"p.zip": zipOf(inside...), "p.tar": tarOf(inside...), "p.tgz": gzipOf(tarOf(inside...)),
		"p.tar.zst": zstdOf(tarOf(inside...)),
		"n.zip":     zipOf(entry{"in.zip", zipOf(inside...)}), "t.tar": tarOf(entry{"in.zip", zipOf(inside...)}),
		"one.html.gz": gzipOf("<p>One"), "r.jsonl.gz": gzipOf(`{"text":"R"}`), "unnamed": gzipOf("<!doctype html><p>U"),
		"void.zip": zipOf(), "void.tar": tarOf(), "not.zip": "words", "not.gz": "words", "no.zip": "", "no.epub": "",
		"no.warc": "", "a.xz": "\xfd7zXZ\x00xxx",
	})
	for _, file := range []string{"p.zip", "p.tar", "p.tgz", "p.tar.zst"} {
		expect(t, read(t, Options{Jobs: 3}, file), rows(file))
	}
	expect(t, read(t, Options{}, "n.zip"), rows("n.zip#in.zip"))
	expect(t, read(t, Options{}, "t.tar"), rows("t.tar#in.zip"))
	expect(t, read(t, Options{}, "one.html.gz", "r.jsonl.gz", "unnamed", "void.zip", "void.tar", "not.zip", "not.gz", "a.xz", "no.zip", "no.epub", "no.warc"), `
one.html.gz text/html "<p>One"
r.jsonl.gz#1 text/plain "R"
unnamed text/html "<!doctype html><p>U"
a.xz failed: cannot be unpacked: xz is not read: unpack it first
no.epub failed: empty
no.warc failed: empty
no.zip failed: empty
not.gz failed: not what its name says: no such archive
not.zip failed: not what its name says: no such archive
void.tar failed: empty
void.zip failed: empty
`)
	if _, err := os.Stat("../../b.txt"); err == nil {
		t.Error("something was unpacked")
	}
}

func TestBooks(t *testing.T) {
	container := entry{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`}
	opf := entry{"OEBPS/content.opf", `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="text/a%20b.xhtml"/><item id="b" href="b"/><item id="s" href="s.css"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`}
	pages := []entry{{"OEBPS/nav.xhtml", "<p>N"}, {"OEBPS/text/a b.xhtml", "<p>A"}, {"OEBPS/b", "<p>B"},
		{"OEBPS/s.css", "p{}"}}
	pile(t, map[string]string{
		"a.epub": zipOf(append([]entry{{"mimetype", "application/epub+zip"}, container, opf},
			pages...)...), "b.epub": zipOf(pages...),
	})
	expect(t, read(t, Options{}, "a.epub", "b.epub"), `
a.epub#OEBPS/b text/html "<p>B"
a.epub#OEBPS/text/a b.xhtml text/html "<p>A"
a.epub#META-INF/container.xml skipped: no chapter of the book
a.epub#OEBPS/content.opf skipped: no chapter of the book
a.epub#OEBPS/nav.xhtml skipped: no chapter of the book: its table of contents, or an addition
a.epub#OEBPS/s.css skipped: no chapter of the book
a.epub#mimetype skipped: no chapter of the book
b.epub failed: an EPUB that does not say what its chapters are
`)
}

func TestPDF(t *testing.T) {
	data := "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[4 0 R]>> endobj 3 0 obj " +
		"<</Type/Font/Subtype/Type1>> endobj\n" +
		"4 0 obj <</Type/Page/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>> endobj 5 0 obj <</Length 43>> " +
		"stream\nBT /F1 10 Tf 50 700 Td (The pier is shut.) Tj ET\nendstream endobj"
	pile(t, map[string]string{"a.pdf": data, "b.txt": data + " ", "c.pdf": "%PDF-1.4", "d.pdf": "words"})
	expect(t, read(t, Options{KeepDuplicates: true}, "."), `
a.pdf text/plain "The pier is shut."
b.txt text/plain "The pier is shut."
c.pdf failed: a PDF file in which no page is found
d.pdf failed: a PDF file in which no page is found
`)
	expect(t, read(t, Options{Stdin: strings.NewReader(recordOf("response", "u", "2024",
		answer("application/pdf", data)))}, "-"), "-#u text/plain \"The pier is shut.\"\n")
}

// TestStdinArchives: what comes through a pipe is known by its first bytes.
func TestStdinArchives(t *testing.T) {
	for name, data := range map[string]string{
		"zip": zipOf(entry{"a.txt", "A"}), "tar": tarOf(entry{"a.txt",
			"A"}), "tar.gz": gzipOf(tarOf(entry{"a.txt", "A"})),
	} {
		if got := read(t, Options{Stdin: strings.NewReader(data)}, "-"); got != "-#a.txt text/plain \"A\"\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
	expect(t, read(t, Options{Stdin: strings.NewReader("title,text,url\nT,A,u\n")}, "-"), "-#2 text/plain \"A\"\n")
	expect(t, read(t, Options{Stdin: strings.NewReader(recordOf("resource", "u", "2024", "A",
		"Content-Type: text/plain\r\n"))}, "-"), "-#u text/plain \"A\"\n")
}

func TestWebArchive(t *testing.T) {
	const day = "2024-05-06T07:08:09Z"
	page := recordOf("response", "https://star.example/pier", day,
		answer("text/html; charset=iso-8859-1", "<p>caf\xe9"))
	records := []string{
		recordOf("warcinfo", "", day, "software: x"), recordOf("request", "https://star.example/pier", day,
			"GET / HTTP/1.1"), page,
		recordOf("response", "https://star.example/a.png", day, answer("image/png", "x")),
		recordOf("response", "https://star.example/old", day,
			"HTTP/1.1 301 Moved\r\nLocation: https://star.example/pier\r\n\r\n"),
		recordOf("response", "https://star.example/gone", day,
			"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>Gone"),
		recordOf("response", "https://star.example/pier", "2024-06-01T00:00:00Z", answer("text/html", "<p>second")),
		recordOf("revisit", "https://star.example/pier", "2024-05-07T00:00:00Z", "",
			"WARC-Refers-To-Date: "+day+"\r\n"),
		recordOf("resource", "urn:x", day, "Words.", "Content-Type: text/plain\r\n"),
		recordOf("response", "https://star.example/big", day, answer("text/html", "<p>"+strings.Repeat("x", 1000))),
		recordOf("response", "https://star.example/cut", day, answer("text/html", "<p>cut"),
			"WARC-Truncated: length\r\n"),
		recordOf("response", "https://star.example/void", day, answer("text/html", " ")),
		recordOf("response", "https://star.example/image", day, answer("text/html", "\x89PNG\r\n\x00\x00\x00\rIHDR")),
	}
	want := `
F#https://star.example/cut text/html "<p>cut"
F#https://star.example/pier text/html "<p>café"
F#https://star.example/pier#7 text/html "<p>second"
F#urn:x text/plain "Words."
F#1 skipped: a record of the kind "warcinfo": no page
F#10 failed: larger than the limit of 500 bytes; raise it with --max-bytes
F#12 failed: empty
F#13 failed: a binary file: not text
F#2 skipped: a record of the kind "request": no page
F#4 skipped: image/png: neither a page nor a text
F#5 skipped: a redirect to https://star.example/pier
F#6 skipped: the server answered 404
F#8 skipped: an unchanged page: a repetition of an earlier capture of 2024-05-06T07:08:09Z
`
	pile(t, map[string]string{
		"a.warc": strings.Join(records, ""), "b.warc.gz": gzipOf(records...),
		"c.warc.gz":  gzipOf(strings.Join(records, "")),
		"d.warc.zst": zstdOf(strings.Join(records, "")),
		"e.wacz":     zipOf(entry{"archive/data.warc.gz", gzipOf(records...)}, entry{"pages/pages.jsonl", `{"text":"x"}`}, entry{"datapackage.json", "{}"}),
	})
	for _, file := range []string{"a.warc", "b.warc.gz", "c.warc.gz", "d.warc.zst"} {
		expect(t, read(t, Options{Jobs: 2, MaxBytes: 500}, file), strings.ReplaceAll(want, "F#", file+"#"))
	}
	got := read(t, Options{MaxBytes: 500}, "e.wacz")
	for line := range strings.Lines(strings.ReplaceAll(strings.TrimLeft(want, "\n"), "F#",
		"e.wacz#archive/data.warc.gz#")) {
		if !strings.Contains(got, line) {
			t.Errorf("e.wacz: no %s", line)
		}
	}
	captures, ledger, _ := Read(context.Background(), []string{"b.warc.gz"}, Options{})
	for _, c := range captures {
		if strings.HasSuffix(c.Input, "/pier") &&
			(c.Captured.Format(time.RFC3339) != day || c.URL != "https://star.example/pier") {
			t.Errorf("%s of %s", c.URL, c.Captured)
		}
		if strings.HasSuffix(c.Input, "/cut") != (c.Note != "") {
			t.Errorf("%s: %s", c.Input, c.Note)
		}
	}
	for _, row := range ledger {
		if row.Input == "b.warc.gz#8" && row.Twin != "b.warc.gz#https://star.example/pier" {
			t.Errorf("repetition of %q", row.Twin)
		}
	}
}

// TestCharsets: pages of a web archive in other charsets are read, whether the
// answer, a mark or nothing but the bytes says which.
func TestCharsets(t *testing.T) {
	const words = "<p>The café of Zürich is shut.</p>"
	coded := func(e encoding.Encoding) string {
		s, err := e.NewEncoder().String(words)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian,
		unicode.IgnoreBOM)
	for name, body := range map[string]string{
		"text/html; charset=utf-16le": coded(little), "text/html; charset=utf-16be": coded(big),
		"text/html":                 coded(little),
		"text/html; charset=UTF-16": coded(little), "text/html; charset=utf-8": coded(big),
		"text/html; charset=windows-1252": coded(charmap.Windows1252),
		"text/html; charset=macintosh":    coded(charmap.Macintosh),
	} {
		got := read(t, Options{Stdin: strings.NewReader(recordOf("response", "u", "2024", answer(name, body)))}, "-")
		if want := fmt.Sprintf("-#u text/html %q\n", words); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	for _, marked := range []string{"\xff\xfe" + coded(little), "\xfe\xff" + coded(big)} {
		got := read(t, Options{Stdin: strings.NewReader(recordOf("response", "u", "2024",
			answer("text/html; charset=utf-16", marked)))}, "-")
		if !strings.Contains(got, "-#u text/html") {
			t.Errorf("%s", got)
		}
	}
}

// TestParts: the records of a large archive are the same however many read it,
// and each has its row.
func TestParts(t *testing.T) {
	var all bytes.Buffer
	noise := rand.New(rand.NewPCG(1, 2))
	const n = 300
	for i := range n {
		body := make([]byte, 6000)
		for k := range body {
			body[k] = 'a' + byte(noise.IntN(26))
		}
		all.WriteString(gzipOf(recordOf("response", fmt.Sprintf("https://star.example/%d", i), "2024",
			answer("text/html", "<p>"+string(body)))))
		if i == 150 { // an archive within the archive, that looks like records
			var b bytes.Buffer
			w, _ := gzip.NewWriterLevel(&b, gzip.NoCompression)
			inner := strings.Repeat(gzipOf(recordOf("response", "inner", "2024", answer("text/html", "<p>inner"))),
				5000)
			io.WriteString(w, recordOf("response", "https://star.example/x.gz", "2024",
				answer("application/gzip", inner)))
			w.Close()
			all.Write(b.Bytes())
		}
	}
	pile(t, map[string]string{"a.warc.gz": all.String()})
	one := read(t, Options{Jobs: 1}, "a.warc.gz")
	if strings.Contains(one, "inner") || strings.Count(one, "\n") != n+1 {
		t.Errorf("%d rows", strings.Count(one, "\n"))
	}
	if read(t, Options{Jobs: 8}, "a.warc.gz") != one {
		t.Error("the number of jobs shows")
	}
}

// TestDamagedArchives: wherever an archive is cut, and whichever bit is turned,
// there is a row, and what is whole is read.
func TestDamagedArchives(t *testing.T) {
	page := func(i int) string {
		return recordOf("response", fmt.Sprint("u", i), "2024", answer("text/html", fmt.Sprint("<p>page ", i)))
	}
	three := []entry{{"0.html", "<p>page 0"}, {"1.html", "<p>page 1"}, {"2.html", "<p>page 2"}}
	archives := map[string]string{
		"a.warc": page(0) + page(1) + page(2), "a.warc.gz": gzipOf(page(0), page(1),
			page(2)), "b.warc.gz": gzipOf(page(0) + page(1) + page(2)),
		"a.zip": zipOf(three...), "a.tar": tarOf(three...), "a.tar.gz": gzipOf(tarOf(three...)),
		"a.csv":     "text,id\n<p>page 0,a\n\"<p>page 1\",b\n<p>page 2,c\n",
		"a.html.gz": gzipOf("<p>page 0"), "a.tar.zst": zstdOf(tarOf(three...)),
		"a.wacz": zipOf(entry{"archive/a.warc.gz", gzipOf(page(0), page(1))}),
	}
	t.Chdir(t.TempDir())
	for name, whole := range archives {
		step := 1 + len(whole)/400
		for at := 0; at < len(whole); at += step {
			damaged(t, name, whole[:at])
			turned := []byte(whole)
			turned[at] ^= 1 << (at % 8)
			damaged(t, name, string(turned))
		}
	}
	// Each member has a checksum, so what is whole is certain.
	gz := archives["a.warc.gz"]
	for at := range len(gz) {
		turned := []byte(gz)
		turned[at] ^= 1 << (at % 8)
		if pages := damaged(t, "a.warc.gz", string(turned)); pages < 2 {
			t.Errorf("bit at %d turned: %d pages", at, pages)
		}
	}
}

// damaged reads an archive and says how many pages were right.
func damaged(t *testing.T, name, data string) (right int) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	done := time.AfterFunc(10*time.Second, func() { panic(name + " does not end") })
	captures, ledger, err := Read(context.Background(), []string{name}, Options{})
	done.Stop()
	if err != nil || len(captures)+len(ledger) == 0 {
		t.Fatalf("%s: no row for %q: %v", name, data, err)
	}
	for _, c := range captures {
		if strings.HasPrefix(string(c.Data), "<p>page ") {
			right++
		}
	}
	return right
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	million := gzipOf(zeros)
	var tarred bytes.Buffer
	w := tar.NewWriter(&tarred)
	w.WriteHeader(&tar.Header{Name: "a.txt", Size: 300 << 20, Mode: 0o644, Typeflag: tar.TypeReg})
	deep := zipOf(entry{"a.txt", "A"})
	for range 10 {
		deep = zipOf(entry{"a.zip", deep})
	}
	pile(t, map[string]string{
		"a.tar.gz": gzipOf(tarred.String()) +
			strings.Repeat(million, 300), "a.txt.gz": strings.Repeat(million, 300), "deep.zip": deep,
		"a.warc.gz": gzipOf(recordOf("response", "u", "2024", answer("text/html", strings.Repeat(zeros, 300)))),
	})
	captures, ledger, err := Read(context.Background(), []string{"."}, Options{})
	if err != nil || len(captures) > 0 {
		t.Fatal(captures, err)
	}
	reasons := map[string]bool{}
	for _, row := range ledger {
		if row.Outcome != stemma.Failed {
			t.Errorf("%+v", row)
		}
		reasons[row.Reason] = true
	}
	if !reasons[errBomb.Error()] {
		t.Errorf("%v", reasons)
	}
}

func TestManyMembers(t *testing.T) {
	var entries []entry
	for i := range 100_000 {
		entries = append(entries, entry{fmt.Sprint(i, ".txt"), fmt.Sprint("Text ", i)})
	}
	pile(t, map[string]string{"a.zip": zipOf(entries...), "a.tar.gz": gzipOf(tarOf(entries...))})
	for _, name := range []string{"a.zip", "a.tar.gz"} {
		if n := strings.Count(read(t, Options{Jobs: 2}, name), "\n"); n != len(entries) {
			t.Errorf("%s: %d rows", name, n)
		}
	}
}

func FuzzArchive(f *testing.F) {
	f.Add([]byte(zipOf(entry{"a.html", "<p>A"})))
	f.Add([]byte(gzipOf(tarOf(entry{"a.html", "<p>A"}))))
	f.Add([]byte(gzipOf(recordOf("response", "u", "2024", answer("text/html", "<p>A")))))
	f.Add([]byte("text,url\n\"a\"\"\n\",b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		t.Chdir(t.TempDir())
		for _, name := range []string{"f", "f.csv"} {
			damaged(t, name, string(data))
		}
	})
}
