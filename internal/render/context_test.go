package render

import (
	"strings"
	"testing"

	"stemma"
)

// TestMarked shows a span in its sentence, with only its words marked.
func TestMarked(t *testing.T) {
	long := strings.Repeat("over and over ", 40)
	for _, c := range []struct{ text, words, want string }{
		{"It rained. The weir may burst soon. Nobody fled.", "may burst", "The weir |may burst*| soon."},
		{"The weir\nmay burst", "may burst", "may burst*"},
		{long + "bursts " + long, "bursts", "… over over and"},
		{"“It rained.” The weir bursts", "bursts", "The weir |bursts*"},
	} {
		r := &stemma.Report{ID: "r", Text: c.text}
		p := &pile{reports: map[string]*stemma.Report{"r": r}}
		at := strings.Index(c.text, c.words)
		span := r.Span(at, at+len(c.words))
		var parts []string
		for _, run := range p.marked(&span) {
			if run.Only {
				run.Text += "*"
			}
			parts = append(parts, run.Text)
		}
		if got := strings.Join(parts, "|"); !strings.HasPrefix(got, c.want) && got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

func FuzzContext(f *testing.F) {
	f.Add("It rained. The weir may burst.", 12, 20)
	f.Add("\xff\xfe. …", 1, 3)
	f.Add("00"+strings.Repeat("\x8e", 400), 1, 2)
	f.Add(strings.Repeat("\x8e", 400)+"00", 400, 401)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		p := &pile{reports: map[string]*stemma.Report{"r": {ID: "r", Text: text}}}
		p.context(&stemma.Span{Report: "r", Start: start, End: end})
	})
}
