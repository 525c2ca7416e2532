package language

const gender = "male: of men; female: of women"

// wordSchemas are those of tables that every room reads.
func wordSchemas() []Schema {
	return []Schema{
		{Table: "abbreviations", Is: "a word whose full stop ends no sentence", Example: "dr",
			Attributes: attributes("ends: its full stop may end one too, where a capital follows; " +
				"before-number: it is a common word, and an abbreviation only before a number")},
		{Table: "endings", Is: "a list of rules on how words end; see Pack.Endings",
			Values: Words, Example: "plural: ies>y s>"},
		{Table: "starters", Is: "a word with which a sentence begins", Example: "the"},
		{Table: "initials", Is: "a word without a capital behind which an initial begins a name", Example: "said"},
		{Table: "quotations", Is: "marks that open and close quotations", Values: Words, Example: "« »"},
		{Table: "bases", Is: "an irregular form of a verb, with its base form", Values: Words, Example: "told: tell"},
		{Table: "irregulars", Is: "an irregular form of a verb", Example: "held: participle",
			Attributes: attributes("participle: the form is the verb's participle, too")},
		{Table: "irregular-plurals", Is: "an irregular plural, with its singular", Values: Words, Example: "men: man"},
		{Table: "function", Is: "a function word, with what it does", Example: "her: pron poss female",
			Attributes: attributes("det: determiner; def: definite; dem: demonstrative; one: one of several; " +
				"many: plural; " +
				"rel: relative; that: introduces content; negative: denies; adj: adjective; pron: pronoun; " +
				"num: number; " +
				"subject: subject form; object: object form; first: speaks of the writer; " + gender + "; " +
				"neuter: of things; " +
				"reflexive: of the same; poss: possessive; dummy: stands for nothing; prep: preposition; " +
				"to: infinitive mark; " +
				"sub: subordinator; conj: conjunction; clause: opens a clause; whether: open question; " +
				"adv: adverb; " +
				"past: of what was; " +
				"aux: auxiliary; be: form of be; have: form of have; do: form of do; modal: modal; " +
				"contracted: part of one word; " +
				"neg: negation; time: of time; day: a day; particle: of a verb; unit: unit of measure; " +
				"genitive: case; " +
				"dative: case; accusative: case; nonfinite: no finite verb; earlier: before now; " +
				"condition: of what may be; polar: of whatever there is, behind a denial; " +
				"passive: makes a passive; " +
				"agent: names who does what a passive tells; " +
				"partitive: stands before that of which a part is taken")},
	}
}

