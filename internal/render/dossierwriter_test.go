package render

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestDossierWriter holds a dossier that is written story by story against the whole.
func TestDossierWriter(t *testing.T) {
	var full stemma.Dossier
	filler{}.fill(reflect.ValueOf(&full).Elem())
	many := full
	for len(many.Stories) < 40 {
		many.Stories = append(many.Stories, full.Stories...)
	}
	for _, d := range []*stemma.Dossier{{Stories: []stemma.Story{}}, &full, &many, ferry(t)} {
		var want, got bytes.Buffer
		if err := JSON(&want, d); err != nil {
			t.Fatal(err)
		}
		rest := *d
		rest.Stories = []stemma.Story{}
		x := NewDossierWriter(&got)
		for i := range d.Stories {
			if err := x.Add(&rest, &d.Stories[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := x.Close(&rest); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), got.String()); diff != "" {
			t.Error(diff)
		}
	}
}

type full struct{ err error }

func (w full) Write([]byte) (int, error) { return 0, w.err }

func TestDossierWriterFails(t *testing.T) {
	noRoom := errors.New("no room")
	if err := NewDossierWriter(full{noRoom}).Close(&stemma.Dossier{}); !errors.Is(err, noRoom) {
		t.Error(err)
	}
}
