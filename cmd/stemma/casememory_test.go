package main

import (
	"context"
	"maps"
	"slices"
	"testing"

	"stemma/internal/store"
)

// keeper is a case that notes what is kept in it.
type keeper struct {
	store.Case
	kept []string
}

func (c *keeper) Keep(ctx context.Context, stage, version string, made map[string][]byte) error {
	for _, key := range slices.Sorted(maps.Keys(made)) {
		c.kept = append(c.kept, stage+" "+key)
	}
	return c.Case.Keep(ctx, stage, version, made)
}

// TestAllIsRecalled: what a trace has kept the next process finds there, also of a report that
// is credited to an agency in its own text; so it keeps nothing anew.
func TestAllIsRecalled(t *testing.T) {
	c, kept := demoCase(t)
	stemmaRun(t, "case", "trace", "--case", c.Case, "-q")
	of := &keeper{Case: kept}
	d, err := tracerOf(of).trace(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	credits := 0
	for i := range d.Reports {
		credits += len(d.Reports[i].Credits)
	}
	if credits == 0 {
		t.Error("no report has a credit")
	}
	if len(of.kept) > 0 {
		t.Errorf("kept again: %q", of.kept)
	}
}