// nameSchemas are those of tables of names: of people, places, outlets.
func nameSchemas() []Schema {
	return []Schema{
		{Table: "agencies", Is: "a form in which a news agency is credited, with its full name",
			Values: Words, Example: "ap: The Associated Press"},
		{Table: "outlets", Is: "a web host without \"www.\", with the name of its outlet",
			Values: Words, Example: "nytimes.com: The New York Times"},
		{Table: "press-names", Is: "a name of an outlet in running text, with the full one",
			Values: Words, Example: "wsj: The Wall Street Journal"},
		{Table: "nouns-agency", Is: "what a news agency's name ends with", Example: "press service"},
		{Table: "nouns-outlet", Is: "the head or the last word of outlets' names", Example: "journal: name noun",
			Attributes: attributes("name: makes a capitalised name an outlet's; noun: a plain noun for an outlet; " +
				"doubtful: heads other names too; first: opens names too; " +
				"paper: no agency and no broadcaster goes by it; air: only those who broadcast do")},
		{Table: "vague", Is: "a word that, alone, could be any outlet's", Example: "times"},
		{Table: "platforms", Is: "a site on which everybody publishes", Example: "facebook"},
		{Table: "broadcasters", Is: "an outlet that people speak on", Example: "npr"},
		{Table: "programmes", Is: "a programme, with who airs it", Values: Words, Example: "meet the press: NBC",
			Attributes: attributes("quoted: only in quotation marks")},
		{Table: "desks", Is: "a desk, team or section that a byline names instead of a writer", Example: "staff: last",
			Attributes: attributes("last: also behind another name")},
		{Table: "name-words", Is: "a word with the part that it plays in names",
			Values: Words, Example: "jr: generation",
			Attributes: attributes("article: tells nothing; small: tells nothing; particle: belongs to a surname; " +
				"generation: tells father from son; edition: tells pages of an outlet; " +
				"dotted: its full stop is part of a name")},
		{Table: "inside-names", Is: "a small word inside names as they are written", Example: "of: joins lower",
			Attributes: attributes("lower: stays small among capitals; joins: ties what follows to the name; " +
				"inside: stands small in a person's name; hosts: an article that hosts leave out; " +
				"agency: ends an agency's name in a byline; " +
				"heads: stands behind the noun of a title")},
		{Table: "nicknames", Is: "a short form of given names, with the full ones, the commonest first",
			Values: Words, Example: "bob: robert"},
		{Table: "firstnames", Is: "a given name", Attributes: attributes(gender), Example: "james: male"},
		{Table: "honorifics", Is: "a short form of a title, with the title; none for a courtesy",
			Values: Words, Example: "gen: general"},
		{Table: "titles", Is: "a title or role beside a name", Example: "president: unique",
			Attributes: attributes("short: an abbreviation or courtesy; " + gender + "; " +
				"unique: held by one at a time; sought: not held yet; " +
				"civil: of an office; military: of an army; police: of the police; trade: of a trade; " +
				"post: a profession or post of which somebody mostly has one")},
		{Table: "title-styles", Is: "a title that houses of press name otherwise, with the common one",
			Values: Words, Example: "attorney: lawyer"},
		{Table: "spellings", Is: "letters or a word that houses of press write otherwise, with the common form",
			Values: Words, Example: "our: or"},
		{Table: "ranks", Is: "a word that changes whom a title speaks of", Example: "former"},
		{Table: "caveats", Is: "a word that limits a claim or its reporting", Example: "verify: not",
			Attributes: attributes("not: where it is denied; denial: an answer of the accused; " +
				"speech: within quotation marks; whole: limits all of a report; " +
				"aside: makes less of a thing between two commas; stated: also where it is said of it")},
		{Table: "replies", Is: "a word by which a body answers for itself", Example: "spokesman: voice",
			Attributes: attributes("voice: who speaks for it; turns: turns a charge away; " +
				"charge: what is held against it; written: what it may answer in; false: what a charge is called")},
		{Table: "beliefs", Is: "a word for what is held, not said", Example: "suspect",
			Attributes: attributes("doubt: not held to be so")},
		{Table: "impersonals", Is: "how it is told that something came out, not by whom", Example: "emerge",
			Attributes: attributes("passive: behind a form of to be")},
		{Table: "seniorities", Is: "a word that raises somebody who is not named", Example: "senior"},
		{Table: "ties", Is: "what ties a witness to somebody else; behind a hyphen, the end of a word", Example: "née"},
		{Table: "bystanders", Is: "a word for somebody who merely was there", Example: "neighbour"},
		{Table: "hearsay", Is: "how it shows that a source has it from others", Example: "been told"},
		{Table: "offices", Is: "an office that is held; behind a hyphen, the end of a word", Example: "chairmanship"},
		{Table: "organisations", Is: "a word that shows a body's name, or such a name", Example: "ministry"},
		{Table: "governing-places", Is: "a country or capital that may stand for its government", Example: "berlin"},
		{Table: "place-names", Is: "a place, or a word that shows one", Values: Words, Example: "river: head",
			Attributes: attributes("head: at the end of a place's name; front: at its beginning; " +
				"=: the usual name follows")},
		{Table: "demonyms", Is: "a word for the people of a place", Example: "french"},
		{Table: "nouns-anonymous", Is: "a noun for people who are credited unnamed", Example: "official: source",
			Attributes: attributes("source: means no more than a source; media: of the press")},
		{Table: "nouns-document", Is: "a noun for a document that is credited", Example: "documents: any",
			Attributes: attributes("any: papers of any sort")},
		{Table: "nouns-organisation", Is: "a noun for a body that is credited", Example: "ministry"},
		{Table: "nouns-proceeding", Is: "a noun for a proceeding that is credited", Example: "trial"},
	}
}

