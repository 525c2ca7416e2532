package stemma

// Role says what part an outlet or a reporter plays where a report names it.
type Role string

// Roles of a mention. Only the first two make descents.
const (
	CreditRole Role = "credit" // the source of what is told: "the Gazette reported that"
	VenueRole  Role = "venue"  // where words were spoken: "told Radio Four", "in an interview with the Gazette"
	ActorRole  Role = "actor"  // somebody the report is about: "sued the Gazette", "a Gazette spokesman"
)

// MentionForm says by which words a mention has its role.
type MentionForm string

// Forms of mention.
const (
	SayingForm    MentionForm = "saying"    // subject of an attribution or of a verb of reporting
	PrintForm     MentionForm = "print"     // what it prints: "a Gazette report", "first reported by the Gazette"
	ReceiverForm  MentionForm = "receiver"  // "told the Gazette", "obtained by the Gazette"
	InterviewForm MentionForm = "interview" // "in an interview with the Gazette", "on Radio Four"
	BylineForm    MentionForm = "byline"    // an agency in byline, dateline or credit line
	GivingForm    MentionForm = "giving"    // an agency that "contributed to this report"
	FooterForm    MentionForm = "footer"    // "This article first appeared in the Gazette"
	LinkForm      MentionForm = "link"      // a link in the article to a page of that site
	PostForm      MentionForm = "post"      // a post of a reporter that is shown in the report
	ReleaseForm   MentionForm = "release"   // a recording or papers that somebody made public
	BareForm      MentionForm = "bare"      // the name and nothing that tells more
)

// Mention is a report's naming of an outlet or of a reporter.
type Mention struct {
	Report  string      `json:"report"`
	Role    Role        `json:"role"`
	Form    MentionForm `json:"form"`
	Name    string      `json:"name"` // full name, as far as it is known
	Kind    WitnessKind `json:"kind"` // outlet, wire or person
	Span    Span        `json:"span"` // the words that name it
	Content []Span      `json:"content"`
	// Speaker is the id of who is named, where an attribution has it.
	Speaker Maybe `json:"speaker"`
	// Piece is the programme in which words were spoken, where the report names
	// it.
	Piece string `json:"piece,omitempty"`
	// Spoke is the id of who spoke there, of a venue.
	Spoke Maybe `json:"spoke,omitempty"`
	// URL is the address that a link leads to.
	URL string `json:"url,omitempty"`
	// Own is set where the report names its own outlet.
	Own bool `json:"own"`
	// Nested is set where the mention stands in what another outlet is
	// credited with: then it is that one's credit, handed on.
	Nested bool `json:"nested"`
	// Generic is set for media of which none is named: "media reports".
	Generic bool `json:"generic"`
}
