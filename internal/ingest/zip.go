package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"stemma"
)

// heldZip is how many bytes of a zip are held where it cannot be read anywhere:
// one within another archive, or on standard input.
const heldZip = 64 << 20

// unzipper reads a zip: pages and texts, a web archive (WACZ), or a book.
type unzipper struct {
	f      *feeder
	s      *source
	mended bool // its directory was made anew
}

func (u *unzipper) run() bool {
	if u.s.at == nil {
		held, err := io.ReadAll(io.LimitReader(u.s.in, heldZip+1))
		if err == nil && len(held) > heldZip {
			err = fmt.Errorf("a zip larger than %s within an archive or on standard input: not read; "+
				"unpack it into a file of its own", size(heldZip))
		}
		if err != nil {
			return u.f.refuse(u.s.input, failed(reason(err)))
		}
		u.s.at, u.s.size = bytes.NewReader(held), int64(len(held))
	}
	z, err := zip.NewReader(u.s.at, u.s.size)
	if err == nil || z != nil {
		return u.read(z)
	}
	if z, u.s.at, u.s.size = salvage(u.s.at, u.s.size); z == nil {
		return u.f.refuse(u.s.input, failed("a zip that cannot be read: "+reason(err)))
	}
	u.mended = true
	return u.read(z) && u.f.refuse(u.s.input, failed(noDirectory))
}

// noDirectory is the reason for the row of a zip that was read from head to head.
const noDirectory = "the archive is cut short or damaged, its directory is missing: what was whole in it is read"

func (u *unzipper) read(z *zip.Reader) bool {
	if u.s.kind == bookKind {
		return u.book(z)
	}
	return u.files(z)
}

// files makes tasks of all files.
func (u *unzipper) files(z *zip.Reader) bool {
	m := &members{f: u.f, s: u.s}
	read := 0
	for _, file := range z.File {
		if strings.HasSuffix(file.Name, "/") {
			continue
		}
		read++
		if !u.file(m, file) {
			return false
		}
		if u.s.spent.over() {
			return m.fail(errBomb)
		}
	}
	if read == 0 {
		return u.f.refuse(u.s.input, failed("empty"))
	}
	return true
}

func (u *unzipper) file(m *members, file *zip.File) bool {
	switch why := u.furniture(file); {
	case why != "":
		return u.f.refuse(input{name: m.name(file.Name)}, refusal{stemma.Skipped, why})
	case file.Flags&1 != 0:
		return u.f.refuse(input{name: m.name(file.Name)}, failed("encrypted: not read"))
	}
	if s := u.stored(m, file); s != nil {
		return u.f.source(s)
	}
	from, err := file.Open()
	if err != nil {
		return u.f.refuse(input{name: m.name(file.Name)}, failed(reason(err)))
	}
	defer from.Close()
	return m.member(file.Name, from)
}

// stored is a web archive that lies in the zip as it is, as WACZ keeps it: it
// can be read anywhere.
func (u *unzipper) stored(m *members, file *zip.File) *source {
	start, err := file.DataOffset()
	length := int64(file.UncompressedSize64)
	if err != nil || file.Method != zip.Store || !webArchive(file.Name) || length != int64(file.CompressedSize64) {
		return nil
	}
	at := io.NewSectionReader(u.s.at, start, length)
	s := u.s.member(m.name(file.Name), kindOf(file.Name), at)
	s.at, s.size = at, length
	return s
}

func webArchive(name string) bool {
	return kindOf(name) == warcKind || packedWARC(name)
}

// furniture says of a file of a WACZ that it only tells of the others.
func (u *unzipper) furniture(file *zip.File) string {
	if !strings.EqualFold(path.Ext(u.s.name), ".wacz") {
		return ""
	}
	top, _, _ := strings.Cut(file.Name, "/")
	if top == "indexes" || top == "pages" || strings.HasPrefix(file.Name, "datapackage") || top == "logs" {
		return "an index of the web archive: its pages are read from its records"
	}
	return ""
}
