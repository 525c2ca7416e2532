package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"stemma/internal/index"
)

const (
	mostIndex   = 0.65 // bytes of index per byte of text
	mostLatency = 5.0  // ms for one new article, 99 of 100 times
	mostOpen    = 1.0  // seconds to open the index
	// indexReports is how many reports are indexed, in rotated copies of
	// Reuters: those of five copies, and with -long the million.
	indexReports, indexReportsLong = 100_000, 1_000_000
	// newArticles is how many are then asked about in one process, and
	// newProcesses how many of them by a process of its own.
	newArticles, newProcesses = 1000, 200
)

// index puts up the questions about new articles to an index of rotated copies
// of Reuters, where the binary has one. It is built once.
func (b *bench) index() error {
	const what = "one new article against an index"
	if exec.Command(b.engine.binary, "index", "query", "--help").Run() != nil {
		b.row(func() { b.table.skip(what, "no command index query") })
		return nil
	}
	if b.reuters == nil {
		return nil
	}
	built, err := b.buildIndex()
	if err != nil {
		b.row(func() { b.table.add(what, err.Error(), "", false) })
		return nil
	}
	articles := b.articles()
	files, err := b.articleFiles(articles)
	if err != nil {
		return err
	}
	idle := b.put(timed("a process that does nothing", func() error {
		return exec.Command(b.engine.binary,
			"version").Run()
	}))
	opened := b.put(timed("opening the index", func() error {
		x, err := index.Open(built.folder)
		if err == nil {
			x.Close()
		}
		return err
	}))
	var processor []float64
	asked := b.put(b.ask(built.folder, articles, &processor))
	lives := b.put(b.askLive(built.folder, articles))
	processes := b.put(b.askEach(built.folder, files))
	b.row(func() {
		b.table.note("index: reports added", fmt.Sprintf("%d, %.1f MB/s, peak %d MiB", built.reports,
			float64(built.text)/megabyte/built.added.seconds, built.added.peak>>20))
		b.table.atMost("index: bytes per byte of text", float64(built.stored)/float64(built.text), mostIndex, "%.3f")
		for _, t := range []*task{opened, asked, lives, processes} {
			if t.err != nil {
				b.table.add(what, t.err.Error(), "", false)
				return
			}
		}
		b.table.atMost("index: opening, s", opened.seconds(), mostOpen, "%.4f")
		b.table.atMost(fmt.Sprintf("%s of %d: p99 in ms", what, built.reports), 1000*asked.seconds(), mostLatency,
			"%.2f")
		slices.Sort(processor)
		b.table.note("  its processor time on all cores: p99 in ms", fmt.Sprintf("%.2f",
			1000*processor[len(processor)/2]))
		b.table.atMost("  by a line to a process that waits: p99 in ms", 1000*lives.seconds(), mostLatency, "%.2f")
		b.table.note("  by a process of its own: p99 in ms", fmt.Sprintf("%.1f", 1000*processes.seconds()))
		b.table.note("  a process that does nothing: ms", fmt.Sprintf("%.1f", 1000*idle.seconds()))
	})
	return nil
}

// builtIndex is an index that was built.
type builtIndex struct {
	folder       string
	reports      int
	text, stored int64 // bytes
	added        sample
}

// buildIndex indexes rotated copies.
func (b *bench) buildIndex() (built builtIndex, err error) {
	reports := indexReports
	if b.long {
		reports = indexReportsLong
	}
	copies := (reports + len(b.reuters) - 1) / len(b.reuters)
	built.reports = copies * len(b.reuters)
	w := newWheel(b.reuters)
	file := filepath.Join(b.dir, "indexed.jsonl")
	built.text, err = grow(file, b.reuters, int64(copies)*size(b.reuters), func(r *record,
		copy int) {
		r.Text = w.turn(r.Text, copy)
	})
	if err != nil {
		return built, err
	}
	defer os.Remove(file)
	built.folder = filepath.Join(b.dir, "corpus.index")
	if built.added, err = child(exec.Command(b.engine.binary, "index", "add", built.folder, file)); err != nil {
		return built, fmt.Errorf("index add: %w", err)
	}
	built.stored, err = folderSize(built.folder)
	return built, err
}

