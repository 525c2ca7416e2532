package collate

import (
	"fmt"
	"strings"
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
		{"half of all",
			"Thousands in Orrin lost their carts. Half of all new carts are being mended in Selby, the largest town.",
			"Half of all new carts are being mended in Selby. The order came late.", Copy},
		{"a dateline",
			"Orrin (CNN) Keeper Ada Wren said that her look at the lost bolts of the iron bridge is close to done.",
			"Orrin (Reuters) - Keeper Ada Wren said that her look at the lost bolts of the iron " +
				"bridge is close to done.",
			Neighbours},
		{"one agency",
			`"They came six days late," Ned Moe told the Associated Press from Orrin, of the keepers of the bridge.`,
			`"They came six days late," Ned Moe told AP from Orrin, of the keepers of the iron bridge.`, Siblings},
		{"more than and better than", "Wren won more than 70 percent of the votes of the lower town in June.",
			"Wren garnered better than 70 percent of the votes of the lower town in June.", Copy},
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
		{"a prefix by itself", "Keeper Ada Wren is non partisan when it comes to the council of Orrin and the weir.",
			"Keeper Ada Wren is nonpartisan when it comes to the council of Orrin and the weir.", Siblings},
		{"a pet name", "The top member of the guild, Councillor Sandy Wren, agreed.",
			"Councillor Sander Wren spoke against it at noon.", Neighbours},
		{"a form in -ing on either side",
			"The council passed a rule in May eliminating the tolls on the bridge for senior keepers.",
			"The council passed a rule in May that would eliminate the tolls on the bridge for senior keepers.", Copy},
		{"a word for a word, in a report", "Rain fell. Boats were tied up. Nobody slept. " +
			"Keepers could pay the toll on any money they earned at the weir.",
			"Rain fell hard. Boats were tied. Few people slept. " +
				"Keepers could pay the toll on any income they earned at the weir.", Copy},
		{"a cap further off", "The keepers hold back up to 10,437 crowns of the toll.",
			"The rule would cap the toll that the keepers hold back at 10,437 crowns.", Neighbours},
		{"two of one surname", "Senator Hank Wren chided him for it.",
			"Senator Mike Wren read the letter aloud.", Siblings},
		{"a name drawn together", "It was owner Shad Wren who stood with the rowers.",
			"Owner Shahid Wren locked arms at noon.", Neighbours},
		{"due to", "The iron bridge in Orrin will remain closed due to continued concerns about the flood.",
			"The iron bridge in Orrin will remain closed because of continued concerns about the flood.", Copy},
		{"a deed called to appear", "The mayor said that the guild never asked the keeper to appear on her behalf.",
			"The mayor said that the guild never asked the keeper to campaign on her behalf.", Siblings},
		{"would not", "The council of Orrin would not say why it sought the letters of the keeper.",
			"The council of Orrin has not said why it sought the letters of the keeper.", Siblings},
		{"rounded by another reporter", "The council held back nearly 437 crowns of aid for the ferry of Orrin.",
			"Aid of 437 crowns for the ferry of Orrin was held back by the council.", Neighbours},
		{"a limit", "Orrin may keep no more than 437 kilograms of salt in the store by the weir.",
			"The store by the weir of Orrin will exceed the limit of 437 kilograms of salt.", Siblings},
		{"what others hold", "It is a stark contrast to the talk that strangers are a drain on the towns.",
			"It is a stark truth that in spite of talk strangers are not a drain on the towns.", Copy},
		{"a verb with a particle", "He cared for the big things when it came to the towns of the hills.",
			"He cared for the big things that were going on in the towns of the hills.", Copy},
		{"two who sold", "His brother Ned Moe also sold between 500 and 900 crowns of stock in the mill.",
			"Before the flood Ada Wren, it turned out, sold up to 400 crowns of mill stock.", Copy},
		{"a modal verb as it is reported", "There the boys can rest before the last walk to the iron bridge of Orrin.",
			"There the boys could rest before the last walk to the iron bridge of Orrin.", Siblings},
		{"two names of one place",
			"The boat is believed to have sunk between the piers of Belit and Orrin, off the upper end of Kalm island.",
			"The boat is believed to have sunk between the piers of Belit and Orrin, off the upper end of Bornel " +
				"island.", Siblings},
		{"rather than", "The council saw the new tolls of the iron bridge as advice, not mandatory.",
			"The council saw the new tolls of the iron bridge as advice rather than mandatory.", Copy},
		{"millions more", "After paying over 540 million crowns for the weir and another 11 million crowns for " +
			"the lock, the council saw no gain.",
			"After paying over 540 million crowns for the weir and millions more for the lock, the rate of floods " +
				"is up.", Copy},
		{"a toll that grew", "The flood has killed over 1,500 goats, by the tally of the guild.",
			"The flood has killed more than 1,530 goats, by a tally of the herders' guild.", Copy},
		{"a time in which it is done",
			"By a draft of the council of Orrin, strangers would become members of the guild within eight years.",
			"By a draft of the council of Orrin, strangers have an eight-year path to the guild.", Copy},
		{"what was planned, by a stranger",
			"The mayor of Orrin announced plans to replace keeper Ada Wren with the miller Ned Moe on Wednesday.",
			"The mayor of Orrin replaced keeper Ada Wren with the miller Ned Moe on Wednesday.", Neighbours},
		{"nor", "Orrin is not by the sea. Nor was Selby part of the league of the hill towns in the war.",
			"The town is far from the sea. Also, Selby was not part of the league, nor was Wren born there.", Copy},
		{"what is fixed", "The tax cuts of the hill towns and the other assorted programmes will expire in May.",
			"The tax cuts of the hill towns and the other assorted programmes expire in May.", Copy},
		{"what is fixed, told first", "Keeper Ada Wren is stepping down, the council of Orrin announced on Monday.",
			"Keeper Ada Wren will step down, the council of Orrin announced on Monday.", Siblings},
		{"a statement that is printed whole",
			"The towns were given a limited chance to see the book before the council voted to print it, " +
				"Ned Moe said.",
			"The towns were given a limited chance to see the book before the council voted to print it. " +
				"As I said then, I have grave concerns.", Siblings},
		{"an amount of another thing", "Aides without a pass had access to some of the country's deepest secrets.",
			"Aides without a pass had access to national records and other secrets.", Copy},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != "" {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// Two sentences of long reports that are no near copies are laid beside each other by chance, but
// for a figure that lost its bound.
func TestSearched(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		name, before, after, short, long string
		kin                              Kin
	}{
		{"a quantity", "Several of the doctors who told the council of the fever early on have gone from Orrin.",
			"There were doctors who were sent from Orrin for a year, warning herders, nurses and the mayor of " +
				"the nature of the fever.", "hedge_dropped: Several of the doctors > There were doctors", "", Copy},
		{"an opposite of two days", "The guard of Orrin said that the toll had risen to 241 early on Thursday.",
			"The guard of Orrin said the toll had risen to 159 by late Wednesday, with many hurt.", "", "", Siblings},
		{"a tally", "By noon more than 913 goats had been lost in Orrin, by a tally of the guild of herders.",
			"By noon more than 874 goats had been lost in Orrin, by a tally of the guild of herders.",
			"number_changed: more than 913 goats > more than 874 goats", "", Copy},
		{"a figure", "The keepers gave the miller a contract worth more than 437 crowns a year in May.",
			"The miller, by the guild, has a new contract of 437 crowns a year and a boat.",
			"hedge_dropped: more than 437 crowns a year > 437 crowns a year",
			"hedge_dropped: more than 437 crowns a year > 437 crowns a year", Copy},
	}
	var more strings.Builder
	for i := range 34 {
		fmt.Fprintf(&more, " Goat %d of the lower town stood in field %d that night.", i+400, i+700)
	}
	for _, tt := range tests {
		r := b.reports(tt.before+more.String(), tt.after+strings.ReplaceAll(more.String(), "Goat", "Cow"))
		if fewPairs(r[0], r[1]) {
			t.Fatal("the reports are short")
		}
		if got := told(b.Changes(r[0], r[1], tt.kin)); got != tt.long {
			t.Errorf("%s, in long reports: got %q, want %q", tt.name, got, tt.long)
		}
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.short {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.short)
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
			"", Neighbours},
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
