package derive

import (
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// names is how a report or an outlet may be called, in folded words.
type names struct {
	outlet  []string   // words of the outlet's name without articles
	persons [][]string // words of each author's name
	host    string
	url     string
	vague   language.Table // words that alone could be any outlet's
}

func (d *Deriver) reportNames(r *stemma.Report) names {
	n := names{vague: d.vague, outlet: nameWords(string(r.Outlet)), host: name.Host(string(r.URL)), url: name.Page(string(r.URL))}
	for _, b := range r.Byline {
		if p := nameWords(b); len(p) >= 2 && d.who.Writer(b) == name.Author {
			n.persons = append(n.persons, p)
		}
	}
	return n
}

// nameWords folds a name to its words, without articles and marks. What
// describes a name from behind is dropped ("CPS agency").
func nameWords(written string) []string {
	fields := strings.FieldsFunc(strings.ReplaceAll(written, "’", "'"), func(r rune) bool {
		return strings.ContainsRune(" \t\n\r,;:()\"“”|/", r)
	})
	named := false
	var words []string
	for _, f := range fields {
		plain := f[0] >= 'a' && f[0] <= 'z'
		f = strings.TrimSuffix(strings.Trim(strings.ToLower(f), "."), "'s")
		if f == "" || f == "the" || f == "a" || f == "an" || named && plain {
			continue
		}
		named = named || !plain
		words = append(words, f)
	}
	return words
}

// callsWords says whether the words of a name mean this outlet or one of its
// authors. Of an outlet's name a part is enough if it is distinctive:
// "the Lantern" for "The Selwick Lantern", but not "the Times", which may be
// any; of a person's name the surname must be there, and a
// given name if both sides have one.
func (n names) callsWords(words []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, p := range n.persons {
		if samePerson(words, p) {
			return true
		}
	}
	return sameOutlet(words, n.outlet, n.vague)
}

func samePerson(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	return a[0] == b[0] && a[len(a)-1] == b[len(b)-1]
}

// sameOutlet compares two outlet names: one is part of the other, ending
// with the same word or beginning with it, or is its initials.
func sameOutlet(a, b []string, vague language.Table) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 && len(b) > 1 && a[0] == initials(b) && len(a[0]) >= 2 {
		return true
	}
	if !contains(b, a) {
		return false
	}
	if len(a) == len(b) || len(a) >= 2 {
		return true
	}
	return !vague.Has(a[0]) && (a[0] == b[len(b)-1] || allVague(b[1:], vague))
}

// allVague says whether the words tell no outlet: what is left of "Riverside
// Radio" behind "Riverside", but not of "Selwick Lantern" behind "Selwick",
// which is a town.
func allVague(words []string, vague language.Table) bool {
	for _, w := range words {
		if !vague.Has(w) {
			return false
		}
	}
	return true
}

// contains says whether the words of part stand in whole in the same order,
// next to each other.
func contains(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		same := true
		for k := range part {
			same = same && whole[i+k] == part[k]
		}
		if same {
			return true
		}
	}
	return false
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if w != "of" && w != "and" && w != "for" {
			b.WriteString(w[:1])
		}
	}
	return b.String()
}

// isAgency says whether a name is a news agency's.
func (d *Deriver) isAgency(written string) bool { return d.who.IsAgency(written) }

// fullAgency is an outlet's full name, where it is known or where the story's
// credits have it: "the Post" is The Washington Post if no other Post is named.
func (w *work) fullAgency(written string) string {
	if w.circle == nil {
		var named []string
		for _, c := range w.credits {
			named = append(named, c.name)
		}
		w.circle = w.who.Circle(named)
	}
	return w.circle.Full(written)
}
