package stemma

// WitnessKind says what sort of thing a lost witness was.
type WitnessKind string

// Kinds of lost witness.
const (
	LostOutlet   WitnessKind = "outlet"
	LostWire     WitnessKind = "wire"
	LostRelease  WitnessKind = "press release"
	LostDocument WitnessKind = "document"
	LostPerson   WitnessKind = "person"
	LostUnknown  WitnessKind = "unknown"
)

// Witness is a report's place in a story. A lost one is a parent that is
// known only by its traces.
type Witness struct {
	Siglum string `json:"siglum"` // A, B, C… kept; α, β, γ… lost
	Report Maybe  `json:"report"` // null for a lost witness
	Lost   bool   `json:"lost"`
	Name   string `json:"name,omitempty"` // lost witnesses only
	// Publisher is the name of a lost witness without the programme or the
	// interview that it tells.
	Publisher string      `json:"publisher,omitempty"`
	Kind      WitnessKind `json:"kind,omitempty"` // lost witnesses only
}

// DescentKind says what the copy made of its exemplar.
type DescentKind string

// Kinds of descent.
const (
	Repost   DescentKind = "repost"    // the text as it was
	WireCopy DescentKind = "wire copy" // an agency's text, printed
	Rewrite  DescentKind = "rewrite"   // the story in other words
	Summary  DescentKind = "summary"   // the story, shortened
	Digest   DescentKind = "digest"    // one item of several
	FollowUp DescentKind = "follow-up" // new reporting that builds on the exemplar
	Revision DescentKind = "revision"  // a later version by the same outlet
	Citation DescentKind = "citation"  // one point taken over, with credit
)

// EvidenceKind says what sort of trace shows a descent.
type EvidenceKind string

// Kinds of evidence.
const (
	CreditEvidence    EvidenceKind = "credit"
	LinkEvidence      EvidenceKind = "link"
	FooterEvidence    EvidenceKind = "footer"
	ReuseEvidence     EvidenceKind = "reuse"
	QuotationEvidence EvidenceKind = "quotation"
	DetailEvidence    EvidenceKind = "detail"
	ErrorEvidence     EvidenceKind = "error"
	DateEvidence      EvidenceKind = "date"
	// CorrectionEvidence is the user's word for it.
	CorrectionEvidence EvidenceKind = "correction"
)

// Evidence is one trace of a descent. Weight is in log-odds (natural
// logarithm); below zero it speaks against.
type Evidence struct {
	Kind   EvidenceKind `json:"kind"`
	Weight float64      `json:"weight"`
	Spans  []Span       `json:"spans"`
	Says   string       `json:"says"` // one sentence for people
	Saying Saying       `json:"-"`    // the same as data
}

// Descent is exemplar → copy, with its evidence.
type Descent struct {
	ID   string      `json:"id"`
	From string      `json:"from"` // siglum of the exemplar
	To   string      `json:"to"`   // siglum of the copy
	Kind DescentKind `json:"kind"`
	// 0..1: of the descents and their direction; ARCHITECTURE says how far it was checked
	Confidence float64    `json:"confidence"`
	Share      float64    `json:"share"` // of the copy's words, how many stand in passages shared with the exemplar
	Evidence   []Evidence `json:"evidence"`
}

// Origin is the reporting at which chains of credit end: a report, kept or
// lost, that got a claim from outside all other reports.
type Origin struct {
	ID      string   `json:"id"`
	Witness string   `json:"witness"` // siglum
	Sources []string `json:"sources"` // speaker ids
	Says    string   `json:"says"`
	Saying  Saying   `json:"-"` // the same as data
}

// DriftKind names what changed in the retelling.
type DriftKind string

// Kinds of drift.
const (
	NumberChanged        DriftKind = "number_changed"
	DateChanged          DriftKind = "date_changed"
	PlaceChanged         DriftKind = "place_changed"
	ActorChanged         DriftKind = "actor_changed"
	TitleChanged         DriftKind = "title_changed"
	PredicateChanged     DriftKind = "predicate_changed"
	HedgeDropped         DriftKind = "hedge_dropped"
	HedgeAdded           DriftKind = "hedge_added"
	ModalityStrengthened DriftKind = "modality_strengthened"
	ModalityWeakened     DriftKind = "modality_weakened"
	PolarityChanged      DriftKind = "polarity_changed"
	AttributionDropped   DriftKind = "attribution_dropped"
	AttributionChanged   DriftKind = "attribution_changed"
	SourceInflated       DriftKind = "source_inflated"
	QuoteAltered         DriftKind = "quote_altered"
	CausalLinkAdded      DriftKind = "causal_link_added"
	DenialOmitted        DriftKind = "denial_omitted"
	Omission             DriftKind = "omission"
	DetailAdded          DriftKind = "detail_added"
	Conflation           DriftKind = "conflation"
)

