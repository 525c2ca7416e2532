package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

func german(t testing.TB) *language.Pack {
	t.Helper()
	p, err := language.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// readGerman gives the attributions and speakers of one report.
func readGerman(t testing.TB, text string) ([]stemma.Attribution, []stemma.Speaker) {
	t.Helper()
	pack := german(t)
	r := quote.New(pack)
	s := segment.Split(report("r1", "Hafenbote", text), pack)
	return r.Join([]*stemma.Text{s}, []quote.Reading{r.Read(s)})
}

func TestSecond(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Laut dem Ministerium ist die Brücke gesperrt.", "indirect: dem Ministerium | Laut | ist die Brücke gesperrt"},
		{"Laut dem Hafenamt starben zwei Menschen.", "indirect: dem Hafenamt | Laut | starben zwei Menschen"},
		{"Die Brücke ist laut Hafenamt gesperrt.", "indirect: Hafenamt | laut | Die Brücke ist … gesperrt"},
		{"Nach Angaben der Reederei waren 40 Menschen an Bord.",
			"indirect: Angaben der Reederei | Nach | waren 40 Menschen an Bord"},
		{"Nach der Sitzung waren alle müde.", ""},
		{"Nach Polizeiangaben fehlt ein Boot.", "indirect: Polizeiangaben | Nach | fehlt ein Boot"},
		{"Seiner Meinung nach ist die Fähre zu alt.", "indirect: Seiner Meinung | nach | ist die Fähre zu alt"},
		{"Die Fähre soll Augenzeugen zufolge schnell gesunken sein.",
			"indirect: Augenzeugen | zufolge | Die Fähre soll … schnell gesunken sein"},
		{"Harkort zufolge ist die Lage ernst.", "indirect: Harkort | zufolge | ist die Lage ernst"},
		{"Die Fähre sei alt, so der Kapitän.", "indirect: der Kapitän | so | Die Fähre sei alt"},
		{"Wie die Reederei mitteilte, war der Motor defekt.",
			"indirect: die Reederei | Wie … mitteilte | war der Motor defekt"},
		{"Der Motor war defekt, wie die Reederei am Montag mitgeteilt hat.",
			"indirect: die Reederei | wie … mitgeteilt hat | Der Motor war defekt"},
		{"Der Kapitän sagte, die Fähre sei alt.", "indirect: Der Kapitän | sagte | die Fähre sei alt"},
		{"Die Fähre sei alt, sagte der Kapitän.", "indirect: der Kapitän | sagte | Die Fähre sei alt"},
		{"Am Montag sagte der Kapitän in Kiel, dass die Fähre alt sei.",
			"indirect: der Kapitän | sagte | dass die Fähre alt sei"},
		{"Die Reederei teilte am Dienstag mit, der Motor sei defekt.",
			"indirect: Die Reederei | teilte … mit | der Motor sei defekt"},
		{"Die Reederei hat angekündigt, zwei Fähren zu kaufen.",
			"indirect: Die Reederei | hat … angekündigt | zwei Fähren zu kaufen"},
		{"„Wir sinken“, rief der Kapitän.", "direct: der Kapitän | rief | „Wir sinken“"},
		{"»Wir sinken«, rief der Kapitän, »und keiner hilft.«",
			"direct: der Kapitän | rief | »Wir sinken« … »und keiner hilft.«"},
		{"Lohse sagte: „Wir wissen noch nichts.“", "direct: Lohse | sagte | „Wir wissen noch nichts.“"},
		{"Der Sprecher der Reederei, Jens Harkort, sagte, man prüfe alles.",
			"indirect: Der Sprecher der Reederei, Jens Harkort | sagte | man prüfe alles"},
		{"Lohse nannte den Plan „verrückt“.", "direct: Lohse | nannte | „verrückt“"},
		{"Das Boot findet keinen Hafen. Die Feier findet statt.", ""},
		{"Es hieß, die Lage sei ruhig.", "indirect: - | hieß | die Lage sei ruhig"},
		{"In einer Mitteilung der Reederei heißt es, das Schiff sei sicher.",
			"indirect: einer Mitteilung der Reederei | heißt | das Schiff sei sicher"},
		{"Die Behauptung des Kapitäns, das Ruder sei blockiert gewesen, stimmt nicht.",
			"indirect: des Kapitäns | Die Behauptung | das Ruder sei blockiert gewesen"},
		{"Der Sprecher wollte nicht bestätigen, dass ein Boot fehlt.", ""},
		{"Der Bürgermeister hatte die Fähre gekauft und eingeweiht.", ""},
	} {
		found, _ := readGerman(t, c.text)
		var got []string
		for _, a := range found {
			got = append(got, show(a))
		}
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, have, c.want)
		}
	}
}

