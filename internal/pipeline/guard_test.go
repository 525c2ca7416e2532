package pipeline

import (
	"context"
	"strings"
	"sync"
	"testing"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/extract"
	"stemma/internal/ingest"
	"stemma/internal/quote"
)

// faulty is an extractor that cannot cope with some reports.
type faulty struct{ extractor }

func (f faulty) Extract(c stemma.Capture) (stemma.Report, error) {
	f.choke(c)
	return f.extractor.Extract(c)
}

func (f faulty) choke(c stemma.Capture) {
	if strings.Contains(string(c.Data), "sluice") {
		var none []int
		_ = none[len(c.Data)]
	}
}

func (f faulty) Draft(c stemma.Capture) extract.Draft {
	f.choke(c)
	return f.extractor.Draft(c)
}

func gates(t *testing.T) string {
	return lay(t, map[string]string{
		"a.txt": "Gate opened\n\nThe gate was opened on Monday, keeper Ada Wren said.",
		"b.txt": "Sluice shut\n\nThe sluice was shut on Monday, keeper Ada Wren said.",
		"c.txt": "Weir mended\n\nThe weir was mended on Monday, keeper Ada Wren said.",
	})
}

// checkFault asserts that b.txt alone failed, and that its row says why.
func checkFault(t *testing.T, d *stemma.Dossier, reports int) {
	t.Helper()
	for _, name := range []string{"a.txt", "c.txt"} {
		if r := row(t, d, name); r.Outcome != stemma.Read {
			t.Errorf("%s: %s, %s", name, r.Outcome, r.Reason)
		}
	}
	if r := row(t, d, "b.txt"); r.Outcome != stemma.Failed || !strings.Contains(r.Reason,
		"index out of range") || r.Report != "" {
		t.Errorf("b.txt: %+v", r)
	}
	if len(d.Reports) != reports {
		t.Errorf("%d reports, want %d", len(d.Reports), reports)
	}
}

func TestReportThatPanicsTheExtractor(t *testing.T) {
	p := pipelineWith(t, Options{Jobs: 2})
	p.extract = faulty{p.extract}
	d, err := p.Trace(context.Background(), []string{gates(t)})
	if err != nil {
		t.Fatal(err)
	}
	checkFault(t, d, 2)
}

func TestReportThatPanicsTheReader(t *testing.T) {
	p := pipelineWith(t, Options{Jobs: 2})
	captures, ledger, err := ingest.Read(context.Background(), []string{gates(t)}, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	heard, err := p.quoted(context.Background(), p.whole(captures, ledger), reader{spare: &sync.Pool{},
		read: func(q *quote.Reader, text *stemma.Text) quote.Reading {
			if strings.Contains(text.Report.Text, "sluice") {
				_ = text.Tokens[len(text.Tokens)]
			}
			return q.Read(text)
		}})
	if err != nil {
		t.Fatal(err)
	}
	d := heard.d
	checkFault(t, d, 2)
	for i, text := range heard.texts {
		if text.Report != &d.Reports[i] {
			t.Errorf("text %d is not of report %d", i, i)
		}
	}
	for _, a := range d.Attributions {
		if strings.Contains(a.Source.Text, "sluice") {
			t.Errorf("an attribution of a report that is none: %+v", a)
		}
	}
}

func TestArticleThatPanicsTheExtractor(t *testing.T) {
	tongues, err := NewTongues()
	if err != nil {
		t.Fatal(err)
	}
	tongues.extract = faulty{tongues.extract}
	read := articles{Tongues: tongues}
	batch := ingest.Batch{Items: []ingest.Item{
		{Input: "a.txt", Media: stemma.PlainText, Data: []byte("The gate was opened on Monday, the keeper said.")},
		{Input: "b.txt", Media: stemma.PlainText, Data: []byte("The sluice was shut on Monday, the keeper said.")},
	}}
	if all := read.of(&batch); len(all) != 1 || all[0].Input != "a.txt" {
		t.Errorf("articles %v", all)
	}
	if len(read.failed) != 1 || read.failed[0].Input != "b.txt" {
		t.Errorf("failed %v", read.failed)
	}
}

// TestStoryThatPanics: a story that a stage cannot cope with costs that story: its reports are there, nothing
// is told of them, and a warning says why.
func TestStoryThatPanics(t *testing.T) {
	for _, jobs := range []int{1, 4} {
		p := pipelineWith(t, Options{Jobs: jobs})
		p.o.Joined = func(story *align.Story, _ *stemma.Index) {
			if strings.Contains(story.Clauses[0].Statement.Sentence.Text, "ate") {
				panic("no clause")
			}
		}
		d, err := p.Trace(context.Background(), []string{lay(t, map[string]string{
			"a.txt": "Gate opened\n\nThe sluice gate at Selmouth was opened on Monday, keeper Ada Wren said.",
			"b.txt": "Gate is open\n\nKeeper Ada Wren said that the sluice gate at Selmouth was opened on Monday.",
			"c.txt": "Ferry sold\n\nThe Hillfoot ferry was sold for nine crowns, its master Tom Pell said.",
		})})
		if err != nil {
			t.Fatal(err)
		}
		told := map[bool]int{}
		for _, s := range d.Stories {
			told[s.Fault != ""]++
			if s.Fault == "" {
				continue
			}
			isWarned := len(s.Warnings) == 1 && strings.Contains(s.Warnings[0].Says, "no clause")
			if len(s.Witnesses) != 2 || !isWarned || len(s.Claims) > 0 {
				t.Errorf("%+v", s)
			}
		}
		if told[true] != 1 || told[false] != 1 || len(d.Attributions) != 3 {
			t.Errorf("%d jobs: %v, %d attributions", jobs, told, len(d.Attributions))
		}
	}
}

func TestStageThatPanicsIsNamed(t *testing.T) {
	p := pipelineWith(t, Options{Jobs: 2})
	err := p.each(context.Background(), "claims", 100, func(i int) {
		if i == 7 {
			panic("no such claim")
		}
	})
	if err == nil || !strings.Contains(err.Error(), "claims") || !strings.Contains(err.Error(), "no such claim") {
		t.Errorf("error %v", err)
	}
}
