package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// quotesForm is the promised form of the quotes command, for encoding/json.
type quotesForm struct {
	Schema       string               `json:"schema"`
	Ledger       []stemma.LedgerRow   `json:"ledger"`
	Reports      []stemma.Report      `json:"reports"`
	Speakers     []stemma.Speaker     `json:"speakers"`
	Attributions []stemma.Attribution `json:"attributions"`
}

// checkQuotesJSON compares what the scribe writes with what encoding/json
// makes of the same nouns.
func checkQuotesJSON(t *testing.T, d *stemma.Dossier) {
	t.Helper()
	var got, want bytes.Buffer
	if err := QuotesJSON(&got, d); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&want, quotesForm{d.Schema, d.Ledger, d.Reports, d.Speakers, d.Attributions}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("the scribe differs from encoding/json (-want +got):\n%s", diff)
	}
}

func TestQuotesJSON(t *testing.T) {
	checkQuotesJSON(t, ferry(t))
	checkQuotesJSON(t, &stemma.Dossier{})
	checkQuotesJSON(t, &stemma.Dossier{
		Ledger: []stemma.LedgerRow{}, Reports: []stemma.Report{{}}, Speakers: []stemma.Speaker{{}},
		Attributions: []stemma.Attribution{{}},
	})
	// Fields that a noun gains are seen here: every one holds something.
	var full stemma.Dossier
	filler{}.fill(reflect.ValueOf(&full).Elem())
	checkQuotesJSON(t, &full)
}

// filler sets every field that it reaches to something that is not zero.
type filler struct{ depth int }

func (f filler) fill(v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s “<&>” %d", v.Type().Name(), f.depth))
	case reflect.Int:
		v.SetInt(-12 - int64(f.depth))
	case reflect.Float64:
		v.SetFloat(0.25)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			filler{f.depth + i + 1}.fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			filler{f.depth + 1}.fill(v.Field(i))
		}
	}
}

func TestQuotesJSONOfManyPages(t *testing.T) {
	d := ferry(t)
	for len(d.Attributions) < 4000 {
		d.Attributions = append(d.Attributions, d.Attributions...)
	}
	checkQuotesJSON(t, d)
	if err := QuotesJSON(fullDisk{}, d); !errors.Is(err, errFull) {
		t.Errorf("a writer's error is lost: %v", err)
	}
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func FuzzQuoted(f *testing.F) {
	for _, s := range []string{"", `back\slash and "marks"`, "\x00\x1f\x7f\b\f\n\r\t", "<b>&amp;</b>", "a\u2028b\u2029c", "é“”\U0001f600", "cut \xe2\x80", "\xff\xfe\ufffd", `\u003c`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(appendQuoted(nil, s)) + "\n"; got != want.String() {
			t.Errorf("%q: got %s, want %s", s, got, want.String())
		}
	})
}

// FuzzIndented lays out what encoding/json writes with its escapes for HTML,
// and compares with what it writes when it indents and leaves HTML alone.
func FuzzIndented(f *testing.F) {
	for _, s := range []string{`{}`, `[]`, `[[],{}]`, `{"a":[1,-2.5e9,true,null,"x\\"],"b":{"<&>":"\\u003c \u003c\""}}`, `"\\\\\""`, `{"":[{"k":[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var v any
		if json.Unmarshal(b, &v) != nil {
			return
		}
		compact, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(v); err != nil {
			t.Fatal(err)
		}
		if got := string(appendIndented(nil, compact, 0)) + "\n"; got != want.String() {
			t.Errorf("got\n%swant\n%s", got, want.String())
		}
	})
}
