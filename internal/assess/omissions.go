package assess

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/value"
)

// reportDrifts finds what shows only in the whole of a copy: a denial that is
// left out, a title that changed, whom the report was taken from.
func (b *book) reportDrifts(siglum string, w way) []stemma.Drift {
	var found []stemma.Drift
	if retells(w.descent.Kind) && !w.printing {
		found = append(found, b.denialOmitted(siglum, w)...)
		found = append(found, b.uncredited(siglum, w)...)
	}
	found = append(found, b.misspelt(siglum, w)...)
	return append(found, b.titles(siglum, w)...)
}

// retells says whether a copy of that kind tells the exemplar's story as a
// whole, so that what it leaves out is missed.
func retells(k stemma.DescentKind) bool {
	return k == stemma.Repost || k == stemma.Rewrite || k == stemma.Summary || k == stemma.WireCopy
}

// denialOmitted finds the answer of the accused that a copy leaves out: what
// is credited with a denying cue, or to a spokesperson, and stands nowhere in
// the copy.
func (b *book) denialOmitted(siglum string, w way) []stemma.Drift {
	for c := range b.in.Claims {
		if len(b.holds[c][siglum]) > 0 {
			continue
		}
		for _, st := range b.holds[c][w.siglum] {
			a := b.in.Index.Attribution(st.Attribution)
			s := b.source(st)
			if a == nil || s == nil || st.Headline || !(a.Stance == stemma.Denying || b.speaksFor(s) && !b.creditsSpeaker(siglum, s.ID)) {
				continue
			}
			return []stemma.Drift{{
				Kind: stemma.DenialOmitted, Claim: stemma.Maybe(b.in.Claims[c].ID), Descent: stemma.Maybe(w.descent.ID),
				Before: ptr(st.Span), Severity: 3,
				Says: fmt.Sprintf("the answer of %s is left out", s.Name),
			}}
		}
	}
	return nil
}

func (b *book) speaksFor(s *stemma.Speaker) bool {
	return strings.Contains(strings.ToLower(s.Descriptor), "spokes")
}

// uncredited finds that a copy never names the report that it was taken from:
// the exemplar's own reporting is told as somebody else's.
func (b *book) uncredited(siglum string, w way) []stemma.Drift {
	for _, e := range w.descent.Evidence {
		if e.Kind == stemma.CreditEvidence || e.Kind == stemma.LinkEvidence || e.Kind == stemma.FooterEvidence {
			return nil
		}
	}
	for _, a := range b.in.Attributions {
		if b.siglum[a.Report] != w.siglum || !a.Own || a.Receiver == nil || a.Source == nil {
			continue
		}
		d := stemma.Drift{
			Kind: stemma.AttributionDropped, Descent: stemma.Maybe(w.descent.ID), Before: ptr(sourceAndReceiver(b, a)), Severity: 3,
			Says: fmt.Sprintf("taken from %s, which is nowhere named", b.name(w.siglum)),
		}
		if after := b.counterpart(siglum, a); after != nil {
			d.After = after
		}
		return []stemma.Drift{d}
	}
	return nil
}

// sourceAndReceiver is the stretch from an attribution's source to whom it
// spoke: "an internal memo seen by the Lantern".
func sourceAndReceiver(b *book, a stemma.Attribution) stemma.Span {
	text := b.in.Index.Text(a.Report).Report
	return text.Span(min(a.Source.Start, a.Receiver.Start), max(a.Source.End, a.Receiver.End))
}

// counterpart is the source that a copy gives for what an attribution of the
// exemplar says.
func (b *book) counterpart(siglum string, a stemma.Attribution) *stemma.Span {
	for c := range b.in.Claims {
		from := false
		for _, st := range b.holds[c][b.siglum[a.Report]] {
			from = from || string(st.Attribution) == a.ID
		}
		for _, st := range b.holds[c][siglum] {
			if !from || st.Headline {
				continue
			}
			if x := b.in.Index.Attribution(st.Attribution); x != nil && x.Source != nil {
				return ptr(*x.Source)
			}
			return ptr(st.Span)
		}
	}
	return nil
}

