package collate

import "testing"

func TestUnanswered(t *testing.T) {
	b := newBench(t)
	const told = "The keeper wrote in the log that the pump answered late on nine mornings. " +
		"The pump was built in Orrin in 1931. "
	const reply = `An MWB spokeswoman, Petra Lind, said in an email that "all pumps of the valley are in order". `
	tests := []struct{ name, before, after, want string }{
		{"the answer of the accused", told + reply, told,
			`denial_omitted: An MWB spokeswoman, Petra Lind, said in an email that "all pumps of the valley are ` +
				`in order > -`},
		{"answered in other words", told + reply, told + "A spokesman called the pumps sound.", ""},
		{"a statement of the firm", told + `Northmill said in a statement that "a slow pump is not a broken pump". ` +
			"Northmill has nine pumps.",
			told + "Northmill has nine pumps. Northmill was founded in 1931.",
			`denial_omitted: Northmill said in a statement that "a slow pump is not a broken pump > -`},
		{"a statement of a man of whom others speak", told + `Ada Wren said in a statement that "a slow pump is ` +
			`not a ` +
			`broken pump". Northmill has nine pumps.`, told + "Northmill has nine pumps.", ""},
		{"a firm denies a deed of its own", told + "Northmill said its belts had never failed a test of the " +
			"guild. Northmill has nine pumps.",
			told + "Northmill has nine pumps. Northmill was founded in 1931.",
			`denial_omitted: Northmill said its belts had never failed a test of the guild > -`},
		{"what a firm will not do", told + "Northmill said it would not sell its pumps. Northmill has nine pumps.",
			told + "Northmill has nine pumps. Northmill was founded in 1931.", ""},
		{"silence", told + "A spokesman for the guild of Orrin said the master had no statement to issue.", told, ""},
		{"no answer", told + "A police spokesman said that two men were held in Selby.", told, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// TestUnansweredBySiblings: of two texts that tell nearly the same one lacks the answer, with what the body denies
// in front of it; two that share a sentence heard different people.
func TestUnansweredBySiblings(t *testing.T) {
	b := newBench(t)
	const told = "The keeper wrote in the log that the pump answered late on nine mornings. " +
		"The pump was built in Orrin in 1931. "
	const reply = `Northmill said that it did not know the log. "We mend all pumps," spokeswoman Petra Lind said ` +
		`in an ` +
		`email. `
	const other = "Sheep were driven over the ridge all day. The tanner of Selby sold his yard to a cousin of the " +
		"miller. The council met in the tithe barn."
	for _, tt := range []struct{ before, after, want string }{
		{told, told + reply, "denial_omitted: Northmill said that it did not know the log. \"We mend all pumps,\" " +
			"spokeswoman Petra Lind said in an email > -"},
		{told + other, told + reply, ""},
	} {
		if got := b.changes(t, tt.before, tt.after, Siblings); got != tt.want {
			t.Errorf("got %q\nwant %q", got, tt.want)
		}
	}
}
