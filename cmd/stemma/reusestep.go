package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/flow"
	"stemma/internal/ingest"
	"stemma/internal/pipeline"
)

type reuseStepCmd struct {
	Step     string   `arg:"" enum:"read,scan,post,link,near,pair,deliver,match,alike,order" help:"One of those above."`
	Inputs   []string `arg:"" optional:"" name:"input" help:"Of read: files, archives, folders, or - for stdin."`
	Roster   string   `placeholder:"FILE" help:"What scan wrote, of all workers; the later steps need it."`
	Masts    string   `placeholder:"FILE" help:"The lines masts of all workers; match needs them."`
	Shards   int      `default:"4" help:"How many ranges the search is cut into: the same for every step."`
	MinWords int      `name:"min-words" placeholder:"N" help:"Shortest passage, in equal words (default and least: 8)."`
}

func (r *reuseStepCmd) Help() string {
	return `One step of the search for reuse, between two pipes, for an engine that shares
work among machines and sorts what goes between the steps (Spark's RDD.pipe,
Hadoop's streaming). A line is

  EDGE <tab> KEY <tab> records in base64

A worker gets all lines of an edge that have the same key, of one key or of
several; a step leaves lines of edges that are not its own aside.

  read     inputs             reports
  scan     reports            summaries (all of them are the roster)
  post     reports            postings, texts, copies
  link     postings           links, members, places, masts, needs
  near     members, places    hubs
  pair     hubs               links, needs
  deliver  texts, needs       wanted
  match    links, wanted      passages
  alike    copies             passages
  order    passages           result: a line of JSON in place of the base64

The lines of result by key, and in the order in which a key's were written, are
what "stemma reuse" writes, with any number of workers and shards.`
}

// Validate refuses what cannot work.
func (r *reuseStepCmd) Validate() error {
	switch {
	case r.Shards < 1 || r.Shards > maxShards:
		return fmt.Errorf("--shards: 1 to %d", maxShards)
	case r.Step == "read" && len(r.Inputs) == 0:
		return fmt.Errorf("read: an input is needed")
	case r.Step != "read" && len(r.Inputs) > 0:
		return fmt.Errorf("%s reads standard input only", r.Step)
	case r.Step != "read" && r.Step != "scan" && r.Step != "deliver" && r.Roster == "":
		return fmt.Errorf("%s: --roster is needed", r.Step)
	case r.Step == "match" && r.Masts == "":
		return fmt.Errorf("match: --masts is needed")
	}
	return nil
}

// maxShards keeps the number of pairs of ranges in four bytes.
const maxShards = 1 << 15

func (r *reuseStepCmd) Run(ctx context.Context, s streams) error {
	share := flow.Share{Shards: r.Shards, MinWords: r.MinWords}
	w := &worker{share: share, out: bufio.NewWriterSize(s.out, 1<<16)}
	if r.Step == "read" {
		if err := w.read(ctx, r.Inputs, s); err != nil {
			return err
		}
		return w.flush()
	}
	in, err := edgesOf(s.in)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	roster, err := edgesIn(r.Roster)
	if err != nil {
		return err
	}
	masts, err := edgesIn(r.Masts)
	if err != nil {
		return err
	}
	w.in, w.roster, w.masts = in, roster.all("summaries"), masts.all("masts")
	if err := w.step(r.Step); err != nil {
		return err
	}
	return w.flush()
}

// edges are the lines that a worker was given: by edge and key, their records.
type edges map[string]map[int][][]byte

