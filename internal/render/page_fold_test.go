package render

import (
	"compress/flate"
	"encoding/base64"
	"io"
	"strings"
	"testing"
)

// A page that would be large is packed into one that is not, with nothing lost: its
// answer, its trees and its tables stand loose, and all else is in the pack.
func TestLargePage(t *testing.T) {
	d := many(400, 40)
	page := pageOf(t, d)
	if len(page) > 2*maxLoose {
		t.Errorf("%d bytes", len(page))
	}
	loose, rest, _ := strings.Cut(page, `<script type="text/plain" id="packed">`)
	block, _, _ := strings.Cut(rest, "</script>")
	if strings.Contains(block, "<") || strings.Count(page, "<script") != 2 || !strings.Contains(loose, "<noscript>") {
		t.Error("the pack is no block of its own")
	}
	for _, part := range []string{`<svg class="stemma"`, `class="tree"`, `class="origins"`, `class="scroll grid"`} {
		if !strings.Contains(loose, part) {
			t.Errorf("without scripts there is no %s", part)
		}
	}
	text, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(block))))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), between)
	if marks := strings.Count(page+string(text), "<i data-part="); marks != len(parts) {
		t.Errorf("%d parts for %d places", len(parts), marks)
	}
	for i := range d.Reports {
		if id := ` id="` + d.Reports[i].ID + `"`; strings.Count(page+string(text), id) != 1 {
			t.Errorf("%s is not there once", id)
		}
	}
}

// What a report says cannot end the part that it stands in, nor name another one.
func TestPlantedParts(t *testing.T) {
	d := many(400, 40)
	for i := range d.Reports {
		d.Reports[i].Title = between + partMark + noteMark + packMark
	}
	_, rest, _ := strings.Cut(pageOf(t, d), `id="packed">`)
	block, _, _ := strings.Cut(rest, "</script>")
	text, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(block))))
	if err != nil || strings.Contains(string(text), noteMark) || strings.Contains(string(text), "<!><i data-part=\"%") {
		t.Errorf("planted: %v", err)
	}
}
