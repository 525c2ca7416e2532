package freeze_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/freeze"
)

// dossier has every sort of field, and those that the JSON leaves out.
func dossier() stemma.Dossier {
	at := time.Date(2026, 3, 4, 5, 6, 7, 8, time.UTC)
	span := stemma.Span{Report: "r1", Start: 3, End: 9, Text: "nine’s"}
	return stemma.Dossier{
		Schema: stemma.DossierSchema,
		Ledger: []stemma.LedgerRow{{Input: "a.txt", Outcome: stemma.Read, Report: "r1", Twin: "b.txt"}},
		Reports: []stemma.Report{{
			ID: "r1", Outlet: "Mill Post", Byline: []string{}, Text: "\x00ü", Captured: at,
			Published: stemma.Moment{Time: at, Precision: stemma.Day}, Notes: []string{"a note"},
		}},
		Stories: []stemma.Story{{
			Claims: []stemma.Claim{{ID: "c1", Statements: []stemma.Statement{{
				Span: span, Values: []stemma.Value{{Kind: stemma.QuantityValue, Quantity: &stemma.Quantity{Low: -1.5,
					High: 9}}},
			}}}},
			Drifts: []stemma.Drift{{ID: "x1", After: &span, Gist: "gist", Severity: -3}},
		}},
	}
}

func TestThawGivesWhatWasFrozen(t *testing.T) {
	d := dossier()
	var got stemma.Dossier
	if err := freeze.Thaw(freeze.Append(nil, d), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, got); diff != "" {
		t.Error(diff)
	}
	words := map[string][]int{"b": {1}, "a": nil}
	var back map[string][]int
	if err := freeze.Thaw(freeze.Append(nil, words), &back); err != nil || cmp.Diff(words, back) != "" {
		t.Errorf("%v, %v", back, err)
	}
}

// TestAmongTexts: spans come back with their words, whether those stand in the text or
// not; what was frozen among other texts is taken for damaged.
func TestAmongTexts(t *testing.T) {
	texts := freeze.NewTexts()
	words := "Ada Wren counted nine’s tiles."
	texts.Put("r1", words)
	d := dossier()
	d.Stories[0].Claims[0].Statements = append(d.Stories[0].Claims[0].Statements,
		stemma.Statement{Span: stemma.Span{Report: "r1", Start: 0, End: 8, Text: words[:8]}},
		stemma.Statement{Span: stemma.Span{Report: "r2", Start: 5, End: 2, Text: "elsewhere"}},
		stemma.Statement{Sentence: stemma.Span{Report: "r1", Start: 4, End: 1 << 40}},
	)
	frozen := freeze.AppendAmong(nil, texts, d)
	var got stemma.Dossier
	if err := freeze.ThawAmong(frozen, texts, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, got); diff != "" {
		t.Error(diff)
	}
	for n := range frozen {
		if err := freeze.ThawAmong(frozen[:n], texts, &got); !errors.Is(err, freeze.ErrDamaged) {
			t.Fatalf("of %d bytes %d are taken for all: %v", len(frozen), n, err)
		}
	}
	texts.Put("r1", words+" ")
	if err := freeze.ThawAmong(frozen, texts, &got); !errors.Is(err, freeze.ErrDamaged) {
		t.Errorf("among other texts: %v", err)
	}
}

func FuzzThawAmong(f *testing.F) {
	texts := freeze.NewTexts()
	texts.Put("r1", "Ada Wren counted nine’s tiles.")
	f.Add(freeze.AppendAmong(nil, texts, dossier()))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d stemma.Dossier
		if freeze.ThawAmong(data, texts, &d) == nil {
			freeze.AppendAmong(nil, texts, d)
		}
	})
}

func TestSayingIsLeftOut(t *testing.T) {
	d := stemma.Drift{Says: "five became nine", Saying: stemma.Say("x", stemma.Args{"any": func() {}})}
	var got stemma.Drift
	if err := freeze.Thaw(freeze.Append(nil, d), &got); err != nil || got.Says != d.Says || got.Saying.Args != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestDamageIsSaid(t *testing.T) {
	whole := freeze.Append(nil, dossier())
	for n := range whole {
		var got stemma.Dossier
		if err := freeze.Thaw(whole[:n], &got); !errors.Is(err, freeze.ErrDamaged) {
			t.Fatalf("of %d bytes %d are taken for all: %v", len(whole), n, err)
		}
	}
	var got stemma.Dossier
	if err := freeze.Thaw(append(whole, 0), &got); !errors.Is(err, freeze.ErrDamaged) {
		t.Errorf("a byte too many: %v", err)
	}
}

func FuzzThaw(f *testing.F) {
	f.Add(freeze.Append(nil, dossier()))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d stemma.Dossier
		if freeze.Thaw(data, &d) == nil {
			freeze.Append(nil, d)
		}
	})
}
