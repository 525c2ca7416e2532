package main

import (
	"slices"
	"strings"

	"stemma"
)

// agencyNames is how the corpus names agencies, and how reports do.
func agencyNames() map[string]string {
	return map[string]string{
		"associated press": "ap", "the associated press": "ap",
		"agence france-presse": "afp", "agence france presse": "afp",
		"united press international": "upi", "thomson reuters": "reuters",
	}
}

// scoreWires scores the agency articles: the documents that the corpus says
// are from an agency, against those for which a credit of kind agency names
// one, from the byline, the dateline or a footer.
func scoreWires(s *scores, all []sheet) {
	names := agencyNames()
	var t agreement
	for i := range all {
		sh := &all[i]
		var found []string
		for _, c := range sh.report.Credits {
			name := strings.ToLower(c.Name)
			if short, ok := names[name]; ok {
				name = short
			}
			if c.Kind == stemma.AgencyCredit && !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
		wire := strings.ToLower(sh.doc.Wire)
		right := wire != "" && slices.Contains(found, wire)
		if right {
			t.right++
			t.recalled++
		} else if wire != "" {
			s.detail("agency missed: %s is from %s, found %q", sh.doc.ID, sh.doc.Wire, found)
		}
		if wire != "" {
			t.wanted++
		}
		t.found += len(found)
		if len(found) > 0 && (!right || len(found) > 1) {
			s.detail("agency false: %s is from %q, found %q", sh.doc.ID, sh.doc.Wire, found)
		}
	}
	t.print(s, "agency")
}
