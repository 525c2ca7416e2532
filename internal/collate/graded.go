package collate

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/vector"
)

// grade is the place of a verb on a scale of like deeds.
type grade struct {
	scale string
	step  int
}

// leastGrades and farGrades are set by hand. They let four changes through on 21 real
// stories, four made-up piles and 230 more events, on which they were set too: all
// four are right, which is too few to say how often. With wider bounds on what tells
// the same, one in two was wrong.
//
// leastGrades is how many steps apart two verbs are that say different things, and
// farGrades how many make a reader believe something else.
const (
	leastGrades = 2
	farGrades   = 3
)

// gradesOf reads "arrest: custody=6". A verb that stands on a scale only with its
// particle is there with no grade.
func gradesOf(table language.Table) map[string][]grade {
	found := map[string][]grade{}
	for _, verb := range table.Entries() {
		if head, _, phrase := strings.Cut(verb, " "); phrase {
			found[head] = found[head][:len(found[head]):len(found[head])] // "force", for "force out"
		}
		for _, at := range table.Of(verb) {
			scale, step, _ := strings.Cut(at, "=")
			if n, err := strconv.Atoi(step); err == nil {
				found[verb] = append(found[verb], grade{scale, n})
			}
		}
	}
	return found
}

// graded is a verb of a sentence that stands on scales: its words, half-open.
type graded struct {
	first, last int
	grades      []grade
	own         bool // in the report's own words
}

// scaling finds the verbs that stand on scales.
type scaling struct{ *Collator }

// phrasal is a word of a slot, or the verb that it is with the word behind it: "turn_down".
func (c scaling) phrasal(words []word, at, last int) *word {
	if at+1 >= last || words[at].class != content || words[at+1].class == nameWord || words[at+1].comma {
		return &words[at]
	}
	verb := words[at].base + "_" + words[at+1].form
	entry := c.lexis.Look(verb)
	if !entry.Known() {
		return &words[at]
	}
	w, two := words[at], *words[at].lexeme
	two.form, two.base, two.entry, two.id = verb, verb, entry, vector.Unknown
	two.turns = c.hasOpposite(&two)
	w.lexeme = &two
	return &w
}

// gradedIn gives the graded verbs of a sentence. What somebody is forced to do
// stands on no scale.
func (c scaling) gradedIn(words []word) []graded {
	var found []graded
	for k := range words {
		w := &words[k]
		grades, ok := c.scales[w.base]
		if !ok || w.class != content || c.isNoun(words, k) {
			continue
		}
		last := k + 1
		if last < len(words) && !words[last].comma {
			if g := c.scales[w.base+" "+words[last].form]; g != nil {
				grades, last = g, k+2
			}
		}
		if len(grades) > 0 {
			found = append(found, graded{k, last, grades, !w.quoted && !c.isForced(words, k)})
		}
	}
	return found
}

// isNoun says whether a word that may be a verb is a noun, as far as can be seen: it
// has no ending that verbs alone have, and nothing right before it that only a verb
// follows.
func (c scaling) isNoun(words []word, k int) bool {
	w := &words[k]
	if !w.entry.Is('n') {
		return false
	}
	if k == 0 {
		return true
	}
	last := words[k-1].form
	if c.function.Is(last, "det") || w.lasting && behindArticle(c, words, k) {
		return true
	}
	ends := w.past || w.lasting
	return !ends && w.form == w.base && !c.governsVerb(last) ||
		w.form != w.base && c.plural.Of(w.form) == w.base && !c.function.Is(last, "pron")
}

// behindArticle says whether a word ends what an article opens: "a 7 May hearing".
func behindArticle(c scaling, words []word, at int) bool {
	for k := range backFrom(words, at, reach) {
		if words[k].class == function {
			return c.function.Is(words[k].form, "det")
		}
	}
	return false
}

// governsVerb says whether a verb in its base form follows a word.
func (c scaling) governsVerb(form string) bool {
	return c.function.IsAny(form, "to", "modal", "aux", "pron")
}

// isForced says whether a verb stands behind another one of what is asked: "was
// forced to resign".
func (c scaling) isForced(words []word, k int) bool {
	return k > 1 && c.function.Is(words[k-1].form, "to") && onOne(c.scales[words[k-2].base], c.scales["force"])
}

// gradings finds deeds that became graver or lighter ones, whatever else was told
// anew: the verbs stand on one scale, and the words around them are about the same
// people and things. Each verb of the second report is told once.
func (x accounts) gradings() []stemma.Drift {
	var found []stemma.Drift
	if x.kin != Copy {
		return nil
	}
	for _, at := range gradedOf(x.after) {
		after := &x.after.sentences[at]
		for _, y := range after.graded {
			if d, ok := x.grading(after, y); ok {
				found = append(found, d)
			}
		}
	}
	return found
}

// grading looks for the deed of which a graded verb tells in the first report.
func (x accounts) grading(after *sentence, y graded) (stemma.Drift, bool) {
	for _, at := range gradedOf(x.before) {
		before := &x.before.sentences[at]
		if !slices.ContainsFunc(before.graded, func(was graded) bool { return mayGrade(was, y) }) ||
			aboutOne(before, after) < likeMatter {
			continue
		}
		p := pairing{Collator: x.Collator, before: before, after: after, earlier: x.before, later: x.after, kin: x.kin}
		p.al.a, p.al.b = before.words, after.words
		for _, was := range before.graded {
			if d, ok := (moods{&p}).regraded(was, y); ok {
				return d, true
			}
		}
	}
	return stemma.Drift{}, false
}

// gradedOf gives the sentences that have a graded verb, of a list the first ones.
func gradedOf(r *Report) []int { return r.graded[:min(mostGraded, len(r.graded))] }

