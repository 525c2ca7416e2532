package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stemma"
)

// shape is the promised form of a dossier, a path a line. A type is string,
// number, bool, list or object, with "?" where null is allowed; span is an
// object that points into a report; "= a|b" is one of these words.
const shape = `
schema = stemma.dossier/1
ledger list
ledger[].input string
ledger[].outcome = read|skipped|failed
ledger[].reason string
ledger[].report string?
reports list
reports[].id string
reports[].input string
reports[].sha256 string
reports[].url string?
reports[].outlet string?
reports[].byline list
reports[].title string
reports[].published string?
reports[].published_precision = second|minute|day|month|year|none
reports[].updated string?
reports[].language string?
reports[].text string
reports[].segments list
reports[].segments[].kind = title|byline|dateline|source_url|paragraph|heading|caption|credit_line|boilerplate
reports[].segments[].start number
reports[].segments[].end number
reports[].credits list
reports[].credits[].kind = agency|footer|link
reports[].credits[].name string
reports[].credits[].span span
speakers list
speakers[].id string
speakers[].name string
speakers[].kind = person|anonymous|outlet|organisation|document|proceeding|unknown
speakers[].count object
speakers[].count.min number
speakers[].count.max number?
speakers[].descriptor string
speakers[].aliases list
attributions list
attributions[].id string
attributions[].report string
attributions[].kind = direct|indirect|mixed|transcript
attributions[].source span?
attributions[].cue list
attributions[].cue[] span
attributions[].content list
attributions[].content[] span
attributions[].speaker string?
attributions[].within string?
attributions[].stance = neutral|endorsing|distancing|denying|asking|blaming
attributions[].act = speech|belief|intent|perception
attributions[].told bool
attributions[].receiver span?
attributions[].receiver_speaker string?
attributions[].own bool
attributions[].continues bool
reuse list
reuse[].a span
reuse[].b span
reuse[].kind = verbatim|near|reworded
reuse[].identity number
stories list
stories[].id string
stories[].title string
stories[].witnesses list
stories[].witnesses[].siglum string
stories[].witnesses[].report string?
stories[].witnesses[].lost bool
stories[].descents list
stories[].descents[].id string
stories[].descents[].from string
stories[].descents[].to string
stories[].descents[].kind = repost|wire copy|rewrite|summary|digest|follow-up|revision|citation
stories[].descents[].confidence number
stories[].descents[].share number
stories[].descents[].evidence list
stories[].descents[].evidence[].kind = credit|link|footer|reuse|quotation|detail|error|date
stories[].descents[].evidence[].weight number
stories[].descents[].evidence[].spans list
stories[].descents[].evidence[].spans[] span
stories[].descents[].evidence[].says string
stories[].origins list
stories[].origins[].id string
stories[].origins[].witness string
stories[].origins[].sources list
stories[].origins[].says string
stories[].claims list
stories[].claims[].id string
stories[].claims[].statement string
stories[].claims[].statements list
stories[].claims[].statements[].span span
stories[].claims[].statements[].sentence span
stories[].claims[].statements[].attribution string?
stories[].claims[].statements[].certainty = certain|probable|possible|unknown
stories[].claims[].statements[].polarity = +|-
stories[].claims[].statements[].headline bool
stories[].claims[].statements[].quoted bool
stories[].claims[].statements[].chain list
stories[].claims[].statements[].hedges list
stories[].claims[].statements[].hedges[] span
stories[].claims[].statements[].values list
stories[].claims[].statements[].values[].kind = quantity|date|person|organisation|place|title
stories[].claims[].statements[].values[].span span
stories[].claims[].statements[].values[].value string
stories[].claims[].origins object
stories[].claims[].origins.min number
stories[].claims[].origins.max number
stories[].claims[].origins.ids list
stories[].claims[].origins.unresolved number
stories[].claims[].verdict = single-source|single-origin|corroborated|unattributed|contested
stories[].claims[].loci list
stories[].claims[].loci[].kind = quantity|date|person|organisation|place|title|modality|quotation|polarity
stories[].claims[].loci[].readings list
stories[].claims[].loci[].readings[].value string
stories[].claims[].loci[].readings[].sigla list
stories[].claims[].loci[].readings[].spans list
stories[].claims[].loci[].readings[].spans[] span
stories[].claims[].loci[].readings[].omitted bool
stories[].drifts list
stories[].drifts[].id string
stories[].drifts[].claim string?
stories[].drifts[].descent string?
stories[].drifts[].kind = number_changed|date_changed|place_changed|actor_changed|title_changed|predicate_changed|hedge_dropped|hedge_added|modality_strengthened|modality_weakened|polarity_changed|attribution_dropped|attribution_changed|source_inflated|quote_altered|causal_link_added|denial_omitted|omission|detail_added|conflation
stories[].drifts[].before span?
stories[].drifts[].after span?
stories[].drifts[].severity number
stories[].drifts[].says string
stories[].warnings list
stories[].warnings[].kind = single-source|single-origin|circular|unknown-lineage|date-conflict
stories[].warnings[].says string
`