// valueSchemas are those of tables of numbers, dates and certainty.
func valueSchemas() []Schema {
	return []Schema{
		{Table: "numbers", Is: "a number word, with its value", Values: Number, Example: "twelve: 12 teen",
			Attributes: attributes("unit: 0 to 9; teen: 10 to 19; tens: 20 to 90; scale: multiplies; " +
				"crowdscale: multiplies, seldom; suffix: stands at digits; moneysuffix: at a sum; " +
				"part: a fraction; glyph: one letter; " +
				"crowd: a vague plural; ordinal: an order; times: how often; share: of a number of things; " +
				"common: a word of other meanings too")},
		{Table: "units", Is: "a unit in the singular, with the name for all its spellings",
			Values: Words, Example: "meter: metre",
			Attributes: attributes("abbr: only right after a number")},
		{Table: "approximators", Is: "words that bound or blur a number", Example: "at least: >",
			Attributes: attributes("~: about; >: no less; <: no more; cap: a limit, not how much it came to; " +
				"round: it came to about so much; deadline: of a time in which something is done; " +
				"after: behind the number; both: before or behind it; hyphen: a hyphen may join it; " +
				"verb: no bound, part of a verb")},
		{Table: "numbered-nouns", Is: "a noun that the number after it names", Example: "page"},
		{Table: "per-head", Is: "what stands for one person behind \"per\"", Example: "capita"},
		{Table: "unit-links", Is: "a word before a bare number that has another one's unit", Example: "versus",
			Attributes: attributes("forward: the unit of the next one")},
		{Table: "calendar", Is: "a word of the calendar", Values: Number, Example: "sunday: weekday 0",
			Attributes: attributes("weekday: its number; short: of a weekday; day: days from today; " +
				"season: of the year; " +
				"part: of a time; before: the last one; after: the next one; same: this one; " +
				"latest: of a day too; stretch: a length of time; loose: of no week or day")},
		{Table: "clock", Is: "a word of the clock", Values: Words, Example: "gmt: zone gmt",
			Attributes: attributes("hour: a time; half: of the day; oclock: after an hour; zone: a time zone; " +
				"zonename: before \"time\"; standard: between the two; time: behind a zone")},
		{Table: "detail-words", Is: "a word of the grammars of details, with its parts", Example: "in: in place",
			Attributes: attributes(detailWords)},
		{Table: "months", Is: "a month, with its number", Values: Number, Example: "march: 3"},
		{Table: "hedges", Is: "words that hedge: the kind and the certainty left",
			Example: "allegedly: evidential possible",
			Attributes: attributes("modal: kind; probability: kind; plausibility: kind; evidential: kind; " +
				"condition: kind; limit: kind; " +
				"certain: left; probable: left; possible: left; unknown: left; weak: not reported; " +
				"weasel: not reported; " +
				"noun: only before a noun; thing: a noun behind a determiner")},
		{Table: "negations", Is: "words that negate",
			Attributes: attributes("not: look like it and do not; label: names a number right behind it; pronoun: " +
				"whoever or whatever does it"),
			Example: "never"},
		{Table: "negative-prefixes", Is: "what stands before a word and denies it", Example: "un"},
		{Table: "modals", Is: "a modal verb, with its form in reported speech", Values: Words, Example: "can: could"},
		{Table: "subordinators", Is: "a word that opens an aside", Example: "which"},
		{Table: "quantifiers", Is: "a word for a share, in tenths", Values: Number, Example: "most: 8"},
	}
}

