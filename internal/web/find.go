package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/name"
)

// finding is one thing that was found, with its words and what may be said of it.
type finding struct {
	ID, Kind, Story string
	Says            string
	Facts           [][2]string
	Words           []words
	Lists           []list
	Links           []link
	Actions         []action
	Notes           []stemma.Correction // the corrections that it bears
	Cite            string
}

// words are a span in what stands around it.
type words struct {
	Report, Name, Before, Text, Behind string
	Label, To                          string // whence it is, and where that leads; "" for nowhere
}

// list is other findings that one rests on, or that rest on it.
type list struct {
	Head  string
	Items []item
	More  int
}

// item is a finding in a list: where it stands, and what it says.
type item struct{ ID, Says, Note string }

// mostItems is how many findings a list has.
const mostItems = 100

type link struct{ To, Text string }

// action is a correction that may be made where a finding stands: Line as it is,
// or with what the user fills in behind it.
type action struct {
	Label, Line string
	Ask         string // what is to be filled in; "" where nothing is
}

// around is how much of the text stands around words, in bytes.
const around = 160

func (s *server) find(r *http.Request) (string, any, error) {
	d, err := s.part(r, r.PathValue("id"))
	if err != nil {
		return "", nil, err
	}
	f := s.found(r, d)
	if f == nil {
		return "", nil, errNotFound
	}
	return f.Kind + " " + f.ID, f, nil
}

// found is the finding that a request names, with all that is said of it; nil for
// nothing.
func (s *server) found(r *http.Request, d *stemma.Dossier) *finding {
	f := s.lookUp(d, r.PathValue("id"))
	if f == nil {
		return nil
	}
	for _, c := range d.Corrections {
		if slices.Contains(c.Findings, f.ID) {
			f.Notes = append(f.Notes, c)
		}
	}
	f.Actions = append(f.Actions, action{"Note", "note: " + f.ID + " = ", "what there is to say of it"})
	f.Cite = fmt.Sprintf("%s %s: %s (Stemma, case %s, %s)", f.Kind, f.ID, f.Says, s.name, address(r, f.ID))
	f.Facts, f.Words, f.Lists = orEmpty(f.Facts), orEmpty(f.Words), orEmpty(f.Lists)
	f.Links, f.Notes = orEmpty(f.Links), orEmpty(f.Notes)
	return f
}

// orEmpty keeps an empty list from being written as null.
func orEmpty[T any](list []T) []T { return append([]T{}, list...) }

// address is where a finding stands.
func address(r *http.Request, id string) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host + "/find/" + id
}

// lookUp finds what has an id; nil for nothing.
func (s *server) lookUp(d *stemma.Dossier, id string) *finding {
	for i := range d.Stories {
		if f := s.inStory(d, &d.Stories[i], id); f != nil {
			f.ID, f.Story = id, d.Stories[i].ID
			return f
		}
	}
	if r := d.Report(id); r != nil {
		return ofReport(d, r)
	}
	if a := d.Attribution(id); a != nil {
		return ofAttribution(d, a)
	}
	return nil
}

func (s *server) inStory(d *stemma.Dossier, st *stemma.Story, id string) *finding {
	for i := range st.Claims {
		if st.Claims[i].ID == id {
			return s.ofClaim(d, st, &st.Claims[i])
		}
	}
	for i := range st.Descents {
		if st.Descents[i].ID == id {
			return ofDescent(d, st, &st.Descents[i])
		}
	}
	for i := range st.Drifts {
		if st.Drifts[i].ID == id {
			return s.ofDrift(d, &st.Drifts[i])
		}
	}
	for i := range st.Origins {
		if o := &st.Origins[i]; o.ID == id {
			return s.ofOrigin(d, st, o)
		}
	}
	return nil
}

