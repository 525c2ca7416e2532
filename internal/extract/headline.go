package extract

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// headline settles the headline of a page: the heading that the page's title
// or JSON-LD repeats, as readers see it; else what these state; else the first
// large heading.
func (f *pageFacts) headline(blocks []block, kept []bool) {
	stated := f.statedTitles()
	first := ""
	for i, b := range blocks {
		if b.tag != atom.H1 && b.tag != atom.H2 && b.marks&inHeading == 0 || b.marks&inFurniture != 0 && !kept[i] {
			continue
		}
		if b.tag == atom.H1 && first == "" && countWords(b.text, 3) >= 3 {
			first = b.text
		}
		for _, s := range stated {
			if repeats(s, b.text) {
				f.title = b.text
				return
			}
		}
	}
	for _, s := range stated {
		if s != "" {
			f.title = s
			return
		}
	}
	f.title = first
}

// statedTitles lists the headlines that the page states, the most trusted
// first; the title element comes last, cut before its outlet.
func (f *pageFacts) statedTitles() []string {
	var stated []string
	for _, a := range f.linked {
		if !a.page && !a.listed {
			stated = append(stated, a.headline)
			break
		}
	}
	for _, t := range f.titles {
		head, _ := cutTitle(t, f.sites)
		stated = append(stated, head)
	}
	head, _ := cutTitle(f.whole, f.sites)
	return append(stated, head)
}

// repeats says whether a heading is the stated headline, or all of it but an
// ending of a few words.
func repeats(stated, heading string) bool {
	s, h := squash(stated), squash(heading)
	if s == "" || h == "" {
		return false
	}
	return s == h || len(h) >= 15 && strings.HasPrefix(s, h) || len(s) >= 15 && strings.HasPrefix(h, s)
}

var titleMarks = [...]string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " // ", " ‹ ", " « "}

// cutTitle cuts a page's title into the headline and the parts after it, which
// name section and outlet. A part that is a name of the site is cut off for
// sure; of others only the short ones at the end.
func cutTitle(title string, sites []string) (head string, parts []string) {
	head = title
	for {
		at, mark := -1, ""
		for _, m := range titleMarks {
			if i := strings.LastIndex(head, m); i > at {
				at, mark = i, m
			}
		}
		if at <= 0 {
			break
		}
		part := strings.TrimSpace(head[at+len(mark):])
		bar := strings.TrimSpace(mark) != "-" && strings.TrimSpace(mark) != "–" && strings.TrimSpace(mark) != "—"
		if !among(part, sites) && (countWords(part, maxNameWords+1) > maxNameWords || !bar && (len(parts) > 0 || !startsUpper(part))) {
			break
		}
		before := strings.TrimSpace(head[:at])
		if n := countWords(before, 3); n < 3 && n < countWords(part, 3) && !among(part, sites) {
			break // "Update | Two die in crash"
		}
		parts = append([]string{part}, parts...)
		head = before
	}
	return head, parts
}

func among(name string, names []string) bool {
	for _, n := range names {
		if squash(n) == squash(name) {
			return true
		}
	}
	return false
}
