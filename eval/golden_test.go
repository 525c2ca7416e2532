package main

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stemma"
	"stemma/eval/expect"
)

// TestGoldenWords makes sure that every expectation speaks of words that
// stand in the reports it names.
func TestGoldenWords(t *testing.T) {
	files := sorted("../testdata/stories", "*.txtar")
	if len(files) < 7 {
		t.Fatalf("%d golden stories", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		story, err := expect.ParseStory(data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		d := &stemma.Dossier{}
		for _, f := range story.Files {
			d.Reports = append(d.Reports, visible(f.Name, f.Data))
		}
		t.Run(expect.Base(file), func(t *testing.T) { checkWords(t, story.Expectation, d) })
	}
}

func TestDemoWords(t *testing.T) {
	data, err := os.ReadFile("../testdata/stories/demo.expect")
	if err != nil {
		t.Fatal(err)
	}
	e, err := expect.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	d := &stemma.Dossier{}
	for _, file := range append(sorted("../cmd/stemma/demo", "*.html"), sorted("../cmd/stemma/demo", "*.txt")...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d.Reports = append(d.Reports, visible(filepath.Base(file), string(data)))
	}
	checkWords(t, e, d)
}

// TestPileWords makes sure that the gold of the repository's own piles speaks of words that
// stand in the reports it names.
func TestPileWords(t *testing.T) {
	folders := sorted("../testdata/piles", "*/reports")
	if len(folders) < 4 {
		t.Fatalf("%d piles", len(folders))
	}
	for _, reports := range folders {
		folder := filepath.Dir(reports)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			g, err := readGold(folder)
			if err != nil {
				t.Fatal(err)
			}
			texts := map[string]string{}
			for _, file := range sorted(reports, "*") {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				r := visible(filepath.Base(file), string(data))
				texts[r.Input] = folded(r.Text)
			}
			for _, x := range g.texts() {
				if !strings.Contains(texts[x.File], folded(x.Text)) {
					t.Errorf("%s does not have %q", x.File, x.Text)
				}
			}
		})
	}
}

func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// texts are all places of reports that the gold names.
func (g *gold) texts() []goldText {
	var all []goldText
	for _, c := range g.Claims {
		for _, m := range c.Mentions {
			all = append(all, goldText{m.File, m.Text}, goldText{m.File, m.Sentence})
		}
	}
	for _, c := range g.Credits {
		all = append(all, goldText{c.File, c.Content.Text}, goldText{c.File, c.Sentence.Text})
	}
	for _, d := range g.Drifts {
		for _, side := range []*goldText{d.Before, d.After} {
			if side != nil {
				all = append(all, *side)
			}
		}
	}
	for _, n := range g.NotDrifts {
		all = append(all, n.Strings...)
	}
	return all
}

// visible is a page as a reader sees it, roughly.
func visible(name, data string) stemma.Report {
	if strings.HasSuffix(name, ".html") {
		data = regexp.MustCompile(`(?s)<script.*?</script>|<head>.*?</head>`).ReplaceAllString(data, " ")
		data = regexp.MustCompile(`</?(a|em|b|i)(\s[^>]*)?>`).ReplaceAllString(data, "")
		data = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(data, " ")
		data = html.UnescapeString(data)
	}
	return stemma.Report{ID: name, Input: name, Text: data}
}

func checkWords(t *testing.T, e expect.Expectation, d *stemma.Dossier) {
	t.Helper()
	in := func(name, words string) {
		r := expect.Find(d, name)
		if r == nil {
			t.Errorf("no report %q", name)
		} else if words != "" && len(expect.Locate(r, words)) == 0 {
			t.Errorf("%s: no %q", name, words)
		}
	}
	anywhere := func(words string) {
		for i := range d.Reports {
			if len(expect.Locate(&d.Reports[i], words)) > 0 {
				return
			}
		}
		if words != "" {
			t.Errorf("nowhere: %q", words)
		}
	}
	for _, p := range append(e.Descents, e.Perhaps...) {
		in(p.From, "")
		in(p.To, "")
	}
	for _, pair := range e.NonDescents {
		in(pair[0], "")
		in(pair[1], "")
	}
	for _, o := range e.Origins {
		anywhere(o.Words)
	}
	for _, n := range e.Never {
		anywhere(n.Words)
	}
	for _, x := range e.Drifts {
		anywhere(x.Before)
		in(x.Copy, x.After)
	}
	for _, a := range e.Attributions {
		in(a.Report, a.Source)
		in(a.Report, a.Content)
	}
}