// DriftRelation says how the report that has the reading after stands to the one that has the
// reading before.
type DriftRelation string

// Relations of the two sides of a drift.
const (
	Retelling DriftRelation = "retelling" // it descends from it, so it made the change, or took it over
	Siblings  DriftRelation = "siblings"  // neither descends from the other, both do from those in Common
	Parallel  DriftRelation = "parallel"  // neither descends from the other, and no common source is shown
)

// Drift is a change of a claim along a descent; where Descent is null, between
// two reports that have it from one text, tape or statement.
type Drift struct {
	ID       string    `json:"id"`
	Claim    Maybe     `json:"claim"`
	Descent  Maybe     `json:"descent"`
	Kind     DriftKind `json:"kind"`
	Before   *Span     `json:"before"`   // nil: added
	After    *Span     `json:"after"`    // nil: dropped
	Severity int       `json:"severity"` // 1 slight, 2 a reader is misinformed, 3 a reader believes something else
	Says     string    `json:"says"`
	Saying   Saying    `json:"-"` // the same as data
	// Gist is what Says tells beyond the words of Before and After; empty
	// where it only repeats them.
	Gist string `json:"-"`
	// InheritedBy are the sigla of further witnesses that have the reading after:
	// those that took it over from the one in which it stands, and its siblings.
	InheritedBy []string `json:"inherited_by"`
	// Relation says whether one side was made of the other at all; empty: it was.
	Relation DriftRelation `json:"relation"`
	// Common are the sigla of the witnesses from which the reports of both sides descend.
	Common []string `json:"common"`
}

// IsApart says whether the two reports of a drift differ, and neither was taken from the other:
// then nothing tells which of them changed anything.
func (d *Drift) IsApart() bool { return d.Relation == Siblings || d.Relation == Parallel }

// WarningKind names what a reader must beware of.
type WarningKind string

// Kinds of warning.
const (
	SingleSourceWarning WarningKind = "single-source"
	SingleOriginWarning WarningKind = "single-origin"
	CircularWarning     WarningKind = "circular"
	UnknownLineage      WarningKind = "unknown-lineage"
	DateConflict        WarningKind = "date-conflict"
)

// Warning is one sentence of caution about a story.
type Warning struct {
	Kind WarningKind `json:"kind"`
	Says string      `json:"says"`

	Saying Saying `json:"-"` // the same as data
}

// Stemma is the family tree of one story: its witnesses, and which descends
// from which. A witness with two exemplars makes it a graph, not a tree; it
// never has a cycle.
type Stemma struct {
	Witnesses []Witness `json:"witnesses"`
	Descents  []Descent `json:"descents"`
	// Possible are descents that are too doubtful to be drawn. Both ends are
	// kept witnesses. They may go round, and nothing is told along them; but
	// what they join is never counted as independent.
	Possible []Descent `json:"possible"`
}

// Story is the reports of one event, with all that was found about them.
type Story struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Stemma
	Origins  []Origin  `json:"origins"`
	Claims   []Claim   `json:"claims"`
	Drifts   []Drift   `json:"drifts"`
	Warnings []Warning `json:"warnings"`
	// Fault says why nothing is told of the story but its witnesses: a fault of the program.
	Fault string `json:"fault,omitempty"`
}

// Parents returns the descents that lead to the witness with that siglum.
func (s *Stemma) Parents(siglum string) []Descent {
	var found []Descent
	for _, d := range s.Descents {
		if d.To == siglum {
			found = append(found, d)
		}
	}
	return found
}

// Witness returns the witness with that siglum, or nil.
func (s *Stemma) Witness(siglum string) *Witness {
	for i := range s.Witnesses {
		if s.Witnesses[i].Siglum == siglum {
			return &s.Witnesses[i]
		}
	}
	return nil
}
