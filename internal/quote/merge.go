package quote

import (
	"sort"
	"strings"
	"unicode/utf8"

	"stemma"
	who "stemma/internal/name"
)

// knowOutlets sets right the figures that bear the name of an outlet or of an
// author of the pile.
func (j *joiner) knowOutlets() {
	outlets, authors := map[string]bool{}, map[string]bool{}
	var names []string
	for _, t := range j.texts {
		if o := string(t.Report.Outlet); o != "" && !outlets[j.r.lex.bareName(strings.ToLower(o))] {
			outlets[j.r.lex.bareName(strings.ToLower(o))] = true
			names = append(names, o)
		}
		for _, b := range t.Report.Byline {
			authors[strings.ToLower(b)] = true
		}
	}
	byWord := map[string][]string{}
	for _, o := range names {
		for _, w := range strings.Fields(strings.ToLower(o)) {
			byWord[w] = append(byWord[w], o)
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.figure.named {
			continue
		}
		low := n.figure.key
		switch {
		case n.kind == stemma.Person && j.r.givenName(n.figure.given):
			// A writer's own site bears the writer's name; the person is meant.
		case authors[low] && n.kind != stemma.Outlet && n.kind != stemma.Organisation:
			n.kind = stemma.Person
		case outlets[low]:
			n.kind = stemma.Outlet
		case n.kind != stemma.Person || n.figure.given == "":
			j.knowOutlet(n, low, byWord)
		}
	}
}

// givenName says whether the tables know the word as a given name.
func (r *Reader) givenName(word string) bool {
	e := r.lex.entry(word)
	return e != nil && e.class&given != 0
}

func (j *joiner) knowOutlet(n *node, low string, byWord map[string][]string) {
	for _, w := range strings.Fields(low) {
		for _, o := range byWord[w] {
			if j.r.sameOutlet(o, low) {
				n.kind = stemma.Outlet
				return
			}
		}
	}
}

// joinNamed makes one of the figures that bear the same name.
func (j *joiner) joinNamed() {
	seen := map[namekey]int{}
	full := map[string][]int{} // surname to the first node of each full name
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.figure.named {
			continue
		}
		key := nameKey(n)
		k, ok := seen[key]
		if ok {
			j.unite(k, i)
			continue
		}
		seen[key] = i
		if n.kind == stemma.Person && n.figure.given != "" {
			full[n.figure.surname] = append(full[n.figure.surname], i)
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.figure.named && n.kind == stemma.Person && n.figure.given == "" && n.figure.generation == "" && len(full[n.figure.surname]) == 1 {
			j.unite(full[n.figure.surname][0], i)
		}
	}
	j.joinOutlets()
	j.joinShort(stemma.Organisation)
}

// namekey is what figures of one name have in common: of people whose given name
// is known its parts.
type namekey struct {
	kind                    stemma.SpeakerKind
	given, generation, rest string
}

func nameKey(n *node) namekey {
	f := n.figure
	if n.kind == stemma.Person && f.given != "" {
		return namekey{n.kind, f.given, f.generation, f.surname}
	}
	return namekey{kind: n.kind, rest: f.key}
}

// joinOutlets makes one of the outlets whose names mean one in the pile: "the
// Post" and The Washington Post, where no other Post is named.
func (j *joiner) joinOutlets() {
	var named []string
	for i := range j.nodes {
		if n := &j.nodes[i]; n.kind == stemma.Outlet && n.figure.named && j.find(i) == i {
			named = append(named, n.figure.name)
		}
	}
	circle := j.r.who.Circle(named)
	seen := map[string]int{}
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.kind != stemma.Outlet || !n.figure.named || j.find(i) != i {
			continue
		}
		key := j.r.who.Outlet(circle.Full(n.figure.name)).Key()
		if k, ok := seen[key]; ok && key != "" {
			j.unite(k, i)
			continue
		}
		seen[key] = i
	}
}

