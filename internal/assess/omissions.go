package assess

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/value"
)

// reportDrifts finds what shows only in the whole of a copy: a denial that is
// left out, a name or title that changed, whom the report was taken from.
func (b *book) reportDrifts(siglum string, ways []way) []stemma.Drift {
	var found []stemma.Drift
	for _, w := range ways {
		if retells(w.descent.Kind) && !w.printing {
			found = append(found, b.denialOmitted(siglum, w)...)
			found = append(found, b.uncredited(siglum, w)...)
		}
	}
	found = append(found, b.detailDrifts(siglum, ways, stemma.PersonValue, b.misspelt)...)
	return append(found, b.detailDrifts(siglum, ways, stemma.TitleValue, b.titles)...)
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
			if a == nil || s == nil || st.Headline || !(denies(a) || b.speaksFor(s) && !b.creditsSpeaker(siglum, s.ID)) {
				continue
			}
			return []stemma.Drift{{
				Kind: stemma.DenialOmitted, Claim: stemma.Maybe(b.in.Claims[c].ID), Descent: stemma.Maybe(w.descent.ID),
				Before: ptr(st.Sentence), Severity: 3,
				Says: fmt.Sprintf("the answer of %s is left out", s.Name),
			}}
		}
	}
	return nil
}

// denies says whether somebody denies something; who "does not claim" it
// only holds back.
func denies(a *stemma.Attribution) bool {
	for _, c := range a.Cue {
		if strings.Contains(c.Text, " not ") || strings.Contains(c.Text, "n't") || strings.Contains(c.Text, "n’t") {
			return false
		}
	}
	return a.Stance == stemma.Denying
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
	var found []stemma.Drift
	if d, ok := b.otherByline(siglum, w); ok {
		found = append(found, d)
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
		return append(found, d)
	}
	return found
}

// otherByline finds that a repost stands under another author's name.
func (b *book) otherByline(siglum string, w way) (stemma.Drift, bool) {
	r := b.report[siglum].Report
	if w.descent.Kind != stemma.Repost || len(r.Byline) == 0 || len(b.report[w.siglum].Report.Byline) == 0 {
		return stemma.Drift{}, false
	}
	for _, s := range r.Segments {
		if s.Kind == stemma.BylineLine {
			return stemma.Drift{
				Kind: stemma.AttributionChanged, Descent: stemma.Maybe(w.descent.ID), After: ptr(r.Span(s.Start, s.End)), Severity: 3,
				Says: fmt.Sprintf("the text of %s stands under the name of %s", joined(b.report[w.siglum].Report.Byline), joined(r.Byline)),
			}, true
		}
	}
	return stemma.Drift{}, false
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

// detailDrifts finds persons of whom a copy has another name or title than
// every exemplar that names them: what one exemplar has is no drift.
func (b *book) detailDrifts(siglum string, ways []way, kind stemma.ValueKind, find func(siglum string, w way, v stemma.Value) (stemma.Drift, bool)) []stemma.Drift {
	var found []stemma.Drift
	done := map[string]bool{}
	for _, v := range b.details(siglum, kind) {
		person := v.Value
		if kind == stemma.TitleValue {
			person = v.Of
		}
		if person == "" || done[person] {
			continue
		}
		done[person] = true
		if d, ok := b.anywhere(siglum, ways, v, find); ok {
			found = append(found, d)
		}
	}
	return found
}

// anywhere gives the drift of a detail from the first exemplar that has it
// otherwise, unless another exemplar has it as the copy does.
func (b *book) anywhere(siglum string, ways []way, v stemma.Value, find func(string, way, stemma.Value) (stemma.Drift, bool)) (stemma.Drift, bool) {
	var drift stemma.Drift
	found := false
	for _, w := range ways {
		for _, x := range b.details(w.siglum, v.Kind) {
			rel := value.Compare(x, v)
			if (v.Kind == stemma.PersonValue || value.CompareNames(x.Of, v.Of) == value.Same) && (rel == value.Same || rel == value.Compatible) {
				return stemma.Drift{}, false
			}
		}
		if d, ok := find(siglum, w, v); ok && !found {
			drift, found = d, true
		}
	}
	return drift, found
}

// titles compares a person's title with that in one exemplar.
func (b *book) titles(siglum string, w way, v stemma.Value) (stemma.Drift, bool) {
	before, ok := b.otherTitle(siglum, w.siglum, v.Of)
	if !ok {
		return stemma.Drift{}, false
	}
	return stemma.Drift{
		Kind: stemma.TitleChanged, Claim: b.claimAt(siglum, v.Span), Descent: stemma.Maybe(w.descent.ID),
		Before: ptr(before.Span), After: ptr(v.Span), Severity: titleSeverity(before, v),
		Says: fmt.Sprintf("“%s” becomes “%s”", before.Span.Text, v.Span.Text),
	}, true
}

// titleSeverity: a rank put on is worse than another word for an office.
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
// that agrees with any of the copy's. The person's name may be misspelt.
func (b *book) otherTitle(copy, exemplar, surname string) (stemma.Value, bool) {
	var other stemma.Value
	for _, x := range b.details(exemplar, stemma.TitleValue) {
		if !sameBearer(x.Of, surname) {
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

// sameBearer compares surnames, of which one may be misspelt by a letter or
// two.
func sameBearer(a, b string) bool {
	return a == b || value.CompareNames("x "+a, "x "+b) == value.Variant
}

// misspelt finds a person whose name is spelt otherwise than in one exemplar.
func (b *book) misspelt(siglum string, w way, v stemma.Value) (stemma.Drift, bool) {
	for _, x := range b.details(w.siglum, stemma.PersonValue) {
		if value.CompareNames(x.Value, v.Value) == value.Variant {
			return stemma.Drift{
				Kind: stemma.ActorChanged, Claim: b.claimAt(siglum, v.Span), Descent: stemma.Maybe(w.descent.ID),
				Before: ptr(x.Span), After: ptr(v.Span), Severity: 2,
				Says: fmt.Sprintf("the name “%s” becomes “%s”", x.Span.Text, v.Span.Text),
			}, true
		}
	}
	return stemma.Drift{}, false
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
