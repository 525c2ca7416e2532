package render

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"stemma"
)

// The page of a story of 2,000 claims is no larger than 1 MB, however long its reports are:
// what opens on a click is packed.
func TestPageOfManyClaims(t *testing.T) {
	const claims, most = 2000, 1_000_000
	d := wordy(200, claims)
	page := pageOf(t, d)
	if len(page) > most {
		t.Errorf("a page of %d claims has %d bytes, want %d at most", claims, len(page), most)
	}
	texts, shown := 0, strings.Index(page, `id="packed"`)
	for i := range d.Reports {
		texts += len(d.Reports[i].Text)
	}
	if texts < most || shown < 0 || shown > most/2 {
		t.Errorf("of %d bytes of texts the page shows %d before something is opened", texts, shown)
	}
	for i := range maxClaimsFull {
		if c := &d.Stories[0].Claims[i]; !strings.Contains(page[:shown], c.Statement) {
			t.Fatalf("the claim %q cannot be read before something is opened", c.Statement)
		}
	}
}

// wordy is a story of reports of several thousand bytes, in which each claim is told in one
// to five sentences of different reports. The words are made up, and as many as news has.
func wordy(reports, claims int) *stemma.Dossier {
	r := rand.New(rand.NewPCG(7, 11))
	words := make([]string, 4000)
	for i := range words {
		for range 1 + r.IntN(3) {
			words[i] += string("bdfgklmnprstvz"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
		}
	}
	sentence := func() string {
		said := make([]string, 14+r.IntN(10))
		for i := range said {
			said[i] = words[int(float64(len(words))*r.Float64()*r.Float64())]
		}
		return "The " + strings.Join(said, " ") + "."
	}
	told := make([][]stemma.Statement, claims)
	d := many(reports, 1)
	for i := range d.Reports {
		p := &d.Reports[i]
		p.Text = p.Title + "\n\n"
		for n := range 3 * claims / reports {
			of := (i*claims/reports + n) % claims
			start := len(p.Text)
			said := sentence()
			if len(told[of]) > 0 && r.IntN(2) == 0 {
				said = told[of][0].Span.Text
			}
			p.Text += said
			span := p.Span(start, len(p.Text))
			told[of] = append(told[of], stemma.Statement{Span: span, Sentence: span})
			p.Text += " " + sentence() + "\n\n"
		}
		p.Segments = segmentsOf(p.Text)
	}
	s := &d.Stories[0]
	s.Claims, s.Drifts, d.Reuse = nil, nil, nil
	for i, all := range told {
		s.Claims = append(s.Claims, stemma.Claim{
			ID: fmt.Sprintf("c%d", i), Statement: all[0].Span.Text, Statements: all, Verdict: stemma.SingleOrigin,
			Origins: stemma.Origins{Min: 1, Max: 2, IDs: []string{s.Origins[0].ID}},
		})
	}
	return d
}