// joinShort makes one of the short name and the full one of a body, where only
// one of the pile can be meant.
func (j *joiner) joinShort(kind stemma.SpeakerKind) {
	byWord := map[string][]int{}
	for i := range j.nodes {
		if n := &j.nodes[i]; n.kind == kind && j.find(i) == i && n.figure.named {
			for _, w := range strings.Fields(n.figure.key) {
				byWord[w] = append(byWord[w], i)
			}
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.kind != kind || j.find(i) != i || !n.figure.named {
			continue
		}
		words := strings.Fields(n.figure.key)
		found := -1
		for _, k := range byWord[words[0]] {
			if k == i || j.find(k) == i || !j.shortOf(kind, j.nodes[k].figure.name, n.figure.name) {
				continue
			}
			if found >= 0 && j.find(found) != j.find(k) {
				found = -2
				break
			}
			found = k
		}
		if found >= 0 {
			j.unite(found, i)
		}
	}
}

func (j *joiner) shortOf(kind stemma.SpeakerKind, full, short string) bool {
	if len(full) <= len(short) {
		return false
	}
	if kind == stemma.Organisation && len(strings.Fields(j.r.lex.bareName(short))) < 2 {
		return false
	}
	return j.r.sameOutlet(full, short)
}

// joinVariants makes one of the people whose surnames differ by a slip:
// the same given name, surnames at most maxSlip letters apart, and a role in
// common.
func (j *joiner) joinVariants() {
	byGiven := map[string][]int{}
	var order []string
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.kind == stemma.Person && n.figure.given != "" && n.figure.surname != "" && j.find(i) == i {
			if byGiven[n.figure.given] == nil {
				order = append(order, n.figure.given)
			}
			byGiven[n.figure.given] = append(byGiven[n.figure.given], i)
		}
	}
	for _, g := range order {
		list := byGiven[g]
		if len(list) > maxNamesakes {
			continue
		}
		for a := range list {
			for b := a + 1; b < len(list); b++ {
				if j.oneGeneration(list, list[a], list[b]) {
					j.joinIfSlip(list[a], list[b])
				}
			}
		}
	}
}

// oneGeneration says whether two people may be one as far as their generation
// goes: "Arno Veld" may be "Arno Veld Jr", if no other Arno Veld is in the list.
func (j *joiner) oneGeneration(list []int, a, b int) bool {
	f, g := j.nodes[a].figure, j.nodes[b].figure
	if f.generation == g.generation {
		return true
	}
	if f.generation != "" && g.generation != "" || f.surname != g.surname {
		return false
	}
	for _, i := range list {
		if h := j.nodes[i].figure; h.surname == f.surname && h.generation != "" && h.generation != f.generation+g.generation {
			return false
		}
	}
	return true
}

// A surname of four letters or fewer is another name when a letter changes;
// two letters are what one slip of a copyist changes (Rennick, Renwick).
// Beyond maxNamesakes bearers of a given name the pile is no pile of one story.
const (
	minSlipName  = 5
	maxSlip      = 2
	maxNamesakes = 200
)

func (j *joiner) joinIfSlip(a, b int) {
	f, g := j.nodes[a].figure, j.nodes[b].figure
	if f.surname != g.surname && min(len(f.surname), len(g.surname)) < minSlipName {
		return
	}
	if j.nodes[a].report == j.nodes[b].report || f.surname[0] != g.surname[0] || who.Distance(f.surname, g.surname, maxSlip) > maxSlip {
		return
	}
	if overlap(j.roleWords(f.roles), j.roleWords(g.roles)) == 0 && overlap(j.wordsOfNamed(a), j.wordsOfNamed(b)) < minShared {
		return
	}
	j.unite(a, b)
}

func (j *joiner) roleWords(roles []string) []string {
	var out []string
	for _, w := range roles {
		if len(w) > 3 && !j.r.lex.plays(w, rankWord) {
			out = append(out, w)
		}
	}
	return out
}

// minShared is how many content words two unnamed sources of different reports
// must be credited with in common to be one; maxCommon is the number of
// figures up to which a word is rare enough to propose them.
const (
	minShared = 3
	maxCommon = 40
)

