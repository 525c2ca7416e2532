package assess

import (
	"testing"

	"stemma"
)

func TestBounded(t *testing.T) {
	var changes []owned
	for range mostChanges + 30 {
		changes = append(changes, owned{Drift: stemma.Drift{Severity: 1}})
	}
	changes[len(changes)-1].Severity = 3
	kept := bounded(changes)
	if len(kept) != mostChanges || kept[0].Severity != 3 {
		t.Errorf("%d kept, the first of severity %d", len(kept), kept[0].Severity)
	}
	if n := kept[mostChanges-1].Saying.Args["n"]; n != 30 {
		t.Errorf("%v more are spoken of, not 30", n)
	}
	if few := bounded(changes[:3]); len(few) != 3 {
		t.Errorf("%d of three are kept", len(few))
	}
}
