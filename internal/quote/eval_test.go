package quote_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

func pack(t testing.TB) *language.Pack {
	t.Helper()
	p, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var blank = regexp.MustCompile(`\n\s*\n`)

// crude gives a report whose paragraphs are parted by blank lines.
func crude(id, text string) *stemma.Report {
	r := &stemma.Report{ID: id, Text: text}
	at := 0
	add := func(s, e int) {
		if strings.TrimSpace(text[s:e]) != "" {
			k := stemma.Paragraph
			r.Segments = append(r.Segments, stemma.Segment{Kind: k, Start: s, End: e})
		}
	}
	for _, m := range blank.FindAllStringIndex(text, -1) {
		add(at, m[0])
		at = m[1]
	}
	add(at, len(text))
	return r
}

type goldAttribution struct {
	ID      string
	File    string
	Source  *struct{ Text string }
	Cue     *struct{ Text string }
	Content struct{ Text string }
	Mode    string
	Type    string `json:"source_type"`
	Count   *int   `json:"source_count"`
}

var tag = regexp.MustCompile(`(?s)<(head|script|style)\b.*?</(head|script|style)>|<[^>]*>`)
var title = regexp.MustCompile(`(?s)<h1[^>]*>(.*?)</h1>`)

func damReport(t *testing.T, path string) *stemma.Report {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if strings.HasSuffix(path, ".html") {
		text = regexp.MustCompile(`(?i)</?(p|div|h\d|li|header|footer|article|section|nav|body|figcaption|figure|ul|td|tr|aside|blockquote)\b[^>]*>|<br[^>]*>`).ReplaceAllString(tag.ReplaceAllStringFunc(text, func(s string) string {
			if strings.HasPrefix(s, "<head") || strings.HasPrefix(s, "<scr") || strings.HasPrefix(s, "<sty") {
				return ""
			}
			return s
		}), "\n\n")
		text = html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, ""))
	}
	r := crude(filepath.Base(path), text)
	for i := range r.Segments {
		s := &r.Segments[i]
		body := strings.TrimSpace(text[s.Start:s.End])
		if !strings.ContainsAny(body[len(body)-1:], ".”\"?!:") && len(body) < 120 {
			s.Kind = stemma.Heading
		}
	}
	return r
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
		m[w] = true
	}
	return m
}

