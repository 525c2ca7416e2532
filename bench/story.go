package main

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The bars of one story of many reports.
const (
	mostStorySlope   = 1.4  // of processor time by reports
	mostStorySeconds = 30.0 // wall, of the largest that has a bar
	mostStoryMega    = 1024 // MiB, of the same
	storyBarAt       = 2000 // reports
)

// storySizes are the reports of the stories; -long adds the last.
var storySizes = []int{100, 201, 500, 2000, 5000}

// putStories puts up the traces of one story of more and more reports.
func putStories(b *bench) error {
	sizes := storySizes
	if !b.long {
		sizes = sizes[:len(sizes)-1]
	}
	tasks := make([]*task, len(sizes))
	for i, n := range sizes {
		file := filepath.Join(b.dir, fmt.Sprintf("story-%d.jsonl", n))
		if err := writeCorpus(file, rewrites(uint64(n), n)); err != nil {
			return err
		}
		tasks[i] = b.put(traced(b.engine.binary, fmt.Sprintf("a story of %d rewrites", n), file))
	}
	b.row(func() { storyRows(&b.table, sizes, tasks) })
	return nil
}

// traced makes a task of tracing a file by a process of its own.
func traced(binary, name, file string) *task {
	return &task{name: name, run: func() (sample, error) {
		return child(exec.Command(binary, "trace", "--quiet", "--no-color", file))
	}}
}

func storyRows(rows *table, sizes []int, tasks []*task) {
	var reports, seconds []float64
	for i, t := range tasks {
		if len(t.samples) == 0 {
			rows.skip(t.name, "did not end")
			continue
		}
		reports, seconds = append(reports, float64(sizes[i])), append(seconds, t.processor())
		rows.note(t.name+": s of processor time", fmt.Sprintf("%.2f", t.processor()))
		if sizes[i] == storyBarAt {
			rows.atMost("  wall, s", t.seconds(), mostStorySeconds, "%.1f")
			rows.atMost("  peak memory, MiB", float64(t.peak()>>20), mostStoryMega, "%.0f")
		}
	}
	if s, err := slope(reports, seconds); err == nil {
		rows.atMost("one story of ever more rewrites: slope of processor time", s, mostStorySlope, "%.2f")
	}
}

// How a rewrite differs from what it was made of: the share of sentences that
// it keeps, of the words with a synonym that it replaces, how many in ten name
// their exemplar, and what it adds.
const (
	keptSentences   = 0.92
	replacedWords   = 0.5
	creditInTen     = 4
	storyMinutes    = 7
	sentencesOfOwn  = 4
	wordsOfSentence = 14
)

// rewrites makes a story of so many reports: one report, then rewrites of it
// and of rewrites. The same seed gives the same story.
func rewrites(seed uint64, n int) []report {
	w := &rewriter{rand.New(rand.NewPCG(seed, 2))}
	begins := time.Date(2025, 3, 4, 6, 0, 0, 0, time.UTC)
	all := make([]report, n)
	told := make([][]string, n) // what each has of the first report
	for i := range all {
		text := storyText
		if told[i] = storyText; i > 0 {
			parent := w.random.IntN(i)
			told[i] = w.retold(told[parent])
			text = w.printed(told[i], outletOf(parent))
		}
		all[i] = report{
			ID: fmt.Sprintf("w%05d", i), Outlet: outletOf(i), Text: strings.Join(text, "\n\n") + "\n",
			Date: begins.Add(time.Duration(i) * storyMinutes * time.Minute).Format(time.RFC3339),
		}
	}
	return all
}

type rewriter struct{ random *rand.Rand }

// retold is the lead and most other sentences in other words.
func (w *rewriter) retold(from []string) []string {
	var told []string
	for i, s := range from {
		if i == 0 || w.random.Float64() < keptSentences {
			told = append(told, w.reworded(s))
		}
	}
	return told
}

// printed is a report as it appears: what it tells, at times with the name of
// the paper that it follows, and sentences of its own.
func (w *rewriter) printed(told []string, exemplar string) []string {
	text := slices.Clone(told)
	if w.random.IntN(10) < creditInTen {
		text[0] = strings.TrimSuffix(text[0], ".") + ", " + exemplar + " reported."
	}
	for range sentencesOfOwn {
		text = append(text, w.own())
	}
	return text
}

// reworded replaces some of the words that the list knows.
func (w *rewriter) reworded(sentence string) string {
	words := strings.Fields(sentence)
	for i, word := range words {
		bare := strings.Trim(word, ".,“”")
		others := otherWords[bare]
		if len(others) > 0 && w.random.Float64() < replacedWords {
			words[i] = strings.Replace(word, bare, others[w.random.IntN(len(others))], 1)
		}
	}
	return strings.Join(words, " ")
}

// own is a sentence that no other report has.
func (w *rewriter) own() string {
	words := make([]string, wordsOfSentence)
	for i := range words {
		words[i] = ownWords[w.random.IntN(len(ownWords))]
	}
	first := words[0]
	words[0] = strings.ToUpper(first[:1]) + first[1:]
	return strings.Join(words, " ") + "."
}

// outletOf names the paper of report i: every report stands in another one.
func outletOf(i int) string {
	place := storyPlaces[i%len(storyPlaces)]
	kind := storyPapers[i/len(storyPlaces)%len(storyPapers)]
	if round := i / (len(storyPlaces) * len(storyPapers)); round > 0 {
		kind += " " + strings.Repeat("I", round)
	}
	return "The " + place + " " + kind
}
