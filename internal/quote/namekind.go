package quote

import (
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// nameKind guesses what bears a name that is not known.
func (r *namedEntities) nameKind(g group, n name) stemma.SpeakerKind {
	if endsLikeOutlet(r.p, n) {
		return stemma.Outlet
	}
	if kind := besideKind(r, n); kind != stemma.UnknownKind {
		return kind
	}
	k, single := kindsOf(r.p, n), n.to-n.title == 1
	switch {
	case k&organisationHead != 0, isPlatform(r.p, n):
		return stemma.Organisation
	case k&proceedingHead != 0:
		return stemma.Proceeding
	case k&outletName != 0 && (g.definite || r.p.lex.capitals) && single: // "the Lantern"
		return stemma.Outlet
	case k&documentHead != 0:
		return stemma.Document
	case k&(anonymousHead|outletNoun) != 0 && single, endsInCrowd(r.p, n), g.definite && endsInOne(r.p, n):
		return stemma.UnknownKind
	case isGoverning(r.p, n),
		acronym(r.p.text, n) && !r.spoken,
		g.definite:
		return stemma.Organisation
	case isPlace(r, n), peopleOf(r.p, group{from: n.title, to: n.to, head: -1}) == n.title:
		return stemma.UnknownKind
	}
	return stemma.Person
}

// placeShare is which part of the places where a name of one word stands are behind an "in", if a
// place bears it: one in so many. Set by hand.
const placeShare = 3

// isPlace says whether a name of one word is a place's by how the report uses it: "in Veldana".
func isPlace(r *namedEntities, n name) bool {
	t := r.p.text.Tokens
	goesOn := func(i int) bool { return i < len(t) && r.p.upper(i) }
	if n.to-n.title != 1 || goesOn(n.to) {
		return false
	}
	if r.places == nil {
		r.places = map[string]bool{}
		all, inside := map[string]int{}, map[string]int{}
		for i := range t {
			if !r.p.upper(i) {
				continue
			}
			all[t[i].Form]++
			if i > 0 && r.p.plays(i-1, inWord) && !goesOn(i+1) {
				inside[t[i].Form]++
			}
		}
		for name, n := range inside {
			r.places[name] = n*placeShare >= all[name]
		}
	}
	return r.places[t[n.from].Form]
}

// longestBeside is how many tokens lie between the commas around what a name is at most.
const longestBeside = 16

// besideKind is what bears a name by the apposition behind it, UnknownKind where that tells
// nothing: "Ward Notes, | the news service for town clerks,".
func besideKind(r *namedEntities, n name) stemma.SpeakerKind {
	s, ok := headBeside(r, n.to)
	if !ok {
		return stemma.UnknownKind
	}
	g := r.parse(s)
	kinds := g.entry.kinds
	switch isBody := kinds&organisationHead != 0; {
	case g.plural || g.head < 0 || r.p.upper(g.head) || kinds&anonymousHead != 0:
		return stemma.UnknownKind
	case !isBody && kinds&outletNoun != 0, isPairForOutlets(r.p, g):
		return stemma.Outlet
	case isBody:
		return stemma.Organisation
	}
	return stemma.UnknownKind
}

// headBeside is the apposition that begins with an article at a comma, up to what hangs on its noun.
// In a list the next comma stands before an "and": "Pell, the board, and the mayor".
func headBeside(r *namedEntities, comma int) (stretch, bool) {
	tokens, from := r.p.text.Tokens, comma+1
	if from >= len(tokens) || tokens[comma].Form != "," || !r.p.entry(from).is(det) {
		return stretch{}, false
	}
	end, head := from, 0
	for end < min(len(tokens), from+longestBeside) && !endsRole(tokens[end].Form) {
		if tokens[end].Kind == stemma.Number { // "a 17-year-old finishing school"
			return stretch{}, false
		}
		if head == 0 && r.p.entry(end).is(prep|rel) {
			head = end
		}
		end++
	}
	if end+1 >= len(tokens) || !endsRole(tokens[end].Form) || r.p.entry(end+1).is(conj) {
		return stretch{}, false
	}
	if head == 0 {
		head = end
	}
	return stretch{from, head}, true
}

// endsInCrowd says whether a name ends with a plural noun for people who are not named: "Six
// Democrats", "Roy Moore Republicans".
func endsInCrowd(p *document, n name) bool {
	last := p.text.Tokens[n.to-1].Form
	return p.lex.entry(last).heads(anonymousHead) && p.lex.pluralPeople(last)
}

// arePeople says whether the word at token i is what the people of a country are called: "Americans".
func arePeople(p *document, i int) bool {
	form := p.text.Tokens[i].Form
	return p.upper(i) && p.lex.plural.Fit(form) && p.lex.demonyms.Has(p.lex.singular.Of(form))
}

// peopleOf is the word for the people of a country in an expression without another noun: "young
// | Iranians in Selby"; -1 for none.
func peopleOf(p *document, g group) int {
	for i := g.from; i < g.to && g.head < 0 && !p.entry(i).is(prep|rel); i++ {
		if isOver := i+1 == g.to || p.entry(i+1).is(prep|rel) && !p.upper(i+1); isOver && arePeople(p, i) {
			return i
		}
	}
	return -1
}

// endsInOne says whether a name ends with a noun for somebody who is not named by it, and has not
// come up as a name of people, of a body or an outlet: "the New Selby Republican".
func endsInOne(p *document, n name) bool {
	e := p.entry(n.to - 1)
	return n.to-n.title > 1 &&
		e.heads(anonymousHead) &&
		e.kinds == anonymousHead &&
		e.class&given == 0 &&
		!p.lex.pluralPeople(p.text.Tokens[n.to-1].Form)
}

// kindsOf are the kinds of source that the words of a name are known for.
func kindsOf(p *document, n name) (k kindSet) {
	lex := p.lex
	for i := n.title; i < n.to; i++ {
		if i > n.title && !p.upper(i) && isHyphen(p.text, i-1) { // "Kim Jong-un"
			continue
		}
		if e := lex.word(lex.owner.Of(p.text.Tokens[i].Form)); e != nil {
			k |= e.kinds
		}
	}
	return k
}

// endsLikeOutlet says whether several words of a name begin with one that opens outlets' names, or end
// with one that ends them, alone ("Selby Gazette") or with the word before it.
func endsLikeOutlet(p *document, n name) bool {
	if n.to-n.title < 2 {
		return false
	}
	t, lex := p.text, p.lex
	if lex.nounOutlets.Is(t.Tokens[n.title].Form, "first") { // "Radio Four"
		return true
	}
	last := lex.owner.Of(t.Tokens[n.to-1].Form)
	e := lex.word(last)
	if e == nil {
		return false
	}
	return e.kinds&outletName != 0 || lex.nounOutlets.Is(lex.owner.Of(t.Tokens[n.to-2].Form)+" "+last, "name")
}

// isPlatform says whether a name is that of a place to post at: "Facebook".
func isPlatform(p *document, n name) bool {
	return p.lex.platforms.Has(strings.ToLower(nameText(p.text, n.from, n.to)))
}

// isGoverning says whether a name is a place that stands for its government: "Washington".
func isGoverning(p *document, n name) bool {
	return p.lex.governingPlaces.Has(p.lex.Bare(strings.ToLower(nameText(p.text, n.from, n.to))))
}

func acronym(t *stemma.Text, n name) bool {
	isWord := func(i int) bool { return !shouting(t.Report.Text[t.Tokens[i].Start:t.Tokens[i].End]) }
	return !anyOf(n.from, n.to, isWord)
}

// outletNamed knows an outlet by the tables, by the report's own name, or by
// an earlier mention.
func (r *namedEntities) outletNamed(text string, n name) (int, bool) {
	text = r.p.lex.nominative.Of(text)
	low := r.p.lex.Bare(strings.ToLower(text))
	if full, ok := r.p.lex.outlets[low]; ok && !r.commonWord(n) {
		return r.entityAs(stemma.Outlet, full, text), true
	}
	own := string(r.p.text.Report.Outlet)
	if !n.person && (r.p.lex.SameOutlet(own, text) || r.ownInShort(own, low, n)) {
		k := r.entityAs(stemma.Outlet, own, text)
		r.entities[k].own = true
		return k, true
	}
	if n.person {
		return 0, false
	}
	for _, k := range r.outlets {
		if f := &r.entities[k]; f.Named && r.p.lex.SameOutlet(f.Name, text) {
			f.Alias(text)
			return k, true
		}
	}
	return 0, false
}

// ownInShort says whether a word that many outlets share means the report's own
// one: "the Post" in The Selwick Post.
func (r *namedEntities) ownInShort(own, low string, n name) bool {
	return n.from > 0 && r.p.plays(n.from-1, theWord) &&
		strings.HasSuffix(strings.ToLower(own), " "+low) && r.p.r.who.CompareOutlets(own, low) == who.Vague
}
