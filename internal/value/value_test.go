package value

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
)

// plainText makes a text of one sentence, cut at blanks and marks much as
// package segment does it.
func plainText(body string) *stemma.Text {
	report := &stemma.Report{ID: "r1", Text: body}
	t := &stemma.Text{Report: report}
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		end := i + size
		inside := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
		kind := stemma.Mark
		if inside(r) {
			kind = stemma.Word
			if unicode.IsDigit(r) {
				kind = stemma.Number
			}
			for end < len(body) {
				next, n := utf8.DecodeRuneInString(body[end:])
				after, _ := utf8.DecodeRuneInString(body[end+n:])
				if !inside(next) &&
					!(strings.ContainsRune(".,'’", next) && inside(after) && (next != ',' || unicode.IsDigit(after))) {
					break
				}
				end += n
			}
		}
		if !unicode.IsSpace(r) {
			form := strings.ToLower(
				strings.NewReplacer("’", "'", "–", "-", "—", "-", "“", `"`, "”", `"`).Replace(body[i:end]))
			t.Tokens = append(t.Tokens, stemma.Token{Start: i, End: end, Form: form, Kind: kind})
		}
		i = end
	}
	t.Sentences = []stemma.Sentence{{Start: 0, End: len(body), First: 0, Last: len(t.Tokens)}}
	return t
}

func reader(t testing.TB) *Reader {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack)
}

// read notes the values of a sentence, published 14 March 2024, as "kind
// value [unit bound]".
func read(r *Reader, body string, kinds ...stemma.ValueKind) string {
	text := plainText(body)
	text.Report.Published = stemma.Moment{Time: time.Date(2024, 3, 14, 9, 0, 0, 0, time.UTC), Precision: stemma.Day}
	var notes []string
	for _, v := range r.Values(text, 0, len(text.Tokens)) {
		for _, kind := range kinds {
			if v.Kind == kind {
				notes = append(notes, note(v))
			}
		}
	}
	return strings.Join(notes, "; ")
}

func note(v stemma.Value) string {
	if v.Quantity != nil {
		return strings.TrimSpace(v.Quantity.Bound + v.Value + " " + v.Quantity.Unit)
	}
	if v.Of != "" {
		return v.Value + " → " + v.Of
	}
	return v.Value
}

