package quote

import (
	"strings"

	"stemma"
	"stemma/internal/memory"
	who "stemma/internal/name"
	"stemma/internal/speaker"
)

// entity is a source as it is known while its report is read.
type entity struct {
	speaker.Entity
	kin    role // the older or the younger of two of one name, as far as is said
	gender class
	group  int  // the anonymous group that this one is a member of, -1 for none
	own    bool // the report's own outlet or author

	several bool // people who are named together
}

// resolver finds out whom the sources of one report name. It is built in parts, each
// on the one before: people, namedEntities, describedEntities.
type resolver struct{ describedEntities }

// describedEntities finds whom a description means: "the mayor", "one of them".
type describedEntities struct{ namedEntities }

// namedEntities finds whom a name means, and what it is the name of.
type namedEntities struct{ people }

// people holds the entities of a report, takes expressions apart, and knows who bears
// a surname.
type people struct {
	p         *document
	entities  []entity
	bearers   map[string][]bearer // by surname, in order of the places at which a full name stands
	sourced   []bool              // of each token, whether it is a source's; made when namesakes are weighed
	bare      map[string][]int    // by surname, where it stands alone; made when namesakes are weighed
	single    map[string]bool     // names that stand alone, and whether one does inside a sentence
	places    map[string]bool     // names of one word that are places'; made when one is asked for
	bySpan    map[string]int      // folded source text to entity, for names and outlets
	speaker   []int
	hearer    []int
	latest    int             // the entity credited last, -1 for none
	sentences []int           // sentence of each credit
	shared    map[stretch]int // entity of a source that several credits share
	first     []int           // of each sentence, one more than the entity credited first in it; 0 for none
	subjects  []int           // of each sentence, one more than the entity its subject names; -1 for none
	documents []int           // entities in order of last mention
	outlets   []int
	groups    []int
	bodies    []int
	spoken    bool // the source at hand speaks in a transcript
}

// newResolver sets up the resolving of the sources of a report, in the memory of
// an earlier one.
func newResolver(p *document) *resolver {
	r := &p.spare
	if r.bearers == nil {
		r.bearers, r.bySpan, r.shared = map[string][]bearer{}, map[string]int{}, map[stretch]int{}
		r.single, r.bare = map[string]bool{}, map[string][]int{}
	}
	r.people = people{
		p: p, entities: r.entities[:0], bearers: r.bearers, bare: r.bare, sourced: r.sourced[:0],
		single: r.single, bySpan: r.bySpan, shared: r.shared,
		first: memory.Zeros(r.first, len(p.text.Sentences)), subjects: memory.Zeros(r.subjects, len(p.text.Sentences)),
		documents: r.documents[:0], outlets: r.outlets[:0], groups: r.groups[:0], bodies: r.bodies[:0],
	}
	return r
}

// forget lets go of a report whose sources have been resolved.
func forget(r *resolver) {
	clear(r.bearers)
	clear(r.single)
	clear(r.bare)
	clear(r.bySpan)
	clear(r.shared)
	clear(r.entities[:cap(r.entities)])
	r.speaker, r.hearer = nil, nil
}

// resolve gives the entity of every credit's source and hearer.
func (r *resolver) resolve() (speaker, hearer []int, entities []entity) {
	n := len(r.p.credits)
	r.speaker, r.hearer, r.sentences = make([]int, n), make([]int, n), make([]int, n)
	r.latest = -1
	r.collectPeople()
	for i := range r.p.credits {
		r.speaker[i], r.hearer[i] = -1, -1
	}
	for _, i := range r.readingOrder() {
		c := &r.p.credits[i]
		r.sentences[i] = r.p.text.SentenceAt(r.p.text.Tokens[c.sentence].Start)
		r.spoken = c.kind == stemma.Transcript
		if !c.source.empty() && !c.nobody {
			r.speaker[i] = r.reporter(c, r.sentences[i])
			if k, ok := r.shared[c.source]; ok {
				r.speaker[i] = k
			}
			if r.speaker[i] < 0 {
				r.speaker[i] = r.entityOf(c.source, r.sentences[i], true)
			}
		}
		if k := r.speaker[i]; k >= 0 && r.p.doubts(c, r.entities[k].Kind) {
			c.doubtful, r.speaker[i] = true, -1
			continue
		} else if k >= 0 && r.p.isNoSource(c, r.entities[k].Kind) {
			c.source, c.nobody, r.speaker[i] = stretch{}, true, -1
		}
		if r.speaker[i] >= 0 {
			r.shared[c.source] = r.speaker[i]
			if s := r.sentences[i]; s >= 0 && r.first[s] == 0 && !c.post {
				r.first[s] = r.speaker[i] + 1
			}
			r.mention(r.speaker[i])
			r.latest = r.speaker[i]
		}
		r.findReceiver(i)
	}
	return r.speaker, r.hearer, r.entities
}