func (s *server) ofClaim(d *stemma.Dossier, st *stemma.Story, c *stemma.Claim) *finding {
	f := &finding{Kind: "claim", Says: c.Told(), Facts: [][2]string{
		{"stands on", s.render.Verdict(c)}, {"verdict", string(c.Verdict)}, {"origins", interval(c.Origins)},
	}}
	if n := c.Origins.Unresolved; n > 0 {
		f.Facts = append(f.Facts, [2]string{"statements of unknown lineage", fmt.Sprint(n, ", counted as no origin")})
	}
	origins := list{Head: "The reporting at which its chains of credit end"}
	for i := range st.Origins {
		if o := &st.Origins[i]; slices.Contains(c.Origins.IDs, o.ID) {
			origins.add(item{o.ID, o.Says, ""})
		}
	}
	f.Lists = append(f.Lists, origins)
	for _, x := range c.Statements {
		w := wordsOf(d, &x.Span)
		if a := d.Attribution(string(x.Attribution)); a != nil {
			w.Label, w.To = "credited to "+source(d, a), "/find/"+a.ID
		}
		f.Words = append(f.Words, w)
	}
	f.Actions = []action{
		{"The same claim as", "same claim: " + c.ID + " = ", "the id of another claim"},
		{"Another claim than", "other claim: " + c.ID + " = ", `a report and words of it: 03.txt "nine patients"`},
	}
	return f
}

// add puts a finding in a list, or counts it where the list is full.
func (l *list) add(x item) {
	if len(l.Items) == mostItems {
		l.More++
		return
	}
	l.Items = append(l.Items, x)
}

// source is who is credited, in words.
func source(d *stemma.Dossier, a *stemma.Attribution) string {
	if s := d.Speaker(string(a.Speaker)); s != nil {
		return s.Name
	}
	return "nobody named"
}

// ofOrigin is an origin: whose reporting it is, and which claims rest on it, the most
// carried first.
func (s *server) ofOrigin(d *stemma.Dossier, st *stemma.Story, o *stemma.Origin) *finding {
	f := &finding{Kind: "origin", Says: o.Says, Facts: [][2]string{{"reporting of", called(d, st, o.Witness)}}}
	if w := st.Witness(o.Witness); w != nil && !w.Lost {
		f.Links = append(f.Links, link{"/find/" + string(w.Report), "the report"})
	} else {
		f.Facts[0][1] += ", which is not in the case"
	}
	var sources []string
	for _, id := range o.Sources {
		if x := d.Speaker(id); x != nil {
			sources = append(sources, x.Name)
		}
	}
	f.Facts = append(f.Facts, [2]string{"sources", strings.Join(sources, "; ")})
	resting := list{Head: "The claims that rest on it"}
	for _, c := range byCarriers(st.Claims) {
		if slices.Contains(c.Origins.IDs, o.ID) {
			resting.add(item{c.ID, c.Told(), s.render.Verdict(c)})
		}
	}
	f.Lists = append(f.Lists, resting)
	return f
}

// interval is how many origins there are.
func interval(o stemma.Origins) string {
	if o.Min == o.Max {
		return fmt.Sprint(o.Min)
	}
	return fmt.Sprintf("%d to %d", o.Min, o.Max)
}

