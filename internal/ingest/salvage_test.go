package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// zipParts is a zip, cut behind each of its pages. The sizes of these stand
// before them, or trail.
func zipParts(method uint16, trail bool, pages ...string) (parts []string) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	end := 0
	for i, page := range pages {
		head := &zip.FileHeader{Name: fmt.Sprint(i, ".html"), Method: method}
		if trail {
			w, _ := z.CreateHeader(head)
			io.WriteString(w, page)
		} else {
			packed := packedAs(method, page)
			head.CRC32 = crc32.ChecksumIEEE([]byte(page))
			head.UncompressedSize64, head.CompressedSize64 = uint64(len(page)), uint64(len(packed))
			w, _ := z.CreateRaw(head)
			io.WriteString(w, packed)
		}
		if i == len(pages)-1 {
			z.Close()
		}
		z.Flush()
		next := bytes.Index(b.Bytes()[end+1:], []byte(localMark))
		if i > 0 && next >= 0 {
			parts, end = append(parts, b.String()[end:end+1+next]), end+1+next
		}
	}
	all := b.String()[end:]
	directory := strings.Index(all, centralMark)
	return append(parts, all[:directory], all[directory:])
}

func packedAs(method uint16, data string) string {
	if method == zip.Store {
		return data
	}
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, -1)
	io.WriteString(w, data)
	w.Close()
	return b.String()
}

// localForm says how a member is written.
type localForm struct {
	method                      uint16
	trail, marked, wide, extras bool
}

// member is a head, a body and what trails it.
func (f localForm) member(name, data string) string {
	le := binary.LittleEndian
	packed := packedAs(f.method, data)
	sum, sizes := crc32.ChecksumIEEE([]byte(data)), [2]uint64{uint64(len(packed)), uint64(len(data))}
	b := append([]byte(localMark), 20, 0)
	var extra []byte
	if f.extras {
		extra = append(le.AppendUint16(le.AppendUint16(nil, 0x5455), 1), 7)
	}
	switch {
	case f.trail:
		b = append(le.AppendUint16(le.AppendUint16(b, trailed), f.method), make([]byte, 16)...)
	case f.wide:
		b = append(le.AppendUint16(le.AppendUint16(b, 0), f.method), 0, 0, 0, 0)
		b = le.AppendUint32(le.AppendUint32(le.AppendUint32(b, sum), seeExtra), seeExtra)
		extra = le.AppendUint16(le.AppendUint16(extra, zip64ID), 16)
		extra = le.AppendUint64(le.AppendUint64(extra, sizes[1]), sizes[0])
	default:
		b = append(le.AppendUint16(le.AppendUint16(b, 0), f.method), 0, 0, 0, 0)
		b = le.AppendUint32(le.AppendUint32(le.AppendUint32(b, sum), uint32(sizes[0])), uint32(sizes[1]))
	}
	b = le.AppendUint16(le.AppendUint16(b, uint16(len(name))), uint16(len(extra)))
	b = append(append(append(b, name...), extra...), packed...)
	if !f.trail {
		return string(b)
	}
	if f.marked {
		b = append(b, descriptorMark...)
	}
	b = le.AppendUint32(b, sum)
	for _, n := range sizes {
		if f.wide {
			b = le.AppendUint64(b, n)
		} else {
			b = le.AppendUint32(b, uint32(n))
		}
	}
	return string(b)
}

// TestZipWithoutDirectory: of a zip that ends before its directory every member
// is read, however it is written, and a row says that more may have been there.
func TestZipWithoutDirectory(t *testing.T) {
	for _, method := range []uint16{zip.Store, zip.Deflate} {
		for bits := range 16 {
			f := localForm{method, bits&1 > 0, bits&2 > 0, bits&4 > 0, bits&8 > 0}
			// What looks like a mark, or like another zip, is no end of a member.
			tricky := "<p>" + localMark + descriptorMark + strings.Repeat("x", 17) +
				strings.ToValidUTF8(localForm{method: zip.Store, trail: true}.member("n.txt", "N"), "")
			data := f.member("a.txt", "A") + f.member("b.txt", "<p>"+strings.ReplaceAll(tricky, "\x00",
				" ")) + f.member("c.txt", "C")
			if f.trail && !f.marked && method == zip.Store {
				data += centralMark // where the last one ends cannot be told without
			}
			got := read(t, Options{Stdin: strings.NewReader(data)}, "-")
			for _, want := range []string{"-#a.txt text/plain \"A\"\n", "-#b.txt ", "-#c.txt text/plain \"C\"\n",
				"- failed: " + noDirectory} {
				if !strings.Contains(got, want) {
					t.Errorf("%+v: no %q in\n%s", f, want, got)
				}
			}
			if strings.Count(got, "\n") != 4 {
				t.Errorf("%+v:\n%s", f, got)
			}
		}
	}
}

