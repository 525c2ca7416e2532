package collate

import (
	"testing"
	"time"

	"stemma"
)

// What only looks like a change, of a copy or of two reporters.
func TestUnchanged(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		name, before, after string
		kin                 Kin
	}{
		{"which entry of a page that goes on", "Update at 9:10 a.m. The weir held. Update " +
			"at 9:40 a.m. The gate was shut.",
			"Update at 8:20 a.m. Boats were moved. Update at 8:45 a.m. The lock was drained.", Copy},
		{"a clipped name", "Such is the angry state of Tems in the council of Orrin after the vote.",
			"Such is the angry state of Temperants in the council of Orrin after the vote.", Copy},
		{"two ministers", "It was a joke, former Prime Minister Lars Ode Wren said.",
			"The offer was made to Foreign Minister Gustav Wren in Orrin.", Siblings},
		{"hundreds of", "A quarrel has cost the towns hundreds of millions of crowns in trade.",
			"The towns put new tolls on trade of 200 million crowns.", Copy},
		{"what he says of himself",
			"Mayor Ada Wren suggested that she fired the keeper of the weir in revenge for " +
				"the vote, calling him unfit.",
			"Mayor Ada Wren has fired Ned Moe, the keeper of the weir who told the council of a loan.", Copy},
		{"a noun that looks like the verb",
			"The guard said that Fern Wren had been held on a simple battery charge over the quarrel in the ballroom.",
			"The guard had film of the quarrel in the ballroom and later charged Fern Wren.", Copy},
		{"the office of the next name", "Director of Works Ada Wren left.",
			"Among those who left were Ada Wren, Principal Deputy Director of National Works " +
				"Sue Moe, and others.", Neighbours},
		{"reported by somebody", "The mayor said that she cared for how the loss of the iron bridge was told in Orrin.",
			"The mayor said that she cared for how it was reported by papers, the loss of the " +
				"iron bridge in Orrin.", Siblings},
		{"the author's own statement",
			"The bureau says it is committed to working with the towns to keep the iron bridge of Orrin open.",
			"We are committed to working with the towns to keep the iron bridge of Orrin open.", Siblings},
		{"due, and not asked to", "Keeper Ada Wren is scheduled to testify before the " +
			"council of Orrin on the lost bolts.",
			"Keeper Ada Wren was not asked to testify before the council of Orrin on the lost bolts.", Copy},
		{"the office in full", "A hearing of Justice Ada Wren was held last year.",
			"A hearing of Associate Justice Ada Wren was held last year.", Copy},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != "" {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// What two reporters count on two days, and what comes to pass, is news.
func TestOtherDay(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after, want string
		kin                 Kin
	}{
		{"In the race for the council of Orrin Ada Wren leads with 231 votes of the guilds.",
			"In the race for the council of Orrin Ada Wren leads with 347 votes of the guilds.",
			"number_changed: 231 votes > 347 votes", Neighbours},
		{"The embassies in the hill towns of Orrin will close on Sunday because of the flood.",
			"The embassies in the hill towns of Orrin closed on Sunday because of the flood.",
			"hedge_dropped: will close > closed", Copy},
	}
	const more = " Rain fell on the hills. Nobody at the mill had seen such a flood. " +
		"The ferry of Tal stayed in port. " +
		"A miller lost his flour and two goats. Children slept in the chapel of the lower town until Thursday."
	day := time.Date(2021, 5, 4, 12, 0, 0, 0, time.UTC)
	for _, tt := range tests {
		r := b.reports(tt.before, tt.after+more)
		if got := told(b.Changes(r[0], r[1], tt.kin)); got != tt.want {
			t.Errorf("of no known day: got %q, want %q", got, tt.want)
		}
		for i := range r {
			r[i].text.Report.Published = stemma.Moment{Time: day.AddDate(0, 0, i)}
		}
		b.Again()
		if got := told(b.Changes(r[0], r[1], tt.kin)); got != "" {
			t.Errorf("a day later: %q", got)
		}
	}
}