// detailWords are the parts of the table "detail-words"; what they mean stands
// beside their constants in internal/value/role.go, which reads them.
const detailWords = "article; the; of; and; to; or; in; from; between; out; every; each; per; rate; other; " +
	"whole; span; old; age; some; couple; tens; coin; metre; ranging; ending; moment; day; week; weekend; daypart; " +
	"month; year; long; doubtful; ago; decade; full; unsure; yearly; dating; future; " +
	"place; body; says; by"

// pageSchemas are those of tables of what stands around an article.
func pageSchemas() []Schema {
	where := "line: the whole line; prefix: begins it; suffix: ends it; contains: anywhere; short: in short lines; " +
		"above: text above a title; tail: short lines behind belong to it; rest: all lines behind do; " +
		"glued: begins a line that goes on with text; inset: ends a box of links in prose, in capitals; " +
		"form: of a form, three of which make a line one"
	return []Schema{
		{Table: "boilerplate", Is: "words around an article that are none of it",
			Attributes: attributes(where), Example: "share this: prefix short"},
		{Table: "captions", Is: "words of a picture's caption or credit", Example: "photo: label paren",
			Attributes: attributes("label: begins it; paren: in brackets at the end; contains: anywhere; " +
				"contains-paren: anywhere in brackets; gallery: anywhere in a long line; agency: after a slash; " +
				"sure: needs nothing else; capitals: only where it is in capitals; given: what an agency gives")},
		{Table: "bylines", Is: "words of the line that names the writer", Example: "written by: lead",
			Attributes: attributes("lead: before the names; weak: only where nothing else stands; " +
				"desk: ends a desk's name; " +
				"role: what a writer is; join: between two names; end: of the names, where something else follows")},
		{Table: "signoffs", Is: "how an agency signs", Values: Words, Example: "reporting by: opens Reuters",
			Attributes: attributes("opens: begins the line; closes: goes on with it")},
		{Table: "page-boxes", Is: "what a box says that is no article", Example: "subscribe now: offer",
			Attributes: attributes("consent: asks for consent; offer: sells")},
		{Table: "page-refusals", Is: "the headline of a page that is no report", Example: "page not found: error",
			Attributes: attributes("error: nothing is there, or nobody may see it; login: readers must log in; " +
				"check: the reader must be a person; consent: the page asks for it; begins: more may follow")},
		{Table: "page-classes", Is: "a word of class names", Example: "sidebar: furniture",
			Attributes: attributes("furniture: none of the article; dialog: a box over it; byline: writers; " +
				"date: dates; " +
				"caption: of a picture; unseen: for machines or screen readers; updated: of a later version")},
		{Table: "page-datewords", Is: "a word in a line of dates", Example: "updated: line updated",
			Values: Number,
			Attributes: attributes("line: nothing else than dates stands there; published: the first; " +
				"updated: a later one; signed: the document's own; tail: behind a writer's name and before a date; " +
				"inside: between the parts of a date; weekday: its number, Sunday's being 0")},
		{Table: "page-orders", Is: "a language of pages, and what comes first in 12/9/2023", Example: "fr: day",
			Attributes: attributes("day: the day")},
		{Table: "page-fields", Is: "the name of a meta element, with its rank",
			Values: Number, Example: "og:title: title 2",
			Attributes: attributes("title: headline; headline: headline as lists of pages have it; " +
				"site: outlet; author: writer; url: address; published: first date; " +
				"updated: later date; label: says what the data of its rank is; data: whatever its label says")},
		{Table: "page-nobody", Is: "what stands in the place of a writer's name and names nobody",
			Attributes: attributes("nobody: no person; site: no outlet either"), Example: "admin: nobody"},
		{Table: "page-rights", Is: "a word by which a line says whose the rights in a text are", Example: "copyright"},
		{Table: "furniture-units", Is: "what a page counts of its own", Example: "photo"},
		{Table: "feed-footers", Is: "what stands before the title that a feed shows, with what stands behind it",
			Values: Words, Example: "the post: appeared first"},
		{Table: "page-footers", Is: "words that say where a text came out first",
			Example: "originally published in: any",
			Attributes: attributes("lead: begins the line, or follows a word for the text; any: anywhere; " +
				"start: begins the line; " +
				"contribution: who made it stands before; " +
				"helpers: who helped stands behind; self: a word for the text follows; " +
				"bare: nothing follows; feed: of a feed")},
		{Table: "page-hosts", Is: "a host on which many publish", Example: "medium.com: label path",
			Attributes: attributes("label: the one before it is the publisher; path: the first part of the path is")},
		{Table: "page-companies", Is: "the legal form of a company", Example: "gmbh: form",
			Attributes: attributes("form: no part of a name")},
		{Table: "page-sections", Is: "a host's label that names no outlet",
			Attributes: attributes("section: of a site"), Example: "www: section"},
		{Table: "page-suffixes", Is: "a second label under which names are registered",
			Attributes: attributes("second: level"), Example: "co: second"},
		{Table: "page-texts", Is: "a word by which a text speaks of itself",
			Attributes: attributes("self: itself"), Example: "article: self"},
		{Table: "page-zones", Is: "a time zone, with its hours ahead of universal time",
			Values: Number, Example: "cet: 1"},
	}
}

