package stemma

import "testing"

func TestIndexOfSome(t *testing.T) {
	texts := []*Text{{Report: &Report{ID: "r1"}}, {Report: &Report{ID: "r2"}}}
	said := []Attribution{{ID: "a1", Report: "r1", Speaker: "p1", ReceiverSpeaker: "p2"}, {ID: "a2", Report: "r2",
		Speaker: "p3"}}
	all := NewIndex(texts, said, []Speaker{{ID: "p1"}, {ID: "p2"}, {ID: "p3"}})
	own := all.Of(texts[:1], said[:1])
	if own.Text("r1") == nil || own.Attribution("a1") == nil || own.Speaker("p1") == nil || own.Speaker("p2") == nil {
		t.Error("it lacks what is its own")
	}
	if own.Text("r2") != nil || own.Attribution("a2") != nil || own.Speaker("p3") != nil {
		t.Error("it holds what is another report's")
	}
	if own.Speaker("p1") == all.Speaker("p1") {
		t.Error("it holds the list of all speakers")
	}
}
