package index

import (
	"slices"
	"strings"

	"stemma/internal/reuse"
)

// reader reads candidates and compares them. Each goroutine has its own.
type reader struct {
	x       *Index
	matcher *reuse.Matcher
	room    []byte
	b, part reuse.Row
	theirs  []reuse.Posting
	kept    []reuse.Posting
	links   []reuse.Link
	repeats []uint8 // of each group of the asked report
}

// compare gives the passages of the asked report and a candidate, whose words
// it compares; none when that is the report itself.
func (q *reader) compare(a *asked, at ref) (Hit, error) {
	r, room, err := q.x.segments[at.segment].report(at.doc, false, q.room)
	q.room = room
	if err != nil || r.Name == a.report.Name {
		return Hit{}, err
	}
	sameOutlet := r.Outlet != "" && r.Outlet == a.report.Outlet
	scanner := q.matcher.Scanner()
	scanner.Scan(r.Text, &q.b)
	copies := slices.Equal(a.row.Words, q.b.Words)
	if q.links = q.links[:0]; copies {
		// Copies share all of their words, and nothing else.
		q.links = append(q.links, reuse.Link{A: 0, B: 1})
	} else {
		q.link(a, sameOutlet)
	}
	passages := q.matcher.Match(&a.row, &q.b, q.links)
	if sameOutlet && !copies {
		passages = slices.DeleteFunc(passages, func(p reuse.Passage) (masthead bool) {
			masthead, q.kept = a.mastheadOf(scanner, &p, &q.part, q.kept)
			return masthead
		})
	}
	if len(passages) == 0 {
		return Hit{}, nil
	}
	r.Name, r.Published, r.Text = strings.Clone(r.Name), strings.Clone(r.Published), strings.Clone(r.Text)
	return Hit{r, slices.Clone(passages)}, nil
}

// link makes links of the shingles that the asked report and the candidate
// share.
func (q *reader) link(a *asked, sameOutlet bool) {
	q.theirs = q.matcher.Scanner().Fingerprint(&q.b, 1, q.theirs[:0])
	if len(q.repeats) < len(a.groups) {
		q.repeats = make([]uint8, len(a.groups))
	}
	clear(q.repeats)
	for _, p := range q.theirs {
		n := a.find(p.Hash())
		if n < 0 || q.repeats[n] >= maxRepeats || sameOutlet && a.groups[n].masthead {
			continue
		}
		q.repeats[n]++
		for _, m := range a.postings[a.groups[n].first:a.groups[n].last] {
			if reuse.InRun(m, p) {
				q.links = append(q.links, reuse.Link{A: 0, B: 1, WordA: m.Word, WordB: p.Word})
			}
		}
	}
}
