package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"sync"
	"time"

	"stemma"
)

const (
	// maxHops is how many redirects are followed: as many as browsers do, halved.
	maxHops = 10
	// maxLists is how deep a list may lie in others: a sitemap in an index, a
	// feed in an OPML file.
	maxLists = 3
	// hostsAtOnce is how many hosts are asked at the same time.
	hostsAtOnce = 8
)

// Options says how to fetch. The zero value is usable but for the clock.
type Options struct {
	Agent        string        // how the program names itself; "" is "stemma"
	AllowPrivate bool          // connect to private and special addresses too
	MaxBytes     int64         // bytes of one answer; 0 is 8 MiB
	MaxPages     int           // addresses in all; 0 is 1000
	Timeout      time.Duration // of one request; 0 is a minute
	Delay        time.Duration // between two requests to a host; 0 is a second
	Patience     time.Duration // how long a busy server may ask to wait; 0 is two minutes
	Now          func() time.Time
	// Progress is called with how many addresses are done, of how many.
	Progress func(done, total int)
}

func (o Options) filled() Options {
	if o.Agent == "" {
		o.Agent = "stemma"
	}
	o.MaxBytes = fallback(o.MaxBytes, 8<<20)
	o.MaxPages = fallback(o.MaxPages, 1000)
	o.Timeout = fallback(o.Timeout, time.Minute)
	o.Delay = fallback(o.Delay, time.Second)
	o.Patience = fallback(o.Patience, 2*time.Minute)
	return o
}

func fallback[T int | int64 | time.Duration](v, other T) T {
	if v <= 0 {
		return other
	}
	return v
}

// run is one run.
type run struct {
	ctx    context.Context
	cancel func()
	o      Options
	client *http.Client
	keep   *keeper
	slots  chan struct{}

	pending sync.WaitGroup
	mu      sync.Mutex
	hosts   map[string]*host
	seen    map[string]bool
	rows    []stemma.LedgerRow
	total   int
	failed  error // of writing the archive
}

// job is one address to ask for.
type job struct {
	address *url.URL
	hops    int // redirects that led here
	lists   int // lists that it stands in
}

// Fetch asks for the addresses, and for what the lists among them name, and
// appends what comes to out as records of a web archive. It gives a row for each
// address, sorted. The error is one of writing, or that of the context; what was
// fetched until then is written.
func Fetch(ctx context.Context, addresses []string, known Known, out io.Writer, o Options) ([]stemma.LedgerRow, error) {
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	r := &run{
		ctx: within, cancel: cancel, o: o.filled(), slots: make(chan struct{}, hostsAtOnce),
		hosts: map[string]*host{}, seen: map[string]bool{},
	}
	r.client = newClient(r.o)
	r.keep = newKeeper(out, known, r.o)
	if err := r.keep.begin(); err != nil {
		return nil, err
	}
	for _, address := range addresses {
		r.add(address, nil, job{})
	}
	r.pending.Wait()
	sort.SliceStable(r.rows, func(i, j int) bool { return r.rows[i].Input < r.rows[j].Input })
	if r.failed != nil {
		return r.rows, r.failed
	}
	return r.rows, ctx.Err()
}

// add takes up an address, which may be relative to another one. It is false for
// one that is taken up already, or for which there is no more room.
func (r *run) add(address string, base *url.URL, j job) bool {
	u, why := parse(address, base)
	if why != "" {
		r.row(address, stemma.Failed, why)
		return false
	}
	if why := r.take(u.String()); why != "" {
		if base == nil {
			r.row(u.String(), stemma.Skipped, why)
		}
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	j.address = u
	key := u.Scheme + "://" + u.Host
	h := r.hosts[key]
	if h == nil {
		h = &host{run: r, key: key}
		r.hosts[key] = h
	}
	r.pending.Add(1)
	h.add(j)
	return true
}

// take counts an address in, or says why not.
func (r *run) take(address string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.seen[address]:
		return "named twice"
	case r.total >= r.o.MaxPages:
		return fmt.Sprintf("more than the %d addresses that are allowed; raise it with --max-pages", r.o.MaxPages)
	}
	r.seen[address] = true
	r.total++
	return ""
}

// parse reads an address, or says what is wrong with it.
func parse(address string, base *url.URL) (*url.URL, string) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err == nil && base != nil {
		u = base.ResolveReference(u)
	}
	switch {
	case err != nil:
		return nil, "no address: " + err.Error()
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, "only http and https addresses are fetched"
	case u.Hostname() == "":
		return nil, "an address without a host"
	case u.User != nil:
		return nil, "an address with a name and password: not sent"
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	return u, ""
}

// row makes the row of an address.
func (r *run) row(address string, outcome stemma.Outcome, reason string) {
	r.mu.Lock()
	r.rows = append(r.rows, stemma.LedgerRow{Input: address, Outcome: outcome, Reason: reason})
	done, total := len(r.rows), max(r.total, len(r.rows))
	r.mu.Unlock()
	if r.o.Progress != nil {
		r.o.Progress(done, total)
	}
}
