package stemma

import (
	"encoding/json"
	"strings"
	"time"
)

// Maybe is a string that may be unknown: the empty value is written as null.
type Maybe string

// MarshalJSON writes null for the unknown value.
func (m Maybe) MarshalJSON() ([]byte, error) {
	if m == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(m))
}

// Span is a half-open range of bytes in one report's text. Text is exactly
// that range.
type Span struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
}

// Len is the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps says whether two spans of the same report share at least one byte.
func (s Span) Overlaps(o Span) bool {
	return s.Report == o.Report && s.Start < o.End && o.Start < s.End
}

// Contains says whether o lies wholly inside s.
func (s Span) Contains(o Span) bool {
	return s.Report == o.Report && s.Start <= o.Start && o.End <= s.End
}

// MediaType names what the bytes of a capture are.
type MediaType string

// The media types that the extract stage reads.
const (
	PlainText MediaType = "text/plain"
	HTML      MediaType = "text/html"
)

// Capture is one input as it was received: bytes, and where they came from.
type Capture struct {
	Input  string    // the path, or FILE#ID for a record of a JSON Lines file
	Media  MediaType // what Data is
	Data   []byte    // as received; for a record, its text or html field
	Digest string    // of Data; with it they may be missing where a report was made of them before
	SHA256 string    // hex digest of the bytes received (of the whole line for a record)
	Record *Record   // metadata that a JSON Lines record states; nil for a file
	// Note says what of the input was not understood, for the ledger.
	Note string
	// URL and Captured say from where and when a page was saved, as the file
	// that keeps it states them. No page was published after it was saved.
	URL      string
	Captured time.Time
}

// Record is the metadata of a JSON Lines record. Every field may be empty.
type Record struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Outlet    string   `json:"outlet"`
	Title     string   `json:"title"`
	Byline    []string `json:"byline"`
	Published string   `json:"published"`
	Updated   string   `json:"updated"`
	Language  string   `json:"language"`
}

// Precision says how much of a [Moment] is known.
type Precision string

// From the finest to none at all.
const (
	Second  Precision = "second"
	Minute  Precision = "minute"
	Day     Precision = "day"
	Month   Precision = "month"
	Year    Precision = "year"
	Undated Precision = "none"
)

// Moment is a time known to a precision; parts below it are zero. The zero
// Moment is undated.
type Moment struct {
	Time      time.Time
	Precision Precision
	// Local is set for a time of day by a clock of which the zone is not told: it is
	// taken as universal time, and may be off by hours.
	Local bool
}

// Known says whether the moment is dated at all.
func (m Moment) Known() bool { return m.Precision != "" && m.Precision != Undated }

// IsDay says whether the moment is a day or a time of one.
func (m Moment) IsDay() bool { return m.Known() && m.Precision != Month && m.Precision != Year }

// Bounds returns the earliest and the latest instant that the moment allows.
// Both are zero for an undated moment.
func (m Moment) Bounds() (earliest, latest time.Time) {
	t := m.Time
	switch m.Precision {
	case Second:
		return t, t
	case Minute:
		return t, t.Add(time.Minute)
	case Day:
		return t, t.AddDate(0, 0, 1)
	case Month:
		return t, t.AddDate(0, 1, 0)
	case Year:
		return t, t.AddDate(1, 0, 0)
	}
	return time.Time{}, time.Time{}
}

// String is the moment in RFC 3339, in UTC; empty when undated.
func (m Moment) String() string {
	if !m.Known() {
		return ""
	}
	return m.Time.UTC().Format(time.RFC3339)
}

// SegmentKind names what a stretch of a report's text is.
type SegmentKind string

// A report's text is cut into segments without loss; only titles, headings
// and paragraphs are article text.
const (
	TitleSegment SegmentKind = "title"
	BylineLine   SegmentKind = "byline"
	Dateline     SegmentKind = "dateline"
	SourceURL    SegmentKind = "source_url"
	Paragraph    SegmentKind = "paragraph"
	Heading      SegmentKind = "heading"
	Caption      SegmentKind = "caption"
	CreditLine   SegmentKind = "credit_line"
	Boilerplate  SegmentKind = "boilerplate"
)

// Segment is a stretch of a report's text of one kind, as a half-open range
// of bytes. Segments are in order and do not overlap; bytes between them are
// white space.
type Segment struct {
	Kind  SegmentKind `json:"kind"`
	Start int         `json:"start"`
	End   int         `json:"end"`
}

// CreditKind says in which form a report names another one outside its prose.
type CreditKind string

// Forms of credit outside the prose.
const (
	AgencyCredit CreditKind = "agency" // "(Reuters) -", a byline or a line that names a wire service
	FooterCredit CreditKind = "footer" // "The post … appeared first on …", "Originally published at …"
	LinkCredit   CreditKind = "link"   // a link in the article text to a page of another site
)

