package quote

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
	"stemma/internal/segment"
)

// class is what a word may be; a word may be several things at once.
type class uint64

const (
	det class = 1 << iota
	pronoun
	subject // a pronoun that can be a subject
	object  // a pronoun that can only be an object
	poss
	prep
	conj
	sub
	whether // opens an indirect question
	rel
	that
	aux
	be
	have
	modal
	neg
	adv
	num
	timeWord
	to
	def
	dem
	one
	many
	first
	male
	female
	neuter
	dummy
	reflexive
	finite   // a verb form of a common verb that is not a cue
	refusal  // governs what is not said
	title    // may stand before a name
	shortTtl // an abbreviated title
	unique   // a title one person holds at a time
	given    // a given name
	noun     // head of an expression for a source, see entry.kinds
	mediaPlain
	selfHearer
	hearer
	medium
	months
	negative
	contracted // a pronoun with its verb: "he's"
	particle   // "off" in "called off"
	unitWord   // a unit of time
	occasion   // a medium that is heard rather than read: "in a speech"
	passive    // an auxiliary of the passive
	genitive   // opens an attribute of the noun before it
	dative     // never stands in a subject
	accusative // never stands in a subject
	nonfinite  // an auxiliary's participle or infinitive
	earlier    // an auxiliary of what had happened before
	condition  // opens a clause of what only may be: "if"
	outcome    // a participle that tells what came of something: "sparking"
	refusable  // what is granted or refused: "bail"
	done       // an irregular form of a verb that is its participle, too: "held"
)

// entry is all that the tables know of one word.
type entry struct {
	class   class
	roles   role
	kinds   kindSet
	forms   formSet
	clausal bool       // a noun that may introduce a clause; see nouns
	pastEnd bool       // the word ends like a past form
	name    who.Class  // what the word may be in a name or beside one
	allCues []*cueForm // of attitudes, and of what cues leaves out for being doubtful, with cues; most words first
	cues    []*cueForm // of what is told
	nouns   *cueNoun
	press   [][]string // the further words of outlets whose name the word begins
}

// formSet is which forms of cue verbs a word is or begins.
type formSet uint8

const (
	baseForm formSet = 1 << iota // in the order of inflection
	thirdForm
	pastForm
	participleForm
	gerundForm
	pastAlone  // a past form, with no further word
	thirdAlone // a form in s, with no further word
	toldForm   // a form of a verb of saying that is no base form, with no further word
)

// kindSet holds the kinds of source that a noun may head.
type kindSet uint8

const (
	anonymousHead kindSet = 1 << iota
	sourceHead            // "source", "insider"
	documentHead
	proceedingHead
	organisationHead
	outletName // makes a capitalised name an outlet's
	outletNoun // a plain noun for an outlet
)

// cue is a word or phrase that credits content to a source.
type cue struct {
	lemma  string
	stance stemma.Stance
	frame  frame
	act    stemma.Act
	preps  []string // prepositions that content may follow
}

// speaks says whether a cue is of speech, which a clause or a quotation tells.
func (c *cue) speaks() bool { return c.frame&speech != 0 && c.frame&(fThat|fQuote) != 0 }

type frame uint64

const (
	speech frame = 1 << iota
	cognition
	display
	fThat
	fNP
	fTo
	fReceiver
	fQuote
	fAs
	fFirm
	fDoc
	fNumeric
	fImpersonal
	fPassive
	fStrict
	fVerb      // no form of it is a noun
	fFree      // an infinitive needs no hearer: "promised to"
	fInverts   // may stand before its subject though it takes a hearer
	fCites     // its object may be credited in turn: "citing a memo"
	fQuoted    // its passive quotes: "was quoted as saying"
	fNotifies  // may only mean to tell somebody in charge
	fTalks     // its hearer may be a source: "who spoke with three officials"
	fPuts      // counts only with "at": "put the toll at 40"
	fWithholds // may ask to be left unnamed
	fAdj       // an adjective, after a form of "be" or its like
	fNoun      // a noun, which its possessor or the verb before it credits
	fRaise     // says of its subject what nobody in particular holds: "seems"
	fAdverb    // an adverb that makes a clause hearsay: "reportedly"
	fInf       // may be an infinitive: "to endorse her"
	fNoPass    // credits nobody in the passive
	fNoPart    // credits nobody as a participle
	fPublishes // its bare participle may credit an outlet: ", revealed by"
	fAlsoNoun  // its base form and the one in s are nouns more often than verbs: "state"
	fAlone     // may stand without content to its right
	fPress     // counts only with an outlet for its subject
	fObject    // an object stands right behind it: "compared them"
	fTopic     // a noun group alone is what it speaks of: "discussed the budget"
)

