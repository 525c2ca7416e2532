package render

import (
	"fmt"
	"io"
	"slices"

	"stemma"
)

// Look is how a story's tree is looked at where it can be asked for again.
type Look struct {
	Story string
	At    string  // the siglum whose lineage is shown; "" for all
	Least float64 // confidence of the descents that are shown
}

// Tree writes the drawing of a story with links: of a witness to its lineage, of a
// descent to its page. It writes nothing for a story of one witness, or of too many.
func Tree(w io.Writer, d *stemma.Dossier, look Look) error {
	f := familyOf(d, look.Story)
	if f == nil {
		return nil
	}
	v := newDrawingView(storyPage{f}, f.behind(f.rank()))
	if v == nil {
		return nil
	}
	v.lookAt(f, look)
	t, _, err := parsePage()
	if err != nil {
		return fmt.Errorf("render: tree: %w", err)
	}
	return t.ExecuteTemplate(w, "drawing", v)
}

// TreeStyle is the part of the page's style that is about the drawing.
func TreeStyle() string { return drawingRules() }

// familyOf is the story with an id; nil where there is none.
func familyOf(d *stemma.Dossier, story string) *family {
	for _, f := range newPile(d).families {
		if f.ID == story {
			return f
		}
	}
	return nil
}

// lookAt dims what is not asked for, and leads to the pages of findings.
func (v *drawingView) lookAt(f *family, look Look) {
	line := lineage(f.Descents, look.At)
	for i := range v.Edges {
		e := &v.Edges[i]
		e.To = "/find/" + e.By.ID
		if e.Dim = e.By.Confidence < look.Least || line != nil && !(line[e.By.From] && line[e.By.To]); e.Dim {
			e.Class += " dim"
		}
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		n.To = "/story/" + f.ID + "?at=" + n.Siglum + "#tree"
		switch {
		case n.Siglum == look.At:
			n.Class += " chosen"
		case line != nil && !line[n.Siglum]:
			n.Class += " dim"
		}
		for k := range n.Also {
			n.Also[k].To = "/find/" + n.Also[k].ID
			n.Also[k].Dim = line != nil && !line[n.Siglum]
		}
	}
}

// lineage is all that a witness descends from, and all that descends from it; nil
// where none is asked for.
func lineage(all []stemma.Descent, siglum string) map[string]bool {
	if siglum == "" {
		return nil
	}
	up := func(d stemma.Descent) (string, string) { return d.To, d.From }
	down := func(d stemma.Descent) (string, string) { return d.From, d.To }
	line := map[string]bool{siglum: true}
	for _, along := range []func(stemma.Descent) (string, string){up, down} {
		for next := []string{siglum}; len(next) > 0; next = next[1:] {
			for _, d := range all {
				if at, to := along(d); at == next[0] && !slices.Contains(next, to) && !line[to] {
					line[to] = true
					next = append(next, to)
				}
			}
		}
	}
	return line
}
