package value

import (
	"strings"

	"stemma/internal/language"
)

// role is what a single word does in the grammars of this room. Which words do
// it is data (detail-words.txt); the names here are English glosses.
type role uint64

const (
	articleWord  role = 1 << iota // counts one: "a month"
	theWord                       // inside a body's name: "of the"
	ofWord                        // ties a whole to its part
	andWord                       // joins
	orWord                        // joins alternatives
	toWord                        // ends a range
	inWord                        // ties a share to its whole: "one in five"
	fromWord                      // opens a change: "from 5 to 3"
	betweenWord                   // opens a range
	outWord                       // "three out of four"
	everyWord                     // "one in every five"
	eachWord                      // opens an interval: "every two years"
	perWord                       // opens a rate of anything: "per pupil"
	rateWord                      // opens a rate: "a second"
	otherWord                     // "every other year"
	wholeWord                     // half of what follows: "half the wells"
	spanWord                      // before a stretch of time: "in a month"
	oldWord                       // "63-year-old"
	ageWord                       // before an age: "aged 63"
	someWord                      // a few of a scale: "several hundred"
	coupleWord                    // "a couple of"
	tensWord                      // "tens of thousands"
	coinWord                      // a fraction that is no ordinal: "the quarter"
	metreWord                     // a million at digits, or a metre
	rangingWord                   // before "from": what follows is a range
	endingWord                    // of an ordinal in digits: "9th"
	momentWord                    // a unit of time shorter than a day
	dayWord                       // units of time
	weekWord                      //
	weekendWord                   //
	daypartWord                   // a part of the day: "night"
	monthWord                     //
	yearWord                      //
	longWord                      // a unit of time longer than a year
	doubtfulWord                  // looks like a unit of time: "second"
	agoWord                       // "four months ago"
	decadeWord                    // behind a year: "1990s"
	fullWord                      // a month's name that is no short form: "May"
	unsureWord                    // a month's name that is another word too: "March"
	yearlyWord                    // before a year or month: "since 2019"
	datingWord                    // before a month only: "every May"
	futureWord                    // what is still to come
	placeWord                     // before a place: "near Selby"
	bodyWord                      // joins the words of a body's name: "Office for Trade"
	saysWord                      // a form of a verb of saying
	byWord                        // before how far something went: "by a third"
)

// roleNames maps the attributes of detail-words.txt to roles, in the order of
// the constants.
const roleNames = "article the of and or to in from between out every each per rate other whole span old age some " +
	"couple tens coin metre ranging ending moment day week weekend daypart month year long doubtful ago decade " +
	"full unsure yearly dating future place body says by"

// rolesOf reads the roles that each word plays.
func rolesOf(table language.Table) map[string]role {
	known := map[string]role{}
	for i, name := range strings.Fields(roleNames) {
		known[name] = 1 << i
	}
	roles := make(map[string]role, table.Len())
	for word, attributes := range table.All() {
		for _, a := range attributes {
			roles[word] |= known[a]
		}
	}
	return roles
}

// plays says whether atom i is a word that plays one of the roles.
func (s *sentence) plays(i int, r role) bool {
	return i >= 0 && i < len(s.atoms) && s.atoms[i].roles&r != 0
}

// play says whether the words from atom i on play the roles in turn.
func (s *sentence) play(i int, roles ...role) bool {
	for k, r := range roles {
		if !s.plays(i+k, r) {
			return false
		}
	}
	return true
}
