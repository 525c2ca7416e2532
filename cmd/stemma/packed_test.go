package main

import (
	"bytes"
	"fmt"
	"testing"

	"stemma"
	"stemma/internal/render"
)

// TestPacked holds what is packed story by story against the JSON of the whole, over more
// than one chunk.
func TestPacked(t *testing.T) {
	whole := &stemma.Dossier{Schema: stemma.DossierSchema, Stories: []stemma.Story{}}
	p, err := newPacked()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3000 {
		s := stemma.Story{ID: fmt.Sprint("s", i)}
		for k := range 40 {
			s.Warnings = append(s.Warnings, stemma.Warning{Says: fmt.Sprintf("%x", (i+1)*(k+7919)*2654435761)})
		}
		whole.Stories = append(whole.Stories, s)
		if err := p.stories.Add(&s); err != nil {
			t.Fatal(err)
		}
	}
	var want, got bytes.Buffer
	if err := render.JSON(&want, whole); err != nil {
		t.Fatal(err)
	}
	if err := p.json(&got, &stemma.Dossier{Schema: stemma.DossierSchema}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want.Bytes(), got.Bytes()) {
		t.Error("the stories are not what they were")
	}
	if len(p.data) < 2 {
		t.Errorf("%d chunks", len(p.data))
	}
}