// mayGrade says whether two graded verbs stand far enough from each other on a scale, each
// the report's own word.
func mayGrade(x, y graded) bool {
	return x.own && y.own && abs(apartOn(x.grades, y.grades)) >= leastGrades
}

// regraded compares two graded verbs.
func (m moods) regraded(x, y graded) (stemma.Drift, bool) {
	steps := apartOn(x.grades, y.grades)
	if !mayGrade(x, y) || m.asks(m.al.a, x.first) || m.asks(m.al.b, y.first) ||
		m.negatedAt(m.al.a, x.first) != m.negatedAt(m.al.b, y.first) {
		return stemma.Drift{}, false
	}
	if !m.oneDeed(x.first, y.first) && !m.sameParties(x.first, y.first) || isOfTwo(m, x.first, y.first) {
		return stemma.Drift{}, false
	}
	if tells(m.earlier, m.after, y.grades) || tells(m.later, m.before, x.grades) {
		return stemma.Drift{}, false
	}
	before, after := m.before.span(x.first, x.last), m.after.span(y.first, y.last)
	return becomes(stemma.PredicateChanged, before, after, gradedSeverity(steps)), true
}

// gradedSeverity is how much a reader is misled by a deed that is told so many steps
// graver.
func gradedSeverity(steps int) int {
	if steps >= farGrades {
		return 3
	}
	return 2
}

// oneDeed says whether enough of the words around two verbs is the same.
func (m moods) oneDeed(i, j int) bool {
	weight, words := m.shared(i, j)
	return weight >= deedWeight && words >= deedWords
}

// sameParties says whether two verbs have the same words right before and right
// behind them: whom it befell, and who did it.
func (m moods) sameParties(i, j int) bool {
	a, b := partyBefore(m.al.a, i), partyBefore(m.al.b, j)
	x, y := partyAfter(m.al.a, i), partyAfter(m.al.b, j)
	return min(a, b, x, y) >= 0 && same(m.al.a[a], m.al.b[b]) && same(m.al.a[x], m.al.b[y])
}

// isOfTwo says whether two people, each called by his name right before the verb, do what two
// verbs tell.
func isOfTwo(m moods, i, j int) bool {
	a, b := partyBefore(m.al.a, i), partyBefore(m.al.b, j)
	if min(a, b) < 0 {
		return false
	}
	x, y := &m.al.a[a], &m.al.b[b]
	areNames := x.class == nameWord && y.class == nameWord && x.form != y.form
	return areNames && !isPassive(m.Collator, m.al.a, a, i) && !isPassive(m.Collator, m.al.b, b, j)
}

// partyBefore is the last word with a meaning before a verb, over an aside between
// commas; -1 for none.
func partyBefore(words []word, at int) int {
	aside := false
	for k := at - 1; k >= max(0, at-2*reach); k-- {
		if words[k+1].comma {
			if aside = !aside; aside && k+1 == at {
				return -1
			}
		}
		if !aside && words[k].class != function && !words[k].entry.Only('r') {
			return k
		}
	}
	return -1
}

// partyAfter is the first word with a meaning behind a verb, or -1.
func partyAfter(words []word, at int) int {
	for k := at + 1; k < len(words) && k <= at+reach && !words[k].comma; k++ {
		if words[k].class != function && !words[k].entry.Only('r') {
			return k
		}
	}
	return -1
}

const (
	// sameMatter is the weight of the words that two sentences share which may tell of
	// one deed.
	sameMatter = 1.8
	// mostGraded is how many sentences with such verbs are looked through.
	mostGraded = 256
)

// tells says whether a report has a verb of about that grade in a sentence about
// the same: then what the other one has was taken from there, or was told too.
func tells(r *Report, s *sentence, grades []grade) bool {
	for _, i := range gradedOf(r) {
		x := &r.sentences[i]
		if hasGrade(x.graded, grades) && sharedWeight(x.words, s.words) >= sameMatter {
			return true
		}
	}
	return false
}

// apartOn is by how many steps the second of two verbs is the graver one, on a
// scale that both stand on; 0 where there is none.
func apartOn(x, y []grade) int {
	for _, a := range x {
		for _, b := range y {
			if a.scale == b.scale {
				return b.step - a.step
			}
		}
	}
	return 0
}

// hasGrade says whether there is a verb of about the same grade.
func hasGrade(verbs []graded, grades []grade) bool {
	return slices.ContainsFunc(verbs, func(v graded) bool {
		return onOne(v.grades, grades) && abs(apartOn(v.grades, grades)) < leastGrades
	})
}

// onOne says whether two verbs stand on one scale.
func onOne(x, y []grade) bool {
	return slices.ContainsFunc(x, func(a grade) bool {
		return slices.ContainsFunc(y, func(b grade) bool { return a.scale == b.scale })
	})
}

// likeMatter is the share of the lighter of two sentences that the other one has, from which
// on they may tell of one thing in other words.
const likeMatter = 0.25

// aboutOne is the share of the lighter sentence's words that the other one has.
func aboutOne(x, y *sentence) float64 {
	return sharedWeight(x.words, y.words) / max(functionWeight, min(x.total, y.total))
}

// sharedWeight is the weight of the words with a meaning that two sentences share.
func sharedWeight(a, b []word) float64 {
	has := make(map[string]bool, len(a))
	for k := range a {
		if a[k].class != function {
			has[a[k].base] = true
		}
	}
	weight := 0.0
	for k := range b {
		if has[b[k].base] {
			weight += b[k].weight
			has[b[k].base] = false
		}
	}
	return weight
}