// TestReportedMood reads sentences without a cue that go on with what somebody
// said.
// TestGermanWho has a sentence for each rule by which it is told in German who spoke: what
// the speaker of its first attribution is called.
func TestGermanWho(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"isInserted", "Die Brücke, sagte Kolb, sei sicher.", "Kolb"},
		{"isInserted: an apposition", "Der Leiter, Hans Kolb, sagte am Montag, die Brücke sei sicher.", "Hans Kolb"},
		{"isAnothers: a title", "Ein Sprecher der Bürgermeisterin Iris Kolb sagte, die Brücke sei sicher.", "Sprecher"},
		{"isAnothers: von", "Die Sprecherin von Iris Kolb sagte, die Brücke sei sicher.", "Sprecherin von Iris Kolb"},
		{"isAnothers: a body", "Der Sprecher der Polizei Hans Moos sagte, die Brücke sei sicher.", "Hans Moos"},
		{"isGivenMonth", "Jan Brodt sagte der Zeitung, die Brücke sei sicher.", "Jan Brodt"},
		{"isGivenMonth: a month", "Am 3. Jan. sagte Iris Kolb, die Brücke sei sicher.", "Iris Kolb"},
	} {
		attributions, speakers := readGerman(t, c.text)
		got := ""
		for _, s := range speakers {
			if len(attributions) > 0 && s.ID == string(attributions[0].Speaker) {
				got = s.Name
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

func TestReportedMood(t *testing.T) {
	found, speakers := readGerman(t,
		"Jens Harkort sagte, die Fähre sei alt. Der Motor habe seit 3. Mai gestockt. Die Reederei werde ihn "+
			"tauschen.\n\n"+
			"Er wisse nicht, wann das geschehe. Die Brücke ist gesperrt.")
	if len(found) < 2 || len(speakers) != 1 || speakers[0].Name != "Jens Harkort" {
		t.Fatalf("%d attributions, speakers %+v", len(found), speakers)
	}
	all := ""
	for _, a := range found {
		if string(a.Speaker) != speakers[0].ID {
			t.Errorf("%s is not Harkort's", show(a))
		}
		all += spans(a.Content) + " "
	}
	for _, part := range []string{"Motor", "tauschen", "Er wisse nicht"} {
		if !strings.Contains(all, part) {
			t.Errorf("%q lacks %s", all, part)
		}
	}
	if strings.Contains(all, "Brücke") {
		t.Errorf("%q holds what is told as it is", all)
	}
}

func TestGermanSpeakers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Bürgermeisterin Anna Lohse war in Kiel. Die Fähre sei alt, sagte Lohse.", "Anna Lohse person 1..1"},
		{"Anna Lohse war in Kiel. Sie sagte, die Fähre sei alt.", "Anna Lohse person 1..1"},
		{"Zwei Polizeisprecher sagten, die Fähre sei alt.", "Polizeisprecher anonymous 2..2"},
		{"Einige Lehrerinnen und ein Arzt sagten, die Fähre sei alt.", "Lehrerinnen und ein Arzt anonymous 3..0"},
		{"Laut dpa ist die Fähre alt.", "dpa outlet 1..1"},
		{"Nach einem Bericht der Hafenzeitung ist die Fähre alt.", "Hafenzeitung outlet 1..1"},
		{"Das Innenministerium teilte mit, die Fähre sei alt.", "Innenministerium organisation 1..1"},
		{"Laut einem Gutachten ist die Fähre alt.", "Gutachten document 1..1"},
		{"Nach Angaben der Küstenwache ist die Fähre alt.", "Küstenwache organisation 1..1"},
	} {
		_, speakers := readGerman(t, c.text)
		var got []string
		for _, s := range speakers {
			got = append(got, fmt.Sprintf("%s %s %d..%d", s.Name, s.Kind, s.Count.Min, s.Count.Max))
		}
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, have, c.want)
		}
	}
}