func TestContract(t *testing.T) {
	for _, g := range goldenStories(t) {
		t.Run(g.name, func(t *testing.T) {
			d := trace(t, g.folder)
			checkContract(t, d, len(g.inputs(t)))
		})
	}
	t.Run("nasty", func(t *testing.T) {
		files := nastyFiles()
		d, err := pipelineWith(t, Options{Jobs: 2, MaxBytes: tooLong}).Trace(context.Background(), []string{lay(t,
			files)})
		if err != nil {
			t.Fatal(err)
		}
		const furtherRecords = 2 // records.jsonl counts as three
		checkContract(t, d, len(files)+furtherRecords)
	})
	t.Run("nothing", func(t *testing.T) {
		d := trace(t, t.TempDir())
		if d.Ledger == nil {
			t.Skip("the ledger of an empty folder is null instead of an empty list")
		}
		checkContract(t, d, 0)
	})
}

// nastyFiles is a pile in which everything is wrong that can be.
func nastyFiles() map[string]string {
	files := map[string]string{
		"records.jsonl": `{"id":"x","text":"The mayor of Selmouth resigned on Monday.","outlet":"Selmouth Bell","published":"2021-03-01"}` + "\n" +
			`{"id":` + "\n" + `{"id":"y","html":"<p>"}`,
		"invalid-utf8.txt": "The quay\x80 at Selmouth \xff\xfe is shut, Ada Wren said. \"We \xc3( shut it,\" she said.",
		"crlf.txt": "Quay shut\r\nSelmouth Bell\r\n3 May 2021\r\n\r\nThe quay is shut, Ada Wren " +
			"said.\r\n\r\n\"We shut it,\" she said.\r\n",
		"marks.txt": "\"\"\"'''“”“““ said said said according to according to \"",
		"circle-1.txt": "Quay shut\nSelmouth Bell\n3 May 2021\n\nThe quay at Selmouth is shut for forty days, " +
			"the Hillfoot Herald reported. \"We shut it in the night,\" Ada Wren told the Hillfoot Herald.",
		"circle-2.txt": "Quay shut\nHillfoot Herald\n3 May 2021\n\nThe quay at Selmouth is shut for forty days, " +
			"the Selmouth Bell reported. \"We shut it in the night,\" Ada Wren told the Selmouth Bell.",
		"nested.txt": "Officials said the engineer said the mayor said a report said sources said the quay, " +
			"which the Bell said was safe, was said to be unsafe.",
		"wide.txt": "Ünïcödé 😀 — “Der Kai ist zu,” sagte Ada Wren. \u202eThe quay is shut\u202c, she said… " +
			"「閉鎖」と述べた。",
		"hidden.html": "<html><head><title>Quay shut &amp; bolted</title></head><body><article><h1>Quay shut " +
			"&amp; bolted</h1><p>The quay at Selmouth is shut&nbsp;for forty days, the harbour master said on " +
			"Monday.</p><p>\"We shut it in the night,\" Ada Wren said. &#x1F600;</p></article></body></html>",
	}
	for name, data := range badFiles() {
		files[name] = data
	}
	return files
}

