package name

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
)

func registry(t testing.TB, aliases string) *Registry {
	t.Helper()
	packs, err := language.All()
	if err != nil {
		t.Fatal(err)
	}
	list, err := ParseAliases("aliases.txt", aliases)
	if err != nil {
		t.Fatal(err)
	}
	return New(list, packs...)
}

func TestCompareOutlets(t *testing.T) {
	r := registry(t, "")
	for _, test := range []struct {
		a, b string
		want Likeness
	}{
		{"The Selwick Lantern", "Selwick Lantern", Same},
		{"The Selwick Lantern", "the selwick lantern's", Same},
		{"Selwick Lantern", "selwicklantern.example", Same},
		{"Selwick Lantern", "https://www.the-selwick-lantern.example/a", Same},
		{"The Washington Post", "washingtonpost.com", Same},
		{"The Washington Post", "WaPo", Same},
		{"The Washington Post", "https://m.washingtonpost.com/x?y=z", Same},
		{"AP", "The Associated Press", Same},
		{"A.P.", "Associated Press", Same},
		{"BBC", "https://www.bbc.co.uk/news", Part},
		{"Süddeutsche Zeitung", "SUDDEUTSCHE ZEITUNG", Same},
		{"Orrin Post-Dispatch", "Orrin Post Dispatch", Same},
		{"Mail and Globe", "Mail & Globe", Same},
		{"CPS agency", "CPS", Same},
		{"Riverside Radio 94.3", "Riverside Radio", Same},
		{"Channel 9", "Channel 4", Other},
		{"Harbour Gazette - News", "The Harbour Gazette", Same},
		{"Harbour Gazette (Online News)", "Harbour Gazette | Opinion", Same},
		{"Selwick Lantern Online", "Selwick Lantern", Same},
		{"Harbour Online Gazette", "Harbour Gazette - News", Same},
		{"Harbour Gazette (Orrin)", "Harbour Gazette", Other},
		{"Selwick.com", "Selwick", Same},
		{"The Selwick Lantern", "the Lantern", Part},
		{"Riverside Radio", "Riverside", Part},
		{"Selwick Broadcasting Company", "SBC", Part},
		{"CPS agency", "Continental Press Service", Part},
		{"Selwick & Upper Vale Gazette", "the Selwick Gazette", Part},
		{"Selwick & Upper Vale Gazette", "the Vale Gazette", Part},
		{"Selwick & Upper Vale Gazette", "the Harrow Gazette", Other},
		{"Free Vale Party press room", "Free Vale Party", Same},
		{"The Washington Post", "the Post", Vague},
		{"The Selwick Times", "The Times", Vague},
		{"The Washington Post", "Washington", Other},
		{"Berlin News", "Berlin", Other},
		{"Michael Selwick", "Selwick", Other},
		{"Charlotte Lantern", "the Lantern", Part},
		{"The Selwick Lantern", "Selwick", Other},
		{"The Orrin Lantern", "The Selwick Lantern", Other},
		{"The Selwick Herald", "The Selwick Lantern", Other},
		{"The New York Post", "The Washington Post", Other},
		{"Post News", "Post", Other},
		{"Selwick Broadcasting Company", "sbc", Other},
		{"", "The Selwick Lantern", Other},
		{"", "", Other},
		{"the", "The Selwick Lantern", Other},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := r.CompareOutlets(pair[0], pair[1]); got != test.want {
				t.Errorf("%q, %q: %v, want %v", pair[0], pair[1], got, test.want)
			}
		}
		if r.SameOutlet(test.a, test.b) != (test.want == Same) {
			t.Errorf("%q, %q: SameOutlet contradicts", test.a, test.b)
		}
	}
}

