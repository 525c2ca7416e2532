package ingest

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"stemma"
)

// kind is what a file holds, as far as its name or its first bytes tell.
type kind int

const (
	unknownKind kind = iota
	textKind
	htmlKind
	linesKind // JSON Lines
	jsonKind  // one object, an array, or JSON Lines
)

func kindOf(path string) kind {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt":
		return textKind
	case ".html", ".htm":
		return htmlKind
	case ".jsonl":
		return linesKind
	case ".json":
		return jsonKind
	}
	return unknownKind
}

// sniffBytes is how much of an input is looked at to tell what it is.
const sniffBytes = 8192

func (it item) read(ctx context.Context, o Options) result {
	if it.path == "" {
		stdin := o.Stdin
		if stdin == nil {
			stdin = strings.NewReader("")
		}
		return it.readFrom(ctx, stdin, unknownKind, o)
	}
	file, err := os.Open(it.path)
	if err != nil {
		return failed(it.name, reason(err))
	}
	defer file.Close()
	return it.readFrom(ctx, file, kindOf(it.path), o)
}

func failed(input, reason string) (r result) {
	r.fail(input, reason)
	return r
}

func (it item) readFrom(ctx context.Context, from io.Reader, k kind, o Options) result {
	in := bufio.NewReaderSize(from, sniffBytes)
	head, err := in.Peek(sniffBytes)
	if len(head) == 0 && err != nil && err != io.EOF {
		return failed(it.name, reason(err))
	}
	if why := notText(head); why != "" {
		return failed(it.name, why)
	}
	if k == unknownKind {
		k = sniff(head)
	}
	if k == linesKind {
		return readLines(ctx, it.name, in, o.MaxBytes)
	}
	data, why := readBounded(in, o.MaxBytes)
	switch {
	case why != "":
		return failed(it.name, why)
	case k == jsonKind:
		return readJSON(ctx, it.name, data, o.MaxBytes)
	case k == htmlKind:
		return wholeFile(it.name, stemma.HTML, data)
	}
	return wholeFile(it.name, stemma.PlainText, data)
}

// readBounded reads all of in, or says why not. It never holds more than
// limit+1 bytes.
func readBounded(in io.Reader, limit int64) (data []byte, why string) {
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case err != nil:
		return nil, reason(err)
	case int64(len(data)) > limit:
		return nil, tooLarge(limit)
	case blank(data):
		return nil, "empty"
	}
	return data, ""
}

func tooLarge(limit int64) string {
	return fmt.Sprintf("larger than the limit of %s; raise it with --max-bytes", size(limit))
}

// size writes a number of bytes in the largest binary unit that keeps it whole.
func size(n int64) string {
	unit := 0
	for n >= 1024 && n%1024 == 0 && unit < 3 {
		n /= 1024
		unit++
	}
	return fmt.Sprintf("%d %s", n, [...]string{"bytes", "KiB", "MiB", "GiB"}[unit])
}

func wholeFile(input string, media stemma.MediaType, data []byte) result {
	return result{captures: []stemma.Capture{{Input: input, Media: media, Data: data, SHA256: digest(data)}}}
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