func jaccard(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	if len(a)+len(b)-n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

func spansText(ss []stemma.Span) string {
	var out []string
	for _, s := range ss {
		out = append(out, s.Text)
	}
	return strings.Join(out, " … ")
}

func sourceText(a stemma.Attribution) string {
	if a.Source == nil {
		return ""
	}
	return a.Source.Text
}

func TestDam(t *testing.T) {
	root := os.Getenv("STEMMA_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	data, err := os.ReadFile(filepath.Join(root, "stories/dam/attributions.json"))
	if err != nil {
		t.Skip("no shared material")
	}
	var gold struct{ Attributions []goldAttribution }
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	lang := pack(t)
	r := quote.New(lang)
	files, _ := filepath.Glob(filepath.Join(root, "stories/dam/reports/*"))
	var texts []*stemma.Text
	var readings []quote.Reading
	outlets := map[string]string{"01": "Harnstead Evening Post", "02": "The Dawn Roundup", "03": "Riverside Radio", "04": "Ostley's Angle", "05": "Six Northmarch", "06": "", "07": "The Selwick Lantern", "08": "National Chronicle", "09": ""}
	for _, f := range files {
		rep := damReport(t, f)
		rep.Outlet = stemma.Maybe(outlets[rep.ID[:2]])
		text := segment.Split(rep, lang)
		texts = append(texts, text)
		readings = append(readings, r.Read(text))
	}
	all, speakers := r.Join(texts, readings)
	byID := map[string]stemma.Speaker{}
	for _, s := range speakers {
		byID[s.ID] = s
	}
	verbose := os.Getenv("V") != ""
	used := make([]bool, len(all))
	tp, kinds, kindsAll, counts, countsAll := 0, 0, 0, 0, 0
	for _, g := range gold.Attributions {
		best, bi := 0.0, -1
		gs := ""
		if g.Source != nil {
			gs = g.Source.Text
		}
		for i, a := range all {
			if used[i] || a.Report != g.File {
				continue
			}
			j := jaccard(words(spansText(a.Content)), words(g.Content.Text))
			if j < 0.5 || !(gs == "" && sourceText(a) == "" || jaccard(words(gs), words(sourceText(a))) > 0) {
				continue
			}
			if j > best {
				best, bi = j, i
			}
		}
		if bi < 0 {
			if verbose {
				fmt.Printf("MISS %s %s | %s | %v | %s\n", g.ID, g.Mode, gs, g.Cue, g.Content.Text)
			}
			continue
		}
		used[bi] = true
		tp++
		a := all[bi]
		sp := byID[string(a.Speaker)]
		if gs != "" {
			kindsAll++
			if string(sp.Kind) == g.Type {
				kinds++
			} else if verbose {
				fmt.Printf("KIND %s %s want %s got %s (%s)\n", g.ID, gs, g.Type, sp.Kind, sp.Name)
			}
			if g.Type == "anonymous" && g.Count != nil {
				countsAll++
				if sp.Count.Min == *g.Count {
					counts++
				}
			}
		}
		if string(a.Kind) != g.Mode && verbose {
			fmt.Printf("MODE %s want %s got %s | %s\n", g.ID, g.Mode, a.Kind, g.Content.Text)
		}
	}
	fp := 0
	for i, a := range all {
		if !used[i] {
			fp++
			if verbose {
				fmt.Printf("EXTRA %s %s | %s | %s | %s\n", a.Report, a.Kind, sourceText(a), spansText(a.Cue), spansText(a.Content))
			}
		}
	}
	p, rc := float64(tp)/float64(tp+fp), float64(tp)/float64(len(gold.Attributions))
	fmt.Printf("dam: P %.3f R %.3f F %.3f; kinds %d/%d; counts %d/%d; speakers %d\n", p, rc, 2*p*rc/(p+rc), kinds, kindsAll, counts, countsAll, len(speakers))
	if os.Getenv("S") != "" {
		for _, s := range speakers {
			fmt.Printf("%s %s %v %q desc %q aliases %q\n", s.ID, s.Kind, s.Count, s.Name, s.Descriptor, s.Aliases)
		}
	}
	if os.Getenv("ALL") != "" {
		for _, a := range all {
			fmt.Printf("%s %s %s %s own=%v rec=%v %s | %s | %s | %s\n", a.ID, a.Report, a.Kind, a.Stance, a.Own, a.Receiver, byID[string(a.Speaker)].Name, sourceText(a), spansText(a.Cue), spansText(a.Content))
		}
	}
}

type pnSpan [2]int
type pnItem struct {
	ID, Text, Title, Outlet string
	Attributions            []struct{ Source, Cue, Content []pnSpan }
}

func TestPolNeAR(t *testing.T) {
	path := os.Getenv("PN")
	if path == "" {
		t.Skip("no PN")
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	lang := pack(t)
	r := quote.New(lang)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	var stat [3][3]int
	show := os.Getenv("V")
	missCue := map[string]int{}
	extraCue := map[string]int{}
	for sc.Scan() {
		var it pnItem
		if err := json.Unmarshal(sc.Bytes(), &it); err != nil {
			t.Fatal(err)
		}
		rep := crude(it.ID, it.Text)
		rep.Outlet = stemma.Maybe(it.Outlet)
		if len(rep.Segments) > 0 {
			rep.Segments[0].Kind = stemma.TitleSegment
		}
		text := segment.Split(rep, lang)
		got := r.Read(text)
		var gold, pred [3][]bool
		for k := range gold {
			gold[k] = make([]bool, len(text.Tokens)+1)
			pred[k] = make([]bool, len(text.Tokens)+1)
		}
		mark := func(m []bool, s, e int) {
			for i := text.TokenAt(s); i < len(text.Tokens) && text.Tokens[i].Start < e; i++ {
				if text.Tokens[i].Kind != stemma.Mark {
					m[i] = true
				}
			}
		}
		for _, a := range it.Attributions {
			for k, ss := range [][]pnSpan{a.Content, a.Cue, a.Source} {
				for _, s := range ss {
					mark(gold[k], s[0], s[1])
				}
			}
		}
		for _, a := range got.Attributions {
			var src []stemma.Span
			if a.Source != nil && !a.Continues {
				src = []stemma.Span{*a.Source}
			}
			for k, ss := range [][]stemma.Span{a.Content, a.Cue, src} {
				for _, s := range ss {
					mark(pred[k], s.Start, s.End)
				}
			}
		}
		for k := range gold {
			for i := range gold[k] {
				switch {
				case gold[k][i] && pred[k][i]:
					stat[k][0]++
				case pred[k][i]:
					stat[k][1]++
				case gold[k][i]:
					stat[k][2]++
				}
			}
		}
		for _, a := range it.Attributions {
			hit, all := 0, 0
			for _, s := range a.Content {
				for i := text.TokenAt(s[0]); i < len(text.Tokens) && text.Tokens[i].Start < s[1]; i++ {
					all++
					if pred[0][i] {
						hit++
					}
				}
			}
			if hit*2 < all {
				q, c, s := "", "", ""
				for _, x := range a.Content {
					c += it.Text[x[0]:x[1]] + " … "
				}
				for _, x := range a.Cue {
					q += it.Text[x[0]:x[1]] + " "
				}
				for _, x := range a.Source {
					s += it.Text[x[0]:x[1]] + " "
				}
				missCue[strings.ToLower(q)] += all
				if show == "miss" {
					fmt.Printf("MISS [%s] [%s] [%s]\n", s, q, c)
				}
			}
		}
		for _, a := range got.Attributions {
			hit, all := 0, 0
			for _, s := range a.Content {
				for i := text.TokenAt(s.Start); i < len(text.Tokens) && text.Tokens[i].Start < s.End; i++ {
					all++
					if gold[0][i] {
						hit++
					}
				}
			}
			if hit*2 < all {
				extraCue[strings.ToLower(spansText(a.Cue))]++
				if show == "extra" {
					fmt.Printf("EXTRA %s [%s] [%s] [%s]\n", a.Kind, sourceText(a), spansText(a.Cue), spansText(a.Content))
				}
			}
		}
	}
	for k, n := range []string{"content", "cue", "source"} {
		p := float64(stat[k][0]) / float64(stat[k][0]+stat[k][1])
		rc := float64(stat[k][0]) / float64(stat[k][0]+stat[k][2])
		fmt.Printf("%s P %.3f R %.3f F %.3f\n", n, p, rc, 2*p*rc/(p+rc))
	}
	if show == "cues" {
		top := func(m map[string]int) {
			var keys []string
			for k := range m {
				keys = append(keys, k)
			}
			sort.Slice(keys, func(i, j int) bool { return m[keys[i]] > m[keys[j]] || m[keys[i]] == m[keys[j]] && keys[i] < keys[j] })
			for _, k := range keys[:min(80, len(keys))] {
				fmt.Printf("%s:%d, ", k, m[k])
			}
			fmt.Println()
		}
		fmt.Print("MISSED ")
		top(missCue)
		fmt.Print("EXTRA ")
		top(extraCue)
	}
}
