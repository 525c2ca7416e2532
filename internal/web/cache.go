package web

import (
	"net/http"
	"sync"

	"stemma"
)

// mostCached is how many bytes of pages are kept at hand: some hundreds of pages.
const mostCached = 32 << 20

// cache has the pages of a dossier that were written before: a desk of many readers
// asks for few of them.
type cache struct {
	mu    sync.Mutex
	of    *stemma.Dossier
	pages map[string][]byte // by host, which stands in citations, and address
	size  int
}

func keyOf(r *http.Request) string { return r.Host + " " + r.URL.String() }

// get gives a page; nil where it was not written of this dossier.
func (c *cache) get(d *stemma.Dossier, r *http.Request) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != d {
		c.of, c.pages, c.size = d, map[string][]byte{}, 0
	}
	return c.pages[keyOf(r)]
}

func (c *cache) put(d *stemma.Dossier, r *http.Request, page []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != d || len(page) > mostCached {
		return
	}
	if c.size += len(page); c.size > mostCached {
		c.pages, c.size = map[string][]byte{}, len(page)
	}
	c.pages[keyOf(r)] = page
}
