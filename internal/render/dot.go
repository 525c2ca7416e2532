package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// DOT writes the stories as one Graphviz digraph: a cluster a story, a node a
// witness (lost ones dashed), an edge a descent, labelled with its kind and
// the share of the copy's words that it explains. Nodes and edges stand outside
// of the clusters, which name their members only: networkx looks into none. Each has
// all its attributes, and the clusters come last, for Gephi stops reading at what holds
// for several. The error is the writer's.
func DOT(w io.Writer, d *stemma.Dossier) error {
	p := newPile(d)
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "digraph stemma {")
	for _, f := range p.families {
		dotStory(out, f)
	}
	for _, f := range p.families {
		dotCluster(out, f)
	}
	fmt.Fprintln(out, "}")
	return out.Flush()
}

func dotStory(out io.Writer, f *family) {
	for i := range f.Witnesses {
		w := &f.Witnesses[i]
		style := "rounded"
		if w.Lost {
			style = `"rounded,dashed"`
		}
		fmt.Fprintf(out, "  %s [label=%s, shape=box, style=%s, fontname=\"Helvetica\"];\n",
			dotNode(f, w.Siglum), dotQuote(dotLabel(f, w)...), style)
	}
	for i := range f.Descents {
		d := &f.Descents[i]
		if f.witnesses[d.From] == nil || f.witnesses[d.To] == nil {
			continue
		}
		style := ""
		if f.witnesses[d.From].Lost || f.witnesses[d.To].Lost {
			style = ", style=dashed"
		}
		fmt.Fprintf(out, "  %s -> %s [label=%s%s, fontname=\"Helvetica\", fontsize=10];\n",
			dotNode(f, d.From), dotNode(f, d.To), dotQuote(kindWords(d)), style)
	}
}

// dotCluster names the members of a story, and its title.
func dotCluster(out io.Writer, f *family) {
	fmt.Fprintf(out, "  subgraph cluster_%d {\n    graph [label=%s];\n", f.number, dotQuote(f.title()))
	for i := range f.Witnesses {
		fmt.Fprintf(out, "    %s;\n", dotNode(f, f.Witnesses[i].Siglum))
	}
	fmt.Fprintln(out, "  }")
}

func dotNode(f *family, siglum string) string {
	return dotQuote(fmt.Sprintf("s%d/%s", f.number, clean(siglum)))
}

func dotLabel(f *family, w *stemma.Witness) []string {
	lines := []string{clean(w.Siglum), clip(f.name(w.Siglum), 40)}
	if w.Lost {
		return append(lines, "(lost "+clean(string(w.Kind))+")")
	}
	if r := f.report(w.Siglum); r != nil && r.Published.Known() {
		lines = append(lines, dateWords(r.Published))
	}
	return lines
}

// dotQuote is a quoted DOT string of those lines. Its text is clean already,
// so only the backslash and the quotation mark mean anything.
func dotQuote(lines ...string) string {
	for i, line := range lines {
		line = strings.ReplaceAll(line, `\`, `\\`)
		lines[i] = strings.ReplaceAll(line, `"`, `\"`)
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}
