package flow

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestTraffic counts what travels between the steps for a corpus of one's own:
//
//	STEMMA_CORPUS=reports.jsonl STEMMA_SHARDS=1,8,64 go test -run Traffic -v ./flow
//
// docs/scale.md is written by what it prints.
func TestTraffic(t *testing.T) {
	corpus := os.Getenv("STEMMA_CORPUS")
	if corpus == "" {
		t.Skip("STEMMA_CORPUS names no corpus")
	}
	for _, n := range strings.Split(os.Getenv("STEMMA_SHARDS"), ",") {
		shards, err := strconv.Atoi(n)
		if err != nil {
			shards = 4
		}
		t.Log(measure(t, corpus, shards))
	}
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
	if err := (readFn{}).ProcessElement(context.Background(), corpus, func(r Reports) {
		tr.edge("reports").add(0, len(putReports(r)))
		pieces = append(pieces, r)
		reports += len(r.Of)
		for _, x := range r.Of {
			texts += len(x.Text)
		}
	}); err != nil {
		t.Fatal(err)
	}
	var all Summaries
	scan := &scanFn{}
	scan.Setup()
	for _, p := range pieces {
		scan.ProcessElement(p, func(s Summaries) {
			tr.edge("summaries, to every worker").add(0, len(putSummaries(s)))
			all.Of = append(all.Of, s.Of...)
		})
	}
	share := Share{Shards: shards}
	share.ready(once(all))
	toLink, postings := keyed(tr, "postings", putPostings)
	toJoin, byRank := keyed(tr, "texts by rank", putTexts)
	toAlike, copies := keyed(tr, "texts of copies", putTexts)
	post := &postFn{Share: share}
	post.Setup()
	for _, p := range pieces {
		post.ProcessElement(p, once(all), toLink, toJoin, toAlike)
	}
	toMatch, links := keyed(tr, "links", putLinks)
	toNear, members := keyed(tr, "members of crowds", putMembers)
	toPlaces, places := keyed(tr, "frequent places", putPlaces)
	toDeliver, needs := keyed(tr, "needs", putNeeds)
	var masts Masts
	for shard := range shards {
		(&linkFn{share}).ProcessElement(shard, once(Postings{postings[shard]}), once(all), toMatch, toNear, toPlaces, func(m Masts) {
			tr.edge("mastheads, to every worker").add(0, len(putMasts(m)))
			masts.Of = append(masts.Of, m.Of...)
		}, toDeliver)
	}
	toPair, hubs := keyed(tr, "members by hub", putMembers)
	for shard := range shards {
		(&nearFn{share}).ProcessElement(shard, once(Members{members[shard]}), once(Places{places[shard]}), once(all), toPair)
	}
	for shard := range shards {
		(&pairFn{share}).ProcessElement(shard, once(Members{hubs[shard]}), once(all), toMatch, toDeliver)
	}
	toPassages, wanted := keyed(tr, "texts by pair", putTexts)
	for shard := range shards {
		(deliverFn{}).ProcessElement(shard, once(Texts{byRank[shard]}), once(Needs{needs[shard]}), toPassages)
	}
	toOrder, passages := keyed(tr, "passages", putPassages)
	for pair, some := range links {
		if err := (&matchFn{share}).ProcessElement(pair, once(Links{some}), once(Texts{wanted[pair]}), once(all), once(masts), toOrder); err != nil {
			t.Fatal(err)
		}
	}
	for group, some := range copies {
		if err := (&alikeFn{share}).ProcessElement(group, once(Texts{some}), once(all), toOrder); err != nil {
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
