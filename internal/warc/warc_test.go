package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// plain is a record as it lies in an archive.
func plain(kind, target, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: "+
		"2024-05-06T07:08:09Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, target, len(block), block)
}

func zipped(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&b)
		io.WriteString(w, p)
		w.Close()
	}
	return b.String()
}

// all reads an archive as "type target block" lines; a record that is not whole
// is its damage.
func all(t *testing.T, r *Reader) string {
	t.Helper()
	var b strings.Builder
	for n := 0; ; n++ {
		if n > 10_000 {
			t.Fatal("does not end")
		}
		rec, err := r.Next()
		if err == io.EOF {
			return b.String()
		}
		block, readErr := []byte(nil), error(nil)
		if err == nil {
			block, readErr = io.ReadAll(r)
			err = r.Close()
		}
		var d *Damage
		switch {
		case errors.As(err, &d):
			fmt.Fprintf(&b, "%s\n", d.Why)
		case err != nil || readErr != nil:
			t.Fatalf("%v %v", err, readErr)
		default:
			fmt.Fprintf(&b, "%s %s %s\n", rec.Type, rec.Target, block)
		}
	}
}

func section(data string) *Reader {
	return NewSectionReader(strings.NewReader(data), 0, int64(len(data)), int64(len(data)))
}

func TestForms(t *testing.T) {
	one, two, three := plain("response", "a", "One"), plain("request", "<b>", ""), plain("resource", "c",
		strings.Repeat("Three ", 40_000))
	want := "response a One\nrequest b \nresource c " + strings.Repeat("Three ", 40_000) + "\n"
	whole := one + two + three
	blocks := []string{}
	for rest := whole; rest != ""; {
		n := min(len(rest), 1000)
		blocks, rest = append(blocks, rest[:n]), rest[n:]
	}
	for name, data := range map[string]string{
		"plain": whole, "newlines": strings.ReplaceAll(whole, "\r\n", "\n"), "a member each": zipped(one, two,
			three), "one member": zipped(whole),
		"blocks": zipped(blocks...), "padded": zipped(one) + "\x00\x00" +
			zipped(two, three), "blank lines": "\r\n" + one + "\r\n\r\n" + two + three,
		"split": zipped(one, two, three[:50], three[50:]), "no end": strings.TrimSuffix(whole, "\r\n\r\n"),
	} {
		if got := all(t, NewReader(strings.NewReader(data))); got != want {
			t.Errorf("%s: %.200q", name, got)
		}
		if got := all(t, section(data)); got != want {
			t.Errorf("%s, section: %.200q", name, got)
		}
	}
}

// TestSections: wherever the archive is parted, each record is read once.
// TestHeads: names in any letters, folded values and brackets are one address.
func TestHeads(t *testing.T) {
	for _, uri := range []string{
		"WARC-Target-URI: https://quay.example/a", "warc-target-uri:https://quay.example/a",
		"WARC-Target-URI:\r\n https://quay.example/a", "WARC-Target-URI: \r\n\t\r\n https://quay.example/a",
		"WARC-Target-URI: <https://quay.example/a>",
	} {
		head := "WARC/1.0\r\nWARC-Type: response\r\n" + uri + "\r\nContent-Length: 2\r\n\r\n"
		rec, err := NewReader(strings.NewReader(head + "ab\r\n\r\n")).Next()
		if err != nil || rec.Target != "https://quay.example/a" || rec.Length != 2 {
			t.Errorf("%q: %+v, %v", uri, rec, err)
		}
	}
}

func TestSections(t *testing.T) {
	var parts []string
	for i := range 20 {
		parts = append(parts, plain("response", fmt.Sprint(i), "One "+strings.Repeat("x", i)))
	}
	data := zipped(parts...)
	at, end := strings.NewReader(data), int64(len(data))
	want := all(t, section(data))
	for from := int64(1); from < end; from++ {
		middle := Boundary(at, from, end)
		first, second := NewSectionReader(at, 0, middle, end), NewSectionReader(at, middle, end, end)
		if got := all(t, first) + all(t, second); got != want || first.Offset() != middle {
			t.Fatalf("parted at %d: %s", middle, got)
		}
	}
	// An archive within an archive that is not compressed further.
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.NoCompression)
	io.WriteString(w, plain("response", "outer", zipped(plain("response", "inner", "x"))))
	w.Close()
	data = b.String() + zipped(plain("response", "last", "x"))
	at, end = strings.NewReader(data), int64(len(data))
	false1 := Boundary(at, 1, end)
	first := NewSectionReader(at, 0, false1, end)
	if got := all(t, first); !strings.HasPrefix(got, "response outer") || strings.Contains(got, "response inner") ||
		first.Offset() != int64(b.Len()) || false1 >= first.Offset() {
		t.Errorf("%q to %d", got, first.Offset())
	}
}

