package render

import (
	"strconv"
	"strings"

	"stemma"
)

// handView is a correction as the page shows it: in the list of them, and as a
// tag where the finding stands.
type handView struct {
	Anchor, Text, Who, Reason, Tag string
	Applied                        bool
	Findings                       []link
}

// handViews lists the corrections in the order of the file.
func handViews(p *pile) []handView {
	var views []handView
	for i := range p.Corrections {
		c := &p.Corrections[i]
		v := handView{
			Anchor: anchorOf(c.ID), Text: clean(c.Text), Who: signed(c), Reason: sentence(c.Reason), Applied: c.Applied,
		}
		for _, id := range c.Findings {
			if isShown(p, id) {
				v.Findings = append(v.Findings, link{To: anchorOf(id), Text: clean(id)})
			}
		}
		views = append(views, v)
	}
	return views
}

// isShown says whether a finding has a place of its own in the dossier: one that
// a correction took away has none.
func isShown(p *pile, id string) bool {
	if p.reports[id] != nil {
		return true
	}
	for _, f := range p.families {
		if _, claim := f.claim(id); claim || f.ID == id || f.origins[id] != nil {
			return true
		}
		for i := range f.Descents {
			if f.Descents[i].ID == id {
				return true
			}
		}
		for i := range f.Drifts {
			if f.Drifts[i].ID == id {
				return true
			}
		}
	}
	return false
}

// signed is whose a correction is, and of when.
func signed(c *stemma.Correction) string { return joinClean([]string{c.By, c.On}) }

// hands are the corrections that a finding bears.
func hands(p *pile, id string) []handView {
	var views []handView
	for i := range p.Corrections {
		c := &p.Corrections[i]
		if !c.Applied || !contains(c.Findings, id) {
			continue
		}
		views = append(views, handView{Anchor: anchorOf(c.ID), Tag: handWords(c), Text: clean(c.Text), Who: signed(c)})
	}
	return views
}

// handWords is a correction beside the finding that bears it: a note says itself.
func handWords(c *stemma.Correction) string {
	if c.Kind == stemma.NoteCorrection {
		return "note: " + clip(clean(c.Terms[len(c.Terms)-1]), 120)
	}
	return "corrected by hand"
}

// handPieces are the tags of a finding on the terminal.
func handPieces(p *pile, id string) []piece {
	var pieces []piece
	for _, h := range hands(p, id) {
		pieces = append(pieces, piece{" · ", faint}, piece{h.Tag, caution})
	}
	return pieces
}

// correctionList lists what the user said, and what of it fits nothing.
func correctionList(f *flow, p *pile) {
	if len(p.Corrections) == 0 {
		return
	}
	unfit := 0
	for i := range p.Corrections {
		if !p.Corrections[i].Applied {
			unfit++
		}
	}
	note := count(len(p.Corrections)-unfit, "correction") + " applied"
	if unfit > 0 {
		note += ", " + strconv.Itoa(unfit) + " not"
	}
	f.part("Corrected by hand", note)
	for i, v := range handViews(p) {
		if i == maxCorrections {
			f.rest(len(p.Corrections) - i)
			break
		}
		pieces := []piece{{v.Text, plain}}
		if v.Who != "" {
			pieces = append(pieces, piece{" — " + v.Who, faint})
		}
		if !v.Applied {
			pieces = append(pieces, piece{" — not applied: " + strings.TrimSuffix(v.Reason, "."), alarm})
		}
		f.lines("  · ", "    ", pieces...)
	}
}
