package render

import (
	"fmt"
	"io"
	"reflect"
	"slices"

	"stemma"
)

// DossierWriter writes a dossier story by story, byte for byte as [JSON] writes the whole, so
// that the stories need not be held. They stand last in a dossier but for what the user says:
// what stands before them is written with the first one.
type DossierWriter struct {
	s     *scribe
	begun bool
}

// NewDossierWriter writes to w.
func NewDossierWriter(w io.Writer) *DossierWriter { return &DossierWriter{s: newScribe(w)} }

// Add writes the next story of a dossier. The error is the encoder's or the writer's.
func (x *DossierWriter) Add(d *stemma.Dossier, story *stemma.Story) error {
	x.begin(d)
	x.s.next()
	x.s.value(reflect.ValueOf(story))
	return failed(x.s.err)
}

// Close writes the rest of the dossier.
func (x *DossierWriter) Close(d *stemma.Dossier) error {
	x.begin(d)
	x.s.shut(']')
	_, after := x.around(d)
	x.s.fields(reflect.ValueOf(d).Elem(), after)
	x.s.shut('}')
	return failed(x.s.finish())
}

// begin writes what stands before the stories.
func (x *DossierWriter) begin(d *stemma.Dossier) {
	if x.begun {
		return
	}
	x.begun = true
	before, _ := x.around(d)
	x.s.open('{')
	x.s.fields(reflect.ValueOf(d).Elem(), before)
	x.s.key("stories")
	x.s.open('[')
}

// around gives the fields of a dossier that stand before the stories, and behind them.
func (x *DossierWriter) around(d *stemma.Dossier) (before, after []field) {
	all := x.s.shapes.of(reflect.TypeOf(*d))
	at := slices.IndexFunc(all, func(f field) bool {
		return reflect.TypeOf(*d).Field(f.index).Type == reflect.TypeFor[[]stemma.Story]()
	})
	return all[:at], all[at+1:]
}

func failed(err error) error {
	if err != nil {
		return fmt.Errorf("render: json: %w", err)
	}
	return nil
}
