package collate

import "testing"

func TestOmissions(t *testing.T) {
	b := newBench(t)
	const report = "The keeper wrote in the log that the pump answered late on nine mornings. " +
		"The Lantern has not seen the log and could not verify this. The pump was built in Orrin in 1931."
	tests := []struct{ name, before, after, want string }{
		{"could not be verified", report,
			"The keeper wrote in the log that the pump answered late on nine mornings. The pump was built in " +
				"Orrin in 1931.",
			"omission: The Lantern has not seen the log and could not verify this > -"},
		{"a name that stands elsewhere too, which limits nothing",
			"The keeper wrote in the log, North Orrin Radio said, that the pump never answered on nine mornings. " +
				"North Orrin Radio could not verify this. The pump was built in Orrin in 1931.",
			"The keeper wrote in the log, North Orrin Radio said, that the pump never answered on nine mornings. " +
				"The pump was built in Orrin in 1931.",
			"omission: North Orrin Radio could not verify this > -"},
		{"said in other words", report,
			"The keeper wrote in the log that the pump answered late on nine mornings. " +
				"None of it was verified by anybody. The pump was built in Orrin in 1931.", ""},
		{"another text with one sentence in common",
			"The keeper wrote in the log that the pump answered late on nine mornings. " +
				"His letter to the council did not mention the log. The pump was built in Orrin in 1931.",
			"The keeper wrote in the log that the pump answered late on nine mornings. Sheep were driven over the " +
				"ridge all day. " +
				"The tanner of Selby sold his yard to a cousin. Nobody in the valley had a boat left after the " +
				"flood. " +
				"The miller counts eleven barns without a roof and forty hives that were washed into the lower " +
				"meadow. " +
				"Two carts of flour went over the pass before dark, and a third turned back with a broken axle. " +
				"In the tithe barn the council heard two farmers, a ropemaker and the widow of the last ferryman.", ""},
		{"what limits all, by a report that took little else", report,
			"The keeper wrote in the log that the pump answered late on nine mornings. Sheep were driven over the " +
				"ridge all day. " +
				"The tanner of Selby sold his yard to a cousin.",
			"omission: The Lantern has not seen the log and could not verify this > -"},
		{"the end of a sentence",
			"The makers say that the new salve helps sore joints, but they did not measure pain in this trial. It " +
				"is sold in Orrin and Selby.",
			"The makers say that the new salve helps sore joints. It is sold in Orrin and Selby.",
			"omission: but they did not measure pain in this trial > -"},
		{"the end of a sentence whose beginning got an end of its own",
			"The new salve is sold as a food in Orrin and Selby and is not licensed as a cure. It was made in May.",
			"The new salve, which keepers praise, is sold as a food in Orrin and Selby by nine chemists of the " +
				"guild. " +
				"It was made in May.",
			"omission: and is not licensed as a cure > -"},
		{"gone with what it limits",
			"The salve is sold in Orrin and Selby. The makers praise a new oil, but they did not measure pain in " +
				"this trial.",
			"The salve is sold in Orrin and Selby.", ""},
		{"a study whose design is told in other words",
			"The salve helps sore joints. The study was not randomised: each keeper chose for himself whether to try " +
				"the salve. It was made in May.",
			"The salve helps sore joints. The keepers themselves chose whether to try the salve or not. It was " +
				"made in May.", ""},
		{"a denial",
			"The miller moved the boundary stone at night, a letter to the council says. The miller denied that " +
				"the stone was ever touched. " +
				"The council meets in the tithe barn on Friday.",
			"The miller moved the boundary stone at night, a letter to the council says. The council meets in the " +
				"tithe barn on Friday.",
			"denial_omitted: The miller denied that the stone was ever touched > -"},
		{"what a quotation does not mean",
			"Ada Wren looked at the wall. \"I am not saying that it will burst tomorrow,\" she said. \"I am " +
				"saying that nobody knows the wall, and that is the scandal.\"",
			"Ada Wren looked at the wall. \"Nobody knows the wall, and that is the scandal,\" she said.",
			"quote_altered: I am not saying that it will burst tomorrow,\" she said. \"I am saying that nobody " +
				"knows the wall, and that is the scandal > " +
				"Nobody knows the wall, and that is the scandal"},
		{"what he does not say, behind his words",
			"Sheep were driven over the ridge all day. \"The keeper will answer for the leak in the wall,\" said Ada " +
				"Wren, who had read the log. \"I am not saying that he knew.\"",
			"The tanner of Selby sold his yard to a cousin. The keepers met in the tithe barn. Nobody in the valley " +
				"had a boat left. \"The keeper will answer for the leak in the wall,\" Ada Wren said.",
			"omission: I am not saying that he knew > -"},
		{"the clause that limits, where the rest is told",
			"Nine hens have died of fever, according to the guild of Orrin keepers, which says that a link with " +
				"the corn " +
				"from the upper mill of Selby is suspected but not proven. The corn was sold in May. Ada Wren " +
				"bought nine " +
				"sacks of it.",
			"Nine hens have died of fever. The corn was sold in May. Ada Wren bought nine sacks of it.",
			"omission: which says that a link with the corn from the upper mill of Selby is suspected but not " +
				"proven > -"},
		{"a charge that is turned away, with the words behind it",
			"The miller moved the boundary stone at night, a letter to the council says. Ada Wren, the miller, " +
				"rejected " +
				"the suggestion. \"Every stone is in its place,\" she told the Bell. The council meets in the " +
				"tithe barn " +
				"on Friday.",
			"The miller moved the boundary stone at night, a letter to the council says. The council meets in the " +
				"tithe barn on Friday.",
			"denial_omitted: Ada Wren, the miller, rejected the suggestion. \"Every stone is in its place,\" she " +
				"told " +
				"the Bell > -"},
		{"the figures are preliminary",
			"Nine hens died of fever, the guild says. The count is preliminary. The council meets in the tithe " +
				"barn on Friday.",
			"Nine hens died of fever, the guild says. The council meets in the tithe barn on Friday.",
			"omission: The count is preliminary > -"},
		{"a plan that is turned away",
			"The council would move the boundary stone, a letter says. Ada Wren, the miller, rejected the plan. The " +
				"council meets in the tithe barn on Friday.",
			"The council would move the boundary stone, a letter says. The council meets in the tithe barn on Friday.",
			""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// Between siblings neither text is the elder, so that either may have left something out.
func TestOmissionsOfSiblings(t *testing.T) {
	b := newBench(t)
	short := "The pump answered late on nine mornings in May. The keeper looked at the belt and the valve."
	long := "The pump answered late on nine mornings in May. Nobody has verified the count. The keeper looked at " +
		"the belt and the valve."
	for _, pair := range [][2]string{{long, short}, {short, long}} {
		if got, want := b.changes(t, pair[0], pair[1], Siblings),
			"omission: Nobody has verified the count > -"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