// form of a cue verb.
type inflection uint8

const (
	base inflection = iota
	third
	past
	participle
	gerund
)

// cueForm is one inflected form of a cue: its words, folded.
type cueForm struct {
	cue  *cue
	word string     // the first word, as it stands
	form inflection // past is also participle where the two are alike
	both bool       // past and participle at once
	tail []string   // the words after the first
}

// set is what the form adds to what is known of its first word.
func (f *cueForm) set() formSet {
	s := baseForm << f.form
	if len(f.tail) > 0 {
		return s
	}
	if f.form == past || f.both {
		s |= pastAlone
	}
	if f.form == third {
		s |= thirdAlone
	}
	if f.cue.frame&speech != 0 && f.form != base {
		s |= toldForm
	}
	return s
}

// cueNoun is a noun that may introduce a clause: "claim that".
type cueNoun struct {
	cue     *cue
	hearsay bool // may stand without a source: "reports that"
}

// lexicon is what the reader knows of a language, by word.
type lexicon struct {
	dictionary *dictionary
	// folded name of an agency or outlet, to its full name
	outlets     map[string]string
	catenatives map[string]bool
	access      wordPairs
	// stands for a cue that is no verb
	accord  *cue
	numbers language.Table
	// a quotation that nobody is credited with is not the report's own word
	alone bool
	// forms of a regular verb
	regular [5]language.Endings
	// of words as the text has them
	singular, plural, people, weak, pastEnd, present, adverb, negation, owner, lasting language.Endings
	// of a name of several words
	outlet *entry
	titles language.Table
	infinitiveVerbs, linkingVerbs, lightVerbs, reportings, seniorities, nounOutlets, labels, governingPlaces, stances,
	demonyms, attributives, honorifics,
	talks,
	anonymity, platforms, publications, broadcasters,
	issues, namings, shares language.Table
	// of a language with the verb second, nil for others
	verbSecond *verbSecond
	// of names
	grammar *who.Grammar
	// every noun begins with a capital
	capitals bool
	// a noun's last part says what it is
	compounds bool
	// of nouns that are no names; of outlets in other cases; of nouns in the genitive
	abstract, nominative, possessive language.Endings
}

