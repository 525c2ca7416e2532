package derive

import (
	"fmt"

	"stemma"
)

// creditEvidence turns the credits of a pair into evidence: the strongest of
// each form counts, since naming a source twice proves no more.
func creditEvidence(credits []credit) []stemma.Evidence {
	var found []stemma.Evidence
	seen := map[creditForm]int{}
	for _, c := range credits {
		if at, ok := seen[c.form]; ok {
			found[at].Spans = append(found[at].Spans, c.span)
			continue
		}
		seen[c.form] = len(found)
		found = append(found, stemma.Evidence{
			Kind: creditKind(c.form), Weight: creditWeight(c.form), Spans: []stemma.Span{c.span}, Says: creditSays(c),
		})
	}
	return found
}

func creditKind(form creditForm) stemma.EvidenceKind {
	switch form {
	case footerCredit:
		return stemma.FooterEvidence
	case linkCredit:
		return stemma.LinkEvidence
	}
	return stemma.CreditEvidence
}

func creditWeight(form creditForm) float64 {
	switch form {
	case sourceCredit, agencyCredit:
		return sourceWeight
	case receiverCredit:
		return receiverWeight
	case footerCredit:
		return footerWeight
	case linkCredit:
		return linkWeight
	case mentionCredit:
		return mentionWeight
	}
	return genericWeight
}

func creditSays(c credit) string {
	switch c.form {
	case footerCredit:
		return fmt.Sprintf("a footer says that it comes from %s", c.name)
	case linkCredit:
		return fmt.Sprintf("it links to the page on %s", c.name)
	case receiverCredit:
		return fmt.Sprintf("it says that its source spoke to %s", c.name)
	case mentionCredit:
		return fmt.Sprintf("it names %s", c.name)
	case agencyCredit:
		return fmt.Sprintf("it says that the text is %s's", c.name)
	}
	return fmt.Sprintf("it credits %s", c.name)
}
