package web

import (
	"errors"
	"net/http"
	"sync"
)

// mostCached is how many bytes of pages are kept at hand: some hundreds of pages.
const mostCached = 32 << 20

// cache has the pages of findings that were written before: a desk of many readers
// asks for few of them. When they are new all ask at once, so a page that is being
// written is waited for.
type cache struct {
	mu    sync.Mutex
	of    Findings
	pages map[string]*written // by host, which stands in citations, and address
	size  int
}

// written is a page that is written once.
type written struct {
	done chan struct{} // closed when it is
	body []byte
	err  error
}

func keyOf(r *http.Request) string { return r.Host + " " + r.URL.String() }

// page gives a page of findings, and whether the caller is to write it.
func (c *cache) page(f Findings, r *http.Request) (p *written, begin bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != f {
		c.of, c.pages, c.size = f, map[string]*written{}, 0
	}
	if p = c.pages[keyOf(r)]; p != nil {
		return p, false
	}
	p = &written{done: make(chan struct{})}
	c.pages[keyOf(r)] = p
	return p, true
}

// write writes a page that was begun, and keeps it where that succeeds.
func (c *cache) write(f Findings, r *http.Request, p *written, how func() ([]byte, error)) {
	p.err = errUnwritten
	defer func() {
		c.keep(f, r, p)
		close(p.done)
	}()
	p.body, p.err = how()
}

// errUnwritten is why there is no page where writing it came to no end.
var errUnwritten = errors.New("the page could not be written")

// keep keeps a page; one that could not be written is tried anew by who asks next.
func (c *cache) keep(f Findings, r *http.Request, p *written) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch key := keyOf(r); {
	case c.of != f || c.pages[key] != p:
	case p.err != nil || len(p.body) > mostCached:
		delete(c.pages, key)
	case c.size+len(p.body) > mostCached:
		c.pages, c.size = map[string]*written{key: p}, len(p.body)
	default:
		c.size += len(p.body)
	}
}
