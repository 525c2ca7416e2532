package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// What a brief holds at most, so that it is one page.
const (
	briefWitnesses = 14
	briefClaims    = 6
	briefDrifts    = 4
	briefWords     = 180
)

// Brief writes a page of Markdown about the largest story for those who decide
// and do not study: the answer, from whom the reports have it, the main claims
// with what stands behind them, the worst drifts, what to beware of. The error is
// the writer's.
func Brief(w io.Writer, d *stemma.Dossier) error {
	p := newPile(d)
	b := brief{bufio.NewWriter(w)}
	b.line("<!-- written by Stemma -->")
	f := p.largest()
	if f == nil {
		b.line("# %s", "An empty pile")
		b.line("%s", markdown(strings.Join(p.answer(), " ")))
		return b.out.Flush()
	}
	b.line("# %s", markdown(f.title()))
	b.line("")
	b.line("%s", markdown(strings.Join(p.answer(), " ")))
	b.tree(f)
	b.claims(f)
	b.drifts(f)
	b.beware(f)
	b.line("")
	b.line("Every finding bears its id, under which the page, the JSON and the tables of the same run have its words.")
	return b.out.Flush()
}

type brief struct{ out *bufio.Writer }

func (b brief) line(format string, args ...any) { fmt.Fprintf(b.out, format+"\n", args...) }

func (b brief) part(name string) { b.line("\n## %s\n", name) }

func (b brief) rest(n int) {
	if n > 0 {
		b.line("- and %d more", n)
	}
}

func (b brief) tree(f *family) {
	b.part("Who took it from whom")
	for i, x := range (branching{f}).branches() {
		if i == briefWitnesses {
			b.rest(len(f.Witnesses) - i)
			return
		}
		w := f.witnesses[x.siglum]
		about := []string{}
		if w.Lost {
			about = append(about, "not in the pile")
		} else if r := f.report(x.siglum); r != nil {
			about = append(about, dateWords(r.Published))
		}
		if x.by != nil {
			about = append(about, clean(string(x.by.Kind))+" of "+clean(x.by.From), confidenceWord(x.by.Confidence),
				"`"+clean(x.by.ID)+"`")
		}
		for _, v := range x.also {
			about = append(about, "also "+clean(string(v.Kind))+" of "+clean(v.From)+" `"+clean(v.ID)+"`")
		}
		b.line("%s- **%s** %s (%s)", strings.Repeat("  ", min(x.depth, 6)), clean(x.siglum), markdown(f.name(x.siglum)),
			strings.Join(about, ", "))
	}
}

func (b brief) claims(f *family) {
	b.part("What it claims, and on what")
	shown := f.rank()
	for i, r := range shown {
		if i == briefClaims {
			b.rest(len(shown) - i)
			return
		}
		c := &f.Claims[r.index]
		on := verdictWords(c)
		if words := originsBeside(c); words != "" {
			on += ", " + words
		}
		b.line("- %s `%s`: **%s**, in %s", markdown(clip(clean(c.Told()), briefWords)), clean(c.ID), on,
			clean(strings.Join(r.carriers, " ")))
	}
}

func (b brief) drifts(f *family) {
	all := f.severest()
	if len(all) == 0 {
		return
	}
	b.part("What changed in the retelling")
	for i, x := range all {
		if i == briefDrifts {
			b.rest(len(all) - i)
			return
		}
		from, to := f.ends(x)
		b.line("- %s, %s %s `%s`: %s", driftWords(x), Severity(x.Severity), arrow(x, from, to), clean(x.ID),
			markdown(clip(bothSides(x), briefWords)))
	}
}

// bothSides is a drift in one line.
func bothSides(x *stemma.Drift) string {
	switch {
	case x.Before == nil && x.After == nil:
		return clean(x.Says)
	case x.Before == nil:
		return "added " + guillemets(x.After)
	case x.After == nil:
		return "left out " + guillemets(x.Before)
	}
	if x.IsApart() {
		return guillemets(x.Before) + " in one, " + guillemets(x.After) + " in the other"
	}
	return guillemets(x.Before) + " became " + guillemets(x.After)
}

func (b brief) beware(f *family) {
	if len(f.Warnings) == 0 {
		return
	}
	b.part("Beware")
	for _, w := range f.Warnings {
		b.line("- %s", markdown(sentence(w.Says)))
	}
}

// markdown is a text in which nothing is markup.
func markdown(text string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
		"<", "&lt;", "#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`).Replace(clean(text))
}
