package credit

import (
	"maps"
	"slices"
	"strings"

	"stemma"
	outlets "stemma/internal/name"
	"stemma/internal/segment"
)

// Names is who is named across a pile: its own outlets, people, and who
// reports or makes things public by himself.
type Names struct {
	outlets  map[string][]name // first word → names
	pile     []string          // outlets of the pile's reports
	circle   *outlets.Circle   // of these
	surnames map[string]bool   // of people with a full name
	tails    map[string]name   // last words of the pile's outlets; one without a name is several's
	headed   map[string]name   // such words that are heads of outlets' names
	initials map[string]name   // surnames of authors of whom the initial is known
}

// Names reads the names of a pile: of its reports, its speakers, and of
// reporters who are called so anywhere in it.
func (r *Reader) Names(texts []*stemma.Text, index *stemma.Index, attributions []stemma.Attribution) *Names {
	n := &Names{outlets: map[string][]name{}, surnames: map[string]bool{}, initials: map[string]name{}}
	for _, t := range texts {
		if t.Report.Outlet != "" && !slices.Contains(n.pile, string(t.Report.Outlet)) {
			n.pile = append(n.pile, string(t.Report.Outlet))
		}
		outlet := string(t.Report.Outlet)
		n.add(name{words: outletWords(r.lex, outlet), full: r.lex.fullName(outlet), kind: stemma.LostOutlet}, r.lex)
	}
	n.circle = r.lex.who.Circle(n.pile)
	n.addTails(r.lex)
	for _, t := range texts {
		n.addAuthors(r, t.Report.Byline)
	}
	for _, a := range attributions {
		if s := index.Speaker(a.Speaker); s != nil && r.lex.isSomebody(s) {
			n.person(s.Name)
		}
	}
	r.addReporters(n, texts)
	for first := range n.outlets {
		slices.SortFunc(n.outlets[first], func(a, b name) int { return len(b.words) - len(a.words) })
	}
	return n
}

// add enters a name unless it is one vague word, which any outlet may bear.
func (n *Names) add(x name, lex *lexicon) {
	if len(x.words) == 0 {
		return
	}
	if w := x.words[0]; len(x.words) == 1 && (lex.vague.Has(w) || lex.words.Has(w) || len(w) < 2) {
		return
	}
	x.air = x.air || outlets.OnAir(lex.air, strings.Join(x.words, " "))
	for _, other := range n.outlets[x.words[0]] {
		if slices.Equal(other.words, x.words) {
			return
		}
	}
	n.outlets[x.words[0]] = append(n.outlets[x.words[0]], x)
}

// addTails enters the last words of the pile's outlets; those that are heads of such names apart, of outlets that
// no table has: "the Register" may be any.
func (n *Names) addTails(lex *lexicon) {
	n.tails, n.headed = map[string]name{}, map[string]name{}
	for _, outlet := range n.pile {
		words := outletWords(lex, outlet)
		if len(words) < 2 || lex.edition(words[len(words)-1]) {
			continue
		}
		tail, into := words[len(words)-1], n.tails
		x := name{full: lex.fullName(outlet), kind: stemma.LostOutlet}
		if lex.heads.Is(tail, "name") {
			into, x.doubtful = n.headed, true
		}
		if other, taken := into[tail]; taken && other.full != x.full || x.doubtful && lex.who.Outlet(outlet).Known {
			x = name{}
		}
		into[tail] = x
	}
	maps.DeleteFunc(n.headed, func(_ string, x name) bool { return x.full == "" })
}

// shorts are the heads by which other reports may call an outlet of the pile, each of one alone.
func (n *Names) shorts() map[string]name {
	if n == nil {
		return map[string]name{}
	}
	return maps.Clone(n.headed)
}

// isPerson says whether a name begins with a given name, whatever its last
// word is: "Ada Post".
func (l *lexicon) isPerson(full string) bool {
	first, _, more := strings.Cut(segment.Fold(strings.ReplaceAll(full, " ", "_")), "_")
	return more && l.firstnames.Has(first)
}

// isSomebody says whether a speaker is a person, and no station: "Radio Kestrel".
func (l *lexicon) isSomebody(s *stemma.Speaker) bool {
	first, _, _ := strings.Cut(s.Name, " ")
	return (s.Kind == stemma.Person || l.isPerson(s.Name)) && !l.heads.Is(segment.Fold(first), "first")
}

// doubtful says whether a name that no table has may be somebody else's than
// an outlet's: its last word is the head of other names too ("Tea Express").
func (l *lexicon) doubtful(words []string) bool {
	return len(words) == 0 || !l.heads.Is(words[len(words)-1], "name") || l.heads.Is(words[len(words)-1], "doubtful")
}

func (n *Names) person(full string) {
	words := strings.Fields(segment.Fold(full))
	if len(words) < 2 {
		words = strings.Fields(full)
	}
	if len(words) >= 2 {
		n.surnames[segment.Fold(words[len(words)-1])] = true
	}
}

// outletWords is the name of a report's outlet without what tells its pages:
// "Harbour Gazette" of "Harbour Gazette - News", of "Harbour Gazette (Web)" and of "Harbour Gazette press office".
func outletWords(l *lexicon, outlet string) []string {
	return bareWords(l, l.who.WithoutDesk(withoutPages(outlet)))
}

// withoutPages cuts what tells the pages of an outlet off its name.
func withoutPages(outlet string) string {
	for _, mark := range []string{" - ", " (", " | "} {
		outlet, _, _ = strings.Cut(outlet, mark)
	}
	return outlet
}

// fullName is the name that the gazetteers have for an outlet, or its own
// without what tells its pages.
func (l *lexicon) fullName(outlet string) string {
	words := outletWords(l, outlet)
	if len(words) == 0 {
		return outlet
	}
	for _, n := range l.names[words[0]] {
		if slices.Equal(n.words, words) {
			return n.full
		}
	}
	return withoutPages(outlet)
}

// edition says whether a word tells a page or a service of an outlet, not an
// outlet.
func (l *lexicon) edition(word string) bool {
	return l.small.Is(word, "edition")
}

// key is the form in which names of outlets are compared: an agency's full
// name, else the words that are left without those of editions.
func (l *lexicon) key(full string) string {
	words := outletWords(l, full)
	if agency := l.agencies.Of(strings.Join(words, " ")); len(agency) > 0 {
		words = bareWords(l, strings.Join(agency, " "))
	}
	var kept []string
	for _, w := range words {
		if !l.edition(w) && strings.Trim(w, ".-/&,:()") != "" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

// ownNames are the keys under which a report's own outlet goes.
func (r *Reader) ownNames(report *stemma.Report) []string {
	var keys []string
	if report.Outlet != "" {
		keys = append(keys, r.lex.key(string(report.Outlet)))
	}
	if report.URL != "" {
		if o := r.lex.who.Outlet(string(report.URL)); o.Known {
			keys = append(keys, r.lex.key(o.Name))
		}
	}
	return keys
}
