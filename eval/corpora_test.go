package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"stemma"
)

// written makes a sheet of a text and of attributions in the notation
// "source | cue | content", each the first place of those words; "" for none.
func written(text string, gold, found []string) sheet {
	s := sheet{doc: annotated{ID: "d", Text: text}, report: &stemma.Report{ID: "r", Text: text}, words: textWords(text)}
	read := func(lines []string) (all []credit) {
		for _, line := range lines {
			role := strings.Split(line, "|")
			at := func(words string) []int {
				words = strings.TrimSpace(words)
				start := strings.Index(text, words)
				if words == "" || start < 0 {
					return nil
				}
				return s.within([]extent{{start, start + len(words)}})
			}
			all = append(all, credit{source: at(role[0]), cue: at(role[1]), content: at(role[2])})
		}
		return all
	}
	s.gold, s.found = read(gold), read(found)
	return s
}

func TestTextWords(t *testing.T) {
	for text, want := range map[string]string{
		"It's 3.5 per-cent, isn’t it?": "It's 3.5 per-cent isn’t it",
		"“No,” (she) said—twice...":    "No she said twice",
		"Zoë naïve ßtraße":             "Zoë naïve ßtraße",
		"a 'b' c. D":                   "a b c D",
		"":                             "",
	} {
		var got []string
		for _, w := range textWords(text) {
			got = append(got, text[w[0]:w[1]])
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestWithin(t *testing.T) {
	s := written("One two three four.", nil, nil)
	for _, c := range []struct {
		span extent
		want []int
	}{{extent{0, 3}, []int{0}}, {extent{1, 5}, []int{0, 1}}, {extent{3, 4}, nil}, {extent{14, 19}, []int{3}},
		{extent{0, 19}, []int{0, 1, 2, 3}}} {
		if got := s.within([]extent{c.span}); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.span, got, c.want)
		}
	}
}

func scored(score func(*scores, []sheet), all ...sheet) string {
	board := &scoreboard{}
	score(board.under("x"), all)
	return strings.Join(board.lines, "\n")
}

func wantRows(t *testing.T, got string, rows ...string) {
	t.Helper()
	for _, row := range rows {
		if !strings.Contains(got+"\n", row+"\n") {
			t.Errorf("no row %q in\n%s", row, got)
		}
	}
}

func TestScoreRoles(t *testing.T) {
	got := scored(scoreRoles, written(
		"Mira Holt said the old bridge is rotten. The toll is two marks.",
		[]string{"Mira Holt | said | the old bridge is rotten"},
		[]string{"Holt | said | the old bridge", "| | The toll is two marks"}))
	wantRows(t, got,
		"x/content_precision 0.375 (3 of 8)", "x/content_recall 0.600 (3 of 5)",
		"x/cue_f1 1.000", "x/source_precision 1.000 (1 of 1)", "x/source_recall 0.500 (1 of 2)",
		"x/content_exact_recall 0.000 (0 of 1)", "x/content_overlap_precision 0.500 (1 of 2)",
		"x/content_overlap_recall 1.000 (1 of 1)")
}

func TestScoreDirect(t *testing.T) {
	text := "“The bridge is quite rotten,” Mira Holt said. “We will close it today,” Tam Oduya said. He called it " +
		"“a wreck” himself. “It goes on and on.”"
	got := scored(scoreDirect, written(text,
		[]string{"Mira Holt | said | The bridge is quite rotten", "Tam Oduya | said | We will close it today",
			"He | called | a wreck", "Tam Oduya | said | It goes on and on"},
		[]string{"Holt | said | The bridge is quite rotten", "Mira Holt | said | We will close it today"}))
	wantRows(t, got, "x/direct_found 0.667 (2 of 3)", "x/direct_source 0.500 (1 of 2)", "x/direct_right 0.333 (1 of 3)")
}

func TestRightSourceBySpeaker(t *testing.T) {
	s := written("Mira Holt spoke. She said so. She left.", []string{"She | said | left"},
		[]string{"Mira Holt | said | left", "She | said | so"})
	holt := &stemma.Speaker{ID: "p1", Name: "Mira Holt"}
	s.found[0].speaker = holt
	if s.rightSource(s.gold[0], &s.found[0]) {
		t.Error("right, though nothing leads from she to Holt")
	}
	s.found[1].speaker = holt
	if !s.rightSource(s.gold[0], &s.found[0]) {
		t.Error("wrong, though she is Holt")
	}
}

func TestMediaRule(t *testing.T) {
	rule := newMediaRule()
	for source, want := range map[string]string{
		"The Harbour Gazette":                 "media",
		"the Associated Press":                "media",
		"CNN":                                 "media",
		"two local newspapers":                "media",
		"the newspaper, citing officials":     "media",
		"an editorial in the Harbour Gazette": "media",
		"a Gazette report":                    "media",
		"media reports":                       "media",
		"several reports":                     "media",
		"harbournews.com":                     "media",
		"the Nation":                          "media",
		"the Israeli newspaper Haaretz":       "media",
		"the newspaper chain Gannett":         "no",
		"the Dock Post-Mail":                  "media",
		"KTRO-TV":                             "media",
		"the Mercury":                         "media",
		"other news organizations":            "media",
		"Mercury":                             "no",
		"the Republic of Aldwick":             "no",
		"the nation":                          "no",
		"the report":                          "doubt",
		"we":                                  "doubt",
		"its analysis":                        "doubt",
		"it":                                  "doubt",
		"a police report":                     "no",
		"the Gazette’s Mira Holt":             "no",
		"a Gazette poll":                      "no",
		"Gazette reporter Mira Holt":          "no",
		"Mira Holt":                           "no",
		"the harbour's press secretary, Tam Oduya": "no",
	} {
		media, doubt := rule.judge(source)
		got := "no"
		if media {
			got = "media"
		} else if doubt {
			got = "doubt"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", source, got, want)
		}
	}
}

func TestScoreMedia(t *testing.T) {
	s := written("The Harbour Gazette reported the bridge is rotten. The Dockside Herald said the toll is high. "+
		"Mira Holt said boats sink.",
		[]string{"The Harbour Gazette | reported | the bridge is rotten",
			"The Dockside Herald | said | the toll is high", "Mira Holt | said | boats sink"},
		[]string{"Harbour Gazette | reported | the bridge is rotten", "Mira Holt | said | boats sink"})
	s.found[0].speaker, s.found[1].speaker = &stemma.Speaker{Kind: stemma.Organisation},
		&stemma.Speaker{Kind: stemma.Outlet}
	wantRows(t, scored(scoreMedia, s), "x/media_precision 1.000 (1 of 1)", "x/media_recall 0.500 (1 of 2)",
		"x/media_outlet_precision 0.000 (0 of 1)", "x/media_outlet_recall 0.000 (0 of 1)")
}

func TestScoreWires(t *testing.T) {
	with := func(wire string, names ...string) sheet {
		s := written("text", nil, nil)
		s.doc.Wire = wire
		for _, n := range names {
			s.report.Credits = append(s.report.Credits, stemma.Credit{Kind: stemma.AgencyCredit, Name: n})
		}
		return s
	}
	got := scored(scoreWires, with("AP", "Associated Press"), with("UPI"), with("", "Reuters"), with(""))
	wantRows(t, got, "x/agency_precision 0.500 (1 of 2)", "x/agency_recall 0.500 (1 of 2)")
}

func TestMissesByKind(t *testing.T) {
	s := written("A title\nMira Holt said the old bridge is rotten. “It is gone,” Tam Oduya said. The toll is two "+
		"marks.",
		[]string{"Mira Holt | said | the old bridge is rotten", "Tam Oduya | Oduya said | It is gone"},
		[]string{"Mira Holt | said | the old", "| | The toll is two marks"})
	var b bytes.Buffer
	countMisses(&b, []sheet{s}, true)
	for _, want := range []string{"5 words in    1  false: without cue",
		"missed: direct, cue of several words not read", "missed: indirect, cue read, content not"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestReadCorpus(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.jsonl.zst")
	packer, _ := zstd.NewWriter(nil)
	lines := `{"id":"a","text":"Holt said no.","attributions":[{"source":[[0,4]],"cue":[[5,9]],"content":[[10,12]]}]}
{"id":"b","text":"Ja, sagt Holt.","quotes":[{"type":"Direct","quote":[[0,2]],"speaker":[[9,13]],"cue":[[4,8]]}]}
`
	if err := os.WriteFile(file, packer.EncodeAll([]byte(lines), nil), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := readCorpus(file)
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if diff := cmp.Diff([]mark{{[]extent{{9, 13}}, []extent{{4, 8}}, []extent{{0, 2}}}}, docs[1].Credits); diff != "" {
		t.Error(diff)
	}
	bad := `{"id":"a","text":"No.","attributions":[{"content":[[1,9]]}]}`
	if err := os.WriteFile(file, packer.EncodeAll([]byte(bad), nil), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readCorpus(file); err == nil {
		t.Error("a span outside the text is no error")
	}
}

func TestKeepRowsOfTheOtherHalf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "scores.txt")
	if err := os.WriteFile(file, []byte("dam/x 1\nattribution/p/y 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for corpora, want := range map[bool][]string{
		true:  {"dam/x 1", "new"},
		false: {"new", "attribution/p/y 2"},
	} {
		b := &scoreboard{lines: []string{"new"}}
		if err := b.keep(file, corpora); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.lines); diff != "" {
			t.Error(diff)
		}
	}
}
