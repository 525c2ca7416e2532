package value

import (
	"slices"
	"strings"
	"testing"

	"stemma"
)

func TestHedges(t *testing.T) {
	r := reader(t)
	cases := []struct{ body, hedges, certainty string }{
		{"The wall may fall short.", "may", "possible"},
		{"The wall fails.", "", "certain"},
		{"On 4 May the wall fell.", "", "certain"},
		{"It lists about 40 cracks, some of them deep.", "about; some of them", "certain"},
		{"They argued about the wall.", "", "certain"},
		{"The wall would probably hold.", "probably", "probable"},
		{"It reportedly appears to leak.", "reportedly; appears to", "probable"},
		{"If confirmed, it is a scandal.", "If confirmed", "unknown"},
		{"Did anybody look?", "", "unknown"},
		{"We cannot exclude that it moved.", "cannot exclude", "possible"},
		{"There is no evidence of a leak.", "no evidence", "possible"},
	}
	for _, c := range cases {
		text := plainText(c.body)
		var words []string
		for _, h := range r.Hedges(text, 0, len(text.Tokens)) {
			words = append(words, h.Span.Text)
		}
		if got := strings.Join(words, "; "); got != c.hedges {
			t.Errorf("%s\n got %s\nwant %s", c.body, got, c.hedges)
		}
		if got := r.Certainty(text, 0, len(text.Tokens)); string(got) != c.certainty {
			t.Errorf("%s: %s, want %s", c.body, got, c.certainty)
		}
	}
}

func TestPolarity(t *testing.T) {
	r := reader(t)
	cases := [][2]string{
		{"+", "The wall meets the standard."},
		{"-", "The wall does not meet the standard."},
		{"-", "The wall no longer meets the standard."},
		{"-", "It was never inspected."},
		{"-", "They didn't look."},
		{"+", "Nobody did not look."},
		{"+", "There is no doubt that it leaks."},
		{"+", "The man, who never slept, signed it."},
		{"+", "We cannot exclude that it moved."},
		{"-", "The operator failed to look."},
		{"+", "No fewer than six wells leak."},
		{"+", "It was not only old but wet."},
	}
	for _, c := range cases {
		text := plainText(c[1])
		if got := r.Polarity(text, 0, len(text.Tokens)); got != stemma.Polarity(c[0]) {
			t.Errorf("%s: %s, want %s", c[1], got, c[0])
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, seed := range []string{
		"Between $3.5m and 4,000,000 crowns on Nov. 9, 2023, at 21:14.", "two and a half", "a", "-", "half of",
		"24/7 – 9",
		"Gen. J. Marsh's 63-year-old, head of", "from 5 to", "last", "every", "hundreds of", "twenty-", "1.2.3,4",
		"½½", "İ’s 9º",
	} {
		f.Add(seed, 0, 99)
	}
	r, comparer := reader(f), comparerOf(f)
	f.Fuzz(func(t *testing.T, body string, first, last int) {
		text := plainText(strings.ToValidUTF8(body, "?"))
		text.Report.Published = stemma.Moment{Precision: stemma.Day}
		ends := map[stemma.ValueKind]int{}
		check := func(span stemma.Span) {
			if span.Start < 0 || span.End > len(text.Report.Text) || span.Start >= span.End ||
				text.Report.Text[span.Start:span.End] != span.Text {
				t.Fatalf("bad span %+v", span)
			}
		}
		for _, v := range r.Values(text, first, last) {
			check(v.Span)
			if v.Span.Start < ends[v.Kind] {
				t.Fatalf("%s values overlap at %+v", v.Kind, v.Span)
			}
			if v.Value == "" || comparer.Compare(v, v) != Same {
				t.Fatalf("%+v is not the same as itself", v)
			}
			ends[v.Kind] = v.Span.End
		}
		for _, h := range r.Hedges(text, first, last) {
			check(h.Span)
		}
		checkMayCount(t, r, text)
		r.Certainty(text, first, last)
		r.Polarity(text, first, last)
	})
}

// Where no token may count, no quantity and no date with digits is read.
func checkMayCount(t *testing.T, r *Reader, text *stemma.Text) {
	t.Helper()
	s := r.Sentence(text, 0, len(text.Tokens))
	defer s.Close()
	may := s.MayCount(0, len(text.Tokens))
	for _, v := range s.Values(0, len(text.Tokens)) {
		isDated := v.Kind == stemma.DateValue && strings.ContainsAny(v.Span.Text, "0123456789")
		first, last := text.TokenAt(v.Span.Start), text.TokenAt(v.Span.End-1)+1
		if (isDated || v.Kind == stemma.QuantityValue) && !slices.Contains(may[first:last], true) {
			t.Fatalf("%q counts and may not", v.Span.Text)
		}
	}
}

func TestMayCount(t *testing.T) {
	r := reader(t)
	for sentence, want := range map[string]bool{
		"A ferry sank in a harbour on Friday, and the crew swam ashore.": false,
		"The ferry sank within an hour.":                                 true,
		"Every week a ferry sank.":                                       true,
		"A couple of sailors swam ashore.":                               true,
		"A third of the crew swam ashore.":                               true,
		"The ferry sank on Nov. 9.":                                      true,
	} {
		text := plainText(sentence)
		checkMayCount(t, r, text)
		s := r.Sentence(text, 0, len(text.Tokens))
		if got := slices.Contains(s.MayCount(0, len(text.Tokens)), true); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
		s.Close()
	}
}
