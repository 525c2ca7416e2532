package render

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Answer is a dossier in a few sentences: what terminal and page begin with.
func Answer(d *stemma.Dossier) string {
	return strings.Join(newPile(creditedInLargest(d)).answer(), " ")
}

// creditedInLargest is a dossier without the credits in reports that do not tell its largest
// story, for which no answer asks: of a large case these are tens of thousands, and it is
// answered after each report.
func creditedInLargest(d *stemma.Dossier) *stemma.Dossier {
	of, inside := *d, map[string]bool{}
	if largest := d.Largest(); largest != nil {
		for i := range largest.Witnesses {
			inside[string(largest.Witnesses[i].Report)] = true
		}
	}
	of.Attributions = nil
	for i := range d.Attributions {
		if inside[d.Attributions[i].Report] {
			of.Attributions = append(of.Attributions, d.Attributions[i])
		}
	}
	return &of
}

// answer is the pile in at most three lines: from whom the reports of the
// largest story have it, what it claims and what stands behind that, and what
// of the pile is not in it.
func (p *pile) answer() []string {
	if len(p.Reports) == 0 {
		return []string{"No report could be read, so there is nothing to trace." + p.unread()}
	}
	told, _ := p.told()
	head := count(len(p.Reports), "report") + ", " + count(len(p.families), "story") + "."
	main := p.largest()
	if len(p.families) > 1 && main.kept() > 1 {
		head += " The largest, “" + clip(main.title(), maxTitle) + "”, is told by " + strconv.Itoa(main.kept()) + "."
	}
	if main == nil || main.kept() < 2 {
		return []string{strings.TrimSpace(head + p.alone() + p.apart(len(told)) + p.unread())}
	}
	if main.Fault != "" {
		return []string{head + " " + main.answer() + p.apart(len(told)-1) + p.unread()}
	}
	a := main.answers()
	lines := []string{head + " " + a.descent()}
	if s := a.claimed(); s != "" {
		lines = append(lines, s)
	}
	if s := strings.TrimSpace(p.apart(len(told)-1) + p.unread()); s != "" {
		lines = append(lines, s)
	}
	return lines
}

// maxTitle is the length in letters to which a title is cut in an answer, and
// maxClaim that of a claim: two lines of a terminal, which nearly all leads fill.
const (
	maxTitle = 50
	maxClaim = 160
)

// largest is the story that most reports tell.
func (p *pile) largest() *family {
	story := p.Largest()
	for _, f := range p.families {
		if f.Story == story {
			return f
		}
	}
	return nil
}

// alone says what can be said of a pile of one report.
func (p *pile) alone() string {
	switch {
	case len(p.families) != 1:
		return ""
	case len(p.families[0].Claims) == 0:
		return " No claims were found in it."
	}
	return " Nothing in it is confirmed by another report."
}

// apart says what of the pile tells no part of the largest story.
func (p *pile) apart(told int) string {
	main := p.largest()
	switch {
	case len(p.families) < 2:
		return ""
	case main == nil || main.kept() < 2:
		return " No two reports tell one story."
	}
	var names []string
	for _, f := range p.families {
		for i := range f.Witnesses {
			if r := p.reports[string(f.Witnesses[i].Report)]; f != main && r != nil {
				names = append(names, reportName(r))
			}
		}
	}
	said := " Not found to tell it: " + strings.Join(names, ", ")
	if len(names) > maxNamed {
		said = " " + strconv.Itoa(len(names)) + " reports were not found to tell it"
	}
	switch {
	case told == 1:
		said += "; another story is told by two or more"
	case told > 1:
		said += "; " + strconv.Itoa(told) + " other stories are told by two or more"
	}
	return said + "."
}

// maxNamed is how many reports an answer names before it counts.
const maxNamed = 3

// told lists the stories that two or more reports tell, the most told first,
// and counts the others.
func (p *pile) told() (told []*family, alone int) {
	for _, f := range p.families {
		if f.kept() > 1 {
			told = append(told, f)
		} else {
			alone++
		}
	}
	sort.SliceStable(told, func(i, j int) bool { return told[i].kept() > told[j].kept() })
	return told, alone
}

func (p *pile) unread() string {
	failed := 0
	for i := range p.Ledger {
		if p.Ledger[i].Outcome == stemma.Failed {
			failed++
		}
	}
	if failed == 0 {
		return ""
	}
	if len(p.Ledger) == 1 {
		return " The only input could not be read."
	}
	return " " + upper(numeral(failed)) + " of the " + count(len(p.Ledger), "input") + " could not be read."
}

// answer is one story in a line or two.
func (f *family) answer() string {
	if f.kept() < 2 {
		return "A single report tells it."
	}
	if f.Fault != "" {
		return "It could not be judged: " + clean(f.Fault) + "."
	}
	told := f.answers()
	return strings.TrimSpace(told.descent() + " " + told.claimed())
}

// teller is the source of an attribution that tells something; nil for what
// somebody wants, likes or is asked.
func (p *pile) teller(attribution string) *stemma.Speaker {
	a := p.credits[attribution]
	if a == nil || !a.Told {
		return nil
	}
	return p.speakers[string(a.Speaker)]
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// upper makes the first letter a capital, where s begins with a letter.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
