package collate

import "testing"

// TestTrims: a quotation lost the clause that says on what condition it holds, or as far as what is known, or of
// what nobody or nothing is denied; not where the writer says it in his own words, nor what limits nothing.
func TestTrims(t *testing.T) {
	b := newBench(t)
	const tail = " The weir of Orrin was built in 1931."
	b.copies(t, []copied{
		{"\"If the keeper knew of the leak and slept, he will answer for it,\" said Hedda Voss." + tail,
			"\"He will answer for it,\" said Hedda Voss." + tail,
			"quote_altered: If the keeper knew of the leak and slept, he will answer for it > He will answer for it"},
		{"\"If the keeper knew of the leak and slept, he will answer for it,\" said Hedda Voss." + tail,
			"Should it be shown that the keeper knew of the leak and slept, \"he will answer for it\", said Hedda " +
				"Voss." + tail, ""},
		{"\"If the keeper knew of the leak and slept, he will answer for it,\" said Hedda Voss." + tail,
			"If it was so, \"he will answer for it\", said Hedda Voss." + tail, ""},
		{"\"If anybody out there listens, we are dying of thirst,\" said Hedda Voss." + tail,
			"\"We are dying of thirst,\" said Hedda Voss." + tail, ""},
		{"\"As far as we know today, nobody was in danger from the flood,\" said Hedda Voss." + tail,
			"\"Nobody was in danger,\" said Hedda Voss." + tail,
			"quote_altered: As far as we know today, nobody was in danger from the flood > Nobody was in danger"},
		{"Hedda Voss said that the guild had \"not sold any boat of doubtful origin\"." + tail,
			"Hedda Voss said that the guild had \"not sold any boat\"." + tail,
			"quote_altered: not sold any boat of doubtful origin > not sold any boat"},
		{"Hedda Voss said that the guild had \"not sold any boat of doubtful origin\"." + tail,
			"Hedda Voss said that the guild had \"not sold any boat\" whose origin was doubtful." + tail, ""},
		{"\"To my knowledge, no boat was ever sold,\" said Hedda Voss." + tail,
			"\"No boat was ever sold,\" said Hedda Voss." + tail,
			"quote_altered: To my knowledge, no boat was ever sold > No boat was ever sold"},
		{"Hedda Voss said that it was \"nothing more than a letter between two keepers\"." + tail,
			"Hedda Voss said that it was \"nothing more than a letter\"." + tail, ""},
		{"\"I thought somebody had been in to mend it, so I went home,\" said Hedda Voss." + tail,
			"\"Somebody had been in to mend it, so I went home,\" said Hedda Voss." + tail,
			"quote_altered: I thought somebody had been in to mend it, so I went home > Somebody had been in to mend " +
				"it, so I went home"},
		{"\"I thought somebody had been in to mend it, so I went home,\" said Hedda Voss." + tail,
			"Hedda Voss thought \"somebody had been in to mend it, so I went home\"." + tail, ""},
		{"\"I thought somebody had been in to mend it, so I went home,\" said Hedda Voss." + tail,
			"Hedda Voss said that \"somebody had been in to mend it\"." + tail, ""},
		{"\"Nobody has asked me a single question, apart from you,\" said Hedda Voss." + tail,
			"\"Nobody has asked me a single question,\" said Hedda Voss." + tail,
			"quote_altered: Nobody has asked me a single question, apart from you > Nobody has asked me a single " +
				"question"},
	})
}
