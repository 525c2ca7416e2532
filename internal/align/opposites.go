package align

import "stemma/internal/language"

// opposites knows words that make two otherwise equal statements contradict
// each other: "raised" and "cut", "upstream" and "downstream".
type opposites struct {
	pairs   map[[2]string]bool
	bases   map[string]bool
	regular language.Endings
}

// newOpposites reads "raise: cut lower" as raise against cut and lower.
func newOpposites(table language.Table, regular language.Endings) opposites {
	o := opposites{map[[2]string]bool{}, map[string]bool{}, regular}
	for _, entry := range table.Entries() {
		for _, other := range table.Of(entry) {
			o.pairs[[2]string{entry, other}] = true
			o.pairs[[2]string{other, entry}] = true
			o.bases[entry], o.bases[other] = true, true
		}
	}
	return o
}

// base gives the form in which the table has a word, or "": the word itself or
// what is left when a regular ending is stripped.
func (o opposites) base(form string) string {
	if o.bases[form] {
		return form
	}
	return o.regular.Stem(form, func(stem string) bool { return o.bases[stem] })
}

func (o opposites) clash(a, b []Word) bool {
	for i := range a {
		if a[i].base == "" {
			continue
		}
		for k := range b {
			if b[k].base != "" && o.pairs[[2]string{a[i].base, b[k].base}] && !holds(a, b[k].base) && !holds(b,
				a[i].base) {
				return true
			}
		}
	}
	return false
}

func holds(words []Word, base string) bool {
	for i := range words {
		if words[i].base == base {
			return true
		}
	}
	return false
}
