package pipeline

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma"
)

// creditCase is one line of testdata/credits: a sentence, and what its report must hang from.
type creditCase struct {
	kind, want, sentence string
	event                []string // the lines of the event
}

// TestCredits reads testdata/credits: sentences that credit another report, in two reports
// of one event each, and sentences that only name its outlet. Those that are marked as open
// are told wrongly still; whoever mends one takes the mark off.
func TestCredits(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		p, err := New(Options{})
		if err != nil {
			t.Fatal(err)
		}
		p.oneStory = true
		for _, c := range creditCases(t, language) {
			want, open := strings.CutPrefix(c.want, "open ")
			got, err := c.found(p)
			switch {
			case err != nil:
				t.Fatal(err)
			case got != want && !open:
				t.Errorf("%s, %s: %s, not %s", language, c.sentence, got, want)
			case got == want && open:
				t.Errorf("%s, %s: %s, and marked as open", language, c.sentence, got)
			}
		}
	}
}

func creditCases(t *testing.T, language string) []creditCase {
	data, err := os.ReadFile("../../testdata/credits/" + language + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var found []creditCase
	events, at := map[string][]string{}, ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		name, begins := strings.CutPrefix(line, "event ")
		switch parts := strings.Split(line, " | "); {
		case line == "":
			at = ""
		case strings.HasPrefix(line, "#"):
		case begins:
			at = name
		case at != "":
			events[at] = append(events[at], line)
		case len(parts) != 4 || len(events[parts[2]]) != eventLines:
			t.Fatalf("%s: %q is no case", language, line)
		default:
			found = append(found, creditCase{parts[0], parts[1], parts[3], events[parts[2]]})
		}
	}
	return found
}

// eventLines is how many lines an event has: of each of two reports who published it
// and when, its title and its text.
const eventLines = 6

// found is what the second report of a case hangs from.
func (c creditCase) found(p *Pipeline) (string, error) {
	var captures []stemma.Capture
	for i := 0; i < eventLines; i += eventLines / 2 {
		about := strings.Split(c.event[i], " | ")
		sentence, foot, _ := strings.Cut(c.sentence, "¶")
		text := strings.Replace(c.event[i+2], "…", sentence, 1)
		if text != c.event[i+2] {
			text += "\n\n" + foot
		}
		captures = append(captures, stemma.Capture{
			Input: fmt.Sprint(i), Media: stemma.PlainText, SHA256: strings.Repeat(fmt.Sprint(i), 64),
			Data: fmt.Appendf(nil, "%s\n%s\n%s\n%s\n\n%s\n", c.event[i+1], about[0], about[1], about[2], text),
		})
	}
	d, err := p.TraceCaptures(context.Background(), captures, nil)
	if err != nil {
		return "", err
	}
	outlet, _, _ := strings.Cut(c.event[0], " | ")
	return hangsFrom(d, "3", outlet), nil
}

// hangsFrom tells whether a report descends from the other kept one, from a lost report
// of that outlet, or from neither.
func hangsFrom(d *stemma.Dossier, input, outlet string) string {
	s := &d.Stories[0]
	kept, lost := map[string]string{}, map[string]string{}
	for _, w := range s.Witnesses {
		lost[w.Siglum] = string(w.Name)
		for _, r := range d.Reports {
			if string(w.Report) == r.ID {
				kept[w.Siglum] = r.Input
			}
		}
	}
	found := "none"
	for _, x := range s.Descents {
		switch {
		case kept[x.To] != input:
		case kept[x.From] != "":
			return "taken"
		case strings.HasPrefix(lost[x.From], outlet):
			found = "lost"
		default:
			found = "lost " + lost[x.From]
		}
	}
	return found
}
