package render

import (
	"io"

	"stemma"
)

// storyListJSON is the promised form of a story list.
type storyListJSON struct {
	Schema  string             `json:"schema"`
	Ledger  []stemma.LedgerRow `json:"ledger"`
	Stories []storyEntryJSON   `json:"stories"`
}

type storyEntryJSON struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Reports []string `json:"reports"`
}

// StoriesJSON writes the list in its promised form. The error is the writer's.
func StoriesJSON(w io.Writer, l *stemma.StoryList) error {
	out := storyListJSON{stemma.StoriesSchema, l.Ledger, []storyEntryJSON{}}
	if out.Ledger == nil {
		out.Ledger = []stemma.LedgerRow{}
	}
	for _, s := range l.Stories {
		e := storyEntryJSON{s.ID, s.Title, []string{}}
		for _, r := range s.Reports {
			e.Reports = append(e.Reports, r.Name)
		}
		out.Stories = append(out.Stories, e)
	}
	return JSON(w, out)
}