func TestOutlet(t *testing.T) {
	r := registry(t, "")
	for written, want := range map[string]string{
		"wsj.com":                          "The Wall Street Journal",
		"the WSJ":                          "The Wall Street Journal",
		"edition.cnn.com/2020/x":           "CNN",
		"https://jane.substack.com/p/x":    "jane.substack.com",
		"https://medium.com/@jane/story":   "medium.com",
		"“The Selwick Lantern’s”":          "The Selwick Lantern",
		" The  Selwick\nLantern ":          "The Selwick Lantern",
		"thewashingtonpost.example/a":      "The Washington Post",
		"https://selwicklantern.example/a": "selwicklantern.example",
	} {
		if got := r.Outlet(written).Name; got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	if a, b := r.Outlet("https://jane.substack.com/p/x"),
		r.Outlet("https://john.substack.com/p/x"); a.Key() == b.Key() {
		t.Errorf("two writers on one platform are %q", a.Key())
	}
	if a, b := r.Outlet("https://medium.com/@jane/x"), r.Outlet("https://medium.com/@john/x"); a.Key() == b.Key() {
		t.Errorf("two writers on one platform are %q", a.Key())
	}
}

func TestFullOutlet(t *testing.T) {
	r := registry(t, "")
	for _, test := range []struct {
		short string
		named []string
		want  string
	}{
		{"the Post", []string{"The Washington Post", "CNN"}, "The Washington Post"},
		{"the Post", []string{"The Washington Post", "washingtonpost.com", "Washington Post"}, "The Washington Post"},
		{"the Post", []string{"The Washington Post", "New York Post"}, "the Post"},
		{"Post", nil, "Post"},
		{"the Post", []string{"Post", "The Washington Post", "the Post"}, "The Washington Post"},
		{"the Post", []string{"Post", "The Washington Post", "New York Post"}, "the Post"},
		{"the Lantern", []string{"Selwick Lantern", "The Selwick Lantern"}, "The Selwick Lantern"},
		{"Selwick Lantern", []string{"The Selwick Lantern"}, "The Selwick Lantern"},
		{"The Selwick Lantern", []string{"Selwick Lantern"}, "The Selwick Lantern"},
		{"the Lantern", []string{"Selwick Lantern", "Orrin Lantern"}, "the Lantern"},
		{"SBC", []string{"Selwick Broadcasting Company"}, "Selwick Broadcasting Company"},
		{"The Selwick Lantern", []string{"Lantern"}, "The Selwick Lantern"},
		{"The News", []string{"The Times", "The Map"}, "The News"},
		{"Reuters", []string{"Orrin Reuters"}, "Reuters"},
		{"The Times", []string{"The Times", "The Selwick Times"}, "The Selwick Times"},
		{"The Times", []string{"The Selwick Times", "The Times", "The Orrin Times"}, "The Times"},
	} {
		for range 2 {
			if got := r.FullOutlet(test.short, test.named); got != test.want {
				t.Errorf("%q among %q is %q, want %q", test.short, test.named, got, test.want)
			}
			reverse(test.named)
		}
	}
}

func TestFuller(t *testing.T) {
	r := registry(t, "")
	for _, test := range [][3]string{
		{"the Post", "The Washington Post", "The Washington Post"}, {"WaPo", "the Post", "WaPo"},
		{"Selwick Lantern", "The Selwick Lantern", "Selwick Lantern"},
	} {
		if got := r.Fuller(test[0], test[1]); got != test[2] {
			t.Errorf("%q and %q: %q", test[0], test[1], got)
		}
	}
}

func reverse(list []string) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

func TestAgencies(t *testing.T) {
	r := registry(t, "Northern Wire News = NWN\nSelwick Lantern = SL")
	for name, want := range map[string]bool{
		"Reuters": true, "AP": true, "the Associated Press": true, "Continental Press Service": true,
		"Meridian News Agency": true, "Harbour Newswire": true, "Agence France-Presse": true, "NWN": false,
		"The Selwick Lantern": false, "Ada Wren": false, "": false, "Environmental Protection Agency": false,
		"Secret Service": false, "wire": false, "News Agency": false, "SL": false, "the agency": false,
	} {
		if r.IsAgency(name) != want {
			t.Errorf("IsAgency(%q) is %v", name, !want)
		}
	}
	if full := r.Outlet("AP").Name; full != "The Associated Press" {
		t.Errorf("AP is %q", full)
	}
}

func TestWriter(t *testing.T) {
	r := registry(t, "")
	for entry, want := range map[string]Writer{
		"Ada Wren": Author, "Jude Law": Author, "J. Wires": Author, "Reuters": AgencyBy, "Reuters Staff": AgencyBy,
		"The Associated Press": AgencyBy, "AP news staff": AgencyBy, "National Security": DeskBy,
		"Gazette staff":               DeskBy,
		"The Lantern Editorial Board": DeskBy, "CNN": DeskBy, "": Nobody, "The": Nobody, "Staff": DeskBy,
		"Mary Staff": Author,
	} {
		if got := r.Writer(entry); got != want {
			t.Errorf("%q is %d, want %d", entry, got, want)
		}
	}
}

func TestComparePeople(t *testing.T) {
	r := registry(t, "")
	for _, test := range []struct {
		a, b string
		want Likeness
	}{
		{"Tomas Brill", "tomas brill", Same},
		{"Mayor Tomas Brill", "Mr. Tomas Brill", Same},
		{"Tomas Brill", "Tomas J. Brill", Same},
		{"Sergei Markov", "Sergey Markov", Same},
		{"Mohammed Aziz", "Muhammad Aziz", Part},
		{"José Pérez", "Jose Perez", Same},
		{"Walter “Patch” Dunmore", "Walter Dunmore", Same},
		{"Walter “Patch” Dunmore", "Patch Dunmore", Part},
		{`W.J. "Patch" Dunmore`, "Walter Dunmore", Part},
		{"Walter (Patch) Dunmore", "Patch", Part},
		{"Tomas Brill", "Brill", Part},
		{"Brill", "Brill", Part},
		{"Tomas Brill", "Mr Brill", Part},
		{"Tomas Brill", "T. Brill", Part},
		{"Bob Brill", "Robert Brill", Part},
		{"Steven Brill", "Stephen Brill", Part},
		{"Chris Brill", "Christine Brill", Part},
		{"Donald Hale Jr.", "Donald Hale", Part},
		{"Donald Hale, Jr.", "Donald Hale Junior", Same},
		{"Donald Hale Jr.", "Donald Hale Sr.", Other},
		{"Donald Hale III", "Donald Hale Jr.", Other},
		{"Donald Hale Jr.", "Hale", Part},
		{"George W. Marsh", "George H. W. Marsh", Other},
		{"Mr Hale", "Mrs Hale", Other},
		{"Ursula von der Leyen", "von der Leyen", Part},
		{"Ursula von der Leyen", "Leyen", Part},
		{"Ursula von der Leyen", "Ursula Leyen", Same},
		{"Andrés Manuel López Obrador", "López Obrador", Part},
		{"Andrés Manuel López", "Andrés Manuel López Obrador", Part},
		{"Edgar Hoke", "J. Edgar Hoke", Part},
		{"Secretary of State Maria Brill", "Maria Brill", Same},
		{"Former Gov. Jeb Marsh", "Jeb Marsh", Same},
		{"Tomas Rennick", "Tomas Renwick", Variant},
		{"Rennick", "Tomas Renwick", Variant},
		{"Tomas Rennick", "Tomos Rennick", Variant},
		{"Ana Brill", "Tomas Brill", Other},
		{"Ana Ruiz", "Tomas Brill", Other},
		{"Pell", "Bell", Other},
		{"Ann Pell", "Ann Bell", Variant},
		{"Hanna Okafor-Lind", "Hanna Okafor Lind", Other},
		{"", "Brill", Other},
		{"", "", Other},
		{"“”", "Jr.", Other},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := r.ComparePeople(pair[0], pair[1]); got != test.want {
				t.Errorf("%q, %q: %v, want %v (%+v, %+v)", pair[0], pair[1], got, test.want, r.Person(pair[0]),
					r.Person(pair[1]))
			}
		}
	}
}

