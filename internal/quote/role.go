package quote

import (
	"slices"
	"strconv"
	"strings"

	"stemma/internal/language"
)

// role is the part that a single word plays in the clause patterns. Which
// words play it is data (roles.txt); the names here are English glosses.
type role uint64

const (
	ofWord    role = 1 << iota // ties a whole to its part, an owner to the owned
	byWord                     // names who does it
	toWord                     // names the hearer, opens an infinitive
	fromWord                   // where it comes from
	withWord                   // in company of
	inWord                     // where, in which medium
	atWord                     // opens "at least", "put it at 40"
	asWord                     // "described as", "as the paper reported"
	upWord                     // opens "up to"
	andWord                    // joins
	orWord                     // joins alternatives
	theWord                    // the definite article
	aWord                      // the indefinite article
	oneWord                    // one of several
	itWord                     // the subject of "it emerged"
	herWord                    // an owner and an object
	weWord                     // the report itself
	theyWord                   // stands for several or a body
	whoWord                    // opens a relative clause on people
	sinceWord                  // stands between auxiliary and verb
	perWord                    // credits by itself: "per the memo"
	accordingWord
	speakingWord     // "speaking to"
	backWord         // points back to a quotation: "that is the view of"
	concessiveWord   // opens a clause set against the main one
	circumstanceWord // opens the circumstances in a headline
	detachedWord     // before a participle: it credits nothing
	adjunctWord      // before a participle: it shares the subject
	tyingWord        // ties an attribute to a noun
	extremeWord      // "at least"
	measureWord      // "as many"
	leastWord        // "at least four", "more than four"
	roughWord        // before a number: "about 40"
	nearWord         // before a unit of time: "last week"
	daypartWord      // part of a date: "Tuesday evening"
	halfWord
	memberWord  // stands alone for people: "one", "others", "both"
	allWord     // stands alone for all of a group: "both", "they"
	othersWord  // "others": not all of a group
	otherWord   // "the other", "other officials"
	severalWord // three or more
	someWord    // two or more
	pairWord    // two
	eachWord    // one at a time
	quantityWord
	groupWord
	pluralNoun   // a plural that does not look like one
	crowdNoun    // several people, though it does not look like a plural
	paperWord    // an outlet or a document
	documentWord // stands for any document
	reportsWord  // what outlets publish
	figuresWord  // numbers, or people of rank: "senior party figures"
	rankWord     // says little of who holds a role
	formerWord   // no longer in the role
	earliestWord // before anybody else: "first reported by"
	surveyWord   // a survey, whose numbers it tells: "in a poll"
	floatWord    // may part a subject from its verb: "they both said"
	elderWord    // of the older of two of one name: "Sr", "the elder", "father"
	youngerWord  // of the younger of two of one name: "Jr", "son"
	kinWord      // a relative: "his father, Donald Hale"
	viceWord     // makes another office of an office: "vice president"
)

// roleNames maps the attributes of roles.txt to roles, in the order of the
// constants.
const roleNames = "of by to from with in at as up and or the a one it her we they who since per according speaking " +
	"back concessive circumstance detached adjunct tying extreme measure least rough near daypart half " +
	"member all others other several some pair each quantity group plural crowd paper document reports figures " +
	"rank former earliest survey float elder younger kin vice"

func (l *lexicon) addRoles(t language.Table) {
	known := map[string]role{}
	for i, name := range strings.Fields(roleNames) {
		known[name] = 1 << i
	}
	for w, attributes := range t.All() {
		for _, a := range attributes {
			l.at(w).roles |= known[a]
		}
	}
}

// plays says whether the atom is a word that plays one of the roles.
func (a *atom) plays(r role) bool { return a.entry.roles&r != 0 }

// plays says whether the word plays one of the roles.
func (l *lexicon) plays(form string, r role) bool { return l.roles(form)&r != 0 }

// roles are those that the word plays.
func (l *lexicon) roles(form string) role {
	if e := l.entry(form); e != nil {
		return e.roles
	}
	return 0
}

// is says whether the entry is one of a word of these classes; nil is none.
func (e *entry) is(c class) bool { return e != nil && e.class&c != 0 }

// isBut says whether the entry is one of a word of the first classes and of none of the
// others; nil is none.
func (e *entry) isBut(c, not class) bool { return e.is(c) && e.class&not == 0 }

// isBoth says whether the entry is one of a word of the first classes and of the others.
func (e *entry) isBoth(c, also class) bool { return e.is(c) && e.class&also != 0 }

// heads says whether the entry is one of a noun that heads a source of these kinds; nil is
// none.
func (e *entry) heads(k kindSet) bool { return e != nil && e.kinds&k != 0 }

// saysNothing says that the tables tell neither what a word is nor that it heads a source; nil
// is such an entry.
func (e *entry) saysNothing() bool { return e == nil || e.class == 0 && e.kinds == 0 }

// unknown says that the word has no entry, or one that tells only of a role.
func (e *entry) unknown() bool {
	return e == nil || e.saysNothing() && e.forms == 0 && !e.clausal
}

// reports says whether the word is a form of a verb by which outlets report.
func (l *lexicon) reports(form string) bool {
	e := l.entry(form)
	if e == nil {
		return false
	}
	return slices.ContainsFunc(e.cues, func(f *cueForm) bool {
		return f.cue.frame&fNotifies != 0 && (f.form == third || f.form == past) && len(f.tail) == 0
	})
}

// pluralPeople says whether a noun for people stands in the plural.
func (l *lexicon) pluralPeople(form string) bool {
	return l.plays(form, crowdNoun) || l.people.Of(form) != form
}

// numeral is the number that a word or figures stand for, 0 for none; vague
// is set for "dozens", which is that or more.
func (l *lexicon) numeral(form string) (n int, vague bool) {
	if attributes := l.numbers.Of(form); len(attributes) > 1 && attributes[1] != "ordinal" {
		if value, err := strconv.Atoi(attributes[0]); err == nil && value <= maxNumeral {
			return value, attributes[1] == "crowd"
		}
	}
	for i := 0; i < len(form); i++ {
		if !startsDigit(form[i:]) || i > 6 {
			return 0, false
		}
		n = n*10 + int(form[i]-'0')
	}
	return n, false
}

// maxNumeral is the largest number of people that a word alone counts.
const maxNumeral = 2000