func TestGermanHearer(t *testing.T) {
	for text, want := range map[string]string{
		"„Wir warten nicht“, sagte Anna Lohse der Inselpost.":                   "der Inselpost",
		"Anna Lohse sagte gegenüber dem Hafenkurier, sie warte nicht.":          "dem Hafenkurier",
		"Der Taucher Malte Brodersen sagte der Nachrichtenagentur, er warte.":   "der Nachrichtenagentur",
		"Die Sprecherin der Reederei sagte am Montag in Kiel, man warte nicht.": "",
	} {
		found, _ := readGerman(t, text)
		if len(found) != 1 {
			t.Errorf("%s: %d attributions", text, len(found))
			continue
		}
		got := ""
		if r := found[0].Receiver; r != nil {
			got = r.Text
		}
		if got != want {
			t.Errorf("%s: %s hears, got %q", text, want, got)
		}
	}
}

var hostileGerman = []string{
	"sagte, dass er sagte, dass sie sagte, laut Harkort, so Harkort, wie er sagte, ",
	"„Nein, sagte er, „nein“, sagte »sie, ‚so‘, er “sagte” es, ",
	"nach Angaben der Angaben des Sprechers der Sprecherin von Angaben zufolge ",
	"der die das Haus des Mannes der Frau, der die sagte, die, der, das, ",
	"Er sei da. Sie habe es. Man wisse nichts. Das sagte er. ",
	"Polizeihauptkommissarsanwärterinnenverbandssprecher-",
	"zu und zu sagen und zu geben und zu wollen; zu: zu – zu (zu [zu ",
}

// TestSecondHostile fails on a panic and on a bad span.
func TestSecondHostile(t *testing.T) {
	pack := german(t)
	r := quote.New(pack)
	for _, piece := range hostileGerman {
		s := segment.Split(report("r1", "Hafenbote", strings.Repeat(piece, 640)), pack)
		found, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
		checkSpans(t, found, s.Report.Text)
	}
}

// TestSecondGrowth fails where 16 times the text takes more than most times as
// long.
func TestSecondGrowth(t *testing.T) {
	needsGrowth(t)
	pack := german(t)
	r := quote.New(pack)
	for _, piece := range hostileGerman {
		one := max(best(pack, r, strings.Repeat(piece, 100)), measurable)
		if sixteen := best(pack, r, strings.Repeat(piece, 1600)); sixteen > most*one {
			t.Errorf("%.40s: 16 times the text took %v after %v", piece, sixteen, one)
		}
	}
}

func checkSpans(t testing.TB, found []stemma.Attribution, text string) {
	t.Helper()
	for _, a := range found {
		list := append(append([]stemma.Span{}, a.Content...), a.Cue...)
		if a.Source != nil {
			list = append(list, *a.Source)
		}
		for _, s := range list {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
				t.Fatalf("bad span %+v of %+v", s, a)
			}
		}
	}
}

func FuzzSecond(f *testing.F) {
	for _, piece := range hostileGerman {
		f.Add(piece)
	}
	f.Add("Nach Ansicht von Kritikern, so Lohse, „sei“ das – wie er sagte – zu alt (dpa).\n\n„Ja.“")
	pack := german(f)
	r := quote.New(pack)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || !strings.Contains(text, " ") {
			return
		}
		text = strings.ToValidUTF8(text, "")
		s := segment.Split(report("r1", "Hafenbote", text), pack)
		found, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
		checkSpans(t, found, text)
	})
}
