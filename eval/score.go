package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"stemma"
)

// scoreboard collects the scores of all piles, in the order in which they are
// made. details takes the misses; nil keeps them silent.
type scoreboard struct {
	lines   []string
	details io.Writer
}

// scores is the board as one pile sees it.
type scores struct {
	board *scoreboard
	pile  string
}

func (b *scoreboard) under(pile string) *scores { return &scores{b, pile} }

func (b *scoreboard) note(line string) { b.lines = append(b.lines, line) }

func (b *scoreboard) print(w io.Writer) {
	for _, line := range b.lines {
		fmt.Fprintln(w, line)
	}
}

// attributionRows is how the rows of the corpora of attributions begin.
const attributionRows = "attribution/"

// keep takes over from the file of scores the rows of the other half: the
// stories' when the corpora were scored, and the corpora's when the stories
// were. The stories come first. A file that is not there has no rows.
func (b *scoreboard) keep(file string, corpora bool) error {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var kept []string
	for line := range strings.Lines(string(old)) {
		if strings.HasPrefix(line, attributionRows) != corpora {
			kept = append(kept, strings.TrimSuffix(line, "\n"))
		}
	}
	if corpora {
		b.lines = append(kept, b.lines...)
	} else {
		b.lines = append(b.lines, kept...)
	}
	return nil
}

// count prints a number.
func (s *scores) count(name string, n int) {
	s.board.note(fmt.Sprintf("%s/%s %d", s.pile, name, n))
}

// share prints part of whole, and both. Of nothing there is no share.
func (s *scores) share(name string, part, whole int) {
	value := "n/a"
	if whole > 0 {
		value = fmt.Sprintf("%.3f", float64(part)/float64(whole))
	}
	s.board.note(fmt.Sprintf("%s/%s %s (%d of %d)", s.pile, name, value, part, whole))
}

// value prints a number between 0 and 1.
func (s *scores) value(name string, v float64) {
	s.board.note(fmt.Sprintf("%s/%s %.3f", s.pile, name, v))
}

// retrieval prints precision, recall and F1.
func (s *scores) retrieval(name string, right, found, recalled, wanted int) {
	s.share(name+"_precision", right, found)
	s.share(name+"_recall", recalled, wanted)
	s.value(name+"_f1", f1(ratio(right, found), ratio(recalled, wanted)))
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// detail writes a line for people who tune: a miss or a false finding.
func (s *scores) detail(format string, args ...any) {
	if s.board.details != nil {
		fmt.Fprintf(s.board.details, s.pile+": "+format+"\n", args...)
	}
}

// short is a text on one line, cut to about 110 characters.
func short(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 110 {
		return string(runes[:70]) + " … " + string(runes[len(runes)-37:])
	}
	return string(runes)
}

// counts prints what a dossier holds.
func (s *scores) counts(d *stemma.Dossier) {
	var kept, lost, descents, claims, multi, drifts int
	for _, story := range d.Stories {
		for _, w := range story.Witnesses {
			if w.Lost {
				lost++
			} else {
				kept++
			}
		}
		descents += len(story.Descents)
		claims += len(story.Claims)
		drifts += len(story.Drifts)
		for _, c := range story.Claims {
			if c.Origins.Min >= 2 {
				multi++
			}
		}
	}
	s.count("reports", len(d.Reports))
	s.count("stories", len(d.Stories))
	s.count("witnesses_kept", kept)
	s.count("witnesses_lost", lost)
	s.count("descents", descents)
	s.count("attributions", len(d.Attributions))
	s.count("claims", claims)
	s.count("claims_corroborated", multi)
	s.count("drifts", drifts)
}
