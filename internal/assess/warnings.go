package assess

import (
	"fmt"

	"stemma"
)

// warnings says what a reader of the story must beware of.
func (b *book) warnings(claims []stemma.Claim, origins []stemma.Origin) []stemma.Warning {
	found := []stemma.Warning{}
	add := func(kind stemma.WarningKind, format string, args ...any) {
		found = append(found, stemma.Warning{Kind: kind, Says: fmt.Sprintf(format, args...)})
	}
	b.warnOrigins(claims, origins, add)
	for _, l := range b.in.Loops {
		add(stemma.CircularWarning, "%s (%s) leans on %s (%s), which goes back to it: that confirms nothing",
			b.name(l[0]), l[0], b.name(l[1]), l[1])
	}
	for _, w := range b.in.Stemma.Witnesses {
		if !w.Lost && len(b.parents[w.Siglum]) == 0 && !b.own[w.Siglum] && len(b.in.Stemma.Witnesses) > 1 {
			add(stemma.UnknownLineage, "it is not known where %s (%s) has its report from; it counts as no independent origin",
				b.name(w.Siglum), w.Siglum)
		}
	}
	for _, w := range b.in.Stemma.Witnesses {
		if t := b.report[w.Siglum]; t != nil && len(t.Report.Dates) > 1 {
			add(stemma.DateConflict, "%s (%s) states dates that contradict each other", b.name(w.Siglum), w.Siglum)
		}
	}
	return found
}

// warnOrigins speaks of the claims that several reports carry: if they all
// have one origin, many reports are one voice.
func (b *book) warnOrigins(claims []stemma.Claim, origins []stemma.Origin, add func(stemma.WarningKind, string, ...any)) {
	behind := map[string]int{}
	carried, single := 0, 0
	for c := range claims {
		if len(b.holds[c]) < 2 {
			continue
		}
		carried++
		if claims[c].Origins.Max == 1 {
			for _, id := range claims[c].Origins.IDs {
				behind[id]++
			}
		}
		if claims[c].Verdict == stemma.SingleSource {
			single++
		}
	}
	for _, o := range origins {
		if n := behind[o.ID]; carried > 0 && n > 0 && 2*n >= carried {
			add(stemma.SingleOriginWarning, "%d of the %d claims that two or more reports carry go back to %s alone: %s", n, carried, b.name(o.Witness), o.Says)
		}
	}
	if single > 0 {
		add(stemma.SingleSourceWarning, "%d of them rest on one source", single)
	}
}
