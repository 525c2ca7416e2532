package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
)

// ecbPlus is the reports of ECB+ (Cybulska and Vossen 2014), whose sub-topics
// are events; below the shared folder.
const ecbPlus = "data/claims/ecbplus.jsonl.zst"

// storyCorpus scores the stories command: the B-cubed F1 of its stories against
// the sub-topics of ECB+, in one pile.
func (o *options) storyCorpus(board *scoreboard, binary string) error {
	var lines []byte
	err := eachLine(filepath.Join(o.shared, ecbPlus), func(line []byte) error {
		lines = append(append(lines, line...), '\n')
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		board.note("stories skipped: " + ecbPlus + " not found")
		return nil
	}
	if err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	command := exec.Command(binary, "stories", "-", "--json", "-", "--quiet")
	command.Stdin = bytes.NewReader(lines)
	out, err := command.Output()
	if err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	var found struct {
		Stories []struct {
			ID      string   `json:"id"`
			Reports []string `json:"reports"`
		} `json:"stories"`
	}
	if err := json.Unmarshal(out, &found); err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	home := map[string]string{}
	for _, s := range found.Stories {
		for _, r := range s.Reports {
			home[r] = s.ID
		}
	}
	events, err := subtopics(lines)
	if err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	s := board.under("stories")
	s.count("ecbplus_stories", len(found.Stories))
	s.value("ecbplus_b3", groupingB3(events, home))
	return nil
}

// event is a report and the event that it is of.
type event struct {
	ID       string `json:"id"`
	Subtopic string `json:"subtopic"`
}

func subtopics(lines []byte) ([]event, error) {
	var events []event
	for _, line := range bytes.Split(bytes.TrimSpace(lines), []byte("\n")) {
		var e event
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	return events, nil
}

// groupingB3 is the B-cubed F1 of a grouping of reports (Bagga and Baldwin
// 1998).
func groupingB3(events []event, home map[string]string) float64 {
	if len(events) == 0 {
		return 0
	}
	var precision, recall float64
	for _, e := range events {
		var together, mine, theirs int
		for _, other := range events {
			same, kin := home[other.ID] == home[e.ID], other.Subtopic == e.Subtopic
			mine, theirs = mine+one(same), theirs+one(kin)
			together += one(same && kin)
		}
		precision += ratio(together, mine)
		recall += ratio(together, theirs)
	}
	n := float64(len(events))
	return f1(precision/n, recall/n)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