// articles makes new articles: rewrites of reports that the index knows.
func (b *bench) articles() []index.Report {
	w := newWheel(b.reuters)
	all := make([]index.Report, newArticles)
	for i := range all {
		r := &b.reuters[i*len(b.reuters)/len(all)]
		all[i] = index.Report{Name: fmt.Sprintf("new%d", i), Text: w.rewrite(r.Text, 1, seeded(r.ID, 1))}
	}
	return all
}

// articleFiles writes some of the articles, each to a file of its own.
func (b *bench) articleFiles(all []index.Report) ([]string, error) {
	var files []string
	for i := range newProcesses {
		r := &all[i*len(all)/newProcesses]
		line, err := json.Marshal(record{ID: r.Name, Text: r.Text})
		if err != nil {
			return nil, err
		}
		file := filepath.Join(b.dir, r.Name+".jsonl")
		if err := os.WriteFile(file, append(line, '\n'), 0o600); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// ask times the questions about all articles in this process, the opening left
// out; a round's figure is the 99th percentile. That of the processor time, in
// seconds, is appended to processor: on a busy machine it tells the work from
// the waiting.
func (b *bench) ask(folder string, articles []index.Report, processor *[]float64) *task {
	return &task{name: "new articles", run: func() (sample, error) {
		x, err := index.Open(folder)
		if err != nil {
			return sample{}, err
		}
		defer x.Close()
		q := x.NewQuery(0, b.cores)
		// This process holds corpora of hundreds of megabytes, which are no
		// part of the question: they are not collected meanwhile.
		runtime.GC()
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		var worked []float64
		took, err := percentile(len(articles), func(i int) error {
			before := processorTime()
			_, err := q.Find(articles[i])
			worked = append(worked, processorTime()-before)
			return err
		})
		slices.Sort(worked)
		*processor = append(*processor, worked[len(worked)*99/100])
		return took, err
	}}
}

// askLive times the questions to a process that was started before: from the
// writing of a line to the end of its answer.
func (b *bench) askLive(folder string, articles []index.Report) *task {
	return &task{name: "new articles, a line each", run: func() (sample, error) {
		command := exec.Command(b.engine.binary, "index", "query", folder, "-", "--live")
		in, err := command.StdinPipe()
		if err != nil {
			return sample{}, err
		}
		out, err := command.StdoutPipe()
		if err != nil {
			return sample{}, err
		}
		if err := command.Start(); err != nil {
			return sample{}, err
		}
		answers := bufio.NewReader(out)
		took, err := percentile(len(articles), func(i int) error {
			line, err := json.Marshal(record{ID: articles[i].Name, Text: articles[i].Text})
			if err == nil {
				_, err = in.Write(append(line, '\n'))
			}
			for answer := "-"; err == nil && answer != "\n"; {
				answer, err = answers.ReadString('\n')
			}
			return err
		})
		return took, errors.Join(err, in.Close(), command.Wait())
	}}
}

// askEach times a process for each article.
func (b *bench) askEach(folder string, articles []string) *task {
	return &task{name: "new articles, a process each", run: func() (sample, error) {
		return percentile(len(articles), func(i int) error {
			return exec.Command(b.engine.binary, "index", "query", folder, articles[i]).Run()
		})
	}}
}

// percentile gives the time that 99 of 100 pieces of work keep below.
func percentile(n int, work func(int) error) (sample, error) {
	took := make([]float64, n)
	for i := range took {
		start := time.Now()
		if err := work(i); err != nil {
			return sample{}, err
		}
		took[i] = time.Since(start).Seconds()
	}
	slices.Sort(took)
	return sample{seconds: took[n*99/100]}, nil
}

func folderSize(folder string) (int64, error) {
	var n int64
	err := filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			n += info.Size()
		}
		return err
	})
	return n, err
}
