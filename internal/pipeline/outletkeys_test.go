package pipeline

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stemma/internal/reuse"
)

// What an outlet repeats in its own reports is no reuse, however its name is written.
func TestMastheadsOfOneOutletInTwoSpellings(t *testing.T) {
	const foot = "If you know more about this than we do then write to the people at our desk in Mill Lane " +
		"and they will come and listen to you for as long as you like to talk"
	names := []string{"The Selwick Lantern", "Selwick Lantern"}
	for _, other := range []string{"Selwick Lantern", "Hillfoot Herald"} {
		names[1] = other
		var lines strings.Builder
		for i := range 12 {
			own := ""
			for k := range 30 {
				own += fmt.Sprintf("word%dx%d ", i, k)
			}
			fmt.Fprintf(&lines, `{"id":"r%d","outlet":%q,"text":"%s. %s."}`+"\n", i, names[i%2], own, foot)
		}
		found := 0
		_, _, err := Reuse(context.Background(), []string{"-"}, CorpusOptions{Stdin: strings.NewReader(lines.String())},
			func(f reuse.Found) func() error { return func() error { found += len(f.Passages); return nil } })
		if err != nil {
			t.Fatal(err)
		}
		if isOne := other == "Selwick Lantern"; (found == 0) != isOne {
			t.Errorf("%d passages beside %s", found, other)
		}
	}
}
