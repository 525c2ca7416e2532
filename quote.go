package stemma

import "encoding/json"

// SpeakerKind says what sort of source somebody or something is.
type SpeakerKind string

// Kinds of source.
const (
	Person       SpeakerKind = "person"
	Anonymous    SpeakerKind = "anonymous"
	Outlet       SpeakerKind = "outlet"
	Organisation SpeakerKind = "organisation"
	Document     SpeakerKind = "document"
	Proceeding   SpeakerKind = "proceeding"
	UnknownKind  SpeakerKind = "unknown"
)

// Count is how many people an expression names, as an interval: "three
// sources" is 3 to 3, "sources" is 2 to 0 where 0 means no upper bound.
type Count struct {
	Min, Max int
}

// MarshalJSON writes null for "no upper bound".
func (c Count) MarshalJSON() ([]byte, error) {
	type count struct {
		Min int  `json:"min"`
		Max *int `json:"max"`
	}
	out := count{Min: c.Min}
	if c.Max != 0 {
		out.Max = &c.Max
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Count) UnmarshalJSON(data []byte) error {
	in := struct {
		Min, Max *int
	}{&c.Min, &c.Max}
	*c = Count{}
	return json.Unmarshal(data, &in)
}

// Speaker is a source as the whole pile knows it, under all its names.
type Speaker struct {
	ID         string      `json:"id"`
	Name       string      `json:"name"` // fullest name, or the descriptor for anonymous people
	Kind       SpeakerKind `json:"kind"`
	Count      Count       `json:"count"`
	Descriptor string      `json:"descriptor"` // role or title: "senior intelligence official"
	Aliases    []string    `json:"aliases"`
}

// AttributionKind is the form in which content is credited.
type AttributionKind string

// Forms of attribution.
const (
	Direct     AttributionKind = "direct"   // the content is a quotation
	Indirect   AttributionKind = "indirect" // the content is in the report's own words
	Mixed      AttributionKind = "mixed"    // own words with quoted parts
	Transcript AttributionKind = "transcript"
)

// Stance is what a cue says about its content.
type Stance string

// Stances of a cue.
const (
	Neutral    Stance = "neutral"    // say, tell
	Endorsing  Stance = "endorsing"  // confirm, acknowledge
	Distancing Stance = "distancing" // claim, allege
	Denying    Stance = "denying"    // deny, reject, dispute
	Asking     Stance = "asking"     // ask
	Blaming    Stance = "blaming"    // criticise, condemn: what it speaks ill of stays true
)

// Act is what the source does with the content, as the cue tells it.
type Act string

// Acts.
const (
	Speaking   Act = "speech"     // says, writes or shows it
	Believing  Act = "belief"     // holds, knows or feels it
	Intending  Act = "intent"     // means to do it, or wants it
	Perceiving Act = "perception" // sees, hears or is shown it
)

// Attribution is one credit: source, cue and content, as in the PARC scheme.
type Attribution struct {
	ID      string          `json:"id"`
	Report  string          `json:"report"`
	Kind    AttributionKind `json:"kind"`
	Source  *Span           `json:"source"` // nil when nobody is named ("it emerged that")
	Cue     []Span          `json:"cue"`
	Content []Span          `json:"content"`
	Speaker Maybe           `json:"speaker"` // the source's id in the dossier
	Within  Maybe           `json:"within"`  // the attribution whose content holds this one

	Stance Stance `json:"stance"`
	// Negated is set where the cue is: "did not find" denies nothing, "did not deny"
	// still less.
	Negated bool `json:"negated,omitempty"`
	Act     Act  `json:"act"`
	// Told is set where the source hands the content on: says or writes it,
	// or is known to hold it. What somebody wants, likes, is asked, refuses to
	// say or speaks about is credited too, but tells nobody anything.
	Told bool `json:"told"`
	// Receiver is to whom the source spoke, or who saw or obtained the
	// document: "the Lantern" in "told the Lantern", "tell us", "seen by the
	// Lantern". Nil when the report does not say.
	Receiver *Span `json:"receiver"`
	// ReceiverSpeaker is the receiver's id among the speakers; "" when the
	// receiver is the report itself ("us") or unknown.
	ReceiverSpeaker Maybe `json:"receiver_speaker"`
	// Own is set when the receiver is the report itself: "told us", "told
	// the Lantern" in the Lantern, "a letter obtained by the Chronicle" there.
	Own bool `json:"own"`
	// Continues is set for a quotation that runs on: the source stands in a
	// neighbouring sentence.
	Continues bool `json:"continues"`
}