// creditSchemas are those of tables of what an outlet's name does in a text.
func creditSchemas() []Schema {
	roles := "credit: its reporting is named; venue: words were spoken there; receiver: it was told or given; " +
		"actor: it is who the story is about; weak: may be a company's word about itself; air: only of broadcasters; " +
		"written: nobody speaks there"
	return []Schema{
		{Table: "mention-after", Is: "a verb behind an outlet's name",
			Attributes: attributes(roles), Example: "reported: credit"},
		{Table: "mention-before", Is: "words before an outlet's name",
			Attributes: attributes(roles), Example: "sued: actor"},
		{Table: "mention-prints", Is: "what an outlet prints, behind its name",
			Attributes: attributes(roles + "; owned: behind an owner only"), Example: "interview: venue"},
		{Table: "mention-links", Is: "a word between a mention and its cue", Example: "also",
			Attributes: attributes("article: stands before the name")},
		{Table: "mention-words", Is: "a small word around an outlet's name", Example: "during: during preposition",
			Attributes: attributes("during: in an interview; of: links somebody to an outlet; " +
				"row: joins two outlets; " +
				"self: an outlet that speaks of itself; house: a company speaks by it; own: before what it prints; " +
				"domain: ends an address; opens: a line that names who is quoted below begins with it; " +
				"edition: tells its pages; preposition: a preposition; " +
				"member: names one of those before; any: an article of what is not named yet; " +
				"inverts: a verb and its subject follow; cites: says from whom an outlet has it; " +
				"bracket: tells a source in a bracket; " +
				"auxiliary: a participle closes its clause; genitive: an ending of a name; " +
				"numbered: goes with a number; bare: a day without a preposition; " +
				"same: before a noun for the one named last; this: before one for the own outlet; " +
				"letters: spoken one by one")},
		{Table: "mention-skips", Is: "a word that is passed over", Example: "exclusively"},
		{Table: "press-people", Is: "who works for an outlet", Example: "reporter: press",
			Attributes: attributes("press: speaks for what it reports; house: speaks for the company; " +
				"guest: for himself")},
		{Table: "reporters", Is: "a word for a reporter",
			Attributes: attributes("group: of several; armed: before a group that fights"), Example: "reporter"},
		{Table: "papers", Is: "a noun for a document, with how a lost one is called", Values: Words,
			Example: "memorandum: memo",
			Attributes: attributes("sole: a story has one; several: it has not; private: each went to one reader; " +
				"polled: known by who asked; body: given out by one; behind: a word that may follow one")},
		{Table: "pieces", Is: "a word that tells which report is meant", Values: Words, Example: "earlier: past",
			Attributes: attributes("other: before the name; since: before it; past: behind it; day: of the week; " +
				"aired: a phrase; secret: before anonymity; press: a paper; station: a broadcaster; " +
				"there: behind an outlet of a place; recent: how many days ago; " +
				"month: its number; dated: the same, with a day; heard: where all could hear it; " +
				"voice: who speaks for another; within: before a document; writer: behind it; " +
				"matter: before when something is that is told of")},
	}
}

