package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// people is whom a report names: by surname, how each one is called in full and
// which offices are given to him, in the order of the text.
type people map[string]*somebody

// somebody is a bearer of one surname. A report that has two of them tells
// neither apart, see [somebody.several].
type somebody struct {
	full    []stemma.Value // names of two words or more
	offices []stemma.Value
	own     []stemma.Value // those offices that stand beside his full name
}

// peopleOf gathers whom a report names in its own words.
func peopleOf(c *Collator, r *Report) people {
	found := people{}
	for i := range r.sentences {
		s := &r.sentences[i]
		for _, v := range s.values {
			if v.Kind == stemma.PersonValue && strings.Contains(v.Value, " ") {
				surname := c.names.Person(v.Value).Surname
				found.of(surname).full = append(found.of(surname).full, v)
			}
		}
		for _, v := range s.values {
			if v.Kind == stemma.TitleValue && v.Of != "" && !isOfNext(c, s, v) {
				found.of(v.Of).holds(withRanks(c, s, v), r.text.Report)
			}
		}
		for _, v := range calledBy(c, s) {
			found.of(v.Of).holds(v, r.text.Report)
		}
	}
	return found
}

// isOfNext says whether an office between two names belongs to the second one: "Ada Wren,
// director of health Bo Moe".
func isOfNext(c *Collator, s *sentence, office stemma.Value) bool {
	at := slices.IndexFunc(s.values, func(v stemma.Value) bool {
		isBehind := v.Kind == stemma.PersonValue && v.Span.Start >= office.Span.End
		return isBehind && c.names.Person(v.Value).Surname != office.Of
	})
	if at < 0 || !isBehindName(s, office) {
		return false
	}
	between := s.text.Report.Text[office.Span.End:s.values[at].Span.Start]
	return !strings.ContainsAny(between, ",;:") && len(strings.Fields(between)) <= fewWordsOn
}

// isBehindName says whether a name stands before an office, somewhere in its sentence.
func isBehindName(s *sentence, office stemma.Value) bool {
	return slices.ContainsFunc(s.values, func(v stemma.Value) bool {
		return v.Kind == stemma.PersonValue && v.Span.End <= office.Span.Start
	})
}

// withRanks puts the words right before an office to it, in one stretch with it,
// that say whose it is: "deputy" of "deputy press secretary", where "secretary" was
// read.
func withRanks(c *Collator, s *sentence, office stemma.Value) stemma.Value {
	at, _ := s.within(office.Span)
	for k := at - 1; k >= max(0, at-reach) && s.words[k].class != function && !s.words[k+1].comma; k-- {
		if ofOffice(c, &s.words[k]) {
			office.Value = s.words[k].form + " " + office.Value
			office.Span = s.text.Report.Span(s.text.Tokens[s.words[k].token].Start, office.Span.End)
		}
	}
	return office
}

func (p people) of(surname string) *somebody {
	if p[surname] == nil {
		p[surname] = &somebody{}
	}
	return p[surname]
}

// holds notes an office; it is his own where the last full name stands beside it,
// and is shown with it.
func (s *somebody) holds(office stemma.Value, r *stemma.Report) {
	n := len(s.full)
	if n == 0 || !beside(s.full[n-1].Span, office.Span) {
		s.offices = append(s.offices, office)
		return
	}
	full := s.full[n-1].Span
	office.Span = r.Span(min(office.Span.Start, full.Start), max(office.Span.End, full.End))
	s.offices, s.own = append(s.offices, office), append(s.own, office)
}

// apart is how many bytes stand between a name and an office beside it, at most:
// a comma, a blank, an article.
const apart = 8

func beside(a, b stemma.Span) bool { return max(a.Start-b.End, b.Start-a.End) <= apart }

// calledBy finds offices that stand right before a name and begin with a word
// that says whose they are: "Deputy Mayor Ada Wren".
func calledBy(c *Collator, s *sentence) []stemma.Value {
	var found []stemma.Value
	for k := 0; k+2 < len(s.words); k++ {
		noun := k + 1
		if !ofOffice(c, &s.words[k]) || !c.titles.Has(s.words[noun].form) || s.words[noun].comma {
			continue
		}
		last := noun
		for last+1 < len(s.words) && last < noun+longName && s.words[last+1].class == nameWord &&
			!s.words[last+1].comma {
			last++
		}
		if last > noun {
			span := s.span(k, noun+1)
			office := forms(s.words[k : noun+1])
			found = append(found, stemma.Value{Kind: stemma.TitleValue, Span: *span, Value: office,
				Of: s.words[last].form})
		}
	}
	return found
}

// ofOffice says whether a word restricts an office.
func ofOffice(c *Collator, w *word) bool { return c.restrictors.First(w.form) == "office" }

// several says whether the report names two people of that surname.
func (s *somebody) several(names *name.Registry) bool {
	return slices.ContainsFunc(s.full, func(v stemma.Value) bool {
		return names.ComparePeople(s.full[0].Value, v.Value) == name.Other
	})
}

// accounts is two reports compared as wholes: what one calls somebody anywhere
// is laid beside what the other calls him anywhere.
type accounts struct {
	*Collator
	before, after *Report
	kin           Kin
}