// checkContract checks a dossier that so many inputs were offered for.
func checkContract(t *testing.T, d *stemma.Dossier, offered int) {
	t.Helper()
	var written map[string]any
	if err := json.Unmarshal(toJSON(t, d), &written); err != nil {
		t.Fatal(err)
	}
	c := &contract{T: t, d: d, texts: map[string]string{}}
	for _, r := range items(written["reports"]) {
		report, _ := r.(map[string]any)
		id, _ := report["id"].(string)
		c.texts[id], _ = report["text"].(string)
	}
	for _, line := range strings.Split(strings.TrimSpace(shape), "\n") {
		path, kind, _ := strings.Cut(line, " ")
		c.shaped(written, strings.Split(path, "."), kind, line)
	}
	c.spans("", written)
	c.ledger(offered)
	c.reports()
	c.sources()
	c.homes()
	for i := range d.Stories {
		c.story(&d.Stories[i])
	}
}

type contract struct {
	*testing.T
	d     *stemma.Dossier
	texts map[string]string // as written
}

func items(v any) []any {
	list, _ := v.([]any)
	return list
}

// shaped checks one line of the shape against all values that it speaks of.
func (c *contract) shaped(v any, path []string, kind, line string) {
	c.Helper()
	object, ok := v.(map[string]any)
	if !ok {
		c.Errorf("%s: not an object: %v", line, v)
		return
	}
	key, each := strings.CutSuffix(path[0], "[]")
	value, there := object[key]
	switch {
	case !there:
		c.Errorf("%s: %q is missing", line, key)
	case each:
		for _, item := range items(value) {
			if len(path) == 1 {
				c.typed(item, kind, line)
			} else {
				c.shaped(item, path[1:], kind, line)
			}
		}
	case len(path) == 1:
		c.typed(value, kind, line)
	default:
		c.shaped(value, path[1:], kind, line)
	}
}

func (c *contract) typed(v any, kind, line string) {
	c.Helper()
	if words, ok := strings.CutPrefix(kind, "= "); ok {
		if s, _ := v.(string); !slices.Contains(strings.Split(words, "|"), s) {
			c.Errorf("%s: is %v", line, v)
		}
		return
	}
	plain, optional := strings.CutSuffix(kind, "?")
	if v == nil && optional {
		return
	}
	ok := false
	switch plain {
	case "string":
		_, ok = v.(string)
	case "number":
		_, ok = v.(float64)
	case "bool":
		_, ok = v.(bool)
	case "list":
		_, ok = v.([]any)
	case "object":
		_, ok = v.(map[string]any)
	case "span":
		ok = isSpan(v)
	}
	if !ok {
		c.Errorf("%s: is %v", line, v)
	}
}

func isSpan(v any) bool {
	object, _ := v.(map[string]any)
	_, report := object["report"].(string)
	_, start := object["start"].(float64)
	_, end := object["end"].(float64)
	_, text := object["text"].(string)
	return report && start && end && text
}

// spans checks everywhere in the document that a span's text is exactly that
// range of its report.
func (c *contract) spans(path string, v any) {
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			c.spans(fmt.Sprintf("%s[%d]", path, i), item)
		}
	case map[string]any:
		if isSpan(v) {
			c.span(path, v)
		}
		for _, key := range sortedKeys(v) {
			c.spans(path+"."+key, v[key])
		}
	}
}

func (c *contract) span(path string, v map[string]any) {
	text, known := c.texts[v["report"].(string)]
	start, end := int(v["start"].(float64)), int(v["end"].(float64))
	switch {
	case !known:
		c.Errorf("%s: no report %v", path, v["report"])
	case start < 0 || start >= end || end > len(text):
		c.Errorf("%s: %d to %d in a text of %d bytes", path, start, end, len(text))
	case text[start:end] != v["text"]:
		c.Errorf("%s: %d to %d is %q, not %q", path, start, end, text[start:end], v["text"])
	}
}