// statementSchemas are those of tables by which statements are compared.
func statementSchemas() []Schema {
	return []Schema{
		{Table: "contraries", Is: "a verb, with those that say the opposite", Values: Words, Example: "hire: fire"},
		{Table: "inverses", Is: "a verb, with the one of the other side", Values: Words, Example: "buy: sell"},
		{Table: "mutuals", Is: "a verb that holds of two things alike, in its base form", Example: "meet",
			Attributes: attributes("of=: of such a thing only; but=: not before that word")},
		{Table: "amount-links", Is: "a word before a figure, with what the figure then is",
			Values: Words, Example: "by: difference"},
		{Table: "scales", Is: "a verb, with its step on a scale of like deeds", Example: "arrest: custody=6",
			Attributes: attributes("custody=: with a suspect; harm=: to a body; damage=: to a thing; " +
				"departure=: from a post; demand=: of somebody; endeavour=: how far; halt=: of a course; " +
				"denial=: of what is said; untruth=: of what is said; " +
				"course=: of a measure; stand=: for or against it; " +
				"cause=: how two things are tied; unrest=: in the streets; theft=: of goods; spying=: on somebody; " +
				"naming=: for a role; founding=: of a body; closing=: of a house; withdrawal=: of what was put in; " +
				"blast=: of a bomb; " +
				"conduct=: of a deed; dousing=: of a fire; hiding=: of what others should know; search=: of a place; " +
				"breaking=: of a thing; collision=: of two things; sanction=: of who broke a rule; deal=: how far; " +
				"sale=: how lasting")},
		{Table: "ceilings", Is: "a word beside a figure that makes it a limit for others", Example: "limit"},
		{Table: "dimensions", Is: "a word behind a measure, with what it measures", Values: Words,
			Example: "tall: height"},
		{Table: "relatives", Is: "somebody by whom another one is known, in its base form", Example: "widow"},
		{Table: "undoings", Is: "a verb that takes back what was done before, in its base form", Example: "release"},
		{Table: "antitheses", Is: "a phrase by which a matter stands in some way",
			Example: "give permission: consent=given",
			Attributes: attributes("consent=: of who had to be asked; will=: whose; verdict=: of a court; " +
				"ruling=: on what was decided before; hearing=: of a case; case=: what became of it; " +
				"judge=: how one left a case; sentence=: to what; proof=: by whose word; tie=: of two things; " +
				"pair=: how many of two; reckoning=: of a sum; event=: held or not; truth=: told or not; " +
				"fact=: so or not; side=: for or against; post=: in or out of one; league=: up or down; " +
				"lasting=: how long; health=: of a patient; talks=: how far; flight=: up or down; " +
				"ship=: above or below; " +
				"trend=: up or down; surge=: up or down by much; town=: held by whom; rout=: how clear; " +
				"state=: worse or better; price=: to be paid or not; custody-of=: whose; building=: up or down; " +
				"apology=: made or refused; view=: of it; " +
				"contract=: on or off; fit=: to play; life=: alive or dead")},
		{Table: "closed-class", Is: "a word that joins, places or limits others, with what it may mean",
			Example: "despite: link=concession",
			Attributes: attributes("link=: how one thing stands to another; often=: how often; " +
				"still=: whether still; aspect=: whether done; belief=: how sure the teller is; " +
				"much=: how much of it; degree=: how far; only=: whether alone; sure=: who decides, and how sure; " +
				"when-day=: which; when-week=: which; when-month=: which; when-year=: which; " +
				"when-hour=: which part of the day; when-season=: which; lasting=: how long")},
	}
}

