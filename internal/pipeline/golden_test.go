package pipeline

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma"
)

var update = flag.Bool("update", false, "rewrite testdata/golden")

// known lists, by story, the expectations about descents and lost witnesses
// that are not met. A "never" line has no place here.
var known = map[string][]string{}

// TestGolden compares the summary of every golden story with the one on file.
// go test ./internal/pipeline -run Golden -update writes them anew.
func TestGolden(t *testing.T) {
	for _, g := range goldenStories(t) {
		t.Run(g.name, func(t *testing.T) {
			d := trace(t, g.folder)
			checkExpectation(t, g, d)
			checkSummary(t, filepath.Join("../../testdata/golden", g.name+".txt"), summary(d))
		})
	}
}

func checkSummary(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(read(t, file)); got != want {
		t.Errorf("%s (- on file, + now; -update accepts):\n%s%s", file, only("- ", want, got), only("+ ", got, want))
	}
}

// only lists the lines of a text that another one has not, or has not as
// often; for lines that merely changed places it says so.
func only(mark, text, other string) string {
	left := map[string]int{}
	for line := range strings.Lines(other) {
		left[line]++
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if left[line]--; left[line] < 0 {
			b.WriteString(mark + line)
		}
	}
	if b.Len() == 0 {
		return mark + "(the same lines in another order, or fewer)\n"
	}
	return b.String()
}

// checkExpectation fails for every expectation about the tree, and every
// "never counted as independent", that is not met.
func checkExpectation(t *testing.T, g goldenStory, d *stemma.Dossier) {
	t.Helper()
	met, failed := g.expectation.Check(d)
	for _, line := range failed {
		plain, _, _ := strings.Cut(line, " (found: ")
		never := strings.HasPrefix(line, "never:")
		if never || isLineage(plain) && !slices.Contains(known[g.name], plain) {
			t.Errorf("not met: %s", line)
		}
	}
	for _, line := range known[g.name] {
		if slices.Contains(met, line) {
			t.Logf("met by now, drop it from the known failures: %s", line)
		}
	}
}

func isLineage(line string) bool {
	key, _, _ := strings.Cut(line, ":")
	return slices.Contains([]string{"descent", "no descent", "lost"}, key)
}

// summary is a dossier in lines, with file names instead of ids:
//
//	story: 01.txt 02.html
//	lost α Northern Wire wire
//	01.txt > α rewrite
//	α > 02.html wire copy
//	origins 1..1 single-source | the bridge is shut | 01.txt 02.html
//	drift 01.txt > 02.html number_changed 2 | 40 bolts | 14 bolts
//	warning circular
//
// Only claims that two or more reports make are in it.
func summary(d *stemma.Dossier) string {
	var b strings.Builder
	for i := range d.Stories {
		if i > 0 {
			b.WriteByte('\n')
		}
		s := &summarised{d: d, story: &d.Stories[i]}
		s.write(&b)
	}
	return b.String()
}

type summarised struct {
	d     *stemma.Dossier
	story *stemma.Story
}

func (s *summarised) write(b *strings.Builder) {
	b.WriteString("story:")
	for _, w := range s.story.Witnesses {
		if !w.Lost {
			b.WriteString(" " + s.name(w.Siglum))
		}
	}
	b.WriteByte('\n')
	for _, w := range s.story.Witnesses {
		if w.Lost {
			fmt.Fprintf(b, "lost %s %s %s\n", w.Siglum, w.Name, w.Kind)
		}
	}
	for _, x := range s.story.Descents {
		fmt.Fprintf(b, "%s > %s %s\n", s.name(x.From), s.name(x.To), x.Kind)
	}
	for _, c := range s.story.Claims {
		if files := s.carriers(c); len(files) > 1 {
			fmt.Fprintf(b, "origins %d..%d %s | %s | %s\n", c.Origins.Min, c.Origins.Max, c.Verdict,
				short(c.Statement), strings.Join(files, " "))
		}
	}
	for _, x := range s.story.Drifts {
		fmt.Fprintf(b, "drift %s%s %d | %s | %s\n", s.way(x), x.Kind, x.Severity, side(x.Before), side(x.After))
	}
	for _, w := range s.story.Warnings {
		fmt.Fprintf(b, "warning %s\n", w.Kind)
	}
}

// name is the file name of a witness's report, or the siglum of a lost one.
func (s *summarised) name(siglum string) string {
	if w := s.story.Witness(siglum); w != nil && !w.Lost {
		return s.file(string(w.Report))
	}
	return siglum
}

func (s *summarised) file(report string) string {
	if r := s.d.Report(report); r != nil {
		return path.Base(filepath.ToSlash(r.Input))
	}
	return "?" + report
}

// carriers lists the files that make a claim, in order.
func (s *summarised) carriers(c stemma.Claim) []string {
	files := map[string]bool{}
	for _, st := range c.Statements {
		files[s.file(st.Span.Report)] = true
	}
	return sortedKeys(files)
}

// way is "01.txt > 02.html " for the descent of a drift, if it has one.
func (s *summarised) way(x stemma.Drift) string {
	for _, e := range s.story.Descents {
		if e.ID == string(x.Descent) {
			return s.name(e.From) + " > " + s.name(e.To) + " "
		}
	}
	return ""
}

func side(s *stemma.Span) string {
	if s == nil {
		return "-"
	}
	return short(s.Text)
}

// short is a text on one line of at most 100 characters.
func short(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 100 {
		return string(runes[:99]) + "…"
	}
	return string(runes)
}