func edgesIn(file string) (edges, error) {
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	e, err := edgesOf(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return e, nil
}

func edgesOf(r io.Reader) (edges, error) {
	e := edges{}
	lines := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if line = strings.TrimSuffix(line, "\n"); line != "" {
			if err := e.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
		if err == io.EOF {
			return e, nil
		}
	}
}

func (e edges) add(line string) error {
	part := strings.SplitN(line, "\t", 3)
	if len(part) < 3 {
		return fmt.Errorf("not EDGE, KEY and records with tabs between them")
	}
	key, err := strconv.Atoi(part[1])
	if err != nil {
		return fmt.Errorf("the key %q is no number", part[1])
	}
	records, err := base64.StdEncoding.DecodeString(part[2])
	if err != nil {
		return fmt.Errorf("the records of %s are not in base64", part[0])
	}
	if e[part[0]] == nil {
		e[part[0]] = map[int][][]byte{}
	}
	e[part[0]][key] = append(e[part[0]][key], records)
	return nil
}

// all gives the lines of an edge, whatever their key.
func (e edges) all(edge string) (records [][]byte) {
	for _, key := range e.keys(edge) {
		records = append(records, e[edge][key]...)
	}
	return records
}

func (e edges) keys(edge string) (keys []int) {
	for key := range e[edge] {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// worker does one step for what it was given. The first error stays: of what it
// reads a record that is cut off, of what it writes that of the pipe.
type worker struct {
	share         flow.Share
	in            edges
	roster, masts [][]byte
	out           *bufio.Writer
	err           error
}

func (w *worker) flush() error {
	if w.err != nil {
		return w.err
	}
	return w.out.Flush()
}

// each gives what was read, element by element.
func each[T any](w *worker, elements [][]byte, read func([]byte) (T, error)) func(*T) bool {
	return func(to *T) bool {
		if len(elements) == 0 || w.err != nil {
			return false
		}
		*to, w.err = read(elements[0])
		elements = elements[1:]
		return w.err == nil
	}
}

// to writes the lines of an edge.
func to[T any](w *worker, edge string, put func(T) []byte) func(int, T) {
	return func(key int, records T) {
		if w.err == nil {
			_, w.err = fmt.Fprintf(w.out, "%s\t%d\t%s\n", edge, key, base64.StdEncoding.EncodeToString(put(records)))
		}
	}
}

// unkeyed writes the lines of an edge that goes to every worker.
func unkeyed[T any](w *worker, edge string, put func(T) []byte) func(T) {
	send := to(w, edge, put)
	return func(records T) { send(0, records) }
}

func (w *worker) all() flow.Roster { return each(w, w.roster, flow.ReadSummaries) }

func (w *worker) read(ctx context.Context, inputs []string, s streams) error {
	send := unkeyed(w, "reports", flow.PutReports)
	visit := func(_ int, all []pipeline.Article) error {
		var some flow.Reports
		for _, a := range all {
			some.Of = append(some.Of, flow.Report{Doc: a.Doc(), Text: a.Text})
		}
		if len(some.Of) > 0 {
			send(some)
		}
		return w.err
	}
	ledger, err := pipeline.Articles(ctx, inputs, ingest.Options{Jobs: 1, Stdin: s.in}, visit)
	if err != nil {
		return err
	}
	c := common{}
	c.warnUnread(ledger, s)
	return nil
}

// step does a step. Records that name reports which the roster does not have
// would be looked up where nothing is: they are an error of what was given.
func (w *worker) step(name string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: the records do not belong to this roster and these shards: %v", name, p)
		}
	}()
	switch name {
	case "scan":
		w.scan()
	case "post":
		w.post()
	case "link":
		w.link()
	case "near":
		w.near()
	case "pair":
		w.pair()
	case "deliver":
		w.deliver()
	case "match":
		return w.match()
	case "alike":
		return w.alike()
	case "order":
		w.order()
	}
	return w.err
}

func (w *worker) scan() {
	scan := &flow.Scan{}
	scan.Setup()
	next := each(w, w.in.all("reports"), flow.ReadReports)
	for some := (flow.Reports{}); next(&some); {
		scan.ProcessElement(some, unkeyed(w, "summaries", flow.PutSummaries))
	}
}

func (w *worker) post() {
	post := &flow.Post{Share: w.share}
	post.Setup()
	next := each(w, w.in.all("reports"), flow.ReadReports)
	for some := (flow.Reports{}); next(&some); {
		post.ProcessElement(some, w.all(),
			to(w, "postings", flow.PutPostings), to(w, "texts", flow.PutTexts), to(w, "copies", flow.PutTexts))
	}
}

func (w *worker) link() {
	link := &flow.Link{Share: w.share}
	for _, key := range w.in.keys("postings") {
		link.ProcessElement(key, each(w, w.in["postings"][key], flow.ReadPostings), w.all(),
			to(w, "links", flow.PutLinks), to(w, "members", flow.PutMembers), to(w, "places", flow.PutPlaces),
			unkeyed(w, "masts", flow.PutMasts), to(w, "needs", flow.PutNeeds))
	}
}

func (w *worker) near() {
	near := &flow.Near{Share: w.share}
	for _, key := range w.in.keys("members") {
		near.ProcessElement(key,
			each(w, w.in["members"][key], flow.ReadMembers), each(w, w.in["places"][key], flow.ReadPlaces), w.all(),
			to(w, "hubs", flow.PutMembers))
	}
}

func (w *worker) pair() {
	pair := &flow.Pair{Share: w.share}
	for _, key := range w.in.keys("hubs") {
		pair.ProcessElement(key, each(w, w.in["hubs"][key], flow.ReadMembers), w.all(),
			to(w, "links", flow.PutLinks), to(w, "needs", flow.PutNeeds))
	}
}

func (w *worker) deliver() {
	for _, key := range w.in.keys("texts") {
		(flow.Deliver{}).ProcessElement(key,
			each(w, w.in["texts"][key], flow.ReadTexts), each(w, w.in["needs"][key], flow.ReadNeeds),
			to(w, "wanted", flow.PutTexts))
	}
}

func (w *worker) match() error {
	match := &flow.Match{Share: w.share}
	for _, key := range w.in.keys("links") {
		err := match.ProcessElement(key,
			each(w, w.in["links"][key], flow.ReadLinks), each(w, w.in["wanted"][key], flow.ReadTexts), w.all(),
			each(w, w.masts, flow.ReadMasts), to(w, "passages", flow.PutPassages))
		if err != nil {
			return err
		}
	}
	return w.err
}

func (w *worker) alike() error {
	alike := &flow.Alike{Share: w.share}
	for _, key := range w.in.keys("copies") {
		err := alike.ProcessElement(key, each(w, w.in["copies"][key], flow.ReadTexts), w.all(),
			to(w, "passages", flow.PutPassages))
		if err != nil {
			return err
		}
	}
	return w.err
}

// order writes the lines of result of each range of reports.
func (w *worker) order() {
	for _, key := range w.in.keys("passages") {
		passages, doc := w.share.Order(each(w, w.in["passages"][key], flow.ReadPassages), w.all())
		for line := range bytes.Lines(appendPassages(nil, passages, doc)) {
			if w.err == nil {
				_, w.err = fmt.Fprintf(w.out, "result\t%d\t%s", key, line)
			}
		}
	}
}
