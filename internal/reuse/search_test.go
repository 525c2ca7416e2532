package reuse_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/reuse"
)

// heap is a Space in memory, which counts what it was given.
type heap struct{ rooms, bytes int }

func (h *heap) New() (reuse.Room, error) { h.rooms++; return &heapRoom{h: h}, nil }

type heapRoom struct {
	h *heap
	bytes.Buffer
}

func (r *heapRoom) Write(p []byte) (int, error) { r.h.bytes += len(p); return r.Buffer.Write(p) }
func (r *heapRoom) Close() error                { return nil }
func (r *heapRoom) ReadAt(p []byte, at int64) (int, error) {
	return copy(p, r.Bytes()[at:at+int64(len(p))]), nil
}

// full is a Space on a full disk.
type full struct{}

var errFull = errors.New("no space left on device")

func (full) New() (reuse.Room, error) { return nil, errFull }

type report struct{ name, outlet, published, text string }

func (r *report) doc() reuse.Doc {
	return reuse.Doc{Name: r.name, Outlet: r.outlet, Published: r.published, Input: r.name}
}

func batch(reports []report) reuse.Batch {
	b := reuse.Batch{At: []int{0}}
	for _, r := range reports {
		b.Docs = append(b.Docs, r.doc())
		b.Text = append(b.Text, r.text...)
		b.At = append(b.At, len(b.Text))
	}
	return b
}

