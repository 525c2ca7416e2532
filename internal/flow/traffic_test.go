package flow

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/ingest"
	"stemma/internal/pipeline"
)

// TestTraffic counts what travels between the steps for a corpus of one's own:
//
//	STEMMA_CORPUS=reports.jsonl STEMMA_SHARDS=1,8,64 go test -run Traffic -v ./internal/flow
//
// For STEMMA_CORPUS=wire:10000 it is a made text of an agency in so many papers.
// docs/scale.md is written by what it prints.
func TestTraffic(t *testing.T) {
	corpus := os.Getenv("STEMMA_CORPUS")
	if corpus == "" {
		t.Skip("STEMMA_CORPUS names no corpus")
	}
	if papers, ok := strings.CutPrefix(corpus, "wire:"); ok {
		corpus = wire(t, papers)
	}
	for _, n := range strings.Split(os.Getenv("STEMMA_SHARDS"), ",") {
		shards, err := strconv.Atoi(n)
		if err != nil {
			shards = 4
		}
		t.Log(measure(t, corpus, shards))
	}
}

// wire writes a corpus of one text of 24 sentences, which each paper prints between
// two sentences of its own.
func wire(t *testing.T, papers string) string {
	t.Helper()
	n, err := strconv.Atoi(papers)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	sentence := func() string {
		words := make([]string, 14)
		for i := range words {
			words[i] = fmt.Sprint("w", random.IntN(5000))
		}
		return "The " + strings.Join(words, " ") + "."
	}
	var text strings.Builder
	for range 8 {
		text.WriteString(sentence() + " " + sentence() + " " + sentence() + "\n\n")
	}
	var lines strings.Builder
	for i := range n {
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprintf("p%05d", i), "outlet": fmt.Sprintf("paper%d.example", i),
			"text": sentence() + "\n\n" + text.String() + sentence(),
		})
		if err != nil {
			t.Fatal(err)
		}
		lines.WriteString(string(line) + "\n")
	}
	file := filepath.Join(t.TempDir(), "wire.jsonl")
	if err := os.WriteFile(file, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// edge is what goes from one step to another: elements and bytes in all, and
// the bytes of the fullest key, which one worker has to take.
type edge struct {
	elements, bytes int
	byKey           map[int]int
}

func (e *edge) add(key, size int) {
	if e.byKey == nil {
		e.byKey = map[int]int{}
	}
	e.elements++
	e.bytes += size
	e.byKey[key] += size
}

func (e *edge) String() string {
	fullest := 0
	for _, size := range e.byKey {
		fullest = max(fullest, size)
	}
	return fmt.Sprintf("%8d elements %12d bytes, %11d of the fullest key", e.elements, e.bytes, fullest)
}

// traffic is an engine of one worker that counts.
type traffic struct {
	names []string
	edges map[string]*edge
}

func (tr *traffic) edge(name string) *edge {
	if tr.edges[name] == nil {
		tr.edges[name] = &edge{}
		tr.names = append(tr.names, name)
	}
	return tr.edges[name]
}

// keyed gives an emitter that counts, and what it was given by key.
func keyed[T any](tr *traffic, name string, put func(Many[T]) []byte) (func(int, Many[T]), map[int][]T) {
	e, got := tr.edge(name), map[int][]T{}
	return func(key int, m Many[T]) {
		e.add(key, len(put(m)))
		got[key] = append(got[key], m.Of...)
	}, got
}

func measure(t *testing.T, corpus string, shards int) string {
	t.Helper()
	tr := &traffic{edges: map[string]*edge{}}
	reports, texts := 0, 0
	var pieces []Reports
	_, err := pipeline.Articles(context.Background(), []string{corpus}, ingest.Options{Jobs: 1}, func(_ int,
		articles []pipeline.Article) error {
		var some Reports
		for _, a := range articles {
			some.Of = append(some.Of, Report{
				Doc:  a.Doc(),
				Text: bytes.Clone(a.Text),
			})
			reports++
			texts += len(a.Text)
		}
		tr.edge("reports").add(0, len(PutReports(some)))
		pieces = append(pieces, some)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var all Summaries
	scan := &Scan{}
	scan.Setup()
	for _, p := range pieces {
		scan.ProcessElement(p, func(s Summaries) {
			tr.edge("summaries, to every worker").add(0, len(PutSummaries(s)))
			all.Of = append(all.Of, s.Of...)
		})
	}
	share := Share{Shards: shards}
	share.ready(once(all))
	toLink, postings := keyed(tr, "postings", PutPostings)
	toJoin, byRank := keyed(tr, "texts by rank", PutTexts)
	toAlike, copies := keyed(tr, "texts of copies", PutTexts)
	post := &Post{Share: share}
	post.Setup()
	for _, p := range pieces {
		post.ProcessElement(p, once(all), toLink, toJoin, toAlike)
	}
	toMatch, links := keyed(tr, "links", PutLinks)
	toNear, members := keyed(tr, "members of crowds", PutMembers)
	toPlaces, places := keyed(tr, "frequent places", PutPlaces)
	toDeliver, needs := keyed(tr, "needs", PutNeeds)
	var masts Masts
	for shard := range shards {
		(&Link{share}).ProcessElement(shard, once(Postings{postings[shard]}), once(all), toMatch, toNear, toPlaces,
			func(m Masts) {
				tr.edge("mastheads, to every worker").add(0, len(PutMasts(m)))
				masts.Of = append(masts.Of, m.Of...)
			}, toDeliver)
	}
	toPair, hubs := keyed(tr, "members by hub", PutMembers)
	for shard := range shards {
		(&Near{share}).ProcessElement(shard, once(Members{members[shard]}), once(Places{places[shard]}), once(all),
			toPair)
	}
	for shard := range shards {
		(&Pair{share}).ProcessElement(shard, once(Members{hubs[shard]}), once(all), toMatch, toDeliver)
	}
	toPassages, wanted := keyed(tr, "texts by pair", PutTexts)
	for shard := range shards {
		(Deliver{}).ProcessElement(shard, once(Texts{byRank[shard]}), once(Needs{needs[shard]}), toPassages)
	}
	toOrder, passages := keyed(tr, "passages", PutPassages)
	for pair, some := range links {
		if err := (&Match{share}).ProcessElement(pair, once(Links{some}), once(Texts{wanted[pair]}), once(all),
			once(masts), toOrder); err != nil {
			t.Fatal(err)
		}
	}
	for group, some := range copies {
		if err := (&Alike{share}).ProcessElement(group, once(Texts{some}), once(all), toOrder); err != nil {
			t.Fatal(err)
		}
	}
	found := 0
	for _, some := range passages {
		found += len(some)
	}
	out := fmt.Sprintf("%d reports, %d bytes of text, %d shards, %d passages", reports, texts, shards, found)
	for _, name := range tr.names {
		out += fmt.Sprintf("\n%-28s%s", name, tr.edges[name])
	}
	return out
}
