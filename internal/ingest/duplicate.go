package ingest

import (
	"crypto/sha256"
	"encoding/json"
	"sort"

	"stemma"
)

// sortCaptures orders by input.
func sortCaptures(captures []held) {
	sort.SliceStable(captures, func(i, j int) bool {
		if captures[i].Input != captures[j].Input {
			return captures[i].Input < captures[j].Input
		}
		return captures[i].SHA256 < captures[j].SHA256
	})
}

// dropDuplicates keeps of the captures with the same content the first; each of
// the others becomes a skipped row whose reason names the one that was kept.
func dropDuplicates(captures []held) ([]held, []stemma.LedgerRow) {
	// A report's id is made of the digest of the bytes, so equal bytes are
	// dropped too where one capture is a file and the other a record.
	n := len(captures)
	byContent, byBytes := make(map[[sha256.Size]byte]string, n), make(map[string]string, n)
	at := make(map[string]int, n) // the place in kept
	kept := captures[:0]
	var rows []stemma.LedgerRow
	for _, c := range captures {
		twin, found := byContent[c.content]
		if !found {
			twin, found = byBytes[c.SHA256]
		}
		if found {
			savedAlso(&kept[at[twin]].Capture, c.Capture)
			rows = append(rows, stemma.LedgerRow{Input: c.Input, Outcome: stemma.Skipped,
				Reason: "same content as " + twin, Twin: twin, Note: c.Note})
			continue
		}
		byContent[c.content], byBytes[c.SHA256], at[c.Input] = c.Input, c.Input, len(kept)
		kept = append(kept, c)
	}
	clear(captures[len(kept):])
	return kept, rows
}

// savedAlso takes from a capture with the same content what bounds the date: what
// was saved earlier had been published by then.
func savedAlso(kept *stemma.Capture, c stemma.Capture) {
	if kept.Captured.IsZero() || !c.Captured.IsZero() && c.Captured.Before(kept.Captured) {
		kept.Captured = c.Captured
	}
}

// content is a digest of the article and of all that is stated about it except
// the record's id. A record that states nothing equals a file.
func content(c stemma.Capture) [sha256.Size]byte {
	about := stemma.Record{}
	if c.Record != nil {
		about = *c.Record
	}
	about.ID = ""
	if len(about.Byline) == 0 {
		about.Byline = nil
	}
	// A record of strings always marshals.
	head, _ := json.Marshal(about)
	h := sha256.New()
	h.Write(head)
	h.Write([]byte{0})
	h.Write(c.Data)
	return [sha256.Size]byte(h.Sum(nil))
}
