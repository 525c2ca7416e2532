package value

import (
	"testing"

	"stemma"
	"stemma/internal/language"
)

// TestDateRules has a sentence for each rule by which dates are told from what
// looks like one.
func TestDateRules(t *testing.T) {
	r := reader(t)
	cases := []struct{ rule, body, want string }{
		{"digital: the day first", "Filed 14/03/2024.", "2024-03-14"},
		{"digital: the month first", "Filed 03/14/2024.", "2024-03-14"},
		{"digital: either may be first", "Filed 03/04/2024.", "2024"},
		{"digital: day and month are one number", "Filed 04/04/2024.", "2024-04-04"},
		{"digital: no such month", "Filed 31/31/2024.", ""},
		{"digital: no year", "Filed 14/03/24.", ""},
		{"isTriple: two marks", "Filed 14/03-2024.", "2024"},
		{"dayBefore: the first of several", "It rained on 9-11 November.", "--11-09"},
		{"dayBefore: and", "It rained on 9 and 10 November.", "--11-09"},
		{"yearAfter: of", "In November of 2022 it rained.", "2022-11"},
		{"yearAfter: last year", "On 9 November last year it rained.", "2023-11-09"},
		{"isDated: a number of people", "May 4 people go?", ""},
		{"isMonthHere: behind a day", "On 4 march.", ""},
		{"isMonthHere: another word", "March of the 4 towns.", ""},
		{"shift", "They met last March.", "2023-03"},
		{"isBareYear: money", "It cost $2019.", ""},
		{"isBareYear: long ago", "Some 1200 people and the 1200 crowns.", ""},
		{"isBareYear: long ago, with a word", "Built in 1200.", "1200"},
		{"year: of a pair", "The 2019-20 season.", "2019"},
		{"shifted: a month", "It closed last month.", "2024-02"},
		{"shifted: a stretch", "It rained for the past year.", ""},
		{"shifted: a loose week", "It rained in the previous week.", ""},
		{"nearDay: this morning", "It rained this morning.", "2024-03-14"},
		{"nearDay: last night", "It rained last night.", "2024-03-13"},
		{"nearDay: a week is no day", "It rained last week.", "last week"},
		{"nearDay: a week's is none either", "It was last week's rain.", "last week's"},
		{"seasonYear: last", "It rained last summer.", "last summer"},
		{"seasonYear: this", "It rained this summer.", "2024"},
		{"season: of", "It rained in the summer of 2021.", "2021"},
		{"monthYear: next", "They meet next May.", "2024-05"},
		{"goBack: days", "It fell 3 days ago.", "2024-03-11"},
		{"goBack: weeks", "It fell two weeks ago.", "2 week ago"},
		{"goBack: a week inside one month", "It fell four weeks ago.", "2024-02"},
		{"goBack: hours", "It fell an hour ago.", "1 hour ago"},
		{"goBack: decades", "It fell two decades ago.", "2 decade ago"},
		{"goBack: no unit of time", "It fell two wells ago.", ""},
	}
	for _, c := range cases {
		if got := read(r, c.body, stemma.DateValue); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.rule, c.body, got, c.want)
		}
	}
}