func (c *contract) ledger(offered int) {
	if len(c.d.Ledger) != offered {
		c.Errorf("%d rows for %d inputs: %v", len(c.d.Ledger), offered, c.d.Ledger)
	}
	read := map[string]int{}
	for _, row := range c.d.Ledger {
		known := c.d.Report(string(row.Report)) != nil
		switch {
		case row.Outcome == stemma.Read && !known:
			c.Errorf("read, but no report: %+v", row)
		case row.Outcome != stemma.Read && row.Reason == "":
			c.Errorf("no reason: %+v", row)
		case row.Outcome == stemma.Failed && row.Report != "", row.Report != "" && !known:
			c.Errorf("wrong report: %+v", row)
		case row.Outcome == stemma.Read:
			read[string(row.Report)]++
			if input := c.d.Report(string(row.Report)).Input; input != row.Input {
				c.Errorf("%+v is of %s", row, input)
			}
		}
	}
	for _, r := range c.d.Reports {
		if read[r.ID] != 1 {
			c.Errorf("report %s (%s) is read in %d rows", r.ID, r.Input, read[r.ID])
		}
	}
}

var hexDigest = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (c *contract) reports() {
	c.unique("report", len(c.d.Reports), func(i int) string { return c.d.Reports[i].ID })
	for i := range c.d.Reports {
		r := &c.d.Reports[i]
		if !hexDigest.MatchString(r.SHA256) {
			c.Errorf("%s: digest %q", r.Input, r.SHA256)
		}
		if r.Text == "" {
			c.Errorf("%s: no text", r.Input)
		}
		at := 0
		for _, s := range r.Segments {
			if s.Start < at || s.End <= s.Start || s.End > len(r.Text) {
				c.Errorf("%s: segment %+v after %d in %d bytes", r.Input, s, at, len(r.Text))
				break
			}
			if strings.TrimSpace(r.Text[at:s.Start]) != "" {
				c.Errorf("%s: %q is in no segment", r.Input, r.Text[at:s.Start])
			}
			at = s.End
		}
		if strings.HasSuffix(r.Input, ".html") && r.Title != "" {
			c.titleFirst(r)
		}
	}
}

func (c *contract) titleFirst(r *stemma.Report) {
	if len(r.Segments) == 0 || r.Segments[0].Kind != stemma.TitleSegment || r.Segments[0].Start != 0 {
		c.Errorf("%s: the title comes not first: %+v", r.Input, r.Segments)
		return
	}
	if head := r.Text[:r.Segments[0].End]; head != r.Title {
		c.Errorf("%s: the title segment is %q, the title %q", r.Input, head, r.Title)
	}
}

// sources checks the speakers and attributions.
func (c *contract) sources() {
	c.unique("speaker", len(c.d.Speakers), func(i int) string { return c.d.Speakers[i].ID })
	c.unique("attribution", len(c.d.Attributions), func(i int) string { return c.d.Attributions[i].ID })
	for _, s := range c.d.Speakers {
		if s.Name == "" || s.Count.Min < 0 || s.Count.Max != 0 && s.Count.Max < s.Count.Min {
			c.Errorf("speaker %+v", s)
		}
	}
	for i := range c.d.Attributions {
		a := &c.d.Attributions[i]
		if a.Speaker != "" && c.d.Speaker(string(a.Speaker)) == nil {
			c.Errorf("%s: no speaker %s", a.ID, a.Speaker)
		}
		if a.ReceiverSpeaker != "" && c.d.Speaker(string(a.ReceiverSpeaker)) == nil {
			c.Errorf("%s: no receiver %s", a.ID, a.ReceiverSpeaker)
		}
		if len(a.Content) == 0 {
			c.Errorf("%s: no content", a.ID)
		}
		for _, s := range append(slices.Clone(a.Content), a.Cue...) {
			if s.Report != a.Report {
				c.Errorf("%s: in %s and in %s", a.ID, a.Report, s.Report)
			}
		}
		c.within(a)
	}
	for _, r := range c.d.Reuse {
		if r.A.Report == r.B.Report || r.Identity < 0 || r.Identity > 1 {
			c.Errorf("reuse %+v", r)
		}
	}
}

// within checks that nesting leads out of the report's own attributions.
func (c *contract) within(a *stemma.Attribution) {
	steps := 0
	for at := a; at.Within != ""; steps++ {
		outer := c.d.Attribution(string(at.Within))
		if outer == nil || outer.Report != a.Report || steps > len(c.d.Attributions) {
			c.Errorf("%s: within %s, which is not there or goes round", a.ID, at.Within)
			return
		}
		at = outer
	}
}

