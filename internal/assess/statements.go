package assess

import (
	"slices"

	"stemma"
)

// statements are what the witnesses of a story state, by claim.
type statements struct {
	*lineage
	claims []stemma.Claim
	// holds maps a claim (by index) and a siglum to the statements there.
	holds []map[string][]*stemma.Statement
	makes map[string][]made // siglum → its statements, by claim
}

// made is a statement of a report and the claim that it makes.
type made struct {
	claim     int
	statement *stemma.Statement
}

func newStatements(l *lineage, claims []stemma.Claim) *statements {
	b := &statements{
		lineage: l, claims: claims, makes: map[string][]made{},
		holds: make([]map[string][]*stemma.Statement, len(claims)),
	}
	b.fillHolds()
	return b
}

func (b *statements) fillHolds() {
	for c := range b.claims {
		b.holds[c] = map[string][]*stemma.Statement{}
		for s := range b.claims[c].Statements {
			st := &b.claims[c].Statements[s]
			name := b.siglum[st.Span.Report]
			b.holds[c][name] = append(b.holds[c][name], st)
			b.makes[name] = append(b.makes[name], made{c, st})
		}
	}
}

// telling gives a witness's statements of a claim; its headlines only if it
// has no other ones, since a headline is written over a text.
func (b *statements) telling(claim int, siglum string) []*stemma.Statement {
	all := b.holds[claim][siglum]
	isHeadline := func(st *stemma.Statement) bool { return st.Headline }
	if !slices.ContainsFunc(all, isHeadline) {
		return all
	}
	if body := slices.DeleteFunc(slices.Clone(all), isHeadline); len(body) > 0 {
		return body
	}
	return all
}

// claimOf is the claim of the statement in which a change stands.
func (b *statements) claimOf(w Way, d stemma.Drift) stemma.Maybe {
	if d.After != nil {
		if c := b.claimAt(w.to, *d.After); c != "" {
			return c
		}
	}
	if d.Before != nil {
		return b.claimAt(w.from, *d.Before)
	}
	return ""
}

// claimAt is the claim of the statement that stands in the same sentence.
func (b *statements) claimAt(siglum string, span stemma.Span) stemma.Maybe {
	for _, x := range b.makes[siglum] {
		if x.statement.Sentence.Contains(span) {
			return stemma.Maybe(b.claims[x.claim].ID)
		}
	}
	return ""
}
