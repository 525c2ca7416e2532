package assess

import (
	"time"

	"stemma"
)

// caveats say what a reader of a story must beware of.
type caveats struct {
	*reporting
	told  *statements
	loops [][2]string // see [Input]
}

// warnings says what a reader of the story must beware of.
func (b *caveats) warnings(claims []stemma.Claim, origins []stemma.Origin) []stemma.Warning {
	found := []stemma.Warning{}
	add := func(kind stemma.WarningKind, sentence string, args stemma.Args) {
		found = append(found, stemma.Warning{Kind: kind, Saying: stemma.Say(sentence, args)})
	}
	b.warnOrigins(claims, origins, add)
	for _, l := range b.loops {
		add(stemma.CircularWarning, "warning.circular", stemma.Args{
			"name": b.name(l[0]), "siglum": l[0], "other": b.name(l[1]), "other-siglum": l[1],
		})
	}
	for _, w := range b.tree.Witnesses {
		t := b.report[w.Siglum]
		if t == nil {
			continue
		}
		about := stemma.Args{"name": b.name(w.Siglum), "siglum": w.Siglum}
		if len(b.report) > 1 && b.unknownLineage(w.Siglum) {
			add(stemma.UnknownLineage, "warning.unknown-lineage", about)
		}
		if len(t.Report.Dates) > 1 {
			add(stemma.DateConflict, "warning.date-conflict", about)
		}
		if years := b.yearsBehind(w.Siglum); years >= lateYears {
			about["n"] = years
			add(stemma.DateConflict, "warning.late-date", about)
		}
	}
	return found
}

// lateYears is from how many years on behind all others of its story a report's date may be a
// slip. No clock is asked.
const lateYears = 3

// yearsBehind is how many whole years a report is dated behind all others of its story; 0 where
// not two of these have a date, since of two dates each may be wrong.
func (b *caveats) yearsBehind(siglum string) int {
	const year = 365 * 24 * time.Hour
	at := b.report[siglum].Report.Published
	if !at.Known() {
		return 0
	}
	dated, last := 0, time.Time{}
	for other, t := range b.report {
		if of := t.Report.Published; other != siglum && of.Known() {
			dated++
			if of.Time.After(last) {
				last = of.Time
			}
		}
	}
	if dated < 2 {
		return 0
	}
	return max(0, int(at.Time.Sub(last)/year))
}

// warnOrigins speaks of the claims that several reports carry: if they all
// have one origin, many reports are one voice.
func (b *caveats) warnOrigins(
	claims []stemma.Claim, origins []stemma.Origin, add func(stemma.WarningKind, string, stemma.Args),
) {
	behind := map[string]int{}
	carried, single := 0, 0
	for c := range claims {
		if len(b.told.holds[c]) < 2 || len(claims[c].Tellers()) < 2 {
			continue
		}
		carried++
		if ids := claims[c].Origins.IDs; claims[c].Origins.Max == 1 && len(ids) == 1 {
			behind[ids[0]]++ // two of one house are one origin too, and neither has it alone
		}
		if claims[c].Verdict == stemma.SingleSource {
			single++
		}
	}
	for _, o := range origins {
		if n := behind[o.ID]; n > 0 && 2*n >= carried {
			add(stemma.SingleOriginWarning, "warning.single-origin", stemma.Args{
				"n": n, "carried": carried, "name": b.name(o.Witness), "says": o.Saying,
			})
		}
	}
	if single > 0 {
		add(stemma.SingleSourceWarning, "warning.single-source", stemma.Args{"n": single, "carried": carried})
	}
}
