package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/index"
	"stemma/internal/ingest"
	"stemma/internal/pipeline"
	"stemma/internal/reuse"
)

// The questions that are asked of an index of all AllSides articles.
const (
	questions  = 600
	leastOfFew = 0.8 // found of the pairs that share few shingles
	manyShared = 20  // shingles of a pair that must be found
	fewShared  = 5
)

// putQuestions puts up questions with articles of AllSides to an index of all of them, the passages
// of which are held against an independent count of shared shingles.
func putQuestions(b *bench) error {
	if b.allsides == nil {
		return nil
	}
	folder, file := filepath.Join(b.dir, "allsides.index"), filepath.Join(b.dir, "allsides.jsonl")
	if err := writeCorpus(file, b.allsides); err != nil {
		return err
	}
	added := b.put(&task{name: "index add, AllSides", run: func() (sample, error) {
		if err := os.RemoveAll(folder); err != nil {
			return sample{}, err
		}
		return child(exec.Command(b.engine.binary, "index", "add", folder, file, "--quiet"))
	}})
	articles, err := articleTexts(file, b.allsides, b.cores)
	if err != nil {
		return err
	}
	step := max(1, len(articles)/questions)
	var asking []index.Report
	var which []int
	for i := 0; i < len(articles) && len(which) < questions; i += step {
		r := &articles[i]
		asking = append(asking, index.Report{Name: r.ID, Outlet: r.Outlet, Published: r.Date, Text: r.Text})
		which = append(which, i)
	}
	var processor []float64
	told := b.put(b.ask(folder, asking, &processor))
	b.row(func() {
		b.table.note(fmt.Sprintf("index add of AllSides, %d reports: s of processor time; s", len(b.allsides)),
			fmt.Sprintf("%.2f; %.2f", added.processor(), added.seconds()))
		if told.err != nil || len(processor) == 0 {
			return
		}
		slices.Sort(processor)
		b.table.note(fmt.Sprintf("%d of its articles asked about: p99 in ms; of processor time", len(which)),
			fmt.Sprintf("%.2f; %.2f", 1000*told.seconds(), 1000*processor[len(processor)/2]))
		foundBy(b, folder, which, articles)
	})
	return nil
}

// articleTexts gives reports with what is article text in them, as the command cleans it: furniture
// that two share is no reuse.
func articleTexts(file string, all []report, jobs int) ([]report, error) {
	place := make(map[string]int, len(all))
	for i := range all {
		place[all[i].ID] = i
	}
	clean := slices.Clone(all)
	_, err := pipeline.Articles(context.Background(), []string{file}, ingest.Options{Jobs: jobs},
		func(_ int, some []pipeline.Article) error {
			for i := range some {
				clean[place[some[i].Name]].Text = string(some[i].Text)
			}
			return nil
		})
	return clean, err
}

// foundBy writes which of the pairs that share shingles a query finds.
func foundBy(b *bench, folder string, which []int, articles []report) {
	found, err := answers(b, folder, which)
	if err != nil {
		b.table.add("pairs found by index query", err.Error(), "", false)
		return
	}
	all, hit := [2]int{}, [2]int{}
	for p, n := range sharedShingles(articles, which) {
		class := 0
		if n < manyShared {
			class = 1
		}
		all[class]++
		if ok := found[[2]string{b.allsides[p.a].ID, b.allsides[p.b].ID}]; ok {
			hit[class]++
		} else {
			fmt.Fprintf(b.log, "not found: %s and %s, %d shingles\n", b.allsides[p.a].ID, b.allsides[p.b].ID, n)
		}
	}
	b.table.atLeast(fmt.Sprintf("  found of %d pairs that share ≥ %d shingles of 8 words", all[0], manyShared),
		share(hit[0], all[0]), 1, "%.4f")
	b.table.atLeast(fmt.Sprintf("  found of %d pairs that share %d to %d", all[1], fewShared, manyShared-1),
		share(hit[1], all[1]), leastOfFew, "%.4f")
}

// answers are the pairs that the command finds for the articles, by their names.
func answers(b *bench, folder string, which []int) (map[[2]string]bool, error) {
	file := filepath.Join(b.dir, "asked.jsonl")
	var some []report
	for _, i := range which {
		some = append(some, b.allsides[i])
	}
	if err := writeCorpus(file, some); err != nil {
		return nil, err
	}
	out, err := exec.Command(b.engine.binary, "index", "query", folder, file, "--quiet").Output()
	if err != nil {
		return nil, err
	}
	found := map[[2]string]bool{}
	for line := range strings.Lines(string(out)) {
		var p struct{ A, B struct{ Report string } }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			return nil, err
		}
		found[[2]string{p.A.Report, p.B.Report}] = true
	}
	return found, nil
}

// sharedShingles counts for each of some reports and any other the distinct shingles that both
// hold, where there are at least fewShared. What is masthead of an outlet does not count in its
// own pairs.
func sharedShingles(all []report, which []int) map[pair]int {
	askers, holders := holdersOf(all, which)
	outlets, sizes := numbered(all)
	counts, held := map[pair]int{}, make([]int, len(sizes))
	for n, asking := range askers {
		for _, d := range holders[n] {
			held[outlets[d]]++
		}
		for _, a := range asking {
			o := outlets[a]
			mast := o != 0 && isMasthead(held[o], sizes[o])
			for _, d := range holders[n] {
				if d != a && !(mast && outlets[d] == o) {
					counts[pair{a, d}]++
				}
			}
		}
		for _, d := range holders[n] {
			held[outlets[d]] = 0
		}
	}
	maps.DeleteFunc(counts, func(_ pair, n int) bool { return n < fewShared })
	return counts
}

// holdersOf gives, for each shingle of some reports, which of them hold it, and which of all do.
func holdersOf(all []report, which []int) (askers, holders [][]int32) {
	place := map[uint64]int32{}
	for _, i := range which {
		for g := range shingles(all[i].Text) {
			n, known := place[g]
			if !known {
				n = int32(len(askers))
				place[g], askers = n, append(askers, nil)
			}
			askers[n] = append(askers[n], int32(i))
		}
	}
	holders = make([][]int32, len(askers))
	var row reuse.Row
	scanner := reuse.NewScanner()
	for d := range all {
		scanner.Scan(all[d].Text, &row)
		for w := 0; w+shingleWords <= len(row.Words); w++ {
			n, known := place[gramOf(row.Words[w:w+shingleWords])]
			if !known {
				continue
			}
			if h := holders[n]; len(h) == 0 || h[len(h)-1] != int32(d) {
				holders[n] = append(h, int32(d))
			}
		}
	}
	return askers, holders
}