func TestQuantities(t *testing.T) {
	r := reader(t)
	cases := [][2]string{
		{"The list names about 40 cracks in the wall.", "~40 crack"},
		{"Twenty-six hairline cracks were found.", "26 crack"},
		{"Six of its 24 drainage wells leak.", "6 well; 24 well"},
		{"It holds about 31 million cubic metres.", "~31000000 cubic-metre"},
		{"The cost is between 3.5 million and 4 million crowns.", "3500000..4000000 crown"},
		{"The cost is 3 to 5 million crowns.", "3000000..5000000 crown"},
		{"Repairs: 4m crowns.", "4000000 crown"},
		{"He paid $4m for it.", "4000000 dollar"},
		{"He paid US$4.5 billion and €20.", "4500000000 dollar; 20 euro"},
		{"A 58-metre wall stands there.", "58 metre"},
		{"The 190-foot (58-meter) tower fell.", "190 foot; 58 metre"},
		{"The 63-year-old driver left.", "63 year"},
		{"It loses two litres a second now.", "2 litre/second"},
		{"It loses two litres per minute now.", "2 litre/minute"},
		{"More than 200,000 people live there.", ">200000 people"},
		{"At least two dozen soldiers died.", ">24 soldier"},
		{"Up to 300 jobs may go.", "<300 job"},
		{"The review takes 30 days, or within a month.", "30 day; <1 month"},
		{"Law demands an inspection every two years.", "2 every year"},
		{"Law demands an inspection every year.", "1 every year"},
		{"Uplift under blocks 7 to 9 grew.", "7..9 #block"},
		{"Blocks 7–9 moved.", "7..9 #block"},
		{"Line 4 runs again.", "4 #line"},
		{"Half a litre of milk.", "0.5 litre"},
		{"Half of the wells and two thirds of the pumps failed.", "50 %; ~66.66666666666666 %"},
		{"Taxes rose from 3 percent to 5 percent.", "3 %; 5 %"},
		{"Shares fell 3.5% today.", "3.5 %"},
		{"Dozens of people and hundreds of thousands of birds came.", "~24..119 people; ~200000..999000 bird"},
		{"Exports rose fourfold.", "4 time"},
		{"Two and a half million voters.", "2500000 voter"},
		{"One of them left, and one another saw.", ""},
		{"The COVID-19 wave and the F-16 jets, open 24/7.", ""},
		{"Some 40 cracks, some of them deep.", "~40 crack"},
		{"Three hundred and five thousand voters.", "305000 voter"},
		{"About $3 to $4 million was lost.", "~3000000..4000000 dollar"},
		{"Pia Lunde, 63, spoke.", "63 year"},
		{"The 21st century and the third inspection.", "21 #century; 3 #inspection"},
		{"In 2022 the line was built, at 10.30am on 9 May.", ""},
		{"Two or three men came.", "~2..3 man"},
		{"It fell 20 degrees Celsius.", "20 celsius"},
		{"One in five homes and three out of four shops closed.", "20 %; 75 %"},
		{"9 of every 10 wells and 2 in 3 pumps leak.", "90 %; ~66.6666666667 %"},
		{"One in five years it floods, one in 2019 did.", "5 year"},
		{"None of the wells and all of its pumps work.", "0 %; 100 %"},
		{"None of it is true, all of us know.", ""},
		{"It costs 40 crowns per student or 200 crowns a head.", "40 crown/student; 200 crown/person"},
		{"It costs 200 crowns per capita.", "200 crown/person"},
		{"They counted 40 cracks in March, up from 26.", "40 crack; 26 crack"},
		{"The pit is 58 metres long and 12 wide.", "58 metre; 12 metre"},
		{"It rose from 40 to 50 degrees Celsius.", "40 celsius; 50 celsius"},
		{"It drew 70,000 visitors a year, against 60,000 before.", "70000 visitor/year; 60000 visitor/year"},
		{"It cost $3 million instead of 4 million; from 2 it grew.", "3000000 dollar; 4000000; 2"},
		{"Line 4 runs again, and 12 too.", "4 #line; 12"},
	}
	for _, c := range cases {
		if got := read(r, c[0], stemma.QuantityValue); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestDates(t *testing.T) {
	r := reader(t)
	cases := [][2]string{
		{"The memo, dated 9 November 2023, is short.", "2023-11-09"},
		{"It is dated Nov. 9 and signed.", "--11-09"},
		{"On 30 February 2023 and on 31 April it rained.", ""},
		{"On 29 February 2024, at noon or at 3 p.m. Eastern time, it rained.", "2024-02-29; 12:00; 15:00 et"},
		{"On November 9, 2023, it rained.", "2023-11-09"},
		{"Filed 2023-11-09 at 21:14.", "2023-11-09; 21:14"},
		{"They were warned last November.", "2023-11"},
		{"He left last June.", "2023-06"},
		{"They were warned four months ago.", "2023-11"},
		{"He resigned two years ago.", "2022"},
		{"She spoke on Thursday.", "2024-03-14"},
		{"She spoke on Tuesday.", "2024-03-12"},
		{"She will speak on Tuesday.", "tuesday"},
		{"It closed last year.", "2023"},
		{"An inspection due in 2022 was missed; the 2021 survey too.", "2022; 2021"},
		{"It opens in mid-September.", "--09"},
		{"It opens in late spring 2025.", "2025"},
		{"He may march in May.", "--05"},
		{"May 2022 was wet.", "2022-05"},
		{"Yesterday it rained.", "2024-03-13"},
		{"On Friday, 15 March 2024, it stopped.", "2024-03-15"},
		{"The 9th of November.", "--11-09"},
		{"It fell in the 1990s.", ""},
		{"Some 2000 people came.", ""},
		{"It was built in 1961.", "1961"},
		{"The fare freeze ends in May.", "--05"},
	}
	for _, c := range cases {
		if got := read(r, c[0], stemma.DateValue); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestDatesAlone: dates that are asked for alone are those among all values, and nothing else.
func TestDatesAlone(t *testing.T) {
	text := plainText("Ada Wren of Selby Water paid 40 crowns on 9 November 2023, 12 days before she left.")
	s := reader(t).Sentence(text, 0, len(text.Tokens))
	defer s.Close()
	want := slices.DeleteFunc(s.Values(0, len(text.Tokens)), func(v stemma.Value) bool { return v.Date == nil })
	got := s.Dates(0, len(text.Tokens))
	if diff := cmp.Diff(want, got); len(got) != 1 || diff != "" {
		t.Errorf("%d dates, %s", len(got), diff)
	}
	if got := s.Dates(0, 0); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

// TestLongSentences reads what would take for ever if it were not read in one
// pass.
func TestLongSentences(t *testing.T) {
	r := reader(t)
	for _, word := range []string{"Monday ", "million ", "zero hundred ", "1-", "A ", "Of ", "between 1 ", "$",
		"the Deputy ", "Smith, a ", "twenty-", "half a ", "last "} {
		text := plainText(strings.Repeat(word, 8000))
		r.Values(text, 0, len(text.Tokens))
		r.Hedges(text, 0, len(text.Tokens))
		r.Polarity(text, 0, len(text.Tokens))
	}
}

func BenchmarkValues(b *testing.B) {
	r := reader(b)
	text := plainText("The memo, dated 9 November 2023, says that six of the dam's 24 drainage wells are blocked, " +
		"and puts the cost " +
		"of repairs between 3.5 million and 4 million crowns, Tomas Brill, a former deputy chief inspector, said " +
		"on Thursday.")
	b.SetBytes(int64(len(text.Report.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Values(text, 0, len(text.Tokens))
	}
}

func BenchmarkNew(b *testing.B) {
	pack, err := language.Load("en")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(pack)
	}
}
