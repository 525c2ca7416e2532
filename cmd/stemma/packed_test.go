package main

import (
	"bytes"
	"fmt"
	"testing"

	"stemma"
	"stemma/internal/render"
)

// TestPacked holds what is held story by story against the JSON of the whole, over more than
// one chunk: few stories as they are, and many packed.
func TestPacked(t *testing.T) {
	for n, isPacked := range map[int]bool{3: false, 3000: true} {
		whole := &stemma.Dossier{Schema: stemma.DossierSchema, Stories: []stemma.Story{}}
		p := newPacked()
		for i := range n {
			s := hardStory(i)
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
			t.Errorf("%d stories are not what they were", n)
		}
		if isPacked != (p.packer != nil) || isPacked && len(p.data) < 2 {
			t.Errorf("%d stories: packed %v, %d chunks", n, p.packer != nil, len(p.data))
		}
	}
}

// hardStory is a story whose words are hard to pack.
func hardStory(i int) stemma.Story {
	s := stemma.Story{ID: fmt.Sprint("s", i)}
	for k := range 40 {
		s.Warnings = append(s.Warnings, stemma.Warning{Says: fmt.Sprintf("%x", (i+1)*(k+7919)*2654435761)})
	}
	return s
}
