package collate

import "testing"

// TestSoles has sentences that are the same but for one place.
func TestSoles(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		// A word in the place of another one.
		{"The flood drowned 14 shepherds.", "The flood drowned 14 tourists.", "actor_changed: shepherds > tourists"},
		{"The board suspended the permit.", "The board revoked the permit.", "predicate_changed: suspended > revoked"},
		{"The crew was armed.", "The crew was unarmed.", "predicate_changed: armed > unarmed"},
		{"The boat from Orrin came second.", "The boat from Orrin came third.", "number_changed: second > third"},
		{"The weir held.", "The weir failed.", "predicate_changed: held > failed"},
		{"Ned Ash was acquitted of arson.", "Ned Ash was convicted of arson.",
			"predicate_changed: acquitted > convicted"},
		{"The board bought a boat.", "The board purchased a boat.", ""},
		{"The board bought a boat.", "The board bought a vessel.", ""},
		{"The keeper left late on Monday.", "The keeper left on Monday night.", ""},
		{"The road was closed to lorries.", "The road was closed to trucks.", ""},
		// A step on the ladder of certainty in a short sentence.
		{"The saw nearly killed him.", "The saw killed him.", "predicate_changed: nearly killed > killed"},
		{"The talks almost failed.", "The talks failed.", "predicate_changed: almost failed > failed"},
		{"Nearly all boats sank.", "Nearly all the boats sank.", ""},
		{"The board agreed to pay.", "The board paid.", "hedge_dropped: agreed to pay > paid"},
		{"The keeper was asked to leave.", "The keeper left.", "modality_strengthened: was asked to leave > left"},
		// What a sum is paid for, said elsewhere in the sentence or not at all.
		{"For each sheep the board pays 40 crowns.", "The board pays 40 crowns per sheep.", ""},
		{"The board pays 40 crowns for each sheep.", "The board pays 40 crowns a sheep.", ""},
		// What something went up by, and to.
		{"The toll rose by 3 crowns.", "The toll rose to 3 crowns.", "number_changed: by 3 > to 3"},
		{"The toll stood at 3 crowns.", "The toll stood at 3 crowns.", ""},
		// Two that changed places.
		{"The town lent a boat to the abbey.", "The abbey lent a boat to the town.",
			"actor_changed: town lent a boat to the abbey > abbey lent a boat to the town"},
		{"Ada Wren wrote to Ned Ash.", "Ned Ash wrote to Ada Wren.",
			"actor_changed: Ada Wren wrote to Ned Ash > Ned Ash wrote to Ada Wren"},
		{"It left 14 dead and 20 hurt.", "It left 20 dead and 14 hurt.",
			"number_changed: 14 dead and 20 > 20 dead and 14"},
		{"Ada Wren met Ned Ash.", "Ned Ash met Ada Wren.", ""},
		{"The son of the miller met the smith.", "The son of the smith met the miller.",
			"actor_changed: miller met the smith > smith met the miller"},
		{"The town and not the abbey paid.", "The abbey and not the town paid.",
			"actor_changed: town and not the abbey > abbey and not the town"},
		// Figures that are no single value.
		{"The board split 51 to 49.", "The board split 59 to 41.", "number_changed: 51 to 49 > 59 to 41"},
		{"The weir is of the 1930s.", "The weir is of the 1950s.", "number_changed: 1930s > 1950s"},
		{"The board split 5 to 4.", "The board split 5-4.", ""},
		// How much of all.
		{"Most of the boats sank.", "All of the boats sank.", "number_changed: Most of the boats > All of the boats"},
		// What seemed to be done.
		{"The keeper was apparently sleeping.", "The keeper was sleeping.",
			"hedge_dropped: apparently sleeping > sleeping"},
		{"The weir is expected to close.", "The weir is closing.", ""},
		// An office of two nouns, and an abbreviation without its dots.
		{"A retired police officer drowned.", "A police officer drowned.", "title_changed: retired police > police"},
		{"The keeper left the U.N. in May.", "The keeper left the UN in May.", ""},
		{"Ada Wren and Ned Ash left.", "Ned Ash and Ada Wren left.", ""},
		// A share in words and in figures.
		{"Half of the sheds were lost.", "50 percent of the sheds were lost.", ""},
		{"He sold the boat in May.", "He bought the boat in May.", "predicate_changed: sold > bought"},
		{"The crew was questioned.", "The crew was not arrested.", ""},
		{"The law binds masters over 16.", "The law binds masters over 18.", "number_changed: over 16 > over 18"},
		{"The board partly rejected the plan.", "The board rejected the plan.",
			"predicate_changed: partly rejected > rejected"},
		{"The crew was told to leave.", "The crew left.", "modality_strengthened: was told to leave > left"},
		// What somebody says of himself.
		{"The guild says it sank a boat.", "The guild sank a boat.",
			"attribution_dropped: guild says it sank > guild sank"},
		{"The guild claims it had sold the mill.", "The guild has sold the mill.",
			"attribution_dropped: guild claims it had > guild has"},
		{"The guild denies it sank a boat.", "The guild denies it sank the boat.", ""},
		// A share in the place of a count, a stretch of time in the place of another one.
		{"40 percent of the crew signed.", "40 of the crew signed.", "number_changed: 40 percent > 40"},
		{"Half of the crew signed.", "Two of the crew signed.", "number_changed: Half > Two"},
		{"The catch rose from a year earlier.", "The catch rose from the previous quarter.",
			"date_changed: a year earlier > the previous quarter"},
		{"The catch rose from a year earlier.", "The catch rose from the year before.", ""},
		// A day of the week, but for when it was said.
		{"The talks begin on Tuesday.", "The talks begin on Thursday.", "date_changed: Tuesday > Thursday"},
		{"The weir broke, the board said Tuesday.", "The weir broke, the board said Thursday.", ""},
		// A name at the head of a sentence, behind another article.
		{"An Orrin ferry sank.", "A Selby ferry sank.", "actor_changed: Orrin > Selby"},
		// A verb with its particle; what a figure is bounded with.
		{"The board turned down the offer.", "The board rejected the offer.", ""},
		{"The storm was called off.", "The storm was cancelled.", ""},
		{"At least 40 people were hurt.", "A minimum of 40 people were hurt.", ""},
		{"Hardly any of the fish died.", "Most of the fish died.",
			"number_changed: Hardly any of the fish > Most of the fish"},
		{"The board asked the guild to close the mill.", "The guild closed the mill.",
			"modality_strengthened: asked the guild to close > closed"},
		// What was near, open or not for good; whose deed it was; how many of all.
		{"The weir came close to bursting.", "The weir burst.",
			"modality_strengthened: came close to bursting > burst"},
		{"The board all but lost the mill.", "The board lost the mill.", "modality_strengthened: all but lost > lost"},
		{"It is unclear whether the keeper slept.", "The keeper slept.",
			"modality_strengthened: It is unclear whether the > The"},
		{"The mill stopped work temporarily.", "The mill stopped work.",
			"predicate_changed: work temporarily > work"},
		{"The mayor's brother left the board.", "The mayor left the board.", "actor_changed: mayor's brother > mayor"},
		{"Orrin's government sold the mill.", "Orrin sold the mill.", ""},
		{"The guild's boats left the quay.", "The guild left the quay.", ""},
		{"Not all of the boats sank.", "All of the boats sank.",
			"number_changed: Not all of the boats > All of the boats"},
		{"The abbot is to visit Orrin in May.", "The abbot will visit Orrin in May.", ""},
		{"Two of the three boats sank.", "The three boats sank.",
			"number_changed: Two of the three boats > The three boats"},
		{"It was the third flood this month.", "It was the third flood this year.", "date_changed: month > year"},
		{"The guild denied selling the mill.", "The guild sold the mill.", "predicate_changed: denied selling > sold"},
		// More than one place differs.
		{"The flood drowned 14 shepherds.", "The storm drowned 14 tourists.", ""},
	})
}

// TestSolesOfSiblings: neither of two reports of one event was made from the other, so
// that a word of its own is no change.
func TestSolesOfSiblings(t *testing.T) {
	b := newBench(t)
	if got := b.changes(t, "The flood drowned 14 shepherds.", "The flood drowned 14 tourists.", Siblings); got != "" {
		t.Error(got)
	}
}
