package stemma

// Certainty is how sure a statement is of itself.
type Certainty string

// Degrees of certainty.
const (
	Certain     Certainty = "certain"
	Probable    Certainty = "probable"
	Possible    Certainty = "possible"
	UnknownCert Certainty = "unknown" // questions, conditions
)

// Polarity is "+" for an affirmed statement and "-" for a negated one.
type Polarity string

// Polarities.
const (
	Affirmed Polarity = "+"
	Negated  Polarity = "-"
)

// ValueKind says what sort of value a reading is.
type ValueKind string

// Kinds of value.
const (
	QuantityValue     ValueKind = "quantity"
	DateValue         ValueKind = "date"
	PersonValue       ValueKind = "person"
	OrganisationValue ValueKind = "organisation"
	PlaceValue        ValueKind = "place"
	TitleValue        ValueKind = "title"
)

// Value is one checkable detail of a statement, normalised: values are
// compared as values, never by similarity of words.
type Value struct {
	Kind  ValueKind `json:"kind"`
	Span  Span      `json:"span"`
	Value string    `json:"value"` // "225000", "2023-11-09", "3500000..4000000", "tobias rennick"

	Quantity *Quantity `json:"-"` // set for quantities
	Date     *Date     `json:"-"` // set for dates
	Of       string    `json:"-"` // for a title: the folded surname of whom it stands before or after
}

// Quantity is a number with a unit; Low == High unless a range is stated.
type Quantity struct {
	Low, High float64
	Unit      string // folded singular noun or symbol: "crack", "crown", "litre/second", "%"; "" for a bare number
	// Bound is "" for an exact figure, "~" for an approximate one ("about"),
	// ">" for "more than", "<" for "less than".
	Bound string
}

// Date is a calendar date of which some parts may be unknown (zero), or a
// date relative to publication already made absolute.
type Date struct {
	Year, Month, Day int
	Weekday          string // folded English name when only that is stated
}

// Statement is one report asserting one thing, perhaps under an attribution.
type Statement struct {
	Span        Span      `json:"span"`
	Sentence    Span      `json:"sentence"`
	Attribution Maybe     `json:"attribution"` // innermost; null: asserted by the report itself
	Certainty   Certainty `json:"certainty"`
	Polarity    Polarity  `json:"polarity"`
	Hedges      []Span    `json:"hedges"`
	Values      []Value   `json:"values"`

	Headline bool `json:"headline"` // headlines make claims too but are nobody's origin
	Quoted   bool `json:"quoted"`   // the words stand in quotation marks
	// Chain holds the ids of all attributions that the statement stands
	// under, innermost first.
	Chain []string `json:"chain"`
	// Turned is set where one of them denies the statement or asks it, so that its
	// words alone say what nobody says: "the review did not find that | it was sold".
	Turned bool `json:"turned,omitempty"`
	// Scrap is set where its words are no clause by themselves ("the keeper of the
	// mill", "after | Wren left"), Unnamed where it tells of somebody by a pronoun
	// alone, Background where it tells what was so before the news, or what would be if
	// something else were ("had been sold in 2011", "Wren is a miller").
	Scrap      bool `json:"scrap,omitempty"`
	Unnamed    bool `json:"unnamed,omitempty"`
	Background bool `json:"background,omitempty"`
	// Leans is set where its whole sentence tells of somebody by a pronoun alone.
	Leans bool `json:"leans,omitempty"`
	// Head is set on the statement in whose words its claim is told.
	Head bool `json:"head,omitempty"`
	// Loose is set where it resembles the head of its claim, and may say something else: of
	// two statements that are no nearer most do.
	Loose bool `json:"loose,omitempty"`
}

// Origins is how many independent origins stand behind a claim, as an
// interval: what the pile allows.
type Origins struct {
	Min        int      `json:"min"`
	Max        int      `json:"max"`
	IDs        []string `json:"ids"`
	Unresolved int      `json:"unresolved"` // statements whose lineage is unknown; they never count as independent
}

// Verdict sums up what stands behind a claim.
type Verdict string

// Verdicts.
const (
	SingleSource Verdict = "single-source" // one origin with one source
	SingleOrigin Verdict = "single-origin" // one origin with several sources, or of its own knowledge
	Corroborated Verdict = "corroborated"  // at least two origins even in the lower bound
	Unattributed Verdict = "unattributed"  // nobody is credited anywhere and the lineage is unknown
	Contested    Verdict = "contested"     // origins contradict each other
)

// Claim is the statements, of any reports, that say the same thing, with or
// without drift.
type Claim struct {
	ID         string      `json:"id"`
	Statement  string      `json:"statement"`      // the clearest statement of it, in the words of one report
	Main       bool        `json:"main,omitempty"` // whether it is what its story is about
	Statements []Statement `json:"statements"`
	Origins    Origins     `json:"origins"`
	Verdict    Verdict     `json:"verdict"`
	Loci       []Locus     `json:"loci"`
}

// Locus is a place of a claim at which the witnesses may differ: a number, a
// date, a name, a title, a hedge.
type Locus struct {
	Kind     string    `json:"kind"` // a ValueKind, "modality", "quotation" or "polarity"
	Readings []Reading `json:"readings"`
}

// Reading is what some witnesses have at a locus.
type Reading struct {
	Value   string   `json:"value"`
	Sigla   []string `json:"sigla"` // in order
	Spans   []Span   `json:"spans"` // one a witness, where there are words to point at
	Omitted bool     `json:"omitted"`
}