// persons finds offices and given names that changed.
func (x accounts) persons() []stemma.Drift {
	var found []stemma.Drift
	for _, surname := range x.both() {
		a, b := x.before.people[surname], x.after.people[surname]
		if a.several(x.names) || b.several(x.names) {
			continue
		}
		if d, ok := x.otherGiven(a, b); ok {
			found = append(found, d)
			continue
		}
		if twoPeople(x, a, b) {
			continue
		}
		// Who has another rank with strangers mostly had it on another day.
		if d, ok := x.otherOffice(a, b); ok && (x.kin != Neighbours || d.Severity < 3) {
			found = append(found, d)
		} else if d, ok := (posting{x}).otherPost(a, b); ok {
			found = append(found, d)
		}
	}
	return found
}

// twoPeople says whether the reports call two people by one surname.
func twoPeople(x accounts, a, b *somebody) bool {
	return len(a.full) > 0 && len(b.full) > 0 && x.names.ComparePeople(a.full[0].Value, b.full[0].Value) == name.Other
}

// both gives the surnames that both reports have, in order.
func (x accounts) both() []string {
	var found []string
	for surname := range x.after.people {
		if x.before.people[surname] != nil {
			found = append(found, surname)
		}
	}
	slices.Sort(found)
	return found
}

// otherGiven finds that somebody of one office has another given name.
func (x accounts) otherGiven(a, b *somebody) (stemma.Drift, bool) {
	if len(a.full) == 0 || len(b.full) == 0 {
		return stemma.Drift{}, false
	}
	from, to := a.full[0], b.full[0]
	p, q := x.names.Person(from.Value), x.names.Person(to.Value)
	if len(p.Given) == 0 || len(q.Given) == 0 || p.Given[0] == q.Given[0] || p.Generation != q.Generation {
		return stemma.Drift{}, false // another initial: father and son, or one man
	}
	isOne := isOneBearer(x, p, q, b) || name.Distance(p.Given[0], q.Given[0], likeGiven) <= likeGiven
	other := x.slip(from.Value, to.Value) ||
		isOne && x.names.ComparePeople(from.Value, to.Value) == name.Other
	if !other || x.isSpelling(p.Given, q.Given) || !x.oneOffice(a, b) {
		return stemma.Drift{}, false
	}
	severity := 1
	if x.kin == Copy {
		severity = 2
	}
	return becomes(stemma.ActorChanged, &from.Span, &to.Span, severity), true
}

// isLongOffice says whether an office is told in more than one word: of that few have the same
// surname.
func isLongOffice(office stemma.Value) bool { return strings.Contains(office.Value, " ") }

// isOneBearer says whether two given names of one surname and office are of one person.
func isOneBearer(x accounts, p, q name.Person, held *somebody) bool {
	if x.kin == Copy {
		return true
	}
	return slices.ContainsFunc(held.own, isLongOffice) && (x.kin == Siblings || isHeldByOne(x, p, q))
}

// isHeldByOne says whether a surname is so rare that two people of one office in a story hardly share it, and
// the given names begin otherwise: of eleven that begin alike, in 1,948 events of the AllSides set, nine were one
// name, short or misspelled ("Jay", "Jerome"), or two people.
func isHeldByOne(x accounts, p, q name.Person) bool {
	return x.weight(p.Surname) >= nameWeight && p.Given[0][:1] != q.Given[0][:1]
}

// isSpelling says whether two rows of given names may be one, written otherwise.
func (x accounts) isSpelling(a, b []string) bool {
	return name.Transliterated(strings.Join(a, ""), strings.Join(b, "")) || x.names.IsShortened(a[0], b[0])
}

// likeGiven is how many letters of two given names differ at most that may be one, misspelled:
// "Kendal", "Kendra". With others, two reporters may speak of two people.
const likeGiven = 2

// slip says whether two names of one surname differ in a given name that is no
// short form of the other: "Hedda", "Hilda".
func (x accounts) slip(from, to string) bool {
	a, b := x.names.Person(from).Given, x.names.Person(to).Given
	if len(a) != 1 || len(b) != 1 || x.names.ComparePeople(from, to) != name.Variant {
		return false
	}
	return a[0] != b[0] && !name.Transliterated(a[0], b[0])
}

// oneOffice says whether both have an office in common.
func (x accounts) oneOffice(a, b *somebody) bool {
	for _, v := range a.own {
		for _, w := range b.own {
			if isSameOffice(x, v.Value, w.Value) && x.titles.First(x.officeHead(v.Value)) != "short" {
				return true
			}
		}
	}
	return false
}

// isSameOffice says whether two offices have one noun, and neither says of which of them it
// is where the other says it otherwise: "foreign minister", "prime minister".
func isSameOffice(x accounts, office, other string) bool {
	if x.officeHead(office) != x.officeHead(other) {
		return false
	}
	a, b := strings.Fields(office), strings.Fields(other)
	return isPartOf(x, a, b) || isPartOf(x, b, a)
}

