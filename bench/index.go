package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

const (
	mostIndex   = 0.65 // bytes of index per byte of text
	mostLatency = 5.0  // ms for one new article, 99 of 100 times
	// indexCopies is the copies of Reuters that are indexed, newArticles how
	// many are then asked about, each by a process of its own.
	indexCopies, indexCopiesLong = 5, 50
	newArticles                  = 200
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
	folder, text, err := b.buildIndex()
	if err != nil {
		b.row(func() { b.table.add(what, err.Error(), "", false) })
		return nil
	}
	stored, err := folderSize(folder)
	if err != nil {
		return err
	}
	articles, err := b.articles()
	if err != nil {
		return err
	}
	idle := b.put(timed("a process that does nothing", func() error { return exec.Command(b.engine.binary, "version").Run() }))
	asked := b.put(b.askEach(folder, articles))
	b.row(func() {
		b.table.atMost("index: bytes per byte of text", float64(stored)/float64(text), mostIndex, "%.3f")
		if asked.err != nil {
			b.table.add(what, asked.err.Error(), "", false)
			return
		}
		b.table.atMost(fmt.Sprintf("%s of %.0f MB: p99 in ms, process and opening included", what, float64(text)/megabyte),
			1000*asked.seconds(), mostLatency, "%.1f")
		b.table.note("  a process that does nothing: ms", fmt.Sprintf("%.1f", 1000*idle.seconds()))
	})
	return nil
}

// buildIndex indexes rotated copies; it gives the bytes of text.
func (b *bench) buildIndex() (folder string, text int64, err error) {
	copies := int64(indexCopies)
	if b.long {
		copies = indexCopiesLong
	}
	w := newWheel(b.reuters)
	file := filepath.Join(b.dir, "indexed.jsonl")
	text, err = grow(file, b.reuters, copies*size(b.reuters), func(r *report, copy int) string { return w.turn(r.Text, copy) })
	if err != nil {
		return "", 0, err
	}
	folder = filepath.Join(b.dir, "corpus.index")
	if _, err := child(exec.Command(b.engine.binary, "index", "add", folder, file)); err != nil {
		return "", 0, fmt.Errorf("index add: %w", err)
	}
	return folder, text, nil
}

// articles writes new articles, each to a file of its own: rewrites of reports
// that the index knows.
func (b *bench) articles() ([]string, error) {
	w := newWheel(b.reuters)
	var files []string
	for i := range newArticles {
		r := &b.reuters[i*len(b.reuters)/newArticles]
		line, err := json.Marshal(record{ID: fmt.Sprintf("new%d", i), Text: w.rewrite(r.Text, 1, seeded(r.ID, 1))})
		if err != nil {
			return nil, err
		}
		file := filepath.Join(b.dir, fmt.Sprintf("new%d.jsonl", i))
		if err := os.WriteFile(file, append(line, '\n'), 0o600); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// askEach times a question about each article; a round's figure is the 99th
// percentile.
func (b *bench) askEach(folder string, articles []string) *task {
	return &task{name: "new articles", run: func() (sample, error) {
		var took []float64
		for _, file := range articles {
			start := time.Now()
			if err := exec.Command(b.engine.binary, "index", "query", folder, file).Run(); err != nil {
				return sample{}, err
			}
			took = append(took, time.Since(start).Seconds())
		}
		slices.Sort(took)
		return sample{seconds: took[len(took)*99/100]}, nil
	}}
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
