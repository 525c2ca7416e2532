package value

import (
	"testing"

	"stemma"
	"stemma/internal/language"
)

func TestNames(t *testing.T) {
	r := reader(t)
	kinds := []stemma.ValueKind{stemma.PersonValue, stemma.OrganisationValue, stemma.PlaceValue, stemma.TitleValue}
	cases := [][2]string{
		{"Deputy Mayor Orla Venn denied it.", "deputy mayor → venn; orla venn"},
		{"They met Tomas Brill, a former deputy chief inspector, on the wall.",
			"tomas brill; former deputy chief inspector → brill"},
		{"Hanna Okafor-Lind, head of structures at the Department of Water and Works, wrote it.",
			"hanna okafor-lind; head of structures → okafor-lind; department of water and works"},
		{"The city's chief engineer, Hanna Lind, wrote it.", "chief engineer → lind; hanna lind"},
		{"It was signed by Gen. Marsh and Lt. Col. Ann Pike.",
			"general → marsh; marsh; lieutenant colonel → pike; ann pike"},
		{"A spokeswoman, Petra Olm, said no.", "spokesperson → olm; petra olm"},
		{"The FBI and NATO met in Paris and Austin, Texas.", "fbi; nato; paris; austin; texas"},
		{"Police in Harnstead said the U.S. Senate agreed.", "harnstead; u.s senate"},
		{"Prime Minister Ann Pike and Mr Brill left Clearwater Lake.",
			"prime minister → pike; ann pike; brill; clearwater lake"},
		{"The Selby Times reported it.", "selby times"},
		{"Ken Marsh's memo names union secretary Bram Oster.", "ken marsh; union secretary → oster; bram oster"},
		{"She lives in the United States and in the UK.", "united states; united kingdom"},
		{"On Thursday in March the Americans left.", ""},
		{"Brill said he saw nothing.", "brill"},
		{"Attorney Ann Pike met Attorney General Tomas Brill.",
			"lawyer → pike; ann pike; attorney general → brill; tomas brill"},
		{"Ann Pike, an attorney, and Tomas Brill, a lawyer, met.",
			"ann pike; lawyer → pike; tomas brill; lawyer → brill"},
		{"Memo warned of a leak.", ""},
		{"HARNSTEAD, March 14 (CPS) - It rained.", "harnstead; cps"},
		{"They read it in the Harnstead Lantern today.", "harnstead lantern"},
		{"Treasury Secretary Ann Pike of Ohio wants President Brill gone.",
			"treasury secretary → pike; ann pike; ohio; president → brill; brill"},
		{"It is what Six Northmarch reports.", ""},
		{"Ursula von der Leyen met John F. Kelly.", "ursula von der leyen; john f kelly"},
		{"He met New Jersey Gov. Laura Pike and Mr. Singer.",
			"new jersey governor → pike; laura pike; singer"},
		{"The Justice Department and the Republican Party spoke.", "justice department; republican party"},
		{"U.S. Secretary of State Laura Pike left.", "united states; secretary of state → pike; laura pike"},
		{"The Department of Justice Inspector General Laura Pike left.",
			"department of justice; inspector general → pike; laura pike"},
		{"Democrat Orla Venn met fellow Republicans.", "democrat → venn; orla venn"},
		{"The president met Moon Jae-in, Mr. President.", "moon jae-in"},
		{"The Airbus A320 fell, the Vice President said.", ""},
		{"Laura Pike Must Answer The Questions", "laura pike"},
		{"He wore the U.S.-Mexico badge, an MP said.", "united states; mexico"},
	}
	for _, c := range cases {
		if got := read(r, c[0], kinds...); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestCompareNames(t *testing.T) {
	comparer := comparerOf(t)
	cases := []struct {
		a, b string
		want Relation
	}{
		{"tomas brill", "brill", Same},
		{"tomas brill", "t brill", Compatible},
		{"tomas brill", "tomas j brill", Same},
		{"tomas rennick", "tomas renwick", Variant},
		{"federica pell", "frederica pell", Same},
		{"maria pell", "mario pell", Variant},
		{"rennick", "renwick", Variant},
		{"tomas brill", "ana ruiz", Unrelated},
		{"tomas brill", "ana brill", Unrelated},
		{"pell", "bell", Unrelated},
		{"department of water and works", "dww", Same},
		{"sergei markov", "sergey markov", Same},
		{"dmitri", "dmitry", Same},
		{"donald hale jr", "donald hale sr", Unrelated},
		{"donald hale jr", "donald hale", Same},
		{"hale iii", "hale jr", Unrelated},
		{"", "brill", Unrelated},
	}
	for _, c := range cases {
		if got := comparer.CompareNames(c.a, c.b); got != c.want || comparer.CompareNames(c.b, c.a) != got {
			t.Errorf("%q, %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestCompareTitles(t *testing.T) {
	comparer := comparerOf(t)
	cases := []struct {
		a, b string
		want Relation
	}{
		{"mayor", "mayor", Same},
		{"mayor", "deputy mayor", Different},
		{"former deputy chief inspector", "former chief inspector", Different},
		{"engineer", "consulting engineer", Compatible},
		{"consulting engineer", "professor", Different},
		{"head of structures", "chief engineer", Different},
		{"head of structures", "head", Compatible},
	}
	for _, c := range cases {
		if got := comparer.CompareTitles(c.a, c.b); got != c.want || comparer.CompareTitles(c.b, c.a) != got {
			t.Errorf("%q, %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// comparerOf compares by the English tables.
func comparerOf(t testing.TB) *Comparer {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return NewComparer(pack)
}
