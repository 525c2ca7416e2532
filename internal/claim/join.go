package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stemma"
)

const (
	// sameClaim is the score from which on two statements of two reports may
	// be one claim; found on the dam pile (mention recall against purity).
	sameClaim = 0.54
	// sameClaimWithin is the same for two statements of one report, which
	// more often say two things about one matter.
	sameClaimWithin = 0.78
	// linkage is the share of sameClaim that the average score between two
	// groups must reach to become one.
	linkage = 0.65
	// commonWord is the number of statements of a story above which a word
	// proposes no candidates: it is the story's own name.
	commonWord = 150
	// linkSample bounds how many pairs the average linkage looks at.
	linkSample = 36
)

// Group is the indexes of statements that make one claim, in order.
type Group []int

// Join groups the statements of one story into claims. All statements of a
// report must stand together, in order; texts are the story's reports, and the
// index knows the attributions. Every statement is in exactly one group; groups
// are in order of their first statement.
func (r *Reader) Join(texts []*stemma.Text, statements []stemma.Statement, index *stemma.Index) []Group {
	sc := r.newScorer()
	units := sc.units(texts, statements)
	discount(units)
	j := joiner{scorer: sc, units: units, group: make([]int, len(units)), members: make([][]int, len(units))}
	for i := range units {
		j.group[i], j.members[i] = i, []int{i}
	}
	for i := range units {
		j.join(units[i].first, i)
	}
	for i := 1; i < len(units); i++ {
		if onePoint(&units[i-1], &units[i], index) {
			j.join(i-1, i)
		}
	}
	for _, c := range j.candidates() {
		j.tryJoin(c.a, c.b)
	}
	var groups []Group
	for i, members := range j.members {
		if j.group[i] == i && len(members) > 0 {
			slices.Sort(members)
			groups = append(groups, members)
		}
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

func (s *scorer) units(texts []*stemma.Text, statements []stemma.Statement) []unit {
	byReport := map[string]int{}
	for i, t := range texts {
		byReport[t.Report.ID] = i
	}
	units := make([]unit, len(statements))
	firsts := map[string]int{}
	for i := range statements {
		st := &statements[i]
		at := byReport[st.Span.Report]
		t := texts[at]
		u := &units[i]
		*u = unit{report: at, sentence: t.SentenceAt(st.Span.Start), statement: st}
		from, to := t.TokenAt(st.Span.Start), t.TokenAt(st.Span.End-1)+1
		u.words = s.words(t, from, to)
		u.first = firstLike(firsts, t.Tokens[from:to], i)
		u.total = total(u.words)
		switch {
		case i > 0 && units[i-1].report == at && units[i-1].sentence == u.sentence:
			u.context = units[i-1].context
		case u.sentence >= 0:
			whole := t.Sentences[u.sentence]
			u.context = s.words(t, whole.First, whole.Last)
			slices.SortFunc(u.context, func(x, y word) int { return cmp.Compare(x.index, y.index) })
		}
	}
	return units
}

// firstLike gives the first statement with the same words as the i-th, itself
// if there is none. Copies of one text are one claim without comparing, and
// count once where words are counted: else the words of a text that is printed
// forty times would all be common ones.
func firstLike(firsts map[string]int, tokens []stemma.Token, i int) int {
	var b strings.Builder
	for _, tok := range tokens {
		if tok.Kind != stemma.Mark {
			b.WriteString(tok.Form)
			b.WriteByte(' ')
		}
	}
	if first, ok := firsts[b.String()]; ok {
		return first
	}
	firsts[b.String()] = i
	return i
}

// discount weighs words down that many statements of the story have: its own
// names and topic tell no claim from another. The sum of all weights stays, so
// that scores mean the same in every story.
func discount(units []unit) {
	count := map[string]int{}
	before := 0.0
	distinct := 0
	for i := range units {
		seen := map[string]bool{}
		if units[i].first == i {
			distinct++
		}
		for _, w := range units[i].words {
			before += w.weight
			if units[i].first != i {
				continue
			}
			if k := key(w); !seen[k] {
				seen[k] = true
				count[k]++
			}
		}
	}
	after := 0.0
	each(units, func(w *word) {
		rarity := math.Log(float64(distinct)/float64(max(1, count[key(*w)]))) / math.Log(float64(distinct+1))
		w.weight *= leastRarity + (1-leastRarity)*rarity
		after += w.weight
	})
	if after == 0 {
		return
	}
	each(units, func(w *word) { w.weight *= before / after })
	for i := range units {
		units[i].total = total(units[i].words)
	}
}

// leastRarity is what is left of the weight of a word that every statement
// has.
const leastRarity = 0.2

func each(units []unit, do func(*word)) {
	for i := range units {
		for k := range units[i].words {
			do(&units[i].words[k])
		}
	}
}

// key is the form under which a word is counted and filed: stems cut to five
// letters, so that inflected forms meet.
func key(w word) string {
	if len(w.form) > 5 && !w.number {
		return w.form[:5]
	}
	return w.form
}

type joiner struct {
	scorer  *scorer
	units   []unit
	group   []int   // unit → group
	members [][]int // group → units
}

type candidate struct {
	a, b  int
	score float64
}

// candidates gives the pairs whose score may make them one claim, best first.
func (j *joiner) candidates() []candidate {
	var found []candidate
	for _, p := range j.proposals() {
		a, b := &j.units[p[0]], &j.units[p[1]]
		if a.report == b.report && a.sentence == b.sentence || !near(a, b) {
			continue
		}
		least := sameClaim
		if a.report == b.report {
			least = sameClaimWithin
		}
		if s := j.scorer.score(a, b); s >= least {
			found = append(found, candidate{p[0], p[1], s})
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return found
}

// leastShared is the share of equal words, by weight, that one of two
// statements must have for the pair to be worth a full comparison. On the
// dam pile neither mention recall nor B³ falls by it.
const leastShared = 0.2

// near says whether enough words of one of two statements stand in the other
// unchanged, or they have a number in common.
func near(a, b *unit) bool {
	same := 0.0
	for i := range a.words {
		for k := range b.words {
			if a.words[i].index == b.words[k].index {
				if a.words[i].number {
					return true
				}
				same += a.words[i].weight
				break
			}
		}
	}
	return same >= leastShared*min(a.total, b.total)
}

// proposals gives the pairs of units that share a telling word or a number.
func (j *joiner) proposals() [][2]int {
	byWord := map[string][]int{}
	for i := range j.units {
		if j.units[i].first != i {
			continue
		}
		for _, k := range keys(&j.units[i]) {
			byWord[k] = append(byWord[k], i)
		}
	}
	var all [][2]int
	seen := map[[2]int]bool{}
	for i := range j.units {
		if j.units[i].first != i {
			continue
		}
		for _, k := range keys(&j.units[i]) {
			list := byWord[k]
			if len(list) > commonWord {
				continue
			}
			for _, o := range list {
				if p := [2]int{i, o}; o > i && !seen[p] {
					seen[p] = true
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// keys are the words under which a unit is filed, and the numbers of its
// details.
func keys(u *unit) []string {
	var found []string
	for _, w := range u.words {
		if k := key(w); !slices.Contains(found, k) {
			found = append(found, k)
		}
	}
	for _, v := range u.statement.Values {
		if k := "=" + v.Value; v.Kind == stemma.QuantityValue && !slices.Contains(found, k) {
			found = append(found, k)
		}
	}
	return found
}

// tryJoin makes the groups of two units one, if their average score allows.
func (j *joiner) tryJoin(a, b int) {
	ga, gb := j.group[a], j.group[b]
	if ga == gb {
		return
	}
	if j.average(j.members[ga], j.members[gb]) >= linkage*sameClaim {
		j.join(ga, gb)
	}
}

// join makes the groups of two units one.
func (j *joiner) join(a, b int) {
	ga, gb := min(j.group[a], j.group[b]), max(j.group[a], j.group[b])
	if ga == gb {
		return
	}
	for _, m := range j.members[gb] {
		j.group[m] = ga
	}
	j.members[ga] = append(j.members[ga], j.members[gb]...)
	j.members[gb] = nil
}

// average is the mean score between two groups, over at most linkSample
// pairs taken evenly. Two statements of one sentence count as unlike: they
// assert two things.
func (j *joiner) average(a, b []int) float64 {
	pairs := len(a) * len(b)
	step := max(1, pairs/linkSample)
	sum, n := 0.0, 0
	for k := 0; k < pairs; k += step {
		x, y := &j.units[a[k/len(b)]], &j.units[b[k%len(b)]]
		n++
		if x.report != y.report || x.sentence != y.sentence {
			sum += j.scorer.score(x, y)
		}
	}
	return sum / float64(n)
}