func newLexicon(pack *language.Pack) *lexicon {
	l := &lexicon{dictionary: newDictionary(), outlets: map[string]string{}}
	if grammar := pack.Table("grammar"); grammar.Len() > 0 {
		l.verbSecond = newVerbSecond(pack)
		l.capitals, l.compounds = grammar.Is("nouns", "capitals"), grammar.Is("nouns", "compounds")
		pack = pack.Folded(segment.Fold)
	}
	l.addEndings(pack)
	l.addRoles(pack.Table("roles"))
	l.addClasses(pack.Table("function"), 0, functions())
	l.addClasses(pack.Table("irregulars"), finite, map[string]class{"participle": done})
	l.addClasses(pack.Table("refusals"), refusal, nil)
	l.addClasses(pack.Table("outcomes"), outcome, nil)
	l.addClasses(pack.Table("refusables"), refusable, nil)
	l.addClasses(pack.Table("months"), months, nil)
	l.addClasses(pack.Table("media"), medium, map[string]class{"occasion": occasion})
	if l.verbSecond == nil {
		l.addCues(pack.Table("cues"))
	}
	l.addAttitudes(pack.Table("attitude-press"), fPress) // first, so that what holds of outlets is tried first
	l.addAttitudes(pack.Table("attitudes"), 0)
	l.addAttitudeWords(pack.Table("attitude-nouns"), fNoun)
	l.addAttitudeWords(pack.Table("attitude-adjectives"), fAdj)
	l.addAttitudeWords(pack.Table("attitude-adverbs"), fAdverb)
	l.addCueNouns(pack.Table("cuenouns"))
	l.addKind(pack.Table("nouns-anonymous"), anonymousHead)
	l.addKind(pack.Table("nouns-document"), documentHead)
	l.addKind(pack.Table("nouns-proceeding"), proceedingHead)
	l.addKind(pack.Table("nouns-organisation"), organisationHead)
	l.platforms, l.publications, l.issues = pack.Table("platforms"), pack.Table("publications"),
		pack.Table("issuing-verbs")
	l.broadcasters = pack.Table("broadcasters")
	l.addOutlets(pack)
	l.addPeople(pack)
	l.seniorities, l.attributives, l.honorifics = pack.Table("seniorities"), pack.Table("attributives"),
		pack.Table("honorifics")
	l.access, l.reportings, l.nounOutlets = twoWords(pack.Table("access")), pack.Table("reportings"),
		pack.Table("nouns-outlet")
	l.infinitiveVerbs, l.linkingVerbs, l.lightVerbs = pack.Table("infinitive-verbs"), pack.Table("linking-verbs"),
		pack.Table("light-verbs")
	l.labels = pack.Table("headline-labels")
	l.accord = &cue{lemma: "according to", stance: stemma.Neutral, frame: speech | fThat}
	l.alone = pack.Table("quotations").Has("alone")
	l.anonymity, l.namings, l.shares = pack.Table("anonymity"), pack.Table("namings"), pack.Table("shares")
	l.stances, l.talks = pack.Table("stances"), pack.Table("interviews")
	l.governingPlaces = pack.Table("governing-places")
	l.demonyms = pack.Table("demonyms")
	l.catenatives = map[string]bool{}
	l.addPress()
	for e := range pack.Table("catenatives").All() {
		l.catenatives[e] = true
	}
	l.grammar = who.NewGrammar(pack, l.verbSecond.finiteForms())
	who.EachClass(pack, func(word string, class who.Class) {
		if class != 0 {
			l.at(word).name |= class
		}
	})
	for i := range l.dictionary.records {
		e := &l.dictionary.records[i]
		e.pastEnd, e.clausal = l.pastEnd.Fit(e.word), e.nouns != nil
		for _, f := range e.cues {
			e.forms |= f.set()
		}
		e.name |= e.verbal()
		e.allCues = append(e.allCues, e.cues...)
		slices.SortStableFunc(e.allCues, func(a, b *cueForm) int { return len(b.tail) - len(a.tail) })
	}
	return l
}

// verbal is what the cues add to what a word may be in a name or beside one.
func (e *entry) verbal() who.Class {
	c := who.ListedWord
	if !e.unknown() {
		c |= who.KnownWord
	}
	if e.forms != 0 {
		c |= who.VerbWord
	}
	if e.forms&toldForm != 0 && e.forms&baseForm == 0 {
		c |= who.ToldWord
	}
	return c
}

// wordPairs are phrases of two words.
type wordPairs struct {
	seconds []string            // few, so that one of them is looked for first
	by      map[string][]string // second words, by the first
}

// twoWords are the phrases of two words of a table.
func twoWords(t language.Table) wordPairs {
	pairs := wordPairs{by: map[string][]string{}}
	for phrase := range t.All() {
		if first, second, two := strings.Cut(phrase, " "); two {
			pairs.by[first] = append(pairs.by[first], second)
			if !slices.Contains(pairs.seconds, second) {
				pairs.seconds = append(pairs.seconds, second)
			}
		}
	}
	return pairs
}

func (p *wordPairs) has(first, second string) bool {
	return slices.Contains(p.seconds, second) && slices.Contains(p.by[first], second)
}

func (l *lexicon) addEndings(pack *language.Pack) {
	l.numbers = pack.Table("numbers")
	l.regular = [5]language.Endings{third: pack.Endings("third"), past: pack.Endings("past"),
		gerund: pack.Endings("gerund")}
	l.singular, l.plural, l.people = pack.Endings("singular"), pack.Endings("plural"), pack.Endings("people")
	l.weak = pack.Endings("weak")
	l.pastEnd, l.present, l.adverb = pack.Endings("participle"), pack.Endings("present"), pack.Endings("adverb")
	l.abstract, l.nominative, l.possessive = pack.Endings("abstract"), pack.Endings("nominative"),
		pack.Endings("possessive")
	l.negation, l.owner, l.lasting = pack.Endings("negation"), pack.Endings("owner"), pack.Endings("lasting")
}

