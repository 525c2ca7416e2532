package ingest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// streamed gives the items as "number name input place media text record", in
// the order of the batches, and the ledger as "input outcome: reason".
func streamed(t *testing.T, o Options, inputs ...string) string {
	t.Helper()
	batches := map[int]string{}
	var lock sync.Mutex
	ledger, err := Stream(context.Background(), inputs, o, func(b Batch) error {
		var s strings.Builder
		for _, it := range b.Items {
			fmt.Fprintf(&s, "%d %s %s %d %s %q %+v\n", b.Number, it.Name, it.Input, it.Place, it.Media, it.Data,
				it.Record)
		}
		lock.Lock()
		defer lock.Unlock()
		batches[b.Number] = s.String()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for n := range len(batches) {
		text, found := batches[n]
		if !found {
			t.Errorf("no batch %d", n)
		}
		all.WriteString(text)
	}
	for _, row := range ledger {
		fmt.Fprintf(&all, "%s %s: %s\n", row.Input, row.Outcome, row.Reason)
	}
	return all.String()
}

func TestStream(t *testing.T) {
	pile(t, map[string]string{
		"b.jsonl": "{\"id\":\"x\",\"text\":\"One\",\"outlet\":\"Courier\"," +
			"\"byline\":[\"Ana\",\"Ben\"],\"published\":\"2024\"}\r\n" +
			"\r\n \nnot " +
			"json\n{\"id\":\"x\",\"text\":\"One\"}\n{\"id\":\"n\"}\n{\"text\":\"\\ud800\"}\n" +
			"{\"text\":\"\xff\"}\n{\"html\":\"<p>é\"}",
		"a.txt":        "One",
		"c/list.json":  `[{"text":"L1"}, 3, {"id":4,"text":"L2"}]`,
		"c/lone.json":  `{"text":"Alone"}`,
		"c/twin.html":  "<p>One",
		"c/empty.txt":  "",
		"c/bin.txt":    "a\x00b",
		"c/void.jsonl": "\n \n",
		"mark.jsonl":   "\xef\xbb\xbf{\"text\":\"M\"}\n",
		"wide.jsonl":   "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x007\x00}\x00\n\x00",
	})
	inputs := []string{"wide.jsonl", "b.jsonl", "mark.jsonl", "c", "a.txt", "-", "b.jsonl", "c/lone.json"}
	for _, jobs := range []int{0, 1, 2, 7} {
		slices.Reverse(inputs)
		expect(t, streamed(t, Options{Jobs: jobs, Stdin: strings.NewReader(`{"id":"s","text":"S"}`)}, inputs...), `
0 s -#s 1 text/plain "S" {ID:s URL: Outlet: Title: Byline:[] Published: Updated: Language:}
1 a.txt a.txt 0 text/plain "One" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
2 x b.jsonl#x 1 text/plain "One" {ID:x URL: Outlet:Courier Title: Byline:[Ana Ben] Published:2024 Updated: Language:}
2 x b.jsonl#x 5 text/plain "One" {ID:x URL: Outlet: Title: Byline:[] Published: Updated: Language:}
2 b.jsonl#7 b.jsonl#7 7 text/plain "�" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
2 b.jsonl#8 b.jsonl#8 8 text/plain "�" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
2 b.jsonl#9 b.jsonl#9 9 text/html "<p>é" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
5 c/list.json#1 c/list.json#1 1 text/plain "L1" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
5 4 c/list.json#4 3 text/plain "L2" {ID:4 URL: Outlet: Title: Byline:[] Published: Updated: Language:}
6 c/lone.json c/lone.json 0 text/plain "Alone" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
7 c/twin.html c/twin.html 0 text/html "<p>One" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
10 mark.jsonl#1 mark.jsonl#1 1 text/plain "M" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
11 wide.jsonl#1 wide.jsonl#1 1 text/plain "7" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
b.jsonl skipped: named twice
b.jsonl#4 failed: not a record: invalid character 'o' in literal null (expecting 'u')
b.jsonl#n failed: neither text nor html
c/bin.txt failed: a binary file: not text
c/empty.txt failed: empty
c/list.json#2 failed: not a record: an object is needed
c/lone.json skipped: named twice
c/void.jsonl failed: empty
`)
	}
}

// lengthy is JSON Lines of many chunks: lines of all lengths, of which some
// have the length of a chunk or more, and the last is cut short.
func lengthy() string {
	var b strings.Builder
	for n := range 3000 {
		fmt.Fprintf(&b, `{"id":%d,"text":"%s\n"}`+"\n", n, strings.Repeat("w", 1+n%997))
		switch {
		case n%1000 == 0:
			b.WriteString(strings.Repeat("long ", (chunkBytes+n)/5) + "\n")
		case n%700 == 0:
			b.WriteString(`{"text":"` + strings.Repeat("v", chunkBytes-14+n/700) + "\"}\n")
		case n == 1234:
			b.WriteString(strings.Repeat("longer ", chunkBytes) + "\n\n")
		}
	}
	return b.String() + `{"id":"last","text":"cut sho`
}

// oneByOne reads JSON Lines as simply as can be: "line, length of the text" or
// "line failed" a record.
func oneByOne(in string, limit int) []string {
	var read []string
	for i, line := range strings.SplitAfter(in, "\n") {
		var r struct {
			ID   json.RawMessage
			Text string
		}
		switch err := json.Unmarshal([]byte(line), &r); {
		case len(line) > limit:
			read = append(read, fmt.Sprintf("%d failed line larger", i+1))
		case strings.TrimSpace(line) == "":
		case err != nil:
			read = append(read, fmt.Sprintf("%d failed not a record", i+1))
		default:
			read = append(read, fmt.Sprintf("%d %s %d", i+1, bytes.Trim(r.ID, `"`), len(r.Text)))
		}
	}
	slices.Sort(read)
	return read
}

// TestChunks: what is read depends neither on how the input comes nor on the
// jobs nor on where a chunk ends.
func TestChunks(t *testing.T) {
	in := lengthy()
	for _, limit := range []int{500, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, DefaultMaxBytes} {
		want := oneByOne(in, limit)
		for jobs, from := range map[int]io.Reader{
			1: strings.NewReader(in), 2: iotest.HalfReader(strings.NewReader(in)),
			7: iotest.DataErrReader(strings.NewReader(in)),
		} {
			var got []string
			var lock sync.Mutex
			ledger, err := Stream(context.Background(), []string{"-"}, Options{MaxBytes: int64(limit), Stdin: from,
				Jobs: jobs}, func(b Batch) error {
				lock.Lock()
				defer lock.Unlock()
				for _, it := range b.Items {
					got = append(got, fmt.Sprintf("%d %s %d", it.Place, it.Record.ID, len(it.Data)))
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range ledger {
				reason, _, _ := strings.Cut(strings.Replace(row.Reason, " than", ":", 1), ":")
				got = append(got, row.Input[2:]+" failed "+reason)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("limit %d, jobs %d: (-want +got)\n%s", limit, jobs, diff)
			}
		}
	}
}

func TestTinyLines(t *testing.T) {
	const lines = 100_000
	places := make([]bool, lines+1)
	ledger, err := Stream(context.Background(), []string{"-"}, Options{Jobs: 1,
		Stdin: strings.NewReader(strings.Repeat(`{"text":"a"}`+"\n", lines))}, func(b Batch) error {
		for _, it := range b.Items {
			if it.Name != fmt.Sprintf("-#%d", it.Place) || string(it.Data) != "a" {
				t.Fatal(it)
			}
			places[it.Place] = true
		}
		return nil
	})
	if err != nil || len(ledger) != 0 || slices.Contains(places[1:], false) {
		t.Error(len(ledger), err)
	}
}

func TestReadError(t *testing.T) {
	broken := io.MultiReader(strings.NewReader("{\"text\":\"a\"}\n{\"text\":\"b\"}"),
		iotest.ErrReader(errors.New("disk gone")))
	expect(t, streamed(t, Options{Stdin: broken}, "-"), `
0 -#1 -#1 1 text/plain "a" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
0 -#2 -#2 2 text/plain "b" {ID: URL: Outlet: Title: Byline:[] Published: Updated: Language:}
- failed: disk gone
`)
}

func TestVisitError(t *testing.T) {
	stop := errors.New("enough")
	in := strings.Repeat(`{"text":"a"}`+"\n", 200_000)
	for _, jobs := range []int{1, 7} {
		var lock sync.Mutex
		batches := 0
		_, err := Stream(context.Background(), []string{"-"}, Options{Jobs: jobs, Stdin: strings.NewReader(in)},
			func(b Batch) error {
				lock.Lock()
				defer lock.Unlock()
				batches++
				return stop
			})
		if !errors.Is(err, stop) || batches > jobs {
			t.Errorf("%d jobs: %v after %d batches", jobs, err, batches)
		}
	}
}

// TestCancel: a run that waits for standard input ends when it is told to.
func TestCancel(t *testing.T) {
	in, out := io.Pipe()
	defer out.Close()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	_, err := Stream(ctx, []string{"-"}, Options{Jobs: 2, Stdin: in}, func(Batch) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := Stream(ctx, []string{"-"}, Options{}, func(Batch) error { panic("visited") }); !errors.Is(err,
		context.Canceled) {
		t.Error(err)
	}
	_, err = Stream(context.Background(), []string{"gone"}, Options{}, func(Batch) error { return nil })
	var missing *MissingError
	if !errors.As(err, &missing) || missing.Input != "gone" {
		t.Error(err)
	}
}

// TestMemory: a corpus that is streamed costs no memory by its size.
func TestMemory(t *testing.T) {
	part := corpus(1 << 20)
	parts := make([]io.Reader, 100)
	for i := range parts {
		parts[i] = bytes.NewReader(part)
	}
	var most uint64
	_, err := Stream(context.Background(), []string{"-"}, Options{Jobs: 2, Stdin: io.MultiReader(parts...)},
		func(b Batch) error {
			if b.Number%40 == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			return nil
		})
	if err != nil || most > 16<<20 {
		t.Errorf("%d bytes: %v", most, err)
	}
}

// BenchmarkStream measures files to batches, by number of jobs.
func BenchmarkStream(b *testing.B) {
	b.Chdir(b.TempDir())
	data := corpus(16 << 20)
	if err := os.WriteFile("corpus.jsonl", data, 0o644); err != nil {
		b.Fatal(err)
	}
	for _, jobs := range []int{1, 2, 4} {
		b.Run(fmt.Sprint(jobs), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				ledger, err := Stream(context.Background(), []string{"corpus.jsonl"}, Options{Jobs: jobs},
					func(Batch) error { return nil })
				if err != nil || len(ledger) > 0 {
					b.Fatal(ledger, err)
				}
			}
		})
	}
}
