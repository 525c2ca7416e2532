package extract

import (
	"fmt"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
)

// Extractor turns captures into reports. It is safe for concurrent use.
type Extractor struct {
	x      *lexicon
	glance *glance
	page   Page
	spare  sync.Pool // judges that have read a text, for their room
}

// New returns an extractor that knows the page furniture, bylines and months
// of the packs, whatever the language of an article: a blog's buttons often
// speak another one. Where two packs differ about a word the earlier one is
// believed.
func New(packs ...*language.Pack) *Extractor {
	s := newTableSet(packs)
	x := lexiconOf(s)
	return &Extractor{x: x, glance: newGlance(x, s), page: trafilaturaPage{}}
}

// Language names the language of a text by its two letters, "" where nothing
// is sure.
func (e *Extractor) Language(text string) string {
	return e.x.tell(text[:min(len(text), sampleBytes)])
}

// Languages is Language of two texts; nothing where that of the first is not sure. Where
// the function words of one language lead in both, the letters are not asked, which takes
// longer than to compare two sentences.
func (e *Extractor) Languages(a, b string) (x, y string) {
	x, most := e.x.ownLanguage(a[:min(len(a), sampleBytes)])
	y, also := e.x.ownLanguage(b[:min(len(b), sampleBytes)])
	if x == y && min(most, also) >= agreedShare {
		return x, y
	}
	if x = e.Language(a); x == "" {
		return "", ""
	}
	return x, e.Language(b)
}

// idDigits is how many hexadecimal digits of the digest make a report's id.
const idDigits = 12

// Extract reads the report out of a capture. What a record states about itself
// wins over what is read from its text. The error names the input and says why
// there is no report in it: "extract: pile/03.html: no article".
func (e *Extractor) Extract(c stemma.Capture) (stemma.Report, error) {
	return e.Finish(c, e.Draft(c))
}

// Draft is what the data of a capture give. They are not needed any more.
type Draft struct {
	text  string
	units []unit
	facts facts
	err   error
}

// Draft reads the data of a capture, and what its record states of its address.
func (e *Extractor) Draft(c stemma.Capture) Draft {
	if c.Media != stemma.HTML {
		text := decodeText(c.Data, c.Record != nil)
		j := e.judge()
		units, f := plainReader{e.x}.plainText(text, j)
		e.spare.Put(j)
		return Draft{text: text, units: units, facts: f}
	}
	url := ""
	if c.Record != nil {
		url = c.Record.URL
	}
	page, err := e.readPage(c, url)
	return Draft{page.text, page.units, page.facts, err}
}

// Finish makes the report of a capture whose data gave the draft, as Extract
// does.
func (e *Extractor) Finish(c stemma.Capture, d Draft) (stemma.Report, error) {
	if d.err != nil {
		return stemma.Report{}, fmt.Errorf("extract: %s: %w", c.Input, d.err)
	}
	r := stemma.Report{
		ID: "r" + c.SHA256[:min(idDigits, len(c.SHA256))], Input: c.Input, SHA256: c.SHA256, Captured: c.Captured,
	}
	about := stemma.Record{}
	if c.Record != nil {
		about = *c.Record
	}
	units, f := d.units, d.facts
	f.before(c.Captured)
	if r.Text = d.text; c.Media != stemma.HTML {
		statedTitle(units, about.Title)
	}
	if !hasWords(units) {
		return stemma.Report{}, fmt.Errorf("extract: %s: %w", c.Input, errNoArticle)
	}
	r.Segments = segments(partInsets(e.x, d.text, units))
	e.x.fill(&r, f, about, c.URL)
	return r, nil
}

// Prose gives the segments of a plain text, as Extract has them for a record
// that states nothing but its title; it is for corpora, of whose reports nothing
// else is asked. It gives none where all of the text is article text at first
// sight. The error says that none of it is.
func (e *Extractor) Prose(text, title string) ([]stemma.Segment, error) {
	j := e.judge()
	defer e.spare.Put(j)
	clean, sure := j.clean(text)
	if clean {
		return nil, nil
	}
	j.sure = sure
	units, _ := plainReader{e.x}.plainText(text, j)
	statedTitle(units, title)
	if !hasWords(units) {
		return nil, errNoArticle
	}
	return segments(partInsets(e.x, text, units)), nil
}

// judge is one that knows nothing of a text yet, with the room of an earlier one where there is one.
func (e *Extractor) judge() *judge {
	j, ok := e.spare.Get().(*judge)
	if !ok {
		return &judge{lexicon: e.x, glance: e.glance}
	}
	j.sure = 0
	return j
}

func segments(units []unit) []stemma.Segment {
	all := make([]stemma.Segment, len(units))
	for i, u := range units {
		all[i] = u.segment()
	}
	return all
}

// statedTitle marks the first unit as the title where it is the one that the
// record states, which a full stop may make look like prose.
func statedTitle(units []unit, title string) {
	if len(units) == 0 || units[0].kind != stemma.Paragraph && units[0].kind != stemma.Heading {
		return
	}
	plain := func(s string) string { return strings.TrimRight(oneLine(s), " .") }
	if title != "" && strings.EqualFold(plain(units[0].text), plain(title)) {
		units[0].kind = stemma.TitleSegment
	}
}

// hasWords says whether there is article text among the units.
func hasWords(units []unit) bool {
	for _, u := range units {
		switch u.kind {
		case stemma.TitleSegment, stemma.Heading, stemma.Paragraph:
			return true
		}
	}
	return false
}

// fill writes what is known about the report into it; saved is the address
// from which a page was saved, if that is known.
func (x *lexicon) fill(r *stemma.Report, f facts, about stemma.Record, saved string) {
	r.Title = oneLine(firstOf(about.Title, f.title))
	r.URL = stemma.Maybe(firstOf(about.URL, f.url, saved))
	r.Outlet = stemma.Maybe(oneLine(firstOf(about.Outlet, f.outlet)))
	if r.Outlet == "" && about.URL != "" {
		r.Outlet = stemma.Maybe(x.outletOf(about.URL, nil))
	}
	r.Byline = f.byline
	if len(about.Byline) > 0 {
		r.Byline = nil
		for _, by := range about.Byline {
			r.Byline = append(r.Byline, x.cleanNames(by)...)
		}
	}
	r.Notes = append(r.Notes, f.notes...)
	x.settleDates(r, f, about)
	r.Language = x.detect(r, about.Language)
	r.Credits = append(x.credits(r), linkCredits(r, f.links)...)
}

// cleanNames reads the names out of a stated byline; one that has no known
// form stands as it is.
func (x *writers) cleanNames(by string) []string {
	by = forwards(x.inside, oneLine(by))
	if names, _, ok := x.bylineLine(by); ok && len(names) > 0 {
		return names
	}
	if names := x.names(by); len(names) > 0 {
		return names
	}
	if by == "" {
		return nil
	}
	return []string{by}
}

// forwards writes a name as it is said that a list has behind its surname:
// "Wren, Ada".
func forwards(in *who.Inside, by string) string {
	last, given, found := strings.Cut(by, ", ")
	if !found || strings.ContainsAny(last+given, " ,;&@") || !isName(in, last) || !isName(in, given) || allCaps(given) {
		return by
	}
	return given + " " + last
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
