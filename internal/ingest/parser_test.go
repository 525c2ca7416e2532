package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reading is what a record says, for comparison.
func reading(p *parser) string {
	return fmt.Sprintf("%q %q %v %q", p.fields, p.byline, p.ranks, p.unknown)
}

// alike checks that a line that is plain says to the parser what it says to
// encoding/json, and gives whether it is plain.
func alike(t *testing.T, line []byte) bool {
	t.Helper()
	c := newColumns(nil)
	p, q := parser{columns: c}, parser{columns: c}
	p.begin(line)
	plain := p.parse(line)
	err := q.rare(line)
	if !plain {
		return false
	}
	if err != nil {
		t.Fatalf("%q: plain, but %v", line, err)
	}
	if diff := cmp.Diff(reading(&q), reading(&p)); diff != "" {
		t.Fatalf("%q: (-encoding/json +parser)\n%s", line, diff)
	}
	return true
}

func TestPlain(t *testing.T) {
	for _, line := range []string{
		`{}`, ` { "text" : "a" , "id":7 } `, `{"text":null,"byline":null}`, `{"byline":[]}`, `{"byline":["a",
		"b\n"],"text":"x"}`,
		`{"byline":""}`, `{"byline":3}`, `{"id":-1.5e+10,"x":0.0}`, `{"Text":"a","TITLE":"b","other":"c"}`,
		`{"te\u0078t":"a"}`,
		`{"x":{"text":"in","y":[1,{"z":"]"}]},"text":"a"}`, `{"x":[],"y":{},"z":true,"w":false,"v":null}`,
		`{"text":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\uffff"}`, `{"text":"é 漢字 😀"}`,
		`{"text":"` + strings.Repeat("abcdefg\\n", 99) + `"}`,
		"{\"text\":\"del\x7f\"}", `{"":"x","text":"a","x":1,"x":2}`, "{\"\u212a\":1,\"\u017f\":2}",
		`{"text":"a","text":"b"}`, `{"text":"a","Text":""}`, `{"byline":[1,null],"authors":["a"]}`,
		`{"date":"2","publish_date":"1","Published":null}`,
		`{"source":"https://a.example/b","hostname":"a.example","byline":["a"],"by-line":["b","c"]}`,
	} {
		if !alike(t, []byte(line)) {
			t.Errorf("%s: not plain", line)
		}
	}
}

func TestNotPlain(t *testing.T) {
	for _, line := range []string{
		``, `{`, `{"`, `{"text`, `{"text"`, `{"text":`, `{"text":"`, `{"text":"a\`, `{"text":"a"`,
		`{"text":"a",}`, `{"text":"a"}x`, `[]`, `null`, `"text"`, `7`,
		`{"text":true}`, `{"text":["a"]}`, `{"byline":[{}]}`, `{"byline":[["a"]]}`, `{"byline":["a",]}`,
		`{"data":{"text":"a"}}`,
		`{"byline":{}}`, `{"text":"\ud800"}`, `{"text":"\ud800\u0041"}`, `{"text":"\udc00\ud800"}`,
		`{"text":"\u12"}`, `{"text":"\u12g4"}`, `{"text":"\x"}`,
		"{\"text\":\"a\tb\"}", "{\"text\":\"\xff\"}", "{\"x\":\"\xff\"}", `{"id":01}`, `{"id":1.}`, `{"id":.5}`,
		`{"id":-}`, `{"id":1e}`, `{"id":+1}`,
		`{"x":nul}`, `{"x":[1,]}`, `{"x":{"y"}}`, `{"x":[}`,
		`{"x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`, `{"x" 1}`, `{x:1}`, `{"x":1 "y":2}`,
	} {
		if alike(t, []byte(line)) {
			t.Errorf("%s: plain", line)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":7,"text":"A \u00e9\n","byline":["a","b"],"Title":null,"x":[{"y":"]"},1e5]}`))
	f.Add([]byte("{\"text\":\"\xff\",\"html\":\"\\ud83d\\ude00\",\"byline\":\"a\",\"\u212a\":true}"))
	f.Fuzz(func(t *testing.T, line []byte) { alike(t, line) })
}

// corpus makes records like those of a news archive, about size bytes.
func corpus(size int) []byte {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		fmt.Fprintf(&b, `{"id":"%d","date":"2024-05-%02d","title":"Harbour council meets, part %d","outlet":"Harbour Courier","topics":["council"],"text":"`, n, n%28+1, n)
		for i := range 8 {
			fmt.Fprintf(&b, `The council of the harbour said on day %d that it had put off its plan number %d for the northern pier.\n`, n, n*i)
		}
		b.WriteString(`\"We shall see,\" its head said."}` + "\n")
	}
	return []byte(b.String())
}

// BenchmarkParse measures the parser beside encoding/json.
func BenchmarkParse(b *testing.B) {
	data := corpus(1 << 20)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	b.Run("plain", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		p := parser{columns: newColumns(nil)}
		for b.Loop() {
			p.begin(data)
			for rest := data; len(rest) > 0; {
				line := rest[:bytes.IndexByte(rest, '\n')]
				rest = rest[len(line)+1:]
				if !p.parse(line) {
					b.Fatal("not plain")
				}
			}
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			for _, line := range lines {
				var r map[string]any
				if err := json.Unmarshal([]byte(line), &r); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
