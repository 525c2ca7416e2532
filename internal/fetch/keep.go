package fetch

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sort"
	"sync"
	"time"

	"stemma/internal/warc"
)

// keeper writes what comes into the archive.
type keeper struct {
	mu    sync.Mutex
	out   *warc.Writer
	known Known
	agent string
	now   func() time.Time
}

func newKeeper(out io.Writer, known Known, o Options) *keeper {
	return &keeper{out: warc.NewWriter(out), known: known, agent: o.Agent, now: o.Now}
}

// begin writes the record that says who wrote the following ones.
func (k *keeper) begin() error {
	about := fmt.Sprintf("software: %s\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n", k.agent)
	_, err := k.out.Write("warcinfo", k.now(), []byte(about),
		warc.Field{Name: "Content-Type", Value: "application/warc-fields"})
	return err
}

// conditions asks for what changed only, of what is known.
func (k *keeper) conditions(address string, h http.Header) {
	c, ok := k.known[address]
	if !ok {
		return
	}
	if c.etag != "" {
		h.Set("If-None-Match", c.etag)
	}
	if c.modified != "" {
		h.Set("If-Modified-Since", c.modified)
	}
}

// earlier is the capture of an address that the archive has already, and
// whether an answer says the same.
func (k *keeper) earlier(address string, a *answer) (capture, bool) {
	c, ok := k.known[address]
	if !ok {
		return c, false
	}
	same := a.status == http.StatusOK && a.cut == "" && c.digest == warc.Digest(a.body)
	return c, same || a.status == http.StatusNotModified
}

// The ways in which an answer may repeat an earlier one.
const (
	notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
	sameDigest  = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
)

// answer writes an answer and the request that it is to. What an earlier capture
// has is not written again.
func (k *keeper) answer(address string, a *answer, before capture, unchanged bool) error {
	kind, body := "response", a.body
	fields := []warc.Field{{Name: "WARC-Target-URI", Value: address}}
	if a.from != "" {
		fields = append(fields, warc.Field{Name: "WARC-IP-Address", Value: a.from})
	}
	about := append(fields, warc.Field{Name: "Content-Type", Value: "application/http; msgtype=response"},
		warc.Field{Name: "WARC-Payload-Digest", Value: digestOf(a, before, unchanged)})
	if a.cut != "" {
		about = append(about, warc.Field{Name: "WARC-Truncated", Value: a.cut})
	}
	if unchanged {
		kind, body = "revisit", nil
		about = append(about, repeated(a, address, before)...)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	id, err := k.out.Write(kind, a.when, append(headOf(a), body...), about...)
	if err != nil {
		return err
	}
	_, err = k.out.Write("request", a.when, requestOf(a.request), append(fields,
		warc.Field{Name: "Content-Type", Value: "application/http; msgtype=request"},
		warc.Field{Name: "WARC-Concurrent-To", Value: "<" + id + ">"})...)
	return err
}

// digestOf is the digest of the payload: of what did not change, the earlier one.
func digestOf(a *answer, before capture, unchanged bool) string {
	if unchanged && before.digest != "" {
		return before.digest
	}
	return warc.Digest(a.body)
}

// repeated says which capture an answer repeats.
func repeated(a *answer, address string, before capture) []warc.Field {
	profile := sameDigest
	if a.status == http.StatusNotModified {
		profile = notModified
	}
	return []warc.Field{
		{Name: "WARC-Profile", Value: profile},
		{Name: "WARC-Refers-To", Value: "<" + before.id + ">"},
		{Name: "WARC-Refers-To-Target-URI", Value: address},
		{Name: "WARC-Refers-To-Date", Value: before.date.Format(time.RFC3339)},
	}
}

// headOf is the head of an answer, its fields in order. How it was transferred
// is not among them, since the body is kept without that.
func headOf(a *answer) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", a.status, http.StatusText(a.status))
	writeFields(&b, a.header)
	return b.Bytes()
}

func requestOf(r *http.Request) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "GET %s HTTP/1.1\r\nHost: %s\r\n", r.URL.RequestURI(), r.URL.Host)
	writeFields(&b, r.Header)
	return b.Bytes()
}

func writeFields(b *bytes.Buffer, h http.Header) {
	var names []string
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for _, value := range h[name] {
			fmt.Fprintf(b, "%s: %s\r\n", name, value)
		}
	}
	b.WriteString("\r\n")
}
