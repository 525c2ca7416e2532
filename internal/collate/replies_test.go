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
		{"no answer", told + "A police spokesman said that two men were held in Selby.", told, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
