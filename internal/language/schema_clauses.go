package language

// stance and frames are attributes of everything that credits content.
const (
	stance = "neutral: only says that it was said; endorsing: takes it for true; distancing: leaves it open; " +
		"denying: takes it for false; asking: asks; blaming: speaks ill of it"
	frames = "that: a clause follows; np: a noun phrase follows; to: an infinitive follows; " +
		"receiver: a hearer may stand first; " +
		"quote: quotations only; as: an object and what it is said to be; " +
		"firm: nothing before a clause or quotation; " +
		"strict: nothing without \"that\" or a quotation; doc: only of papers, outlets and bodies; " +
		"publishes: its participle may credit an outlet; noun: its forms are nouns more often; " +
		"nopass: credits nobody in the passive; " +
		"nopart: credits nobody as a participle; inf: may be an infinitive; verb: no form is a noun; " +
		"free: an infinitive needs no hearer; " +
		"inverts: may stand before its subject; cites: its object may be credited in turn; " +
		"quotes: its passive quotes; " +
		"notifies: may only mean to tell somebody in charge; talks: its hearer may be a source; " +
		"puts: only with \"at\"; " +
		"withholds: may ask to be left unnamed; object: an object stands right behind it; " +
		"topic: a noun phrase alone states nothing; " +
		"raise: what nobody in particular holds; " +
		"alone: may stand without content; " +
		"numeric: a number follows; impersonal: its subject is \"it\"; active: not in the passive; " +
		"passive: only there; " +
		"about: content follows; of: content follows; on: content follows; for: content follows; " +
		"from: content follows; " +
		"against: content follows; with: content follows; at: content follows; by: content follows; " +
		"in: content follows; " +
		"over: content follows; like: content follows; toward: content follows; towards: content follows"
	cueKinds = "speech: somebody utters it; cognition: somebody holds it; display: a paper carries it; " +
		"belief: somebody believes it; " +
		"intent: somebody means to; perception: somebody sees it; hearsay: nobody is named"
	cueForms = "past=: past form; part=: participle; ing=: form in ing; third=: of he and she; " +
		"be: its perfect is built with \"be\""
	cueWords = stance + "; " + cueKinds + "; " + frames + "; " + cueForms
)

// clauseSchemas are those of tables by which clauses are read.
func clauseSchemas() []Schema {
	return append(cueSchemas(), []Schema{
		{Table: "roles", Is: "a word with the parts that it plays in clauses; see internal/quote/role.go",
			Example:    "although: concessive",
			Attributes: attributes(roleWords)},
		{Table: "clause-breaks", Is: "a word at which a sentence may be cut into clauses",
			Example: "because: opens alone",
			Attributes: attributes("opens: a clause begins after a comma; alone: without one too; " +
				"joins: parts meet here; verb: a predicate begins; " +
				"bare: without a comma, where both sides have a verb; weak: where both hold a detail; " +
				"nonfinite: an auxiliary that is no predicate")},
		{Table: "grammar", Is: "how sentences are built", Example: "verb: second",
			Attributes: attributes("second: the finite verb stands second; capitals: nouns have them; " +
				"compounds: the last part of a noun counts")},
		{Table: "verbs", Is: "a verb, with its irregular forms", Values: Words, Example: "geben: gab gaben"},
		{Table: "prefixes", Is: "a verb's prefix", Example: "be: fixed",
			Attributes: attributes("fixed: never stands apart; perfect: the prefix of participles")},
		{Table: "moods", Is: "a verb form of reported speech", Example: "habe: sure",
			Attributes: attributes("sure: is nothing else; likely: may also tell what would be; " +
				"hearsay: reports what others say")},
		{Table: "background", Is: "a word that shows what is not the news itself", Example: "ago: alone",
			Attributes: attributes("perfect: makes the past perfect; copula: says what somebody is; " +
				"alone: dates by itself; last: does with the stretch behind it; stretch: of time; " +
				"aside: what is told besides; dates: opens a clause that dates the rest; " +
				"supposes: opens one that the rest hangs on; hangs: opens no clause; " +
				"owns: stands behind what somebody is")},
		{Table: "pasted", Is: "furniture by which a sentence is known that was pasted together",
			Example:    "read more: ends",
			Attributes: attributes("opens: begins it; ends: ends it; capitals: only in capitals")},
		{Table: "attributives", Is: "a word that only tells of the noun behind it", Example: "anonymous"},
		{Table: "access", Is: "a word for seeing a document", Example: "seen"},
		{Table: "catenatives", Is: "a verb between a subject and a cue", Example: "continue"},
		{Table: "infinitive-verbs", Is: "a form of a verb that governs an infinitive: tried to convince",
			Example: "tried"},
		{Table: "issuing-verbs", Is: "a form of a verb by which somebody makes a text public", Example: "issued"},
		{Table: "headline-labels", Is: "a word that opens a headline with a colon and credits nobody",
			Example: "analysis"},
		{Table: "light-verbs", Is: "a form of a verb that lends a noun its subject: has doubts", Example: "has"},
		{Table: "linking-verbs", Is: "a form of a verb that ties an adjective to its subject", Example: "seems"},
	}...)
}

