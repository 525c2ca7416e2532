package render

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // the page's template, style and script
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"stemma"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// Page writes the dossier as one HTML file that needs nothing else: no
// network, no other file, and no script but for what a large page has packed. Its
// content security policy forbids everything but its own style and its own script, by
// their hashes, so nothing that stands in a report can run or load. The error is the
// template's or the writer's.
func Page(w io.Writer, d *stemma.Dossier) error {
	t, f, err := parsePage()
	if err != nil {
		return fmt.Errorf("render: page: %w", err)
	}
	var skeleton strings.Builder
	if err := t.Execute(&skeleton, newPageView(newPile(d))); err != nil {
		return fmt.Errorf("render: page: %w", err)
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := f.write(out, skeleton.String()); err != nil {
		return fmt.Errorf("render: page: %w", err)
	}
	return out.Flush()
}

// policy is the page's content security policy.
func policy() string {
	return "default-src 'none'; style-src '" + hash(pageStyle) + "'; script-src '" + hash(pageScript) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageView is what the template prints.
type pageView struct {
	Title, Heading, Answer, Policy string
	Style                          template.CSS
	Script                         template.JS
	Facts                          []fact
	Stories                        []*storyView
	Singles                        []singleView
	Speakers, Lesser               []speakerView // the most credited sources, and the others
	MoreSpeakers                   int
	Ledger                         ledgerView
	Corrections                    []handView
	Empty                          bool // no report could be read
	Folded                         bool // the stories open on a click, since there are many
}

// fact is a number of the summary, with a link to what it counts.
type fact struct {
	Number, Noun, To string
}

// singleView is a story that one report tells.
type singleView struct {
	Anchor, Title string
	Claims        int
	Text          textView
}

// ledgerView is what became of the inputs.
type ledgerView struct {
	Offered, Read, Skipped, Failed int
	Rows                           []ledgerRow // what was not read
	Inputs                         []ledgerRow // what was
}

type ledgerRow struct {
	Input, Outcome, Reason string
	Report                 link
}

func newPageView(p *pile) *pageView {
	v := &pageView{Answer: strings.Join(p.answer(), " "), Policy: policy(), Style: template.CSS(pageStyle),
		Script: template.JS(pageScript), Empty: len(p.Reports) == 0}
	t := newTexts(p)
	v.Speakers, v.MoreSpeakers = speakerViews(t)
	v.Speakers, v.Lesser = cutAt(v.Speakers, maxSpeakersUnfolded)
	t.addAttributions()
	t.addPassages()
	told, _ := p.told()
	if len(p.families) == 1 {
		told = p.families
	}
	shown := map[*family]bool{}
	for _, f := range told {
		shown[f] = true
		s := newStoryView(storyPage{f}, t)
		s.Only = len(told) == 1
		v.Stories = append(v.Stories, s)
	}
	v.Folded = len(told) > maxUnfolded
	for _, s := range v.Stories {
		s.addTexts(t)
		s.Folded = v.Folded
	}
	for _, f := range p.families {
		if !shown[f] {
			v.Singles = append(v.Singles, newSingleView(f, t))
		}
	}
	v.Ledger, v.Corrections = newLedgerView(p), handViews(p)
	v.Heading = heading(p, told)
	v.Title = v.Heading + " — Stemma"
	v.Facts = facts(p, told)
	return v
}

func heading(p *pile, told []*family) string {
	switch {
	case len(told) == 1:
		return told[0].title()
	case len(p.families) > 0:
		return count(len(p.families), "story")
	}
	return "An empty pile"
}

func facts(p *pile, told []*family) []fact {
	f := []fact{{strconv.Itoa(len(p.Reports)), noun(len(p.Reports), "report"), "inputs"}}
	if len(p.families) > 1 {
		f = append(f, fact{strconv.Itoa(len(p.families)), noun(len(p.families), "story"), "main"})
	}
	if len(told) == 0 {
		return f
	}
	c := countAll(told)
	section := func(part string) string {
		if len(told) > 1 {
			return "main"
		}
		return storyPage{told[0]}.anchor() + part
	}
	if c.lost > 0 {
		f = append(f, fact{strconv.Itoa(c.lost), "lost " + noun(c.lost, "witness"), section("-tree")})
	}
	if len(told) == 1 && told[0].kept() < 2 {
		return append(f, fact{strconv.Itoa(c.claims), noun(c.claims, "claim"), section("-each")})
	}
	return append(f,
		fact{strconv.Itoa(c.shared), fmt.Sprintf("shared %s of %d", noun(c.shared, "claim"), c.claims),
			section("-claims")},
		fact{strconv.Itoa(c.origins), noun(c.origins, "origin") + " behind them at most", section("-origins")},
		fact{strconv.Itoa(c.drifts), noun(c.drifts, "drift"), section("-drifts")})
}

// totals is what all told stories hold together.
type totals struct {
	lost, claims, shared, origins, drifts int
}

func countAll(told []*family) totals {
	var c totals
	for _, s := range told {
		order := s.rank()
		for _, r := range order {
			if len(r.carriers) > 1 {
				c.shared++
			}
		}
		c.lost += len(s.Witnesses) - s.kept()
		c.claims += len(s.Claims)
		c.origins += len(s.behind(order))
		c.drifts += len(s.Drifts)
	}
	return c
}

// noun is the noun of count, without the number.
func noun(n int, singular string) string {
	_, plural, _ := strings.Cut(count(n, singular), " ")
	return plural
}

func newSingleView(f *family, t *texts) singleView {
	v := singleView{Anchor: storyPage{f}.anchor(), Title: f.title(), Claims: len(f.Claims)}
	for i := range f.Claims {
		for k := range f.Claims[i].Statements {
			t.add(&f.Claims[i].Statements[k].Span, markClaim, "", nil)
		}
	}
	for i := range f.Witnesses {
		if r := f.report(f.Witnesses[i].Siglum); r != nil {
			v.Text = t.view(r, f.Witnesses[i].Siglum)
		}
	}
	return v
}

func newLedgerView(p *pile) ledgerView {
	v := ledgerView{Offered: len(p.Ledger)}
	v.Read, v.Skipped, v.Failed = tally(p.Ledger)
	for i := range p.Ledger {
		row := ledgerRow{Input: clean(p.Ledger[i].Input), Outcome: clean(string(p.Ledger[i].Outcome)),
			Reason: clean(p.Ledger[i].Reason)}
		if r := p.reports[string(p.Ledger[i].Report)]; r != nil {
			row.Report = link{To: reportAnchor(r.ID), Text: reportName(r)}
		}
		if p.Ledger[i].Outcome == stemma.Read {
			v.Inputs = append(v.Inputs, row)
		} else {
			v.Rows = append(v.Rows, row)
		}
	}
	return v
}

// isWeb says whether an address may be offered as a link.
func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// langTag is a language tag that is safe to print; "" for anything else.
func langTag(s string) string {
	if len(s) < 2 || len(s) > 12 {
		return ""
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' {
			return ""
		}
	}
	return s
}

func joinClean(parts []string) string {
	var kept []string
	for _, s := range parts {
		if s = clean(s); s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, ", ")
}