// contentWords adds the words of an attribution's content that mean something.
func (r *Reader) contentWords(to []string, a *stemma.Attribution) []string {
	for _, s := range a.Content {
		for at := 0; at < len(s.Text) && len(to) < maxContent; {
			start, end := nextWord(s.Text, at)
			if at = end; start == end {
				break
			}
			w := strings.ToLower(s.Text[start:end])
			if len(w) <= 3 && w[0] > '9' {
				continue
			}
			if e := r.lex.entry(w); e != nil && e.class&(det|pronoun|poss|prep|conj|sub|rel|aux|adv|neg) != 0 {
				continue
			}
			if w = r.lex.singular.Of(w); !contains(to, w) {
				to = append(to, w)
			}
		}
	}
	return to
}

// nextWord returns the next run of letters and digits, to which all that is
// not ASCII is counted.
func nextWord(s string, at int) (start, end int) {
	for at < len(s) && !wordByte(s[at]) {
		at++
	}
	start = at
	for at < len(s) && wordByte(s[at]) {
		at++
	}
	return start, at
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

const maxContent = 80

func overlap(a, b []string) int {
	n := 0
	for _, w := range a {
		if contains(b, w) {
			n++
		}
	}
	return n
}

// joinUnnamed makes one of the anonymous people and the papers of different
// reports when head, count and modifiers allow it and they are credited with
// the same matter.
func (j *joiner) joinUnnamed() {
	index := map[string][]int{}
	for i := range j.nodes {
		if n := &j.nodes[i]; n.used && !n.figure.named {
			n.ilk = ilk{n.kind, j.r.lex.singular.Of(n.figure.head)}
			for _, w := range n.figure.words {
				index[w] = append(index[w], i)
			}
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.used || n.figure.named {
			continue
		}
		for _, k := range j.candidates(i, index) {
			if j.find(k) != j.find(i) && j.compatible(i, k) && !j.sameReport(i, k) {
				j.unite(k, i)
				break
			}
		}
	}
}

// ilk is what unnamed figures that may be one have in common.
type ilk struct {
	kind stemma.SpeakerKind
	head string // the head noun in the singular
}

// candidates lists earlier figures of the same ilk that share at least
// minShared words with i, the most alike first.
func (j *joiner) candidates(i int, index map[string][]int) []int {
	if j.nodes[i].figure.head == "" {
		return nil
	}
	shared := map[int]int{}
	for _, w := range j.nodes[i].figure.words {
		if list := index[w]; len(list) <= maxCommon {
			for _, k := range list {
				if k < i && j.nodes[k].report != j.nodes[i].report && j.nodes[k].ilk == j.nodes[i].ilk {
					shared[k]++
				}
			}
		}
	}
	var found []int
	for k, n := range shared {
		small := min(len(j.nodes[i].figure.words), len(j.nodes[k].figure.words))
		if n >= minShared && 4*n >= small || n >= 2 && n == small {
			found = append(found, k)
		}
	}
	sort.Slice(found, func(a, b int) bool {
		if shared[found[a]] != shared[found[b]] {
			return shared[found[a]] > shared[found[b]]
		}
		return found[a] < found[b]
	})
	return found
}

// sameReport says whether joining would make one of two figures that one
// report tells apart.
func (j *joiner) sameReport(a, b int) bool {
	ra, rb := j.find(a), j.find(b)
	for i := j.offset[j.nodes[a].report]; i < len(j.nodes) && j.nodes[i].report == j.nodes[a].report; i++ {
		if r := j.find(i); r == rb && r != ra && j.nodes[i].used {
			return true
		}
	}
	return false
}

func (j *joiner) compatible(a, b int) bool {
	f, g := j.nodes[a].figure, j.nodes[b].figure
	return meet(f.count, g.count) && !j.contradict(f.roles, g.roles)
}

// meet says whether two counts can be of the same people.
func meet(a, b stemma.Count) bool {
	return (a.Max == 0 || b.Min <= a.Max) && (b.Max == 0 || a.Min <= b.Max)
}

// contradict says whether modifiers exclude each other: "former" and
// "current", or a service that the other is not of.
func (j *joiner) contradict(a, b []string) bool {
	return j.former(a) != j.former(b)
}

func (j *joiner) former(roles []string) bool {
	for _, w := range roles {
		if j.r.lex.plays(w, formerWord) {
			return true
		}
	}
	return false
}
