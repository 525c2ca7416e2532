package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestPairsNotCompared has lines that get a row that says why nothing was compared.
func TestPairsNotCompared(t *testing.T) {
	line := func(id, a, b string) string {
		row, err := json.Marshal(map[string]string{"a": a, "b": b})
		if err != nil {
			t.Fatal(err)
		}
		return `{"id":"` + id + `",` + string(row[1:])
	}
	english := "The keeper of the weir said on Monday that the old bridge of Orrin would be shut for the winter."
	german := "Der Wärter des Wehrs sagte am Montag, dass die alte Brücke von Orrin den Winter über gesperrt bleibt."
	long := strings.Repeat(english+" ", longestPair/len(english)+1)
	in := strings.Join([]string{
		line("two", english, german), line("long", english, long), line("one", english, english),
		strings.Repeat("x", longestPair+9), line("last", german, german),
	}, "\n")
	var out bytes.Buffer
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	bad, err := p.Pairs(context.Background(), strings.NewReader(in), &out)
	if err != nil || bad != 3 {
		t.Fatalf("%d bad, %v", bad, err)
	}
	want := []struct{ id, says string }{
		{`"two"`, "another (de)"}, {`"long"`, "longer than"}, {`"one"`, ""}, {"null", "longer than"}, {`"last"`, ""},
	}
	for i, row := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		var got pairResult
		if err := json.Unmarshal([]byte(row), &got); err != nil {
			t.Fatal(err)
		}
		if string(got.ID) != want[i].id || !strings.Contains(got.Error,
			want[i].says) || (got.Error == "") != (want[i].says == "") {
			t.Errorf("row %d: %s, %q", i, got.ID, got.Error)
		}
		if got.Error != "" && (got.Same || got.Score+got.Supported > 0) {
			t.Errorf("row %d is scored", i)
		}
	}
}

// TestPairsToldApart reads testdata/pairs/pairs.txt: pairs that say one thing, and
// pairs that say two. Those that are marked as open are told wrongly still; whoever
// mends one takes the mark off.
func TestPairsToldApart(t *testing.T) {
	data, err := os.ReadFile("../../testdata/pairs/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		part := strings.Split(line, " | ")
		if len(part) != 4 || strings.HasPrefix(line, "#") {
			continue // a comment, or the end
		}
		want, open := strings.CutPrefix(part[1], "open ")
		r := p.pair(part[2], part[3])
		right := r.Same && len(r.Drifts) == 0
		if want == "two" {
			right = !r.Same || len(r.Drifts) > 0
		}
		switch {
		case !right && !open:
			t.Errorf("%s: same %v, %v", line, r.Same, r.Drifts)
		case right && open:
			t.Errorf("%s: told rightly, and marked as open", line)
		}
	}
}
