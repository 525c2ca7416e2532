package ingest

import (
	"bytes"
	"path/filepath"
	"strings"
)

// kind is what a file holds, as far as its name or its first bytes tell.
type kind int

const (
	unknownKind kind = iota
	textKind
	htmlKind
	linesKind    // JSON Lines
	jsonKind     // one object, an array, or JSON Lines
	elementsKind // of an array
	mhtmlKind    // a page with all that it shows, as mail
	tableKind    // rows with a head, parted by commas, tabs or semicolons
	pdfKind
	zipKind    // WACZ too
	bookKind   // EPUB
	tarKind    //
	packedKind // compressed, whatever it is: gzip, bzip2, zstd, xz
	warcKind
)

// whole says whether a file of that name is read by a worker at one go.
func (k kind) whole() bool {
	return k == textKind || k == htmlKind || k == jsonKind || k == mhtmlKind || k == pdfKind
}

// archive says whether something of that kind holds what has to be told apart.
func (k kind) archive() bool { return k >= zipKind }

const (
	// unknownExtension is the reason for what of a folder or an archive is not
	// looked at.
	unknownExtension   = "unknown extension: by its name no page, text, table, book or archive"
	notWhatItsNameSays = "not what its name says: no such archive"
	misnamed           = "an archive under the name of a text: not read; name it as what it is"
)

// kindOf is what a name promises.
func kindOf(path string) kind {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt":
		return textKind
	case ".html", ".htm", ".xhtml":
		return htmlKind
	case ".jsonl", ".ndjson":
		return linesKind
	case ".json":
		return jsonKind
	case ".mhtml", ".mht":
		return mhtmlKind
	case ".csv", ".tsv":
		return tableKind
	case ".pdf":
		return pdfKind
	case ".epub":
		return bookKind
	case ".zip", ".wacz":
		return zipKind
	case ".tar":
		return tarKind
	case ".gz", ".bz2", ".zst", ".xz", ".tgz", ".tbz2", ".tzst", ".txz":
		return packedKind
	case ".warc":
		return warcKind
	}
	return unknownKind
}

// The first bytes of what can be told by them.
const (
	zipMagic    = "PK\x03\x04"
	emptyZip    = "PK\x05\x06"
	gzipMagic   = "\x1f\x8b"
	bzip2Magic  = "BZh"
	zstdMagic   = "\x28\xb5\x2f\xfd"
	xzMagic     = "\xfd7zXZ\x00"
	pdfMagic    = "%PDF-"
	warcMagic   = "WARC/"
	tarMagic    = "ustar"
	tarMagicAt  = 257
	bookMagic   = "mimetypeapplication/epub+zip"
	bookMagicAt = 30
	// pdfJunk is how far into a file its first mark may stand: what readers
	// take.
	pdfJunk = 1024
)

// holds says what the first bytes of an archive or a PDF file show that it is.
func holds(head []byte) (kind, bool) {
	begins := func(magic string, at int) bool {
		return len(head) >= at && bytes.HasPrefix(head[at:], []byte(magic))
	}
	switch {
	case begins(bookMagic, bookMagicAt):
		return bookKind, true
	case begins(zipMagic, 0), begins(emptyZip, 0):
		return zipKind, true
	case begins(gzipMagic, 0), begins(bzip2Magic, 0) && notText(head) != "", begins(zstdMagic, 0), begins(xzMagic, 0):
		return packedKind, true
	case begins(warcMagic+"1.", 0), begins(warcMagic+"0.", 0):
		return warcKind, true
	case begins(tarMagic, tarMagicAt):
		return tarKind, true
	case begins(pdfMagic, 0), bytes.Contains(head[:min(len(head), pdfJunk)], []byte(pdfMagic)) && notText(head) != "":
		return pdfKind, true
	}
	return unknownKind, false
}