// homes checks that every report is in exactly one story.
func (c *contract) homes() {
	c.unique("story", len(c.d.Stories), func(i int) string { return c.d.Stories[i].ID })
	homes := map[string]int{}
	for _, s := range c.d.Stories {
		for _, w := range s.Witnesses {
			if !w.Lost {
				homes[string(w.Report)]++
			}
		}
	}
	for _, r := range c.d.Reports {
		if homes[r.ID] != 1 {
			c.Errorf("%s is in %d stories", r.Input, homes[r.ID])
		}
		delete(homes, r.ID)
	}
	if len(homes) > 0 {
		c.Errorf("witnesses without a report: %v", homes)
	}
}

func (c *contract) unique(what string, n int, id func(int) string) {
	seen := map[string]bool{}
	for i := range n {
		if id(i) == "" || seen[id(i)] {
			c.Errorf("%s %q stands twice or has no name", what, id(i))
		}
		seen[id(i)] = true
	}
}

func (c *contract) story(s *stemma.Story) {
	if s.Title == "" {
		c.Errorf("%s has no title", s.ID)
	}
	c.unique(s.ID+" siglum", len(s.Witnesses), func(i int) string { return s.Witnesses[i].Siglum })
	c.unique(s.ID+" descent", len(s.Descents), func(i int) string { return s.Descents[i].ID })
	c.unique(s.ID+" origin", len(s.Origins), func(i int) string { return s.Origins[i].ID })
	c.unique(s.ID+" claim", len(s.Claims), func(i int) string { return s.Claims[i].ID })
	c.unique(s.ID+" drift", len(s.Drifts), func(i int) string { return s.Drifts[i].ID })
	for _, w := range s.Witnesses {
		if w.Lost != (w.Report == "") || w.Lost != (w.Kind != "") || w.Lost != (w.Siglum[0] >= 0x80) {
			c.Errorf("%s: witness %+v", s.ID, w)
		}
		if kinds := []stemma.WitnessKind{"", "outlet", "wire", "press release", "document", "person",
			"unknown"}; !slices.Contains(kinds, w.Kind) {
			c.Errorf("%s: witness %+v", s.ID, w)
		}
	}
	c.tree(s)
	c.possible(s)
	c.claims(s)
	c.drifts(s)
}

// possible checks that doubtful descents join kept witnesses that no drawn one
// joins, and are less sure than any that is drawn.
func (c *contract) possible(s *stemma.Story) {
	c.unique(s.ID+" possible descent", len(s.Possible), func(i int) string { return s.Possible[i].ID })
	for _, p := range s.Possible {
		from, to := s.Witness(p.From), s.Witness(p.To)
		kept := from != nil && to != nil && !from.Lost && !to.Lost
		if !kept || len(p.Evidence) == 0 || p.Confidence <= 0 || p.Confidence >= 0.7 {
			c.Errorf("%s: possible descent %+v", s.ID, p)
		}
		for _, d := range s.Descents {
			if d.From == p.From && d.To == p.To || d.From == p.To && d.To == p.From {
				c.Errorf("%s: %s → %s is drawn and possible", s.ID, p.From, p.To)
			}
		}
	}
}

// tree checks that descents join witnesses and never go round.
func (c *contract) tree(s *stemma.Story) {
	above := map[string]int{}
	for _, w := range s.Witnesses {
		above[w.Siglum] = len(s.Parents(w.Siglum))
	}
	seen := map[[2]string]bool{}
	for _, d := range s.Descents {
		way := [2]string{d.From, d.To}
		if s.Witness(d.From) == nil || s.Witness(d.To) == nil || d.From == d.To || seen[way] {
			c.Errorf("%s: descent %s from %s to %s", s.ID, d.ID, d.From, d.To)
		}
		seen[way] = true
		if d.Confidence <= 0 || d.Confidence > 1 || d.Share < 0 || d.Share > 1 || len(d.Evidence) == 0 {
			c.Errorf("%s: descent %s: confidence %v, share %v, %d pieces of evidence", s.ID, d.ID, d.Confidence,
				d.Share, len(d.Evidence))
		}
	}
	for free := true; free; {
		free = false
		for _, w := range s.Witnesses {
			if n, waiting := above[w.Siglum]; waiting && n == 0 {
				free = true
				delete(above, w.Siglum)
				for _, d := range s.Descents {
					if d.From == w.Siglum {
						above[d.To]--
					}
				}
			}
		}
	}
	if len(above) > 0 {
		c.Errorf("%s: descents go round among %v", s.ID, above)
	}
}

