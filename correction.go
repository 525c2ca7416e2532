package stemma

// CorrectionKind says what a correction is about.
type CorrectionKind string

// Kinds of correction.
const (
	OutletCorrection  CorrectionKind = "outlet"
	PersonCorrection  CorrectionKind = "person"
	ClaimCorrection   CorrectionKind = "claim"
	StoryCorrection   CorrectionKind = "story"
	DescentCorrection CorrectionKind = "descent"
	SourceCorrection  CorrectionKind = "source"
	DriftCorrection   CorrectionKind = "drift"
	NoteCorrection    CorrectionKind = "note"
)

// Correction is what the user says of a pile, against what was found or beside
// it. It is a finding of the user's, and is marked as such.
type Correction struct {
	ID   string         `json:"id"`
	Kind CorrectionKind `json:"kind"`
	Text string         `json:"text"` // the line as it is written
	Line int            `json:"line"` // of the file, from 1
	By   string         `json:"by"`   // who says so; "" for nobody named
	On   string         `json:"on"`   // when it was said, as it is written
	// Is tells "same" from "other", and "from" from "not from"; of a drift it is
	// false, and true of sources and notes.
	Is bool `json:"is"`
	// Terms are what it names: names, or references to reports and findings; of a
	// descent the copy and its exemplar; of a source and a note the last is what is
	// said.
	Terms   []string `json:"terms"`
	Applied bool     `json:"applied"`
	Reason  string   `json:"reason"` // why it fits nothing; "" where it was applied
	// Findings are the ids of the findings that bear it.
	Findings []string `json:"findings"`
}
