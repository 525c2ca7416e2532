package fetch

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"time"

	"stemma/internal/warc"
)

// Known is what an archive has already: of each address of a page, the last
// capture. Lists are none of these: they are read anew, for what they name may
// have changed where they have not.
type Known map[string]capture

// capture is what is known of a page that was kept.
type capture struct {
	id       string
	date     time.Time
	etag     string
	modified string
	digest   string
}

// ReadKnown reads what an archive has. Damaged records are passed over.
func ReadKnown(in io.Reader) Known {
	known := Known{}
	r := warc.NewReader(in)
	block := bufio.NewReader(nil)
	for {
		rec, err := r.Next()
		if damage := (*warc.Damage)(nil); errors.As(err, &damage) {
			continue
		}
		if err != nil {
			return known
		}
		if rec.Type != "response" || rec.Truncated != "" {
			continue
		}
		block.Reset(r)
		answer, err := warc.ReadResponse(block)
		if err != nil || answer.Status != http.StatusOK || !isPage(answer.Media) {
			continue
		}
		if !rec.Date.Before(known[rec.Target].date) {
			known[rec.Target] = capture{rec.ID, rec.Date, answer.ETag, answer.Modified, rec.Digest}
		}
	}
}

func isPage(media string) bool {
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf":
		return true
	}
	return false
}
