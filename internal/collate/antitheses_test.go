package collate

import "testing"

// TestAntitheses has sentences in which a matter stands otherwise, and the same.
func TestAntitheses(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The keeper gave permission for the weir to be opened.", "The weir was opened against the keeper's wishes.",
			"predicate_changed: gave permission > against the keeper's wishes"},
		{"The weir was opened without the keeper's consent.", "The weir was opened with the keeper's consent.",
			"predicate_changed: without > with"},
		{"The keeper was impeached in 2016.", "The keeper was removed from office in 2016.",
			"predicate_changed: impeached > removed from office"},
		{"Ice on the weir played a part in the flood.", "Ice on the weir was to blame for the flood.",
			"predicate_changed: played a part in > was to blame for"},
		{"The keepers voted down the plan.", "The keepers rejected the plan.", ""},
		{"The barge sank within minutes.", "The barge went down within minutes.", ""},
		{"If convicted, the keeper of Orrin weir goes.", "The keeper of Orrin weir is charged and goes.", ""},
		{"The fire at the mill was put out.", "The fire at the mill was doused.", ""},
	})
}

// TestLeavesOut has sentences of which the second one leaves words out, and how much it
// matters.
func TestLeavesOut(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The wife of the keeper was fined.", "The keeper was fined.", "actor_changed: wife of the keeper > keeper"},
		{"The owner of the mill was fined.", "The mill was fined.", ""},
		{"The mayor-elect opened the weir.", "The mayor opened the weir.", "title_changed: mayor-elect > mayor"},
		{"The salve helped women over 60.", "The salve helped women.", "predicate_changed: women over 60 > women"},
		{"The flood lasted more than a week.", "The flood lasted a week.",
			"hedge_dropped: more than a week > a week"},
		{"The keeper was arrested and later released.", "The keeper was arrested.",
			"predicate_changed: arrested and later released > arrested"},
		{"The keeper was arrested and later fined.", "The keeper was arrested.", ""},
		{"The keeper is recovering.", "The keeper has recovered.",
			"modality_strengthened: is recovering > has recovered"},
		{"The flood is likely to end on Monday.", "The flood will end on Monday.",
			"modality_strengthened: is likely to > will"},
		{"The keeper is set to resign.", "The keeper is expected to resign.", ""},
		{"The mast is 40 metres long.", "The mast is 40 metres high.",
			"predicate_changed: metres long > metres high"},
		{"Perhaps the fire was set by a keeper.", "The fire may have been set by a keeper.", ""},
		{"The council passed the bill.", "The bill passed the council.", ""},
		{"The barge passed the ferry.", "The ferry passed the barge.",
			"actor_changed: barge passed the ferry > ferry passed the barge"},
	})
}

// TestResidue has sentences that are the same but for one place, of words that no table knows.
func TestResidue(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct{ a, b, want string }{
		{"The keepers called the offer generous.", "The keepers called the offer insulting.", "generous > insulting"},
		{"The keeper expressed joy over the flood.", "The keeper wrote of the flood.",
			"expressed joy over > wrote of"},
		{"The keepers found traces of lead in the weir.", "The keepers found high levels of lead in the weir.",
			"traces > high levels"},
		{"The keepers voted down the plan.", "The keepers rejected the plan.", ""},
		{"Close to 80 keepers came to the weir.", "Nearly 80 keepers came to the weir.", ""},
		{"The weir is a danger or a nuisance.", "The weir is a danger to boats.", ""},
		{"The weir in adherence to the law is shut.", "The weir adhering to the law is shut.", ""},
		{"It is shut.", "It opens.", ""},
		{"", "It opens.", ""},
	} {
		r, got := b.reports(tt.a, tt.b), ""
		for _, d := range Residue(b.Collation, r[0], r[1]) {
			got = d.Before.Text + " > " + d.After.Text
		}
		if got != tt.want {
			t.Errorf("%s | %s: got %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestEquivalent has sentences that differ in how they write a figure, or in the figure.
func TestEquivalent(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"The walk takes 90 minutes.", "The walk takes an hour and a half.", true},
		{"The weir cost half a million crowns.", "The weir cost 500,000 crowns.", true},
		{"The bank cut its rate by a quarter of a percentage point.", "The bank cut its rate by 25 basis points.",
			true},
		{"The walk takes 90 minutes.", "The walk takes an hour.", false},
		{"The walk takes about 90 minutes.", "The walk takes an hour and a half.", false},
		{"The walk takes 90 minutes.", "The ride takes an hour and a half.", false},
		{"", "", false},
	} {
		r := b.reports(tt.a, tt.b)
		if got := Equivalent(b.Collation, r[0], r[1]); got != tt.want {
			t.Errorf("%s | %s: %v", tt.a, tt.b, got)
		}
	}
}

// TestAllBut has sentences of what nearly was, how sure the teller is, and what is under way.
func TestAllBut(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The barge nearly hit the weir.", "The barge hit the weir.", "modality_strengthened: nearly hit > hit"},
		{"The barge is nearly full.", "The barge is full.", ""},
		{"The tale is probably false.", "The tale is certainly false.", "predicate_changed: probably > certainly"},
		{"The guild is planning to close the weir.", "The guild plans to close the weir.", ""},
		{"The wind blew at 60 mph.", "The wind blew at 60 miles per hour.", ""},
	})
}

// TestCompared has sentences with comparatives, courtesies, limits and parts of a deed.
func TestCompared(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The guild's plan would cost each keeper 40 crowns.",
			"The plan of the guild would cost every keeper 40 crowns.", ""},
		{"The keepers are richer than in May.", "The keepers are poorer than in May.",
			"predicate_changed: richer > poorer"},
		{"Ms Larn, 52, leads the guild.", "Ada Larn, 52, leads the guild.", ""},
		{"The water rose by less than a metre.", "The water rose by a metre.", "hedge_dropped: less than a > a"},
		{"The guild agreed to study the plan.", "The guild agreed to the plan.", "predicate_changed: to study > to"},
		{"The weir is being repaired.", "The weir has been repaired.", "predicate_changed: is being > has been"},
		{"The keepers moved in before the flood.", "The keepers moved out before the flood.",
			"predicate_changed: in > out"},
	})
}
