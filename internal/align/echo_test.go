package align

import "testing"

// TestEchoOfNobody: what is cut out of a quotation is told by its words where nobody is credited with
// it, and by more of them than where one speaker is.
func TestEchoOfNobody(t *testing.T) {
	b := newBench(t)
	const whole = `"If the council wished to help, to move forward and put the harbour crews back to work, ` +
		`it would mend the northern gate of the lock."`
	for _, test := range []struct {
		part string
		echo bool
	}{
		{`The wish to "move forward and put the harbour crews back to work."`, true},
		{`"put the harbour crews back"`, false},
		{`The harbour crews moved forward, and the council put the gate of the lock to work.`, false},
	} {
		texts, statements := b.told(whole, test.part)
		s := b.Story(texts, statements, nil)
		echo := false
		for i := range s.Pairs().List {
			echo = echo || s.Echo(&s.paired[i])
		}
		if echo != test.echo {
			t.Errorf("%s: echo %v, want %v", test.part, echo, test.echo)
		}
	}
}