func TestHosts(t *testing.T) {
	r := registry(t, "")
	for address, want := range map[string][3]string{
		"https://www.bbc.co.uk/news/1?x=y": {"bbc.co.uk", "bbc.co.uk", "bbc.co.uk/news/1"},
		"HTTP://User@News.BBC.co.uk:80/a/": {"news.bbc.co.uk", "bbc.co.uk", "news.bbc.co.uk/a"},
		"amp.lantern.example/a":            {"lantern.example", "lantern.example", "lantern.example/a"},
		"https://m.amp.lantern.example":    {"lantern.example", "lantern.example", "lantern.example"},
		"https://www.example":              {"www.example", "www.example", "www.example"},
		"https://jane.substack.com/p/x":    {"jane.substack.com", "jane.substack.com", "jane.substack.com/p/x"},
		"https://medium.com/@Jane/x":       {"medium.com", "jane.medium.com", "medium.com/@Jane/x"},
		"https://medium.com":               {"medium.com", "medium.com", "medium.com"},
		"https://selwick.pages.lantern.example./": {"selwick.pages.lantern.example", "lantern.example",
			"selwick.pages.lantern.example"},
		"co.uk":       {"", "", ""},
		"Dr.No":       {"", "", ""},
		"https://%zz": {"%zz", "%zz", ""},
		"":            {"", "", ""},
	} {
		if got := [3]string{Host(address), r.Site(address), Page(address)}; got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	for s, want := range map[string]bool{
		"lantern.example": true, "https://a.b": false, "https://a.bc": true, "www.a.bc": true, "e.g": false,
		"St.Louis": false, "www.\u212aent.example": true, "a..example.com": false, "a.example.c2": false,
		"a@b.com": false, "a.bc/d": true, "a.b c.com": false, "lantern.example:80/": true, "-": false, ".com": false,
		strings.Repeat("a", 3000) + ".com": false,
	} {
		if IsAddress(s) != want {
			t.Errorf("IsAddress(%.40q) is %v", s, !want)
		}
	}
}

func TestLabel(t *testing.T) {
	long := "Forty tiles fell off the old tide mill on Tuesday night"
	for want, report := range map[string]stemma.Report{
		"Selwick Lantern": {Outlet: "Selwick Lantern", URL: "https://x.example"},
		"lantern.example": {URL: "https://www.lantern.example/a", Title: long},
		"Ada Wren":        {Byline: []string{"Ada Wren"}, Title: long},
		"“Tiles fell”":    {Title: "Tiles \n fell", Input: "a/b.txt"},
		"“Forty tiles fell off the old tide mill…”": {Title: long},
		"“" + strings.Repeat("x", 40) + "…”":        {Title: strings.Repeat("x", 50)},
		"b.txt": {Input: `a\b.txt`},
		"r1":    {ID: "r1"},
	} {
		if got := Label(&report); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b       string
		most, want int
	}{
		{"rennick", "renwik", 2, 2}, {"bell", "pell", 2, 1}, {"", "ab", 2, 2}, {"", "abc", 2, 3},
		{"abcd", "wxyz", 2, 3},
		{strings.Repeat("a", 65), "a", 100, 101}, {"same", "same", 0, 0},
	} {
		if got := Distance(test.a, test.b, test.most); got != test.want || Distance(test.b, test.a, test.most) != got {
			t.Errorf("%.9s, %s: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	s := Other.String() + Variant.String() + Vague.String() + Part.String() + Same.String()
	if s != "othervariantvaguepartsame" {
		t.Error(s)
	}
}

func TestAliases(t *testing.T) {
	r := registry(t, "\ufeff# papers\n\nThe Orrin Mercury = Merc, OM , orrin.example\r\nThe Washington Post = "+
		"Post, The Capital Paper\nThe Orrin Mercury = Mercury\nMeridian News Agency = MNA\n")
	for written, want := range map[string]string{
		"the Merc": "The Orrin Mercury", "OM": "The Orrin Mercury", "https://www.orrin.example/a": "The Orrin Mercury",
		"Mercury": "The Orrin Mercury", "the Post": "The Washington Post", "washingtonpost.com": "The Washington Post",
		"Capital Paper": "The Washington Post", "MNA": "Meridian News Agency", "New York Post": "New York Post",
	} {
		if o := r.Outlet(written); o.Name != want || !o.Known {
			t.Errorf("%q is %+v, want %q", written, o, want)
		}
	}
	if !r.IsAgency("MNA") {
		t.Error("an alias of an agency is none")
	}
	if got := r.FullOutlet("the Post", []string{"New York Post"}); got != "The Washington Post" {
		t.Errorf("an alias was overruled by %q", got)
	}
}

func TestBadAliases(t *testing.T) {
	for text, want := range map[string]string{
		"The Washington Post":            "a.txt:1: no “=”",
		"\n = Post":                      "a.txt:2: no name before “=”",
		"# x\nPost =":                    "a.txt:2: no name where one should stand",
		"Post = a,,b":                    "a.txt:1: no name where one should stand",
		"A Post = P\nB Post = p.":        `a.txt:2: "p." stands for "A Post" in line 1 already`,
		"A Post = P\nB Post = a-post":    `a.txt:2: "a-post" stands for "A Post" in line 1 already`,
		"A = \xff":                       "a.txt:1: no UTF-8",
		strings.Repeat("é", 200) + " b ": "…",
	} {
		if _, err := ParseAliases("a.txt", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

func FuzzAliases(f *testing.F) {
	f.Add("The Washington Post = Post, WaPo, washingtonpost.com\n# x\n", "the Post")
	f.Add("a=b\nb=a", "https://b.com/@")
	f.Add("=", "“")
	f.Add("a=b\nb=a", "https://b..000 ")
	f.Add("a.b.c d", "a.\u0301.c d")
	f.Fuzz(func(t *testing.T, text, written string) {
		list, err := ParseAliases("f", text)
		if err != nil && !strings.HasPrefix(err.Error(), "f:") {
			t.Fatal(err)
		}
		r := New(list)
		r.Outlet(written)
		if r.CompareOutlets(text, written) != r.CompareOutlets(written, text) ||
			r.ComparePeople(text, written) != r.ComparePeople(written, text) {
			t.Fatalf("the order counts for %q and %q", text, written)
		}
		if full := r.Outlet(written); full.Key() != "" && !full.Known && r.CompareOutlets(written, written) != Same {
			t.Fatalf("%q is not itself", written)
		}
		r.Writer(written)
		r.Site(written)
		Page(written)
	})
}

func TestOwner(t *testing.T) {
	for _, c := range []struct {
		written, bare string
		owned         bool
	}{
		{"the Selwick Lantern's", "the Selwick Lantern", true},
		{"the Selwick Lantern’s", "the Selwick Lantern", true},
		{"ito's", "ito", true},
		{"'s", "", true},
		{"Barnes", "Barnes", false},
		{"its", "its", false},
		{"", "", false},
	} {
		if got := Unowned(c.written); got != c.bare {
			t.Errorf("Unowned(%q) = %q, want %q", c.written, got, c.bare)
		}
		if got := IsOwned(c.written); got != c.owned {
			t.Errorf("IsOwned(%q) = %v", c.written, got)
		}
	}
}

// TestSpellsOut: the letters of an agency and its name.
func TestSpellsOut(t *testing.T) {
	r := registry(t, "")
	for _, test := range []struct {
		name, letters string
		want          bool
	}{
		{"Tidewater news agency", "TNA", true},
		{"Northern Telegraphservice", "NTS", true},
		{"the Quay News Agency", "QNA", true},
		{"Northern Telegraph", "NTS", false},
		{"Quay", "QNA", false},
		{"Ann Perch", "AP", false},
		{"Old Quay Weekly Notices", "OQW", false},
	} {
		if got := SpellsOut(r, test.name, test.letters); got != test.want {
			t.Errorf("%s, %s: %v", test.name, test.letters, got)
		}
	}
}
