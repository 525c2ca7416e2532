package extract

import (
	"strings"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// brand reduces what a page states as its outlet to the name of the paper: no
// legal form of the company, nothing in brackets, no slogan behind a bar. label
// is the part of the host that names the publisher, or "". It is "" for what is
// no name.
func brand(in *who.Inside, forms language.Table, stated, label string) string {
	name := oneLine(stated)
	if before, _, found := strings.Cut(name, " ("); found && before != "" {
		name = before
	}
	parts := splitAt(name, titleMarks[:])
	name = parts[0]
	for _, part := range parts[1:] {
		if label != "" && !spells(in, label, name) && spells(in, label, part) {
			name = part
		}
	}
	name = withoutForm(forms, name)
	if who.IsAddress(name) || countWords(name, maxBrandWords+1) > maxBrandWords {
		return ""
	}
	return name
}

// maxBrandWords is how many words the name of a paper has at most; what is
// longer is a slogan.
const maxBrandWords = 8

// splitAt cuts a string at any of some marks; it is the string itself where
// there is none.
func splitAt(s string, marks []string) []string {
	parts := []string{s}
	for _, mark := range marks {
		var finer []string
		for _, p := range parts {
			finer = append(finer, strings.Split(p, mark)...)
		}
		parts = finer
	}
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return []string{s}
	}
	return kept
}

// withoutForm cuts the legal form off the name of a company: "Harbour Courier
// GmbH & Co. KG".
func withoutForm(forms language.Table, name string) string {
	words := fold(name)
	end := len(words)
	for end > 1 {
		form := words[end-1].form
		if !forms.Has(form) && (form != "&" || end == len(words)) {
			break
		}
		end--
	}
	if end == len(words) || end == 0 {
		return name
	}
	return strings.TrimRight(name[:words[end-1].end], " ,.&")
}
