package pdf

import (
	"strings"
	"unicode"
)

// leastPages is on how many pages a line stands that is no text of them.
const leastPages = 3

// dropRunning drops the lines at the top and at the foot of pages that say the
// same on most of them, numbers aside.
func dropRunning(pages [][][]line) {
	for {
		count := map[string]int{}
		for _, p := range pages {
			for _, key := range edges(p) {
				count[key]++
			}
		}
		dropped := false
		for i, p := range pages {
			top, foot := first(p), last(p)
			if top != nil && running(count[keyOf(*top)], len(pages)) {
				drop(pages[i], true)
				dropped = true
			} else if foot != nil && running(count[keyOf(*foot)], len(pages)) {
				drop(pages[i], false)
				dropped = true
			}
		}
		if !dropped {
			return
		}
	}
}

func running(n, pages int) bool { return n >= leastPages && 2*n > pages }

// keyOf is a line with its numbers made alike.
func keyOf(l line) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, l.text)
}

// edges are the keys of the first and the last line of a page.
func edges(p [][]line) []string {
	top, foot := first(p), last(p)
	if top == nil {
		return nil
	}
	a, b := keyOf(*top), keyOf(*foot)
	if a == b {
		return []string{a}
	}
	return []string{a, b}
}

func first(p [][]line) *line {
	for _, block := range p {
		if len(block) > 0 {
			return &block[0]
		}
	}
	return nil
}

func last(p [][]line) *line {
	for i := len(p) - 1; i >= 0; i-- {
		if n := len(p[i]); n > 0 {
			return &p[i][n-1]
		}
	}
	return nil
}

// drop drops the first or the last line.
func drop(p [][]line, top bool) {
	for i := range p {
		if !top {
			i = len(p) - 1 - i
		}
		switch n := len(p[i]); {
		case n == 0:
		case top:
			p[i] = p[i][1:]
			return
		default:
			p[i] = p[i][:n-1]
			return
		}
	}
}

// unframed takes off what browsers print above and below a page: above, the time
// or the title; below, the address and "1/3", or "1 of 3" and the time, with the
// address above then. The time is that of printing, and tells nothing of the
// page.
func unframed(all []row) (rest []row, address string) {
	if len(all) < 3 {
		return all, ""
	}
	top, foot := all[0].pieces, all[len(all)-1].pieces
	if len(foot) < 2 {
		return all, ""
	}
	left, right := foot[0].text, foot[len(foot)-1].text
	switch above := top[len(top)-1].text; {
	case strings.Contains(left, "://") && counted(right, "/"):
		address = left
	case counted(left, " of ") && strings.Contains(above, "://"):
		address = above
	default:
		return all, ""
	}
	return all[1 : len(all)-1], address
}

// counted says whether a text is two numbers with a sign between them.
func counted(s, sign string) bool {
	a, b, found := strings.Cut(s, sign)
	digits := func(s string) bool {
		return s != "" && strings.Trim(s, "0123456789") == ""
	}
	return found && digits(a) && digits(b)
}