// TestDamage: every whole record is kept.
func TestDamage(t *testing.T) {
	one, two, three := plain("response", "a", "One"), plain("response", "b", "Two"), plain("response", "c", "Three")
	bad := func(s, from, to string) string { return strings.Replace(s, from, to, 1) }
	broken := []byte(zipped(two))
	broken[len(broken)/2] ^= 0x10
	sum := []byte(zipped(two))
	sum[len(sum)-6] ^= 1
	for name, c := range map[string]struct{ data, want string }{
		"long":      {one + bad(two, "Length: 3", "Length: 30") + three, "response a One\n!\nresponse c Three\n"},
		"past end":  {one + bad(two, "Length: 3", "Length: 9000") + three, "response a One\n!\nresponse c Three\n"},
		"short":     {one + bad(two, "Length: 3", "Length: 1") + three, "response a One\n!\nresponse c Three\n"},
		"negative":  {one + bad(two, "Length: 3", "Length: -3") + three, "response a One\n!\nresponse c Three\n"},
		"no length": {one + bad(two, "Content-Length: 3\r\n", "") + three, "response a One\n!\nresponse c Three\n"},
		"garbage":   {one + "garbage\nmore\n" + three, "!\n!\nresponse c Three\n"},
		"inflate":   {zipped(one) + string(broken) + zipped(three), "response a One\n!\nresponse c Three\n"},
		"checksum":  {zipped(one) + string(sum) + zipped(three), "response a One\n!\nresponse c Three\n"},
		"cut":       {zipped(one, two[:len(two)-6], three), "response a One\n!\nresponse c Three\n"},
		"member":    {zipped(one) + zipped(two)[:40] + zipped(three), "response a One\n!\nresponse c Three\n"},
		"end":       {zipped(one, two)[:len(zipped(one, two))-3], "response a One\n!\n"},
		"in one": {zipped(one + bad(two, "Length: 3", "Length: 1") + three),
			"response a One\n!\nresponse c Three\n"},
	} {
		got := all(t, section(c.data))
		var lines []string
		for line := range strings.Lines(got) {
			if strings.HasPrefix(line, "damaged: ") || strings.Contains(line, "cut short") {
				line = "!\n"
			}
			lines = append(lines, line)
		}
		if diff := cmp.Diff(c.want, strings.Join(lines, "")); diff != "" && name != "garbage" {
			t.Errorf("%s: %s", name, got)
		}
		if !strings.HasSuffix(got, "c Three\n") && name != "end" {
			t.Errorf("%s: the whole record is lost: %s", name, got)
		}
	}
}

func encoded(t *testing.T, encoding, body string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch encoding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	default:
		return body
	}
	io.WriteString(w, body)
	w.Close()
	return b.String()
}

func TestResponses(t *testing.T) {
	const page = "<p>The pier is shut.</p>"
	for _, encoding := range []string{"", "gzip", "br", "zstd", "identity", "gzip, kept decoded"} {
		for _, chunks := range []bool{false, true} {
			body := encoded(t, encoding, page)
			head := "HTTP/1.1 200 OK\r\ncontent-type: Text/HTML; Charset=\"UTF-8\"\r\nContent-Encoding: " +
				encoding + "\r\n"
			if chunks {
				head += "Transfer-Encoding: chunked\r\n"
				body = fmt.Sprintf("5\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n", body[:5], len(body)-5, body[5:])
			}
			in := bufio.NewReader(strings.NewReader(head + "\r\n" + body))
			r, err := ReadResponse(in)
			if err != nil || r.Status != 200 || r.Media != "text/html" || r.Charset != "utf-8" {
				t.Fatalf("%q: %+v %v", encoding, r, err)
			}
			out, err := r.Body(in)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(out); err != nil || string(got) != page {
				t.Errorf("%q, chunks %v: %q %v", encoding, chunks, got, err)
			}
		}
	}
	in := bufio.NewReader(strings.NewReader("HTTP/1.0 200\nTransfer-Encoding: chunked\n\n<p>No chunks.</p>"))
	r, err := ReadResponse(in)
	out, _ := r.Body(in)
	if got, _ := io.ReadAll(out); err != nil || string(got) != "<p>No chunks.</p>" {
		t.Errorf("%q %v", got, err)
	}
}

func TestWriter(t *testing.T) {
	var b bytes.Buffer
	when := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	for i := range 3 {
		w := NewWriter(&b) // as when a file is opened again
		if _, err := w.Write("response", when, []byte(strings.Repeat("x", i)),
			Field{"WARC-Target-URI", "https://a.example/\r\nx"}); err != nil {
			t.Fatal(err)
		}
	}
	r := NewReader(&b)
	for i := range 3 {
		rec, err := r.Next()
		block, _ := io.ReadAll(r)
		if err != nil || rec.Type != "response" || rec.Target != "https://a.example/  x" || !rec.Date.Equal(when) ||
			len(block) != i || len(rec.ID) != 45 {
			t.Errorf("%+v %q %v", rec, block, err)
		}
	}
}

func FuzzReader(f *testing.F) {
	one, two := plain("response", "a", "HTTP/1.1 200 OK\r\n\r\nOne"), plain("request", "b", "Two")
	f.Add([]byte(one + two))
	f.Add([]byte(zipped(one, two)))
	f.Add([]byte(zipped(one + two)))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, r := range []*Reader{NewReader(bytes.NewReader(data)), section(string(data))} {
			all(t, r)
		}
	})
}

func FuzzResponse(f *testing.F) {
	f.Add([]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br\r\n\r\n1\r\nx\r\n0\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := bufio.NewReader(bytes.NewReader(data))
		r, err := ReadResponse(in)
		if err != nil {
			return
		}
		if out, err := r.Body(in); err == nil {
			io.Copy(io.Discard, io.LimitReader(out, 1<<20))
		}
	})
}