// search gives the passages as lines: a[start:end] b[start:end] kind.
func search(t testing.TB, o reuse.Options, atOnce int, reports []report) []string {
	t.Helper()
	s := reuse.NewSearch(o)
	defer s.Close()
	for part := range slices.Chunk(reports, atOnce) {
		if err := s.Add(batch(part)); err != nil {
			t.Fatal(err)
		}
	}
	var lines []string
	err := s.Run(context.Background(), func(f reuse.Found) error {
		for _, p := range f.Passages {
			lines = append(lines, fmt.Sprintf("%s[%d:%d] %s[%d:%d] %s %v",
				f.Docs[p.A].Name, p.A0, p.A1, f.Docs[p.B].Name, p.B0, p.B1, p.Kind(), p.Identity()))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// corpus makes reports of random words in which passages of other reports are
// planted, some of them whole, with a sign-off of their outlet.
func corpus(n int, seed uint64) []report {
	random := rand.New(rand.NewPCG(seed, 1))
	word := func() string { return fmt.Sprintf("w%d", random.IntN(3000)) }
	words := func(n int) []string {
		w := make([]string, n)
		for i := range w {
			w[i] = word()
		}
		return w
	}
	all := make([]report, n)
	var bodies [][]string
	for i := range all {
		body := words(20 + random.IntN(200))
		for range random.IntN(3) {
			if i == 0 {
				break
			}
			from := bodies[random.IntN(i)]
			first := random.IntN(len(from))
			last := min(len(from), first+8+random.IntN(60))
			piece := slices.Clone(from[first:last])
			if len(piece) > 20 && random.IntN(2) == 0 {
				piece[10] = word()
			}
			body = slices.Insert(body, random.IntN(len(body)), piece...)
		}
		if i > 0 && random.IntN(10) == 0 {
			body = slices.Clone(bodies[random.IntN(i)])
		}
		bodies = append(bodies, body)
		all[i] = report{name: fmt.Sprintf("r%04d", i), outlet: fmt.Sprintf("o%d", i%3),
			published: fmt.Sprintf("2024-01-%02d", 1+i%28), text: strings.Join(body, " ")}
	}
	return all
}

// TestSameBytes searches one corpus in many ways.
func TestSameBytes(t *testing.T) {
	reports := corpus(300, 7)
	want := search(t, reuse.Options{Jobs: 1}, 1000, reports)
	if len(want) < 200 {
		t.Fatalf("only %d passages", len(want))
	}
	shuffled := slices.Clone(reports)
	rand.New(rand.NewPCG(3, 3)).Shuffle(len(shuffled), func(i, j int) {
		shuffled[i], shuffled[j] = shuffled[j],
			shuffled[i]
	})
	for _, jobs := range []int{1, 2, 7} {
		for _, memory := range []int64{0, 1, 100_000, 1 << 30} {
			space := &heap{}
			got := search(t, reuse.Options{Jobs: jobs, Memory: memory, Space: space}, 17, shuffled)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("jobs %d, memory %d: %s", jobs, memory, diff)
			}
			if spilled := space.bytes > 0; spilled != (memory == 1 || memory == 100_000) {
				t.Errorf("memory %d: spilled %d bytes", memory, space.bytes)
			}
		}
	}
}

// TestFindsEveryRun compares with an exact search: all pairs that share a run
// of Guarantee words, by a table of all such runs.
func TestFindsEveryRun(t *testing.T) {
	reports := corpus(400, 11)
	for i := range reports {
		reports[i].outlet = "" // no mastheads
	}
	want := map[string]bool{}
	holders := map[string][]int{}
	for i, r := range reports {
		words := strings.Fields(r.text)
		for k := 0; k+reuse.Guarantee <= len(words); k++ {
			run := strings.Join(words[k:k+reuse.Guarantee], " ")
			for _, j := range holders[run] {
				if i != j {
					want[reports[j].name+" "+r.name] = true
				}
			}
			holders[run] = append(holders[run], i)
		}
	}
	got := map[string]bool{}
	for _, line := range search(t, reuse.Options{}, 50, reports) {
		f := strings.Fields(line)
		got[f[0][:5]+" "+f[1][:5]] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFullDisk(t *testing.T) {
	s := reuse.NewSearch(reuse.Options{Memory: 1, Space: full{}})
	text := strings.Repeat("one two three four five six seven eight nine ten ", 9)
	err := s.Add(reuse.Batch{Docs: []reuse.Doc{{Name: "a"}}, Text: []byte(text), At: []int{0, len(text)}})
	if !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

func TestCalledOff(t *testing.T) {
	s := reuse.NewSearch(reuse.Options{})
	text := strings.Repeat("one two three four five six seven eight nine ten ", 9)
	if err := s.Add(reuse.Batch{Docs: []reuse.Doc{{Name: "a"}}, Text: []byte(text), At: []int{0,
		len(text)}}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Run(ctx, func(reuse.Found) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestNamesAreToldApart(t *testing.T) {
	text := "one two three four five six seven eight nine ten"
	got := search(t, reuse.Options{}, 1, []report{{name: "x", text: text}, {name: "x", text: text + " eleven"},
		{name: "y", text: "and " + text}})
	want := []string{
		"x[0:48] x#0[0:48] verbatim 1",
		"x[0:48] y[4:52] verbatim 1",
		"x#0[0:48] y[4:52] verbatim 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestScripts has texts that are written without blanks, and accents.
func TestScripts(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"Chinese", "新华社记者昨天在港口看到一艘没有救生筏的渡轮", "有人说，记者昨天在港口看到一艘没有救生筏的渡轮。", "记者昨天在港口看到一艘没有救生筏的渡轮"},
		{"Thai", "เมื่อวานนี้เรือข้ามฟากไม่มีแพชูชีพ", "เขาบอกว่าเรือข้ามฟากไม่มีแพชูชีพ", "เรือข้ามฟากไม่มีแพชูชีพ"},
		{"accents and cases", "Le café de la gare À CÔTÉ du port était fermé hier",
			"LE CAFE DE LA GARE a cote DU PORT etait ferme HIER soir",
			"LE CAFE DE LA GARE a cote DU PORT etait ferme HIER"},
		{"German", "Die Fähre hatte nach Angaben der Straßenbehörde keine Rettungsinseln an Bord",
			"Die Fähre hatte nach Angaben der Strassenbehörde keine Rettungsinseln an Bord",
			"Die Fähre hatte nach Angaben der Strassenbehörde keine Rettungsinseln an Bord"},
		{"apostrophes and figures", "It didn’t cost the town’s people 1,250.50 a day at all",
			"it didn't cost the town's people 1,250.50 a day at all",
			"it didn't cost the town's people 1,250.50 a day at all"},
	}
	for _, tt := range tests {
		got := search(t, reuse.Options{}, 9, []report{{name: "a", text: tt.a}, {name: "b", text: tt.b}})
		at := strings.Index(tt.b, tt.want)
		if len(got) != 1 || !strings.Contains(got[0], fmt.Sprintf("b[%d:%d]", at, at+len(tt.want))) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestHostile has what would take for ever if it were compared word by word.
func TestHostile(t *testing.T) {
	sentence := "one and the same sentence stands here again and again. "
	paragraph := strings.Repeat("every tenth report holds this paragraph of common words and nothing else in it ", 4)
	equal, tenth := make([]report, 3000), corpus(3000, 5)
	for i := range equal {
		equal[i] = report{name: fmt.Sprintf("e%04d", i), text: sentence + "and it ends with these words."}
	}
	for i := range tenth { // in all of its outlets, so that it is nobody's masthead alone
		if i%10 == 0 {
			text, half := tenth[i].text, len(tenth[i].text)/2
			tenth[i].text = text[:half] + " " + paragraph + text[half:]
		}
	}
	long := strings.Repeat("x", 1<<20)
	tests := []struct {
		name    string
		reports []report
		least   int
	}{
		{"a sentence 10,000 times", []report{{name: "a", text: strings.Repeat(sentence, 10000)}, {name: "b",
			text: strings.Repeat(sentence, 10000)}}, 1},
		{"1 MB without a blank", []report{{name: "a", text: strings.Repeat("a.b;", 1<<18)}, {name: "b",
			text: strings.Repeat("a.b;", 1<<18)}}, 1},
		{"words of 1 MB", []report{{name: "a", text: strings.Repeat(long+" ", 9)}, {name: "b",
			text: strings.Repeat(long+" ", 9)}}, 1},
		{"all equal", equal, reuse.Earliest * (3000 - reuse.Earliest)},
		{"a paragraph in every tenth", tenth, 2 * 100 * 100},
		{"nothing", []report{{name: "a"}, {name: "b"}}, 0},
		{"no UTF-8", []report{{name: "a", text: strings.Repeat("\xff\xfe \x80", 9)}, {name: "b",
			text: strings.Repeat("\xff\xfe \x80", 9)}}, 0},
	}
	for _, tt := range tests {
		if got := search(t, reuse.Options{}, 100, tt.reports); len(got) < tt.least {
			t.Errorf("%s: %d passages", tt.name, len(got))
		}
	}
}

func TestClusters(t *testing.T) {
	got := reuse.Clusters([]reuse.Passage{
		{A: 0, B: 1, A0: 0, A1: 100, B0: 50, B1: 150},
		{A: 0, B: 2, A0: 10, A1: 90, B0: 0, B1: 80},
		{A: 1, B: 2, A0: 400, A1: 500, B0: 300, B1: 400},
		{A: 0, B: 3, A0: 95, A1: 300, B0: 0, B1: 205},
	})
	want := [][]reuse.Stretch{
		{{0, 0, 100}, {1, 50, 150}, {2, 0, 80}},
		{{0, 95, 300}, {3, 0, 205}},
		{{1, 400, 500}, {2, 300, 400}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "It didn't cost 1,250.50 — “never”", "记者 แพชูชีพ ａｂｃ", "a'", "'a", "1.",
		"\xff'\xfe", "e\u0301'e"} {
		f.Add(s)
	}
	s := reuse.NewScanner()
	f.Fuzz(func(t *testing.T, text string) {
		var r reuse.Row
		s.Scan(text, &r)
		end := uint32(0)
		for i := range r.Words {
			if r.Start[i] < end || r.End[i] <= r.Start[i] || int(r.End[i]) > len(text) {
				t.Fatalf("%q: word %d is [%d:%d]", text, i, r.Start[i], r.End[i])
			}
			end = r.End[i]
		}
		for _, p := range s.Fingerprint(&r, 0, nil) {
			if int(p.Word)+5 > len(r.Words) {
				t.Fatalf("%q: shingle at %d of %d", text, p.Word, len(r.Words))
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	reports := corpus(3000, 13)
	bytes := 0
	for _, r := range reports {
		bytes += len(r.text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		search(b, reuse.Options{}, 200, reports)
	}
}
