package quote_test

import "testing"

// TestTopicRules has a sentence for each rule by which a cue only speaks of something, so
// that nothing is credited that anybody could have said.
func TestTopicRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"isTopic", "Pell discussed the budget.", ""},
		{"isTopic: passive", "The plan was praised by Pell.", ""},
		{"isTopic: a belief", "Pell supports “the wall” of the harbour.", ""},
		{"isTopic: a wish", "Pell wants to leave the board.", ""},
		{"isTopic: a clause before", "Later, in May, the pump failed, Pell wrote.",
			"Pell | wrote | Later, in May, the pump failed"},
		{"isOpened", "Pell explained that the pump failed.", "Pell | explained | the pump failed"},
		{"isOpened: a colon", "Pell praised: “It works.”", "Pell | praised | “It works.”"},
		{"states: a quotation", "Pell praised the “quick and quiet pump that never failed.”",
			"Pell | praised | the “quick and quiet pump that never failed.”"},
		{"states: a question", "Pell explained why the pump failed.", "Pell | explained | why the pump failed"},
		{"topicEnd: as", "Pell highlighted the issue in a speech as she received a prize.", ""},
		{"topicEnd: he", "Pell discussed the details of a call he made.", ""},
		{"isBareObject", "Pell denied it.", ""},
		{"isNew", "Pell wrote about a leak at its foot.", "Pell | wrote about | a leak at its foot"},
		{"isNew: known", "Pell wrote about the leak at its foot.", ""},
		{"isNew: a number", "The memo describes 821 leaks.", "The memo | describes | 821 leaks"},
		{"topicEnd: a relative clause", "Pell defended the plan that had failed.", ""},
		{"topicEnd: a claim", "Pell dismissed the claim that it leaks.", "Pell | dismissed | the claim that it leaks"},
		{"states: a hearer", "Pell told the board a day before that it leaked.",
			"Pell | told | a day before that it leaked"},
		{"saysMore: what it is", "Pell called the plan a joke.", "Pell | called | the plan a joke"},
		{"saysMore: as", "Pell described the plan as a joke.", "Pell | described | the plan as a joke"},
		{"saysMore: a colon", "The Harrow Gazette names the price: $61,000.",
			"The Harrow Gazette | names | the price: $61,000"},
		{"saysMore: nothing", "Pell described the plan.", ""},
		{"saysMore: for", "Pell praised the crew for its speed.", "Pell | praised | the crew for its speed"},
		{"saysMore: who is to", "Pell wants the board to go.", "Pell | wants | the board to go"},
		{"saysMore: a request", "Pell requested a new pump.", ""},
		{"isToDo: another's deed", "Pell wants a pump, and the board plans to leave.", ""},
		{"untold", "Pell did not mention the pump in the speech, that came late.", ""},
		{"isObjectless", "A diver accused of theft left.", ""},
		{"isObjectless: a name", "Ada Pell, criticised for the delay, left.", ""},
		{"isObjectless: an object", "Ada Pell accused him of theft.", "Ada Pell | accused … of | theft"},
		{"lastJoined", "They saw a failure of the board and nurses who say that it leaks.",
			"nurses | say | it leaks"},
		{"hasSaying", "The Harrow Gazette quoted an unnamed harbour official as saying that pumps failed in the town.",
			"The Harrow Gazette | quoted | an unnamed harbour official as saying that pumps failed in the town; " +
				"an unnamed harbour official | saying | pumps failed in the town"},
		{"soonEnd", "Pell endorsed Ito even as others left the board in anger.", ""},
		{"isToDo: too far", "Pell wants papers from the board, which refused to give any.", ""},
		{"opensOwnClause: and", "Pell vowed revenge, and it did not take long.", "Pell | vowed | revenge"},
		{"isCircumstance: even as", "Even as it leaked, Pell was testifying in the city.", ""},
		{"saysMore: behind an infinitive", "Pell condemned the decision to vote for the wall.", ""},
		{"behindParticiple", "Pell criticised the board, saying nurses have to agree that it leaks.",
			"Pell | saying | nurses have to agree that it leaks; nurses | have to agree | it leaks"},
		{"antecedent: a participle", "They met on Monday, citing papers that say it leaks.",
			"papers | say | it leaks"},
		{"isNoun: advocates", "She is one of the best advocates for pumps, and she would make a leak known.", ""},
		{"claimIn", "Pell rejected the allegations.", "Pell | rejected | the allegations"},
		{"claimIn: none", "Pell rejected the plan.", ""},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}
