package fetch

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"time"

	"stemma"
)

// visit asks for one address, keeps what comes, and follows where it leads.
func (h *host) visit(j job) {
	address := j.address.String()
	switch why := h.forbids(j.address); {
	case h.closed != "":
		h.run.row(address, stemma.Failed, why)
		return
	case why != "":
		h.run.row(address, stemma.Skipped, why)
		return
	}
	a, err := h.ask(j.address)
	if err != nil {
		h.run.row(address, stemma.Failed, reason(err))
		return
	}
	before, unchanged := h.run.keep.earlier(address, a)
	if err := h.run.keep.answer(address, a, before, unchanged); err != nil {
		h.run.stop(err)
		return
	}
	if unchanged {
		h.run.row(address, stemma.Skipped, "unchanged since "+before.date.Format(time.RFC3339))
		return
	}
	outcome, why := h.follow(j, a)
	h.run.row(address, outcome, why)
}

// follow takes up what an answer leads to, and says what becomes of it.
func (h *host) follow(j job, a *answer) (stemma.Outcome, string) {
	switch {
	case a.status >= 300 && a.status < 400 && a.status != http.StatusNotModified:
		return h.redirect(j, a.header.Get("Location"))
	case a.status != http.StatusOK:
		return stemma.Failed, fmt.Sprintf("the server answered %d", a.status)
	case a.passed:
		return stemma.Skipped, fmt.Sprintf("%.60q: neither a page nor a text, and not kept whole", a.media)
	}
	data := a.decoded(h.run.o.MaxBytes)
	links, kind := Links(data, a.media)
	switch {
	case kind == "" && len(bytes.TrimSpace(a.body)) == 0:
		return stemma.Failed, "empty"
	case kind == "":
		return stemma.Read, a.note()
	case j.lists >= maxLists:
		return stemma.Skipped, kind + " within too many others"
	}
	more := 0
	for _, link := range links {
		if h.run.add(link, j.address, job{lists: j.lists + 1}) {
			more++
		}
	}
	if a.cut != "" || !ends(unzipped(data)) {
		// What else it named nobody knows.
		return stemma.Failed, fmt.Sprintf("%s, cut short: %d of the %d addresses that are left of it are fetched",
			kind, more, len(links))
	}
	return stemma.Skipped, fmt.Sprintf("%s: %d of the %d addresses in it are fetched", kind, more, len(links))
}

// redirect takes up where an answer sends us.
func (h *host) redirect(j job, location string) (stemma.Outcome, string) {
	switch {
	case location == "":
		return stemma.Failed, "a redirect to nowhere"
	case j.hops >= maxHops:
		return stemma.Failed, "too many redirects"
	case !h.run.add(location, j.address, job{hops: j.hops + 1, lists: j.lists}):
		return stemma.Skipped, "a redirect to " + shown(location) + ", which is asked for already or not fetched"
	}
	return stemma.Skipped, "a redirect to " + shown(location)
}

// shown is a stranger's words on one line, and not too many.
func shown(s string) string {
	return strings.Trim(fmt.Sprintf("%.200q", s), `"`)
}

// stop ends the run.
func (r *run) stop(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failed == nil {
		r.failed = err
		r.cancel()
	}
}