// at is the entry of a word while the tables are read.
func (l *lexicon) at(word string) *entry { return l.dictionary.at(word) }

// entry is what the tables know of a word, nil for nothing.
func (l *lexicon) entry(form string) *entry { return l.dictionary.find(form) }

// word is the entry of a word, or of the last part of a compound that the
// tables know; nil for none. An entry that only says how the whole word is used
// comes first.
func (l *lexicon) word(form string) *entry {
	e := l.entry(form)
	if e != nil || !l.compounds {
		return e
	}
	if e := l.compound(form); e != nil {
		return e
	}
	if base := l.possessive.Of(form); base != form { // "des Betriebsrates"
		if e := l.entry(base); e.heads(^kindSet(0)) {
			return e
		}
		return l.compound(base)
	}
	return nil
}

// compound is the entry of the last part of a word, nil for none.
func (l *lexicon) compound(form string) *entry {
	for n := max(2, len(form)-mostHead); n+leastHead <= len(form); n++ {
		if e := l.entry(form[n:]); e.heads(^kindSet(0)) && (n > 2 || form[n] == '-') {
			return &entry{class: e.class & (title | male | female | unique), kinds: e.kinds,
				roles: e.roles & (pluralNoun | crowdNoun), name: e.name.OfPart()}
		}
	}
	return nil
}

// leastHead and mostHead are how many bytes the last part of a compound has at
// least ("amt") and at most, so that looking for it costs the same whatever the
// word is.
const (
	leastHead = 3
	mostHead  = 32
)

// addClasses enters the words of a table: what all of them may be, and what an
// attribute adds.
func (l *lexicon) addClasses(t language.Table, all class, more map[string]class) {
	for w, attributes := range t.All() {
		e := l.at(w)
		e.class |= all
		for _, a := range attributes {
			e.class |= more[a]
		}
	}
}

func (l *lexicon) addKind(t language.Table, k kindSet) {
	for w, attributes := range t.All() {
		e := l.at(w)
		e.kinds |= k
		for _, a := range attributes {
			switch a {
			case "source":
				e.kinds |= sourceHead
			case "media":
				e.class |= mediaPlain
			}
		}
	}
}

func (l *lexicon) addOutlets(pack *language.Pack) {
	for w, attributes := range pack.Table("nouns-outlet").All() {
		e := l.at(w)
		for _, a := range attributes {
			switch a {
			case "name":
				e.kinds |= outletName
			case "noun":
				e.kinds |= outletNoun
			}
		}
	}
	for _, table := range []string{"agencies", "outlets", "press-names"} {
		listed := pack.Table(table)
		for _, w := range listed.Entries() { // of two outlets of one name the last is taken
			full := listed.Text(w)
			name := l.Bare(strings.ToLower(full))
			if l.platforms.Has(name) {
				continue
			}
			if _, known := l.outlets[w]; !known || table != "press-names" {
				l.outlets[w] = full
			}
			l.outlets[name] = full
		}
	}
}

func (l *lexicon) addPeople(pack *language.Pack) {
	l.titles = pack.Table("titles")
	gender := map[string]class{"male": male, "female": female}
	l.addClasses(l.titles, title, map[string]class{"short": shortTtl, "unique": unique, "male": male, "female": female})
	l.addClasses(pack.Table("firstnames"), given, gender)
	l.addClasses(pack.Table("hearers"), hearer, map[string]class{"self": selfHearer})
}

// Bare drops a leading article, so that "the Lantern" is "Lantern".
func (l *lexicon) Bare(name string) string {
	if i := strings.IndexByte(name, ' '); i > 0 && l.plays(name[:i], theWord|aWord) {
		return name[i+1:]
	}
	return name
}

// SameOutlet says whether short can name the outlet called full, by a word that not many
// outlets share; see name.IsCalled.
func (l *lexicon) SameOutlet(full, short string) bool {
	bare := l.Bare(strings.ToLower(short))
	isPlace := l.governingPlaces.Has(bare) // "Washington" is not The Washington Post
	return !isPlace && who.IsCalled(full, bare, func(word string) bool {
		e := l.entry(word)
		return len(word) > 2 && !e.heads(outletNoun) && !e.is(^class(0))
	})
}