// readingOrder lists the credits by the place of their source or cue, so that
// a pronoun comes after what it stands for.
func (r *resolver) readingOrder() []int {
	order := make([]int, len(r.p.credits))
	for i := range order {
		order[i] = i
	}
	sortBy(order, func(i int) int {
		c := &r.p.credits[i]
		if !c.source.empty() && !c.continues {
			return c.source.from
		}
		return c.sentence
	})
	return order
}

// collectPeople enters everybody whom the report names in full, so that a
// surname that comes before the full name is known too, and then those whom it names
// with a title only.
func (r *people) collectPeople() {
	titled := false
	for s := range r.p.text.Sentences {
		for _, n := range r.p.census.in(s, r.p.words) {
			if n.isPerson() && n.given != "" && !endsInCrowd(r.p, n) {
				r.person(n)
			}
			titled = titled || n.person && n.given == ""
			if n.to-n.from == 1 {
				r.single[n.surname] = r.single[n.surname] || !opens(r.p, n.from)
			}
		}
	}
	bearByFirst(r)
	if titled {
		collectTitled(r)
	}
}

// collectTitled enters those whom the report names by a title and a surname.
func collectTitled(r *people) {
	for s := range r.p.text.Sentences {
		for _, n := range r.p.census.in(s, r.p.words) {
			if n.isPerson() && n.given == "" {
				r.person(n)
			}
		}
	}
}

// opens says whether the word at token i may have its capital from where it
// stands: at the start of a sentence, a quotation, a label's text.
func opens(p *document, i int) bool {
	return p.starts[i] || i > 0 && p.text.Tokens[i-1].Kind == stemma.Mark
}

// person enters or finds the entity that a name stands for.
func (r *people) person(n name) int {
	full := nameText(r.p.text, n.from, n.to)
	k := r.namesake(n, full)
	fresh := k < 0
	if fresh {
		k = len(r.entities)
		r.entities = append(r.entities, entity{gender: n.gender, group: -1, Entity: speaker.Entity{
			Kind: stemma.Person, Name: full, Given: n.given, Surname: n.surname, Generation: n.generation,
			Count: stemma.Count{Min: 1, Max: 1}, Named: true, Unsure: isUnsure(r, n),
		}})
		r.bySpan[strings.ToLower(full)] = k
	}
	if n.given != "" || fresh && (n.title < n.from || len(r.bearers[n.surname]) == 0) {
		r.bears(n.surname, n, k)
	}
	r.bearsMore(n, k)
	r.enrich(k, n, full)
	return k
}

// enrich adds what this mention says about the person.
func (r *people) enrich(k int, n name, full string) {
	f := &r.entities[k]
	isFuller := len(full) > len(f.Name) && n.given != ""
	if f.Given == "" || isFuller && isDoubled(r, full, f.Name) {
		f.Given = n.given
	}
	if isFuller {
		f.Name = full
	}
	f.kin |= r.kinBefore(n)
	if f.gender == 0 {
		f.gender = n.gender
	}
	f.Alias(full)
	if d := r.describe(n); d != "" {
		if f.Descriptor == "" || len(d) > len(f.Descriptor) && len(strings.Fields(f.Descriptor)) < 2 {
			f.Descriptor = d
		}
		f.AddRoles(d)
	}
}