func ofDescent(d *stemma.Dossier, st *stemma.Story, v *stemma.Descent) *finding {
	from, to := called(d, st, v.From), called(d, st, v.To)
	f := &finding{Kind: "descent", Says: fmt.Sprintf("%s is a %s of %s", to, v.Kind, from), Facts: [][2]string{
		{"confidence", fmt.Sprint(v.Confidence)}, {"share of its words", shareOf(st, v)},
	}}
	evidence := slices.Clone(v.Evidence)
	slices.SortStableFunc(evidence, func(a, b stemma.Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, e := range evidence {
		f.addFact(fmt.Sprintf("%s, %+.1f", e.Kind, e.Weight), e.Says)
		for i := range e.Spans {
			w := wordsOf(d, &e.Spans[i])
			w.Label = string(e.Kind) + ": " + e.Says
			f.Words = append(f.Words, w)
		}
	}
	exemplar := from
	if w := st.Witness(v.From); w != nil && !w.Lost {
		exemplar = string(w.Report)
	}
	if w := st.Witness(v.To); w != nil && !w.Lost {
		line := "descent: " + string(w.Report) + " not from " + exemplar
		f.Actions = []action{{"It was not taken from there", line, ""}}
		if from := st.Witness(v.From); from != nil && !from.Lost {
			f.Links = append(f.Links, link{"/beside/" + string(from.Report) + "/" + string(w.Report), "side by side"})
		}
		lineage := "/story/" + st.ID + "?at=" + url.QueryEscape(v.To) + "#tree"
		f.Links = append(f.Links, link{lineage, "lineage of " + v.To})
	}
	return f
}

// shareOf is how many of a copy's words its exemplar has: of a lost one nobody knows.
func shareOf(st *stemma.Story, v *stemma.Descent) string {
	if w := st.Witness(v.From); w != nil && w.Lost && v.Share == 0 {
		return ""
	}
	return fmt.Sprintf("%.0f%%", 100*v.Share)
}

// addFact says something, once: a report may credit another one in every sentence.
func (f *finding) addFact(what, says string) {
	if !slices.Contains(f.Facts, [2]string{what, says}) {
		f.Facts = append(f.Facts, [2]string{what, says})
	}
}

func (s *server) ofDrift(d *stemma.Dossier, x *stemma.Drift) *finding {
	f := &finding{Kind: "drift", Says: kindWords(*x) + ": " + x.Says, Facts: [][2]string{
		{"severity", fmt.Sprintf("%d of 3, %s", x.Severity, s.render.Severity(x.Severity))},
	}}
	if x.Before != nil && x.After != nil && x.Before.Report != x.After.Report {
		f.Links = append(f.Links, link{"/beside/" + x.Before.Report + "/" + x.After.Report, "side by side"})
	}
	for label, span := range map[string]*stemma.Span{"before": x.Before, "after": x.After} {
		if span != nil {
			w := wordsOf(d, span)
			w.Label = label
			f.Words = append(f.Words, w)
		}
	}
	slices.SortFunc(f.Words, func(a, b words) int { return strings.Compare(b.Label, a.Label) })
	if x.Claim != "" {
		f.Links = append(f.Links, link{"/find/" + string(x.Claim), "claim " + string(x.Claim)})
	}
	if x.Descent != "" {
		f.Links = append(f.Links, link{"/find/" + string(x.Descent), "descent " + string(x.Descent)})
	}
	f.Actions = []action{{"This is no drift", "no drift: " + x.ID, ""}}
	return f
}

func ofReport(d *stemma.Dossier, r *stemma.Report) *finding {
	f := &finding{ID: r.ID, Kind: "report", Says: name.Label(r) + ": " + r.Title, Facts: [][2]string{
		{"input", r.Input}, {"published", r.Published.String()}, {"address", string(r.URL)}, {"SHA-256", r.SHA256},
	}}
	f.Words = []words{{Report: r.ID, Name: name.Label(r), Text: r.Text}}
	f.Links = []link{{"/claims?report=" + r.ID, "its claims"}}
	f.Actions = []action{
		{"It was taken from", "descent: " + r.ID + " from ", "a report, or an outlet"},
		{"It was not taken from", "descent: " + r.ID + " not from ", "a report, or an outlet"},
		{"It tells the same story as", "same story: " + r.ID + " = ", "a report"},
		{"It tells another story than", "other story: " + r.ID + " = ", "a report"},
	}
	return f
}

func ofAttribution(d *stemma.Dossier, a *stemma.Attribution) *finding {
	f := &finding{ID: a.ID, Kind: "attribution", Says: source(d, a) + " is credited"}
	for i := range a.Content {
		f.Words = append(f.Words, wordsOf(d, &a.Content[i]))
	}
	f.Links = []link{{"/find/" + a.Report, "report"}}
	f.Actions = []action{{"The source is", "source: " + a.ID + " = ", "a name"}}
	return f
}

// wordsOf is a span with what stands around it.
func wordsOf(d *stemma.Dossier, s *stemma.Span) words {
	w := words{Report: s.Report, Text: s.Text}
	r := d.Report(s.Report)
	if r == nil || s.Start < 0 || s.End > len(r.Text) || s.Start > s.End {
		return w
	}
	w.Name = name.Label(r)
	from, to := max(0, s.Start-around), min(len(r.Text), s.End+around)
	for from < s.Start && !utf8.RuneStart(r.Text[from]) {
		from++
	}
	for to > s.End && to < len(r.Text) && !utf8.RuneStart(r.Text[to]) {
		to--
	}
	w.Before, w.Behind = r.Text[from:s.Start], r.Text[s.End:to]
	if at := strings.IndexByte(w.Before, ' '); from > 0 && at >= 0 {
		w.Before = "…" + w.Before[at:]
	}
	if at := strings.LastIndexByte(w.Behind, ' '); to < len(r.Text) && at >= 0 {
		w.Behind = w.Behind[:at] + " …"
	}
	return w
}