// Credit is a report's naming of another outlet outside its prose: an agency
// in the dateline or byline, a syndication footer, a link.
type Credit struct {
	Kind CreditKind `json:"kind"`
	Name string     `json:"name"` // outlet as named; the host for a link
	URL  string     `json:"url,omitempty"`
	Span Span       `json:"span"` // the words that carry the credit
}

// Report is one published text: an article, a post, a press release, a
// transcript. Text is whole and never cut; Segments say what is article text.
type Report struct {
	ID       string
	Input    string
	SHA256   string
	URL      Maybe
	Outlet   Maybe
	Byline   []string // persons, or a desk or agency where no person is named
	Title    string
	Language string // two-letter code, "" when unknown
	Text     string // UTF-8
	Segments []Segment

	Published Moment
	Updated   Moment
	// Captured is when the text was seen at its address; zero where that is not
	// known. It is a bound of Published, and puts versions of a page in order.
	Captured time.Time
	// Dates are all publication dates that the report itself states, when
	// they contradict one another by more than a day; empty otherwise.
	Dates   []Moment
	Credits []Credit
	// Notes are for the ledger: what of the report was not understood.
	Notes []string
}

// Span returns the span of the report's text from start to end.
func (r *Report) Span(start, end int) Span {
	return Span{Report: r.ID, Start: start, End: end, Text: r.Text[start:end]}
}

// Prose is a text of the report without the furniture that ran into its lines: a span's text
// as it is read.
func (r *Report) Prose(text string) string { return r.Proser()(text) }

// Proser is Prose for many texts of one report: its segments are looked through once.
func (r *Report) Proser() func(text string) string {
	furniture := r.inLines()
	return func(text string) string {
		for _, words := range furniture {
			text = strings.ReplaceAll(text, words, "")
		}
		return text
	}
}

// inLines is the furniture that ran into lines of prose, each wording once.
func (r *Report) inLines() []string {
	var found []string
	known := map[string]bool{}
	for i := 1; i+1 < len(r.Segments); i++ {
		before, s, after := r.Segments[i-1], r.Segments[i], r.Segments[i+1]
		if s.Kind != Boilerplate || before.Kind != Paragraph || after.Kind != Paragraph {
			continue
		}
		if endsLine(r.Text[before.End:s.Start]) || endsLine(r.Text[s.End:after.Start]) {
			continue
		}
		if words := " " + r.Text[s.Start:s.End]; !known[words] {
			known[words], found = true, append(found, words)
		}
	}
	return found
}

func endsLine(gap string) bool { return strings.ContainsAny(gap, "\n\r") }

// reportJSON is the promised form of a report; a moment is split into its
// time and its precision.
type reportJSON struct {
	ID        string    `json:"id"`
	Input     string    `json:"input"`
	SHA256    string    `json:"sha256"`
	URL       Maybe     `json:"url"`
	Outlet    Maybe     `json:"outlet"`
	Byline    []string  `json:"byline"`
	Title     string    `json:"title"`
	Published Maybe     `json:"published"`
	Precision Precision `json:"published_precision"`
	Updated   Maybe     `json:"updated"`
	Language  Maybe     `json:"language"`
	Text      string    `json:"text"`
	Segments  []Segment `json:"segments"`
	Credits   []Credit  `json:"credits"`
}

// MarshalJSON writes the report in its promised form.
func (r Report) MarshalJSON() ([]byte, error) {
	precision := r.Published.Precision
	if precision == "" {
		precision = Undated
	}
	return json.Marshal(reportJSON{
		ID: r.ID, Input: r.Input, SHA256: r.SHA256, URL: r.URL, Outlet: r.Outlet,
		Byline: list(r.Byline), Title: r.Title,
		Published: Maybe(r.Published.String()), Precision: precision,
		Updated: Maybe(r.Updated.String()), Language: Maybe(r.Language),
		Text: r.Text, Segments: list(r.Segments), Credits: list(r.Credits),
	})
}

// UnmarshalJSON reads what MarshalJSON writes; the precision of a last change is
// not written, and read as a second.
func (r *Report) UnmarshalJSON(data []byte) error {
	var in reportJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	published, err := moment(in.Published, in.Precision)
	if err != nil {
		return err
	}
	updated, err := moment(in.Updated, Second)
	*r = Report{
		ID: in.ID, Input: in.Input, SHA256: in.SHA256, URL: in.URL, Outlet: in.Outlet, Byline: in.Byline,
		Title: in.Title, Language: string(in.Language), Text: in.Text, Segments: in.Segments,
		Published: published, Updated: updated, Credits: in.Credits,
	}
	return err
}

// moment reads a time that may be unknown.
func moment(at Maybe, precision Precision) (Moment, error) {
	if at == "" {
		return Moment{}, nil
	}
	t, err := time.Parse(time.RFC3339, string(at))
	return Moment{Time: t, Precision: precision}, err
}

// list keeps an empty list from being written as null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