// titles finds persons whose title is another one in the copy.
func (b *book) titles(siglum string, w way) []stemma.Drift {
	var found []stemma.Drift
	done := map[string]bool{}
	for _, v := range b.details(siglum, stemma.TitleValue) {
		if v.Of == "" || done[v.Of] {
			continue
		}
		done[v.Of] = true
		if before, ok := b.otherTitle(siglum, w.siglum, v.Of); ok {
			found = append(found, stemma.Drift{
				Kind: stemma.TitleChanged, Claim: b.claimAt(siglum, v.Span), Descent: stemma.Maybe(w.descent.ID),
				Before: ptr(before.Span), After: ptr(v.Span), Severity: titleSeverity(before, v),
				Says: fmt.Sprintf("“%s” becomes “%s”", before.Span.Text, v.Span.Text),
			})
		}
	}
	return found
}

// titleSeverity: a rank put on or taken off is worse than another word for
// an office.
func titleSeverity(before, after stemma.Value) int {
	if !strings.Contains(before.Value, after.Value) && strings.Contains(after.Value, before.Value) {
		return 3
	}
	return 2
}

func (b *book) details(siglum string, kind stemma.ValueKind) []stemma.Value {
	var found []stemma.Value
	for _, v := range b.in.Details[b.report[siglum].Report.ID] {
		if v.Kind == kind {
			found = append(found, v)
		}
	}
	return found
}

// otherTitle gives the exemplar's title of a person, if it has one and none
// that agrees with any of the copy's.
func (b *book) otherTitle(copy, exemplar, surname string) (stemma.Value, bool) {
	var other stemma.Value
	for _, x := range b.details(exemplar, stemma.TitleValue) {
		if x.Of != surname {
			continue
		}
		for _, v := range b.details(copy, stemma.TitleValue) {
			if v.Of == surname && value.Compare(x, v) != value.Different {
				return stemma.Value{}, false
			}
		}
		if other.Of == "" {
			other = x
		}
	}
	return other, other.Of != ""
}

// misspelt finds persons whose name is spelt otherwise in the copy, and
// nowhere as in the exemplar.
func (b *book) misspelt(siglum string, w way) []stemma.Drift {
	var found []stemma.Drift
	done := map[string]bool{}
	there := b.details(w.siglum, stemma.PersonValue)
	for _, v := range b.details(siglum, stemma.PersonValue) {
		if done[v.Value] {
			continue
		}
		done[v.Value] = true
		if x, ok := variant(there, v); ok {
			found = append(found, stemma.Drift{
				Kind: stemma.ActorChanged, Claim: b.claimAt(siglum, v.Span), Descent: stemma.Maybe(w.descent.ID),
				Before: ptr(x.Span), After: ptr(v.Span), Severity: 2,
				Says: fmt.Sprintf("the name “%s” becomes “%s”", x.Span.Text, v.Span.Text),
			})
		}
	}
	return found
}

func variant(names []stemma.Value, v stemma.Value) (stemma.Value, bool) {
	var found stemma.Value
	ok := false
	for _, x := range names {
		switch value.CompareNames(x.Value, v.Value) {
		case value.Same, value.Compatible:
			return stemma.Value{}, false
		case value.Variant:
			if !ok {
				found, ok = x, true
			}
		}
	}
	return found, ok
}

// claimAt is the claim of the statement that stands in the same sentence.
func (b *book) claimAt(siglum string, span stemma.Span) stemma.Maybe {
	for c := range b.in.Claims {
		for _, st := range b.holds[c][siglum] {
			if st.Sentence.Contains(span) {
				return stemma.Maybe(b.in.Claims[c].ID)
			}
		}
	}
	return ""
}

func ptr(s stemma.Span) *stemma.Span { return &s }