// cueSchemas are those of tables of what credits content to whom.
func cueSchemas() []Schema {
	return []Schema{
		{Table: "cues", Is: "words that credit content to a source",
			Attributes: attributes(cueWords), Example: "say: neutral speech that quote"},
		{Table: "attitudes", Is: "words that credit an attitude",
			Attributes: attributes(cueWords), Example: "hope: belief that for"},
		{Table: "attitude-nouns", Is: "a noun for an attitude",
			Attributes: attributes(cueWords), Example: "belief: belief that in"},
		{Table: "attitude-adjectives", Is: "an adjective for an attitude",
			Attributes: attributes(cueWords), Example: "sure: belief that of"},
		{Table: "attitude-adverbs", Is: "an adverb for an attitude",
			Attributes: attributes(cueWords), Example: "reportedly: distancing speech"},
		{Table: "attitude-press", Is: "words that credit an outlet with a matter",
			Attributes: attributes(cueWords), Example: "cover: neutral speech np"},
		{Table: "cuenouns", Is: "a noun before a clause that it credits",
			Attributes: attributes(cueWords), Example: "claim: distancing"},
		{Table: "cue-nouns", Is: "a noun before a clause that it credits",
			Attributes: attributes(cueWords), Example: "behauptung: distancing"},
		{Table: "frames", Is: "what credits a clause without a verb", Example: "nach: before noun",
			Attributes: attributes("before: the source follows; after: it stands before; " +
				"noun: only with certain nouns; strict: nothing else; " +
				"said: after a comma; opens: a clause whose last verb is a cue; clause: opens the credited clause; " +
				"itself: is source and cue; leads: begins the sentence")},
		{Table: "frame-nouns", Is: "a noun that makes a frame a credit", Example: "angaben: owned",
			Attributes: attributes("owned: with an owner; view: after \"aus\" too; whole: not as a compound's end")},
		{Table: "stances", Is: "a noun for somebody's view", Example: "opinion"},
		{Table: "reportings", Is: "a noun that stands for who reports", Example: "reporting"},
		{Table: "publications", Is: "what an outlet prints and may stand for it", Example: "editorial"},
		{Table: "press-words", Is: "a word for what the press does", Example: "headline"},
		{Table: "records", Is: "a word for a recording", Example: "tape"},
		{Table: "release-marks", Is: "words that head a press release", Example: "for immediate release",
			Attributes: attributes("numbered: with a number behind it")},
		{Table: "interviews", Is: "a word for an interview", Example: "interview"},
		{Table: "media", Is: "what a source speaks in",
			Attributes: attributes("occasion: it is heard, not read"), Example: "speech: occasion"},
		{Table: "hearers", Is: "whom a source may speak to", Example: "reporters: press",
			Attributes: attributes("press: the press; self: the report; public: everybody")},
		{Table: "refusals", Is: "a verb that governs what is not said", Example: "refuse"},
		{Table: "refusables", Is: "what is granted or refused", Example: "bail"},
		{Table: "outcomes", Is: "a participle that tells what came of something", Example: "sparking"},
		{Table: "anonymity", Is: "a word for being left unnamed", Example: "anonymity"},
		{Table: "namings", Is: "words between a person and a name", Example: "known as"},
		{Table: "shares", Is: "a word for a part of those who were asked", Example: "majority: part",
			Attributes: attributes("part: also where a noun for people follows; ordinal: counts in order too")},
	}
}

// roleWords are the roles of the table "roles"; what they mean stands beside
// their constants in internal/quote/role.go, which reads them.
const roleWords = "of; by; to; from; with; in; at; as; up; and; or; the; a; one; it; her; we; they; who; since; " +
	"per; according; " +
	"speaking; back; concessive; circumstance; detached; adjunct; tying; extreme; measure; least; rough; near; " +
	"daypart; half; " +
	"member; all; others; other; several; some; pair; each; quantity; group; plural; crowd; paper; document; " +
	"reports; figures; " +
	"rank; former; earliest; survey; float; elder; younger; kin; vice"