// TestZipCut: a member that the zip ends in is a failed row of its own.
func TestZipCut(t *testing.T) {
	page := localForm{method: zip.Deflate}.member("a.txt", "A")
	for _, f := range []localForm{{method: zip.Store}, {method: zip.Deflate}, {zip.Store, true, true, false, false},
		{zip.Deflate, true, true, true, false}} {
		long := f.member("b.txt", strings.Repeat("Long words. ", 900))
		got := read(t, Options{Stdin: strings.NewReader(page + long[:len(long)-30])}, "-")
		if !strings.Contains(got, "-#a.txt text/plain \"A\"\n") || !strings.Contains(got, "-#b.txt failed: ") ||
			!strings.Contains(got, "- failed: "+noDirectory) {
			t.Errorf("%+v:\n%s", f, got)
		}
	}
}

// TestZipDamagedInside: what comes behind a damaged head is found, and without a
// directory what is encrypted or packed in a way that nobody reads has its row.
func TestZipDamagedInside(t *testing.T) {
	f := localForm{method: zip.Store}
	data := f.member("a.txt", "A") + "PK\x03\x04 is no head, nor is PK\x03\x04" + f.member("b.txt", "B") +
		localForm{method: zip.Deflate, trail: true, marked: true}.member("c.txt", "C")
	odd, secret := []byte(f.member("d.txt", "D")), []byte(f.member("e.txt", "E"))
	odd[8], secret[6] = 93, encrypted
	got := read(t, Options{Stdin: strings.NewReader(data + string(odd) + string(secret) + f.member("f.txt", "F"))}, "-")
	for _, want := range []string{
		"-#a.txt text/plain \"A\"\n", "-#b.txt text/plain \"B\"\n", "-#c.txt text/plain \"C\"\n",
		"-#d.txt failed: ", "-#e.txt failed: encrypted", "-#f.txt text/plain \"F\"\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestCutWACZ: of a web archive in a zip that was cut every whole record is read.
func TestCutWACZ(t *testing.T) {
	var records, members []string
	for i := range 5 {
		records = append(records, recordOf("response", fmt.Sprint("u", i), "2024", answer("text/html",
			fmt.Sprint("<p>page ", i))))
		members = append(members, gzipOf(records[i]))
	}
	t.Chdir(t.TempDir())
	for _, f := range []localForm{{method: zip.Store}, {method: zip.Store, trail: true, marked: true},
		{method: zip.Deflate}} {
		whole := f.member("archive/a.warc.gz", strings.Join(members, "")) + f.member("datapackage.json", "{}")
		start := localBytes + len("archive/a.warc.gz")
		for at := start; at < len(whole); at += 7 {
			want := 0
			for end := start; want < len(members) && end+len(members[want]) <= at; want++ {
				end += len(members[want])
			}
			if f.method == zip.Deflate && !strings.Contains(whole[:at], "datapackage") {
				want = 0 // what of it is there cannot be told from the place
			}
			if pages := damaged(t, "a.wacz", whole[:at]); pages < want {
				t.Errorf("%+v: cut at %d of %d: %d of %d records", f, at, len(whole), pages, want)
			}
		}
	}
}

// TestHostileHeads: marks without end take no time without end.
func TestHostileHeads(t *testing.T) {
	noise := rand.New(rand.NewPCG(3, 5))
	le := binary.LittleEndian
	open := localForm{method: zip.Store, trail: true}.member("a.txt", "")
	fitting := []byte(open[:localBytes+5]) // each of its places says: here the member ends
	for len(fitting) < 2<<20 {
		at := len(fitting) - localBytes - 5
		fitting = le.AppendUint32(le.AppendUint32(append(fitting, descriptorMark...), 1), uint32(at))
		fitting = le.AppendUint32(fitting, uint32(at))
	}
	random := make([]byte, 2<<20)
	for i := range random {
		random[i] = "PK\x03\x04\x07\x08\x00\x01"[noise.IntN(8)]
	}
	for name, data := range map[string]string{
		"fitting": string(fitting), "random": localMark + string(random), "marks": strings.Repeat(localMark, 1<<19),
		"descriptors": open[:localBytes+5] + strings.Repeat(descriptorMark, 1<<19), "heads": strings.Repeat(open,
			1<<14),
		"long": strings.Repeat(localMark+strings.Repeat("\x00", 22)+"\xff\xff\xff\xff", 1<<16),
	} {
		done := time.AfterFunc(60*time.Second, func() { panic(name + " does not end") })
		_, ledger, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(data)})
		if done.Stop(); err != nil || len(ledger) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(ledger), err)
		}
	}
}

func FuzzSalvage(f *testing.F) {
	for bits := range 8 {
		form := localForm{zip.Deflate * uint16(bits&1), bits&2 > 0, true, bits&4 > 0, false}
		f.Add([]byte(form.member("a.txt", "A") + form.member("b.txt", "B")))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		at := bytes.NewReader(data)
		z, mended, size := salvage(at, int64(len(data)))
		if z == nil {
			return
		}
		if b, err := io.ReadAll(io.NewSectionReader(mended, 0, size)); err != nil || !bytes.HasPrefix(b, data) {
			t.Fatalf("%d of %d bytes: %v", len(b), size, err)
		}
		for _, file := range z.File {
			if from, err := file.Open(); err == nil {
				_, _ = io.Copy(io.Discard, io.LimitReader(from, 1<<20))
				from.Close()
			}
		}
	})
}
