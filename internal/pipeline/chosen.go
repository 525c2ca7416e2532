package pipeline

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/claim"
)

// AsOneStory is the pipeline for a pile of which its user knows that it tells
// one story: the reports are neither told apart nor parted.
func (p *Pipeline) AsOneStory() *Pipeline {
	one := *p
	one.oneStory = true
	return &one
}

// HandingOver is the pipeline that calls told with each story of a trace, in order, and
// leaves it out of the dossier: so not all of them are held at once. The dossier that told is
// given has all that stands before the stories; it is only read. An error of told ends
// the trace. Where the user corrects the pile they are all held nevertheless, since a
// correction may bear on any.
func (p *Pipeline) HandingOver(told func(*stemma.Dossier, *stemma.Story) error) *Pipeline {
	other := *p
	other.told = told
	return &other
}

// UnknownStoryError says that a pile has no story with that id.
type UnknownStoryError struct{ ID string }

func (e *UnknownStoryError) Error() string {
	return fmt.Sprintf("no story has the id %q: stemma stories lists them", e.ID)
}

// TraceStory traces one of the groups that [Pipeline.Stories] makes of the same
// inputs, which are read twice: "-" cannot be. The reports of the others are
// skipped in the ledger. The errors are those of [Pipeline.Trace], and
// *[UnknownStoryError].
func (p *Pipeline) TraceStory(ctx context.Context, inputs []string, id string) (*stemma.Dossier, error) {
	list, err := p.Stories(ctx, inputs)
	if err != nil {
		return nil, err
	}
	inside := map[string]bool{}
	for _, s := range list.Stories {
		if s.ID == id {
			for _, r := range s.Reports {
				inside[r.Name] = true
			}
		}
	}
	if len(inside) == 0 {
		return nil, &UnknownStoryError{id}
	}
	captures, ledger, err := p.Read(ctx, inputs)
	if err != nil {
		return nil, err
	}
	var chosen []stemma.Capture
	for i, name := range namesOf(captures) {
		if inside[name] {
			chosen = append(chosen, captures[i])
			continue
		}
		ledger = append(ledger, stemma.LedgerRow{Input: captures[i].Input, Outcome: stemma.Skipped,
			Reason: "tells another story"})
	}
	return p.TraceCaptures(ctx, chosen, ledger)
}

// grouped is groups, or what they were before of the same texts.
func (t *telling) grouped(said *ruling) []claim.Group {
	return newRecaller(t.p).groups(t, said, func() []claim.Group { return t.p.groups(t, said) })
}

// groups says which texts tell one story, by their places.
func (p *Pipeline) groups(told *telling, said *ruling) []claim.Group {
	if !p.oneStory || len(told.texts) == 0 {
		var groups []claim.Group
		ties := said.storyTies(told.texts)
		main := told.spoken.main
		all := main.claims.StoriesTied(told.texts, told.d.Reuse, ties, p.o.Jobs, told.vocabulary, told.sheet)
		for _, g := range all {
			groups = append(groups, g)
		}
		return groups
	}
	all := make(claim.Group, len(told.texts))
	for i := range all {
		all[i] = i
	}
	return []claim.Group{all}
}
