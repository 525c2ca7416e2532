package value

import (
	"testing"

	"stemma"
)

// only returns the one quantity or date of a phrase.
func only(t *testing.T, r *Reader, body string) stemma.Value {
	t.Helper()
	text := plainText(body)
	for _, v := range r.Values(text, 0, len(text.Tokens)) {
		if v.Quantity != nil || v.Date != nil {
			return v
		}
	}
	return stemma.Value{}
}

func TestCompare(t *testing.T) {
	comparer := comparerOf(t)
	r := reader(t)
	cases := []struct {
		a, b string
		want Relation
	}{
		{"about 40 cracks", "40 cracks", Same},
		{"about 40 cracks", "some forty cracks", Same},
		{"about 40 cracks", "26 cracks", Different},
		{"about 40 cracks", "37 cracks", Different},
		{"more than 200,000 people", "212,000 people", Compatible},
		{"more than 200,000 people", "roughly 212,000 people", Compatible},
		{"212,000 people", "220,000 people", Different},
		{"roughly 212,000 people", "220,000 people", Different},
		{"more than two dozen men", "26 men", Compatible},
		{"about 60 men", "58 men", Compatible},
		{"82,412 votes", "about 82,000 votes", Compatible},
		{"between 3.5 million and 4 million crowns", "4m crowns", Different},
		{"$4 million", "four million dollars", Same},
		{"4 million crowns", "4 million euros", Different},
		{"31 million cubic metres", "13 million cubic metres", Different},
		{"two litres a second", "two litres a minute", Different},
		{"two liters per second", "2 litres a second", Same},
		{"58 metres", "190 feet", Compatible},
		{"58 meters", "58 metres", Same},
		{"30 days", "within a month", Compatible},
		{"every two years", "every year", Different},
		{"every 24 months", "every two years", Compatible},
		{"12 000 people", "12,000 people", Same},
		{"12\u202f000 people", "12,000 people", Same},
		{"1'250'000 people", "1.25 million people", Same},
		{"more than 20 men", "nearly 20 men", Different},
		{"six wells", "40 cracks", Unrelated},
		{"six wells", "line 6", Unrelated},
		{"212,000 people", "212,000 residents", Compatible},
		{"dozens of men", "30 men", Compatible},
		{"at least 40 men", "fewer than 40 men", Different},
		{"9 November 2023", "Nov. 9, 2023", Same},
		{"9 November 2023", "Nov. 14", Different},
		{"9 November 2023", "in November", Compatible},
		{"in May 2022", "in May 2023", Different},
		{"9 November 2023", "on Thursday", Compatible},
		{"9 November 2023", "on Friday", Different},
		{"at 21:14", "at 21:15", Different},
		{"at 9 p.m.", "at 21:00", Same},
		{"at 9 p.m.", "at 9:00 a.m.", Different},
		{"at 10.30am", "at 10:30", Same},
		{"at noon", "at 12 p.m.", Same},
		{"at midnight", "at 12 a.m.", Same},
		{"at nine", "at 9 p.m.", Unrelated},
		{"at 9 o'clock", "at 21:00", Compatible},
		{"at 9 o'clock", "at 21:30", Different},
		{"at 9 o'clock", "at 10 o'clock", Different},
		{"at 9 p.m. GMT", "at 9 p.m. EST", Unrelated},
		{"at 9 p.m. EST", "at 9 p.m. Eastern time", Same},
		{"at 9 p.m. EST", "at 21:00", Compatible},
		{"at 9 p.m. EST", "at 8 p.m.", Unrelated},
		{"at 9 p.m. Pacific Standard Time", "at 9 p.m. PT", Same},
		{"at 9 p.m.", "on Thursday", Unrelated},
		{"212,000", "212,000 crowns", Compatible},
		{"40", "14 crowns", Unrelated},
		{"40", "40 percent", Unrelated},
		{"one in five homes", "20 percent of homes", Same},
		{"three out of four voters", "half of the voters", Different},
		{"none of the wells", "all of the wells", Different},
		{"40 crowns a head", "40 crowns per person", Same},
		{"40 crowns a head", "40 crowns", Unrelated},
		{"40 cracks", "in 2022", Unrelated},
	}
	for _, c := range cases {
		a, b := only(t, r, c.a), only(t, r, c.b)
		if got := comparer.Compare(a, b); got != c.want || comparer.Compare(b, a) != got {
			t.Errorf("%s | %s: %v, want %v (%s, %s)", c.a, c.b, got, c.want, note(a), note(b))
		}
	}
}
