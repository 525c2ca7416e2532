package pipeline

import (
	"stemma"
	"stemma/internal/credit"
)

// mentions finds out what part outlets and reporters play where the reports
// name them.
func (m material) mentions() []stemma.Mention {
	names := m.spoken.main.credits.Names(m.texts, m.index, m.attributions)
	byReport := attributionsOf(m.attributions)
	var found []stemma.Mention
	for _, t := range m.texts {
		found = append(found, m.spoken.of(t).credits.Read(credit.Input{
			Text: t, Attributions: byReport[t.Report.ID], Index: m.index, Names: names,
		})...)
	}
	return found
}