func (c *contract) claims(s *stemma.Story) {
	origins := map[string]bool{}
	for _, o := range s.Origins {
		origins[o.ID] = true
		if s.Witness(o.Witness) == nil {
			c.Errorf("%s: origin %s at no witness %s", s.ID, o.ID, o.Witness)
		}
		for _, id := range o.Sources {
			if c.d.Speaker(id) == nil {
				c.Errorf("%s: origin %s has no source %s", s.ID, o.ID, id)
			}
		}
	}
	for _, claim := range s.Claims {
		o := claim.Origins
		if o.Min < 1 || o.Max < o.Min || o.Unresolved < 0 || len(o.IDs) < o.Min {
			c.Errorf("%s: claim %s: origins %+v", s.ID, claim.ID, o)
		}
		for _, id := range o.IDs {
			if !origins[id] {
				c.Errorf("%s: claim %s: no origin %s", s.ID, claim.ID, id)
			}
		}
		if claim.Verdict == stemma.Corroborated && o.Min < 2 || claim.Verdict == stemma.SingleSource && o.Min > 1 {
			c.Errorf("%s: claim %s: %s with origins %+v", s.ID, claim.ID, claim.Verdict, o)
		}
		c.statements(s, claim)
	}
}

func (c *contract) statements(s *stemma.Story, claim stemma.Claim) {
	if len(claim.Statements) == 0 {
		c.Errorf("%s: claim %s has no statement", s.ID, claim.ID)
	}
	clearest := false
	for _, st := range claim.Statements {
		clearest = clearest || claim.Statement == st.Span.Text ||
			strings.HasSuffix(st.Sentence.Text, claim.Statement) // behind its dateline
		if !st.Sentence.Contains(st.Span) {
			c.Errorf("%s: claim %s: %q is not in its sentence", s.ID, claim.ID, st.Span.Text)
		}
		if !slices.ContainsFunc(s.Witnesses,
			func(w stemma.Witness) bool { return string(w.Report) == st.Span.Report }) {
			c.Errorf("%s: claim %s: stated in %s, which is in another story", s.ID, claim.ID, st.Span.Report)
		}
		a := c.d.Attribution(string(st.Attribution))
		if st.Attribution != "" && (a == nil || a.Report != st.Span.Report) {
			c.Errorf("%s: claim %s: no attribution %s", s.ID, claim.ID, st.Attribution)
		}
		if len(st.Chain) > 0 != (st.Attribution != "") || len(st.Chain) > 0 && st.Chain[0] != string(st.Attribution) {
			c.Errorf("%s: claim %s: under %s, but the chain is %v", s.ID, claim.ID, st.Attribution, st.Chain)
		}
	}
	if !clearest {
		c.Errorf("%s: claim %s: %q is none of its statements, nor the sentence of one", s.ID, claim.ID, claim.Statement)
	}
}

func (c *contract) drifts(s *stemma.Story) {
	for _, x := range s.Drifts {
		if x.Severity < 1 || x.Severity > 3 || x.Says == "" || x.Before == nil && x.After == nil {
			c.Errorf("%s: drift %+v", s.ID, x)
		}
		if x.Claim != "" && !slices.ContainsFunc(s.Claims,
			func(k stemma.Claim) bool { return k.ID == string(x.Claim) }) {
			c.Errorf("%s: drift %s of no claim %s", s.ID, x.ID, x.Claim)
		}
		if x.Descent != "" && !slices.ContainsFunc(s.Descents,
			func(d stemma.Descent) bool { return d.ID == string(x.Descent) }) {
			c.Errorf("%s: drift %s along no descent %s", s.ID, x.ID, x.Descent)
		}
	}
}
