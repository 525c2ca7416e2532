package render

import (
	"sort"

	"stemma"
)

// speakerView is a source with where it is credited.
type speakerView struct {
	ID, Anchor, Name, Kind, Count, Descriptor, Aliases string
	Credits                                            []link
	More, Total                                        int
}

// How many sources the page lists, and how many of them at sight.
const (
	maxSpeakers         = 300
	maxSpeakersUnfolded = 12
)

// speakerViews lists the sources, those credited most often first, and files
// the anchors of their entries.
func speakerViews(t *texts) (views []speakerView, more int) {
	p := t.pile
	credited := map[string][]link{}
	for i := range p.Attributions {
		a := &p.Attributions[i]
		id := string(a.Speaker)
		if t.shown[a.Report] {
			t.attributions[a.ID] = anchorOf(a.ID)
		}
		name := p.siglum(a.Report)
		if r := p.reports[a.Report]; r != nil && (name == "" || len(p.families) > 1) {
			name = reportName(r)
		}
		credited[id] = append(credited[id], link{To: t.attributions[a.ID], Text: name, Title: clip(contentWords(a),
			maxTip)})
	}
	order := make([]*stemma.Speaker, len(p.Speakers))
	for i := range p.Speakers {
		order[i] = &p.Speakers[i]
	}
	sort.SliceStable(order, func(i, j int) bool { return len(credited[order[i].ID]) > len(credited[order[j].ID]) })
	for i, s := range order {
		if i == maxSpeakers {
			return views, len(order) - i
		}
		v := speakerView{ID: clean(s.ID), Anchor: anchorOf(s.ID), Name: clean(s.Name), Kind: speakerKindWords(s),
			Count:      countWords(s.Count),
			Descriptor: clean(s.Descriptor), Aliases: joinClean(s.Aliases), Total: len(credited[s.ID])}
		v.Credits = credited[s.ID][:min(v.Total, maxRefs)]
		v.More = v.Total - len(v.Credits)
		t.speakers[s.ID] = v.Anchor
		views = append(views, v)
	}
	return views, 0
}
