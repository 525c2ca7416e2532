package fetch

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	// robotsBytes is how much of robots.txt is read: what RFC 9309 asks for.
	robotsBytes = 500 << 10
	// robotsHops is how many redirects lead to robots.txt (RFC 9309).
	robotsHops = 5
	// mostDelay bounds what a robots.txt may ask for.
	mostDelay = time.Minute
)

// forbids says why an address is not asked for, if so.
func (h *host) forbids(u *url.URL) string {
	if !h.asked {
		h.asked = true
		h.closed = h.askRobots(u)
	}
	switch {
	case h.closed != "":
		return h.closed
	case h.robots != nil && !h.robots.Test(u.RequestURI()):
		return "robots.txt does not allow it"
	}
	return ""
}

// askRobots reads robots.txt. A host that has none allows all; one that cannot
// say so allows nothing.
func (h *host) askRobots(u *url.URL) (closed string) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for hop := 0; ; hop++ {
		a, err := h.ask(at)
		switch {
		case err != nil:
			return reason(err)
		case a.status >= 500, a.status == http.StatusTooManyRequests:
			return "robots.txt cannot be read: the server is busy or broken"
		case a.status >= 300 && a.status < 400 && hop < robotsHops:
			next, why := parse(a.header.Get("Location"), at)
			if why != "" {
				return ""
			}
			at = next
		case a.status == http.StatusOK:
			h.rules(a)
			return ""
		default:
			return ""
		}
	}
}

// rules takes what concerns us. What cannot be understood forbids nothing.
func (h *host) rules(a *answer) {
	all, err := robotstxt.FromBytes(a.decoded(robotsBytes))
	if err != nil {
		return
	}
	name, _, _ := strings.Cut(h.run.o.Agent, "/")
	if h.robots = all.FindGroup(name); h.robots != nil {
		h.delay = min(h.robots.CrawlDelay, mostDelay)
	}
}
