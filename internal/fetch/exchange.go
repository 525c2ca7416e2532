package fetch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"strings"
	"time"

	"stemma/internal/warc"
)

const (
	// maxTries is how often an address is asked for.
	maxTries = 3
	// maxHeader is how many bytes the head of an answer may have.
	maxHeader = 256 << 10
)

// answer is what a server sent, as it sent it.
type answer struct {
	request *http.Request
	status  int
	header  http.Header
	media   string
	body    []byte
	passed  bool   // the body is no page, and was not read
	cut     string // why the body is not whole: length, time, disconnect
	from    string // the server's address
	when    time.Time
}

// note says what of an answer is missing.
func (a *answer) note() string {
	if a.cut == "" {
		return ""
	}
	return "cut short (" + a.cut + ")"
}

// ask asks for an address until there is an answer, or no use in asking again.
func (h *host) ask(u *url.URL) (a *answer, err error) {
	for try := 1; ; try++ {
		if err = h.turn(); err != nil {
			return nil, err
		}
		a, err = h.run.exchange(u)
		pause, again := h.again(a, err, try)
		switch {
		case !again || h.run.ctx.Err() != nil:
			return a, err
		case pause > h.run.o.Patience:
			return nil, fmt.Errorf("the server asks to come back in %s", pause.Round(time.Second))
		case try == maxTries:
			return a, err
		}
		h.next = time.Now().Add(pause)
	}
}

// again says whether to ask once more, and after how long.
func (h *host) again(a *answer, err error, try int) (time.Duration, bool) {
	pause := h.run.o.Delay << try
	switch {
	case errors.Is(err, errPrivate):
		return 0, false
	case err != nil:
		var dns *net.DNSError
		return pause, !(errors.As(err, &dns) && dns.IsNotFound)
	case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable:
		return max(pause, retryAfter(a.header.Get("Retry-After"), a.when)), true
	case a.status >= 500 && a.status != http.StatusNotImplemented:
		return pause, true
	case a.cut == "disconnect":
		return pause, true
	}
	return 0, false
}

// retryAfter reads a number of seconds or a date.
func retryAfter(value string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseInt(strings.TrimSpace(value), 10, 32); err == nil && seconds >= 0 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return at.Sub(now)
	}
	return 0
}

// exchange sends one request and reads its answer.
func (r *run) exchange(u *url.URL) (*answer, error) {
	ctx, cancel := context.WithTimeout(r.ctx, r.o.Timeout)
	defer cancel()
	a := &answer{when: r.o.Now()}
	trace := &httptrace.ClientTrace{GotConn: func(c httptrace.GotConnInfo) {
		if at, ok := c.Conn.RemoteAddr().(*net.TCPAddr); ok {
			a.from = at.IP.String()
		}
	}}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", r.o.Agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	req.Header.Set("Accept-Encoding", "gzip, br")
	r.keep.conditions(u.String(), req.Header)
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	a.request, a.status, a.header = req, resp.StatusCode, resp.Header
	a.media, _ = warc.MediaOf(resp.Header.Get("Content-Type"))
	if a.passed = medium(a.media); !a.passed {
		a.read(ctx, resp.Body, r.o.MaxBytes)
	}
	return a, nil
}

// medium says whether a media type is of pictures, sounds or films.
func medium(media string) bool {
	kind, _, _ := strings.Cut(media, "/")
	return kind == "image" || kind == "video" || kind == "audio" || kind == "font"
}

// read reads the body, as far as it may.
func (a *answer) read(ctx context.Context, body io.Reader, limit int64) {
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	switch {
	case int64(len(data)) > limit:
		data, a.cut = data[:limit], "length"
	case err != nil && ctx.Err() != nil:
		a.cut = "time"
	case err != nil:
		a.cut = "disconnect"
	}
	a.body = data
}

// decoded is the body without its encoding, as far as it goes.
func (a *answer) decoded(limit int64) []byte {
	answer := warc.Response{Encoding: strings.ToLower(a.header.Get("Content-Encoding"))}
	in, err := answer.Body(bufio.NewReader(bytes.NewReader(a.body)))
	if err != nil {
		return nil
	}
	data, _ := io.ReadAll(io.LimitReader(in, limit))
	return data
}