// TestQuantityRules has a sentence for each rule by which numbers are read.
func TestQuantityRules(t *testing.T) {
	r := reader(t)
	cases := []struct{ rule, body, want string }{
		{"fraction: an", "An eighth of the wells leak.", ""},
		{"fraction: one", "Two tenths of the wells leak.", "20 %"},
		{"halfOf: a whole", "Half the wells leak.", "50 %"},
		{"halfOf: nothing", "Half wells leak.", ""},
		{"crowd: of crowds", "Tens of thousands of men came.", "~20000..99000 man"},
		{"crowd: some of a scale", "Several hundred men came.", "~200..900 man"},
		{"crowd: a couple", "A couple of men came.", "~2..3 man"},
		{"article: a unit of time", "It fell in a month.", "1 month"},
		{"article: a second man", "In a second it fell.", ""},
		{"ranged: units twice", "It rose 5 percent to 7 percent.", "5..7 %"},
		{"ranged: a choice", "Two or three men came.", "~2..3 man"},
		{"ranged: no choice", "Two or five men came.", "2; 5 man"},
		{"isChange: a change", "It rose from 3 to 5 crowns.", "3 crown; 5 crown"},
		{"isChange: a range", "It has prices ranging from 3 to 5 crowns.", "3..5 crown"},
		{"scaledLike", "The cost is 3 to 5 million crowns.", "3000000..5000000 crown"},
		{"isSpoken: between", "The cost is between 20 and 30 crowns.", "20..30 crown"},
		{"parseDigits: points", "The town has 12.000 houses.", "12000 house"},
		{"parseDigits: a fraction", "The pole is 12.005 metres long.", "12.005 metre"},
		{"isDashed", "The cost is 20-30 crowns.", "20..30 crown"},
		{"boundAfter: a plus", "It has 40+ wells.", ">40 well"},
		{"boundAfter: a hyphen", "It has 40-odd wells.", "~40 well"},
		{"boundAfter: words", "It has 40 or more wells.", ">40 well"},
		{"afterMoney", "It cost $4 million dollars.", "4000000 dollar"},
		{"label: a capital", "They flew in Tern 9.", "9 #tern"},
		{"label: counted", "In Selby 9 wells leak.", "9 well"},
		{"isAge: aside", "Ann Pike, 63, left.", "63 year"},
		{"isAge: aged", "Ann Pike, aged 63, left.", "63 year"},
		{"interval: other", "They meet every other year.", "2 every year"},
		{"interval: numbers", "They meet each 3 years.", "3 every year"},
		{"orderAt: digits", "It is the 21st inspection.", "21 #inspection"},
		{"orderAt: words", "It is the third inspection.", "3 #inspection"},
		{"orderAt: a quarter", "It is the quarter report.", ""},
		{"isGluedBefore", "The v2 engine and gate #4.", ""},
		{"isGluedAfter", "Open 24/7.", ""},
		{"isIdentifier: points", "At 192.168.0.1 it answers.", ""},
		{"rate: for each", "It costs 40 crowns for each pupil.", "40 crown/pupil"},
		{"rate: for every such", "It costs 40 crowns for every such pupil.", "40 crown/pupil"},
		{"rate: for each of several", "It costs 40 crowns for each of them.", "40 crown"},
		{"rate: every week", "It makes 40 trips every week.", "40 trip/week"},
		{"rate: every two weeks", "It makes 40 trips every two weeks.", "40 trip; 2 every week"},
		{"rate: per anything", "It costs 40 crowns per pupil.", "40 crown/pupil"},
		{"rate: a stroke", "It runs 40 km/hour.", "40 kilometre/hour"},
		{"parseDigits: no number", "It has 1,23 wells.", ""},
		{"scaled: a hyphen", "A 4-million loss.", "4000000"},
		{"isSuffix: counted", "Some 4m people came.", "~4000000 people"},
	}
	for _, c := range cases {
		if got := read(r, c.body, stemma.QuantityValue); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.rule, c.body, got, c.want)
		}
	}
}

// TestNameRules has a sentence for each rule by which names go on and end.
func TestNameRules(t *testing.T) {
	r := reader(t)
	kinds := []stemma.ValueKind{stemma.PersonValue, stemma.OrganisationValue, stemma.PlaceValue}
	cases := []struct{ rule, body, want string }{
		{"isDotted: a saint", "She lives in St. Ives.", "st ives"},
		{"bodyLink: no body", "Then Ann Pike of Selby left.", "ann pike"},
		{"bodyLink: of the", "The Office of the Treasury closed.", "office of the treasury"},
		{"bodyLink: and without of", "The Treasury Office and Selby closed.", "treasury office"},
		{"particleLink: one", "Then Ana de Vries left.", "ana de vries"},
		{"particleLink: two", "Then Ana de la Cruz left.", "ana de la cruz"},
		{"particleLink: a hyphen", "Then Ana al-Hadid left.", "ana al-hadid"},
		{"cutComplement", "Then Senator Ann Pike of Ohio left.", "ann pike; ohio"},
		{"classifyOne: behind a place word", "She waited near Selby.", "selby"},
		{"isBodyAcronym: a title", "Then Gen. FBI left.", "fbi"},
		{"isBodyAcronym: a speaker", "JP: It rained.", ""},
		{"hasPlaceWord", "She left Mount Selby.", "mount selby"},
		{"isNameless", "They saw Selby Monday.", ""},
	}
	for _, c := range cases {
		if got := read(r, c.body, kinds...); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.rule, c.body, got, c.want)
		}
	}
}

func TestPolarityRules(t *testing.T) {
	r := reader(t)
	for body, want := range map[string]stemma.Polarity{
		`The stamp "Do not copy" is on it.`:  stemma.Affirmed, // scareQuote
		"They don't and won't leave.":        stemma.Affirmed, // two of them
		"The well, which isn't deep, leaks.": stemma.Affirmed, // isAside
	} {
		text := plainText(body)
		if got := r.Polarity(text, 0, len(text.Tokens)); got != want {
			t.Errorf("%s: %s", body, got)
		}
	}
}

// TestGermanNames makes sure that an article is no part of a name.
func TestGermanNames(t *testing.T) {
	pack, err := language.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	r := New(pack)
	for body, want := range map[string]string{
		"Ursula von der Leyen besuchte Charles de Gaulle.": "ursula von der leyen; charles de gaulle",
		"Der Sprecher der Deutschen Bank schwieg.":         "deutschen bank",
		"Das Schiff liegt in Kiel.":                        "kiel",
	} {
		if got := read(r, body, stemma.PersonValue, stemma.OrganisationValue, stemma.PlaceValue); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
}