// isPartOf says whether all words of an office that do not restrict it stand in another one.
func isPartOf(x accounts, office, other []string) bool {
	return !slices.ContainsFunc(office, func(w string) bool {
		return !slices.Contains(other, w) && !x.restrictors.Has(w) && !x.function.Has(w)
	})
}

// officeHead is the noun of an office: the word before a preposition ("head of
// news"), or the last.
func (x accounts) officeHead(office string) string {
	words := strings.Fields(office)
	for i, w := range words {
		if i > 0 && x.function.Is(w, "prep") {
			return words[i-1]
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// otherOffice finds that a word without which an office is another one ("deputy",
// "acting") was left out or put in, or stands for its opposite.
func (x accounts) otherOffice(a, b *somebody) (stemma.Drift, bool) {
	for _, to := range b.offices {
		if x.quotes(x.after, to.Span) || x.past(to.Span) {
			continue
		}
		from, ok := x.sameHead(a, to)
		if !ok || x.hasOffice(b, from) || x.hasOffice(a, to) {
			continue
		}
		lost, gained := x.without(from.Value, to.Value), x.without(to.Value, from.Value)
		if lost == "" && x.restrictors.Is(gained, "mild") {
			continue // the second one only says it in full
		}
		if lost == "" && callsOtherwise(x, x.before, from, to) || gained == "" && callsOtherwise(x, x.after, to, from) {
			continue
		}
		if severity := x.officeSeverity(x.unique(from.Value) || x.unique(to.Value), lost, gained); severity > 0 {
			return becomes(stemma.TitleChanged, &from.Span, &to.Span, severity), true
		}
	}
	return stemma.Drift{}, false
}

// past says whether the word before an office of the second report says that it
// was held once: "then-Mayor".
func (x accounts) past(office stemma.Span) bool {
	at := x.after.text.TokenAt(office.Start)
	for k := at; k >= max(0, at-2); k-- {
		if x.restrictors.Is(x.after.text.Tokens[k].Form, "past") {
			return true
		}
	}
	return false
}

// sameHead is the first office of the same noun.
func (x accounts) sameHead(a *somebody, to stemma.Value) (stemma.Value, bool) {
	for _, from := range a.offices {
		if x.officeHead(from.Value) == x.officeHead(to.Value) && !x.quotes(x.before, from.Span) {
			return from, true
		}
	}
	return stemma.Value{}, false
}

// hasOffice says whether somebody has that office somewhere, rank and all.
func (x accounts) hasOffice(s *somebody, office stemma.Value) bool {
	return slices.ContainsFunc(s.offices, func(v stemma.Value) bool {
		return x.officeHead(v.Value) == x.officeHead(office.Value) &&
			x.without(v.Value, office.Value) == "" && x.without(office.Value, v.Value) == ""
	})
}

// without is the words of one office that restrict it and are not in the other.
func (x accounts) without(office, other string) string {
	var found []string
	has := strings.Fields(other)
	for _, w := range strings.Fields(office) {
		if x.restrictors.Is(w, "office") && !slices.Contains(has, w) {
			found = append(found, w)
		}
	}
	return strings.Join(found, " ")
}

// callsOtherwise says whether an office of a report has a word right before its noun that
// the other one has not: "Democratic leader" for "majority leader" takes no rank away.
func callsOtherwise(x accounts, r *Report, office, other stemma.Value) bool {
	at := r.sentenceAt(office.Span.Start)
	if at < 0 {
		return false
	}
	s, head := &r.sentences[at], x.officeHead(office.Value)
	first, last := s.within(office.Span)
	for k := max(1, first); k < last; k++ {
		if w := &s.words[k-1]; s.words[k].form == head {
			return w.class != function && !w.comma && !x.restrictors.Has(w.form) && !hasWord(other.Span.Text, w.form)
		}
	}
	return false
}

func hasWord(text, form string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(text)), form)
}

// officeSeverity is how grave it is that an office lost and gained such words;
// 0 where it tells nothing. Of texts that were not taken from each other only
// opposites contradict: one may just call somebody less fully.
func (x accounts) officeSeverity(unique bool, lost, gained string) int {
	switch {
	case lost != "" && gained != "":
		if x.contraries.Is(lost, gained) || x.kin == Copy {
			return 2
		}
		return 0
	case lost+gained == "", x.restrictors.Is(lost+gained, "past"), x.restrictors.Is(lost+gained, "side"):
		return 0 // who tells of earlier times calls him what he was
	case x.kin != Copy && !(x.restrictors.Is(lost+gained, "below") && unique):
		return 0
	case x.restrictors.Is(lost+gained, "mild"):
		return 1
	case unique:
		return 3
	}
	return 2
}

// unique says whether an office is held by one person at a time.
func (x accounts) unique(office string) bool {
	words := strings.Fields(office)
	for i := range words {
		if x.titles.Is(strings.Join(words[i:], " "), "unique") {
			return true
		}
	}
	return false
}

// quotes says whether a span of a report stands in quotation marks.
func (x accounts) quotes(r *Report, span stemma.Span) bool {
	at := r.sentenceAt(span.Start)
	if at < 0 {
		return false
	}
	first, last := r.sentences[at].within(span)
	return first < last && r.sentences[at].words[first].quoted
}