// describe gives the title or role that stands before or after a name.
func (r *people) describe(n name) string {
	t := r.p.text
	if n.to < len(t.Tokens) && t.Tokens[n.to].Form == "," {
		if d := r.appositionAfter(n.to + 1); d != "" {
			return d
		}
	}
	if n.title < n.from {
		return folded(t, r.roleStart(n.title), n.from)
	}
	if start := r.roleStart(n.title); start < n.title {
		return folded(t, start, n.title)
	}
	// "a DWW spokeswoman, Petra Lindqvist, said"
	if n.title > 1 && t.Tokens[n.title-1].Form == "," && n.to < len(t.Tokens) && t.Tokens[n.to].Form == "," {
		end := n.title - 1
		if start := r.roleStart(end); start < end {
			return folded(t, start, end)
		}
		return r.roleOf(end)
	}
	return ""
}

// roleOf reads "head of structures" before a comma and a name.
func (r *people) roleOf(end int) string {
	t := r.p.text
	for i := end - 2; i > max(0, end-6); i-- {
		if r.p.plays(i, ofWord) {
			if start := r.roleStart(i); start < i {
				return folded(t, start, end)
			}
		}
	}
	return ""
}

// roleStart gives the first token of the role words that end before token end.
func (r *people) roleStart(end int) int {
	t := r.p.text
	i := end
	for i > max(0, end-5) {
		tok := t.Tokens[i-1]
		e := r.p.entry(i - 1)
		if i == end {
			if !e.is(title) {
				return end
			}
			i--
			continue
		}
		if tok.Kind == stemma.Mark && !isHyphen(t, i-1) ||
			e.is(det|pronoun|poss|prep|conj|sub|rel|aux|timeWord) ||
			r.p.lex.owner.Fit(tok.Form) ||
			r.p.starts[i] {
			break
		}
		isWhole := r.p.lex.titles.Has(tok.Form + " " + t.Tokens[i].Form) // "fire chief"
		if e != nil && e.forms != 0 && e.class&title == 0 && !isWhole {
			break
		}
		i--
	}
	return i
}

// appositionAfter reads the description after a name: ", a former deputy
// chief inspector who left the department last year,".
func (r *people) appositionAfter(i int) string {
	t := r.p.text
	start := afterAge(t, i)
	end, isRole := roleEnd(r, start)
	if !isRole || end == start || end-start >= who.MaxDescriptor || isAside(r, start, end) {
		return ""
	}
	if r.before(start, end, det) {
		start++
	}
	return folded(t, start, end)
}

// isAside says whether what stands behind a name tells of another one, or of a time: "as well as his
// deputy", "and his wife", "after serving as a clerk", "the husband of Rep. | Una Moss".
func isAside(r *people, start, end int) bool {
	first := r.p.entry(start)
	isCut := end < len(r.p.text.Tokens) && r.p.text.Tokens[end].Form == "." && r.p.entry(end-1).is(shortTtl)
	return isCut || first.is(prep|conj|sub|rel)
}

// afterAge passes over an age behind a name: "Ada Pell, 43, | a nurse".
func afterAge(t *stemma.Text, i int) int {
	for i < len(t.Tokens) && t.Tokens[i].Kind == stemma.Number {
		i++
		if i < len(t.Tokens) && t.Tokens[i].Form == "," {
			i++
		}
	}
	return i
}

// roleEnd is where the description of somebody ends that starts at a token, and whether
// it is one: a noun for people or a title stands in it, and no verb.
func roleEnd(r *people, start int) (end int, isRole bool) {
	t := r.p.text
	for end = start; end < min(len(t.Tokens), start+who.MaxDescriptor); end++ {
		e := r.p.entry(end)
		if e == nil {
			e = nothing
		}
		switch isVerb := e.class&title == 0 && e.forms&pastForm != 0; {
		case endsRole(t.Tokens[end].Form), e.class&rel != 0:
			return end, isRole
		case e.class&(aux|finite|subject|num) != 0, isVerb:
			return end, false
		}
		isRole = isRole || e.class&title != 0 || e.kinds&anonymousHead != 0
	}
	return end, isRole
}

// endsRole says whether a mark ends the description of somebody.
func endsRole(mark string) bool { return strings.Contains(`,.";`, mark) }

// nameText is a name as it stands, without a possessive ending.
func nameText(t *stemma.Text, from, to int) string {
	s := t.Report.Text[t.Tokens[from].Start:t.Tokens[to-1].End]
	return oneLine(who.Unowned(s))
}
