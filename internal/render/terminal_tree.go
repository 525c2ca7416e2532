package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stemma"
)

func (f *flow) tree(s *family) {
	tree := branching{s}
	all, lone := apart(tree, tree.branches())
	defer f.lone(s, lone)
	for i := range all {
		if i == maxWitnesses {
			f.rest(len(all) - i)
			return
		}
		last := i+1 == len(all) || all[i+1].depth <= all[i].depth
		f.branch(s, &all[i], last)
	}
}

// maxLoneNamed is how many of the witnesses that hang from nobody are named.
const maxLoneNamed = 40

// lone names the witnesses that hang from nobody and have no copies.
func (f *flow) lone(s *family, all []branch) {
	if len(all) == 0 {
		return
	}
	pieces := []piece{{count(len(all), "report") + " " + hangFromNobody + ": ", faint}}
	for i := range all[:min(len(all), maxLoneNamed)] {
		if i > 0 {
			pieces = append(pieces, piece{", ", faint})
		}
		pieces = append(pieces, piece{clean(all[i].siglum), siglum}, piece{" " + s.name(all[i].siglum), plain})
	}
	if n := len(all) - maxLoneNamed; n > 0 {
		pieces = append(pieces, piece{fmt.Sprintf(", and %d more in --json", n), faint})
	}
	f.lines("", "  ", pieces...)
}

// hangFromNobody is what is said of the witnesses beside the trees.
const hangFromNobody = "not shown to take it from another, nor to be taken from"

// possible names the descents that are too doubtful to be drawn.
func (f *flow) possible(s *family) {
	all := possibles(s)
	if len(all) == 0 {
		return
	}
	pieces := []piece{{"May descend, and is not drawn: ", faint}}
	for i, d := range all[:min(len(all), maxPossible)] {
		if i > 0 {
			pieces = append(pieces, piece{", ", faint})
		}
		pieces = append(pieces, piece{clean(d.To), siglum}, piece{" from ", faint}, piece{clean(d.From), siglum})
	}
	if n := len(all) - maxPossible; n > 0 {
		pieces = append(pieces, piece{fmt.Sprintf(", and %d more in --json", n), faint})
	}
	f.lines("", "  ", pieces...)
}

// maxPossible is how many of them are named.
const maxPossible = 12

// possibles gives the possible descents between reports of the story, the
// likelier direction of a pair alone.
func possibles(s *family) (all []*stemma.Descent) {
	for i := range s.Possible {
		d := &s.Possible[i]
		if s.witnesses[d.From] == nil || s.witnesses[d.To] == nil {
			continue
		}
		turned := slices.IndexFunc(all, func(e *stemma.Descent) bool { return e.From == d.To && e.To == d.From })
		switch {
		case turned < 0:
			all = append(all, d)
		case all[turned].Confidence < d.Confidence:
			all[turned] = d
		}
	}
	return all
}

// branch writes a witness with its line to the exemplar above it.
func (f *flow) branch(s *family, b *branch, leaf bool) {
	first, rest := f.twigs(b)
	under := rest + "   "
	if !leaf {
		under = rest + "│  "
	}
	pieces := []piece{{clean(b.siglum), siglum}, {" ", plain}}
	if w := s.witnesses[b.siglum]; w != nil && w.Lost {
		pieces = append(pieces, piece{"(lost) ", faint}, piece{lostName(s, w), strong})
	} else {
		pieces = append(pieces, piece{s.name(b.siglum), strong})
		if r := s.report(b.siglum); r != nil {
			pieces = append(pieces, piece{" · " + dateWords(r.Published), faint})
		}
	}
	f.lines(first, under, pieces...)
	if b.by == nil {
		f.elsewhere(s, b, leaf)
		return
	}
	f.lines(under, under, descentPieces(s, b)...)
	if e := strongest(b.by); e != nil && clean(e.Says) != "" {
		f.lines(under, under, piece{sentence(e.Says) + others(len(b.by.Evidence)-1), faint})
	}
}

// elsewhere says under whom the copies of a witness stand that is their second
// exemplar only: no line of the tree leads from it to them.
func (f *flow) elsewhere(s *family, b *branch, leaf bool) {
	if !leaf || len(s.children[b.siglum]) == 0 {
		return
	}
	pieces := []piece{{"second exemplar of ", faint}}
	seen := map[string]bool{}
	for _, d := range s.children[b.siglum] {
		if seen[d.To] {
			continue
		}
		if len(seen) > 0 {
			pieces = append(pieces, piece{", ", faint})
		}
		seen[d.To] = true
		pieces = append(pieces, piece{clean(d.To), siglum})
	}
	f.lines("   ", "   ", pieces...)
}

func lostName(s *family, w *stemma.Witness) string {
	if w.Kind == "" {
		return s.name(w.Siglum)
	}
	return s.name(w.Siglum) + ", " + clean(string(w.Kind))
}

func others(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" (and %d more)", n)
}

func descentPieces(s *family, b *branch) []piece {
	pieces := []piece{{clean(string(b.by.Kind)) + " of " + clean(b.by.From), plain}, {" · ", faint}}
	if share := shareWords(b.by.Share, s.witnesses[b.by.From].Lost); share != "" {
		pieces = append(pieces, piece{share, plain}, piece{" · ", faint})
	}
	pieces = append(pieces, piece{confidenceWord(b.by.Confidence), plain})
	for _, d := range b.also {
		pieces = append(pieces, piece{" · ", faint},
			piece{"also from " + clean(d.From) + " " + s.name(d.From), caution},
			piece{" (" + clean(string(d.Kind)) + ", " + confidenceWord(d.Confidence) + ")", plain})
	}
	return pieces
}

// twigs draws the lines that lead to a witness. Where the tree is so deep that
// they would take half the width, the outer ones are left out.
func (f *flow) twigs(b *branch) (first, rest string) {
	if b.depth == 0 {
		return "", ""
	}
	var above strings.Builder
	for _, goesOn := range b.over[1:] {
		if goesOn {
			above.WriteString("│  ")
		} else {
			above.WriteString("   ")
		}
	}
	lines := above.String()
	if most := f.width / 2; ansi.StringWidth(lines) > most {
		runes := []rune(lines)
		lines = "… " + string(runes[len(runes)-most+most%3:])
	}
	if b.last {
		return lines + "└─ ", lines + "   "
	}
	return lines + "├─ ", lines + "│  "
}