// shadeSchemas are those of tables of how sure, how far and in what tone a thing is said, and
// of those by which findings are written.
func shadeSchemas() []Schema {
	return []Schema{
		{Table: "verges", Is: "words before a verb of a deed that is near and not done", Example: "on the verge of"},
		{Table: "strengths", Is: "a word by which a study says how two things go together", Example: "reduce: cause",
			Attributes: attributes("tie: they do; tied: the same, behind \"is\"; " +
				"likely: the same, behind a degree; " +
				"risk: the same, behind raised; beside: the same, before a joint; " +
				"unlike: the same, before a group; " +
				"cause: one makes the other; can: it may; more: one has more; degree: how much; raised: how high; " +
				"group: who is compared; joint: stands between two things; " +
				"research: what studies speak of")},
		{Table: "opposites", Is: "a stem, with those that say the opposite", Values: Words, Example: "rais: cut"},
		{Table: "operators", Is: "words that say how sure a thing is, with the rung of the ladder",
			Values: Number, Example: "may: 2 modal",
			Attributes: attributes("modal: a dropped one strengthens; about: before a noun; " +
				"to: before an infinitive; verb: before a verb; guess: \"will\" is surer; " +
				"time: not yet, and no more; raising: not before a preposition")},
		{Table: "restrictors", Is: "a word without which a noun is something else", Example: "deputy: office",
			Attributes: attributes("office: whose; sort: which; degree: how bad; deed: how far done; " +
				"past: put in as time goes by; " +
				"mild: says little; side: of which party; below: not who holds it; behind: stands behind the office")},
		{Table: "contractions", Is: "a word drawn together in speech, with what it stands for",
			Values: Words, Example: "won't: will not"},
		{Table: "officials", Is: "a verb that makes of a saying an announcement or a proof",
			Example: "confirm: confirms", Attributes: attributes("confirms: holds for others what they report")},
		{Table: "causes", Is: "words that say why, or after what, it happened", Example: "due to: cause",
			Attributes: attributes("cause: why; tie: may say why; order: after what; verb: a verb or noun of causes")},
		{Table: "limits", Is: "a phrase that limits what is said before it", Example: "as a witness",
			Attributes: attributes("denied: opens one behind a negation; only: of which alone it holds")},
		{Table: "tones", Is: "a verb for the tone in which something was said", Example: "boast"},
		{Table: "reaches", Is: "a phrase for everywhere", Example: "across the country"},
		{Table: "prospects", Is: "a noun of what is not said to be done", Example: "talk"},
		{Table: "signs-of", Is: "a noun by which a thing is only known of", Example: "evidence"},
		{Table: "projects", Is: "a noun that makes of a deed a plan", Example: "plan"},
		{Table: "quotation-style", Is: "a word that comes and goes in quotations", Example: "the"},
		{Table: "retractions", Is: "a word that turns what stands beside it", Example: "unless: behind",
			Attributes: attributes("before: opens what it makes doubtful; cut: opens what has not come; " +
				"behind: takes back what was said; " +
				"with: only before a negation; turn: against the clause before it; " +
				"adds: of two that both hold; instead: denies what follows; deed: denies a form in -ing; " +
				"opens: in front, on what condition the rest holds; known: in front, as far as who knows")},
		{Table: "sentences", Is: "a finding's sentence, by its name", Values: Words, Example: "names: it names {name}"},
		{Table: "sentence-words", Is: "a word of findings' sentences", Values: Words, Example: "2: two"},
	}
}
