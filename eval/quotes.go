package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"stemma"
)

// record is a document as the quotes command takes it.
type record struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Title     string   `json:"title,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Byline    []string `json:"byline,omitempty"`
	Published string   `json:"published,omitempty"`
	Language  string   `json:"language,omitempty"`
}

// recordOf is the document with all that its corpus states about it.
func recordOf(d annotated, language string) record {
	r := record{ID: d.ID, Text: d.Text, Title: d.Title, Outlet: d.Outlet, Published: d.Date, Language: language}
	if d.Author != "" {
		r.Byline = []string{d.Author}
	}
	return r
}

// quotes runs the quotes command of the binary over the records, all in one
// pile, and returns what it wrote and how long it took.
func quotes(binary string, records []record, environment ...string) (*stemma.Dossier, time.Duration, error) {
	var in bytes.Buffer
	out := json.NewEncoder(&in)
	for _, r := range records {
		if err := out.Encode(r); err != nil {
			return nil, 0, err
		}
	}
	start := time.Now()
	written, err := runStemma(binary, &in, environment, "quotes", "-", "--json", "-", "--quiet")
	took := time.Since(start)
	if err != nil {
		return nil, 0, fmt.Errorf("quotes: %w", err)
	}
	d, err := decode(written)
	return d, took, err
}

// byRecord maps the ids of records to the reports made of them, which must
// have the records' own texts: else the offsets of gold and findings differ.
func byRecord(d *stemma.Dossier, records []record) (map[string]*stemma.Report, error) {
	found := map[string]*stemma.Report{}
	for i := range d.Reports {
		_, id, _ := strings.Cut(d.Reports[i].Input, "#")
		found[id] = &d.Reports[i]
	}
	for _, r := range records {
		if got := found[r.ID]; got == nil {
			return nil, fmt.Errorf("quotes: no report %s", r.ID)
		} else if got.Text != r.Text {
			return nil, fmt.Errorf("quotes: report %s has another text", r.ID)
		}
	}
	return found, nil
}
