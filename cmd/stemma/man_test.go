package main

import (
	"strings"
	"testing"
)

// TestManualIsDated: the manual of a package bears the date of the package, and elsewhere none.
func TestManualIsDated(t *testing.T) {
	for seconds, date := range map[string]string{"86400": "1970-01-02", "": "", "soon": ""} {
		t.Setenv("SOURCE_DATE_EPOCH", seconds)
		head, _, _ := strings.Cut(stemmaRun(t, "man"), "\n")
		if want := `.TH STEMMA 1 "` + date + `" "stemma`; !strings.HasPrefix(head, want) {
			t.Errorf("of %q: %s", seconds, head)
		}
	}
}
