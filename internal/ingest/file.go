package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"stemma"
)

// sniffBytes is how much of an input is looked at to tell what it is.
const sniffBytes = 8192

// look tells by an input's first bytes what it holds, unless its kind is known,
// or why it is not read. A saved page with its images goes by many names, and
// an array by that of JSON Lines.
func look(in *bufio.Reader, k kind) (kind, refusal) {
	head, err := in.Peek(sniffBytes)
	if len(head) == 0 && err != nil && err != io.EOF {
		return k, failed(reason(err))
	}
	switch held, ok := holds(head); {
	case held == zipKind && k == bookKind: // not all writers mark a book
		return k, refusal{}
	case ok:
		return held, refusal{}
	}
	switch why := notText(head); {
	case k == tarKind: // the oldest have no mark
		return k, refusal{}
	case len(head) == 0 && k.archive():
		return k, failed("empty")
	case k.archive():
		return k, failed(notWhatItsNameSays)
	case why != "":
		return k, failed(why)
	case Own(head):
		return k, refusal{stemma.Skipped, "written by Stemma itself"}
	case isMHTML(head):
		return mhtmlKind, refusal{}
	case k == unknownKind, k == linesKind && startsArray(head):
		k = sniff(head)
	}
	return k, refusal{}
}

// refusal says why an input is not read; the zero value, that it is.
type refusal struct {
	outcome stemma.Outcome
	why     string
}

func failed(why string) refusal { return refusal{stemma.Failed, why} }

// readBounded reads all of in after what is in data, or says why not. It never
// holds more than limit+1 bytes.
func readBounded(data []byte, in io.Reader, limit int64) (all []byte, why string) {
	buf := bytes.NewBuffer(data)
	_, err := buf.ReadFrom(io.LimitReader(in, limit+1))
	data = buf.Bytes()
	switch {
	case err != nil:
		return data, reason(err)
	case int64(len(data)) > limit:
		return data, tooLarge(limit)
	case blank(data):
		return data, "empty"
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
