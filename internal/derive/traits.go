package derive

import (
	"slices"
	"strings"

	"stemma"
)

// traits is what tells of one report whether it may be a first one.
type traits struct {
	own       bool  // it has a source of its own
	media     bool  // it refers to "media reports"
	agency    bool  // an agency itself published it
	release   bool  // it is a press release
	printing  bool  // it says that its text is an agency's
	creditors []int // the reports that credit it
	titles    []stemma.Segment
}

// readTraits reads the traits of every report.
func readTraits(w *material, credits []credit, in Input) {
	w.traits = make([]traits, w.kept())
	for i := range w.traits {
		w.traits[i].release, w.traits[i].titles = w.released[i], titlesOf(w.report(i))
		w.traits[i].agency = w.isAgency(string(w.report(i).Outlet))
	}
	readFeeds(w, credits, in.Mentions)
	for _, a := range in.Attributions {
		if i, ok := w.index[a.Report]; ok && a.Own {
			w.traits[i].own = true
		}
	}
	for _, c := range credits {
		switch c.form {
		case genericCredit:
			w.traits[c.by].media = true
		case agencyCredit:
			w.traits[c.by].printing = true
		}
		if c.to != missing {
			w.traits[c.to].creditors = append(w.traits[c.to].creditors, c.by)
		}
	}
}

func titlesOf(r *stemma.Report) []stemma.Segment {
	var found []stemma.Segment
	for _, s := range r.Segments {
		if s.Kind == stemma.TitleSegment {
			found = append(found, s)
		}
	}
	return found
}

// readFeeds finds the texts that an agency of which no table knows sent out itself: its name
// stands in the dateline, and in another report's credit, or is nothing but a few letters.
func readFeeds(w *material, credits []credit, mentions []stemma.Mention) {
	for _, m := range mentions {
		i, ok := w.index[m.Report]
		if !ok || !m.Own || m.Form != stemma.BylineForm {
			continue
		}
		isLetters := !w.roster.who.Outlet(m.Name).Known && isShortForm(m.Name)
		w.traits[i].agency = w.traits[i].agency || isLetters || slices.ContainsFunc(credits, func(c credit) bool {
			return c.form == agencyCredit && c.by != i && w.roster.oneOutlet(c.name, w.names[i].outlet)
		})
	}
}

// longestForm is how many letters the short form of an agency's name has at most.
const longestForm = 5

// isShortForm says whether a name is a few letters in capitals: "QNA".
func isShortForm(name string) bool {
	isLetter := func(r rune) bool { return r >= 'A' && r <= 'Z' }
	return len(name) > 1 && len(name) <= longestForm && strings.TrimFunc(name, isLetter) == ""
}

// agencyOwn says whether an agency itself published a report.
func (w *material) agencyOwn(i int) bool { return w.traits[i].agency }

func (w *material) ownReporting(i int) bool { return w.traits[i].own }

func (w *material) citesMedia(i int) bool { return w.traits[i].media }
