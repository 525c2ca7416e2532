package render

import (
	"bytes"
	"errors"
	"reflect"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestJSONWith holds a dossier whose stories were written before against the whole.
func TestJSONWith(t *testing.T) {
	var full stemma.Dossier
	filler{}.fill(reflect.ValueOf(&full).Elem())
	many := full
	for len(many.Stories) < 40 {
		many.Stories = append(many.Stories, full.Stories...)
	}
	for _, d := range []*stemma.Dossier{{Stories: []stemma.Story{}}, &full, &many, ferry(t)} {
		var want, got, stories bytes.Buffer
		if err := JSON(&want, d); err != nil {
			t.Fatal(err)
		}
		x := NewStoryWriter(&stories)
		for i := range d.Stories {
			if err := x.Add(&d.Stories[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		rest := *d
		rest.Stories = []stemma.Story{}
		if err := JSONWith(&got, &rest, iotest.OneByteReader(&stories)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), got.String()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestJSONWithFails(t *testing.T) {
	torn := errors.New("torn")
	var out bytes.Buffer
	if err := JSONWith(&out, &stemma.Dossier{}, iotest.ErrReader(torn)); !errors.Is(err, torn) {
		t.Error(err)
	}
}
