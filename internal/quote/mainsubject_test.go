package quote_test

import "testing"

// TestMainSubjects has a sentence for each rule by which a subject stands before what tells of it:
// whoever stands right before the verb has not said it.
func TestMainSubjects(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"clauseVerb: who", "The company that built the bridge said it was safe.",
			"The company that built the bridge | said | it was safe"},
		{"clauseVerb: an auxiliary", "The letter that was sent in May says it was safe.",
			"The letter that was sent in May | says | it was safe"},
		{"clauseVerb: a subject of its own", "The report that the mayor signed said it was safe.",
			"The report that the mayor signed | said | it was safe"},
		{"clauseVerb: none", "The report that the mayor said was lost is safe.", "the mayor | said | was lost is safe"},
		{"clauseVerb: a clause", "Analysts who believe the dam was enhanced by strikes say it is safe.",
			"Analysts who believe the dam was enhanced by strikes | say | it is safe"},
		{"clauseVerb: where", "The town where the mayor grew up said it was safe.",
			"The town where the mayor grew up | said | it was safe"},
		{"isVerbHere", "A firm that employs 300 people in Orley said it was safe.",
			"A firm that employs 300 people in Orley | said | it was safe"},
		{"joinedEnd", "Two nurses who work on the ward and who met the mayor said it was safe.",
			"Two nurses who work on the ward and who met the mayor | said | it was safe"},
		{"opensPast: by", "Workers employed by the contractor say it is safe.",
			"Workers employed by the contractor | say | it is safe"},
		{"opensPast: irregular", "A man shot in the leg told officers that it was safe.",
			"A man shot in the leg | told | it was safe"},
		{"opensPast: a month", "The men held in May said it was safe.", "The men held in May | said | it was safe"},
		{"opensPast: an infinitive", "The man believed to be the leader said it was safe.",
			"The man | said | it was safe"},
		{"opensInfinitive: a verb that no table knows", "A farmhand who helped to fill the tank said it was safe.",
			"A farmhand who helped to fill the tank | said | it was safe"},
		{"opensPast: a name", "Pell resigned in May after the board said it was safe.",
			"the board | said | it was safe"},
		{"opensInfinitive: the last", "The last nurse to mount a third race says that it leaks.",
			"The last nurse | says | it leaks"},
		{"opensPresent", "The judge hearing the case said it was safe.", "The judge | said | it was safe"},
		{"opensInfinitive", "The only person to have seen the log says it is safe.",
			"The only person | says | it is safe"},
		{"headEnd: an adverb", "The girl now on the ward said it was safe.",
			"The girl now on the ward | said | it was safe"},
		{"headEnd: one of", "The wife of one of the men said it was safe.",
			"The wife of one of the men | said | it was safe"},
		{"headEnd: an age", "Voters older than 65 said it was safe.", "Voters older than 65 | said | it was safe"},
		{"headEnd: after", "Residents fled the town after the mayor said it was safe.",
			"the mayor | said | it was safe"},
		{"isTimeGroup", "The day after the vote the mayor said it was safe.", "the mayor | said | it was safe"},
		{"partsGroups", "In the report published in May the auditors said it was safe.",
			"the auditors | said | it was safe"},
		{"isRow", "The board met and the mayor said it was safe.", "the mayor | said | it was safe"},
		{"behindConjunction", "They left because a man who lives opposite said it was safe.",
			"a man who lives opposite | said | it was safe"},
		{"behindAdverbial", "On Monday a man who lives opposite said it was safe.",
			"a man who lives opposite | said | it was safe"},
		{"pluralModified", "Those who knew him say it is safe.", "Those who knew him | say | it is safe"},
		{"nounAfter: the press", "Documents seen by Reuters show that it is safe.", ""},
		{"nounAfter: her", "Ada Pell left. The pump failed twice, according to her.",
			"her | according to | The pump failed twice"},
		{"standsAlone", "Others at the mill said it was safe.", "Others at the mill | said | it was safe"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

// TestMainSpeakers is about the names of those of whom something is told behind the noun.
func TestMainSpeakers(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The judge hearing the case said no."}, "judge: no"},
		{[]string{"Most of the men who flew there said it leaked."}, "men: it leaked"},
		{[]string{"Others at the mill said it leaked."}, "Others: it leaked"},
		{[]string{"A user who gave the name Arno Veld, a baker, said it leaked."}, "Arno Veld: it leaked"},
	})
}
