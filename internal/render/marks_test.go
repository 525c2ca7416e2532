package render

import (
	"fmt"
	"strings"
	"testing"
)

func TestFlatten(t *testing.T) {
	text := "abcdefghij"
	for _, c := range []struct {
		from, to int
		marks    string // "start-end layer" apart by commas
		want     string
	}{
		{0, 10, "", "abcdefghij"},
		{0, 10, "2-4 claim", "ab|cd:m-claim@0*1|efghij"},
		{0, 10, "2-6 claim,4-8 passage", "ab|cd:m-claim@0*2|ef:m-claim m-passage@1*2|gh:m-passage|ij"},
		{0, 10, "0-10 claim,0-3 source", "abc:m-source m-claim@0*2@1*1|defghij:m-claim"},
		{3, 7, "0-5 claim", "de:m-claim|fg"},
		{3, 7, "5-9 claim", "de|fg:m-claim@0*1"},
		{0, 10, "3-3 claim,9-2 claim", "abcdefghij"},
		{0, 10, "2-4 claim,2-4 claim", "ab|cd:m-claim@0*1@1*1|efghij"},
		{0, 10, "0-2 claim,2-4 claim", "ab:m-claim@0*1|cd:m-claim@1*1|efghij"},
	} {
		if got := written(flatten(text, c.from, c.to, marksOf(c.marks))); got != c.want {
			t.Errorf("%d-%d %s: %s, want %s", c.from, c.to, c.marks, got, c.want)
		}
	}
}

func marksOf(notation string) []mark {
	var found []mark
	named := map[string]layer{"claim": markClaim, "passage": markPassage, "source": markSource}
	for i, part := range strings.FieldsFunc(notation, func(r rune) bool { return r == ',' }) {
		var m mark
		var name string
		fmt.Sscanf(part, "%d-%d %s", &m.start, &m.end, &name)
		m.layer, m.anchor = named[name], fmt.Sprint(i)
		found = append(found, m)
	}
	return found
}

func written(runs []run) string {
	var parts []string
	for _, r := range runs {
		p := r.Text
		if r.Class != "" {
			p += ":" + r.Class
		}
		for _, a := range r.Anchors {
			p += fmt.Sprintf("@%s*%d", a.ID, a.Runs)
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, "|")
}

// Whatever the marks are, the runs are the text, and every anchor comes once.
func FuzzFlatten(f *testing.F) {
	f.Add("a text of words", []byte{0, 4, 2, 9, 9, 3})
	f.Fuzz(func(t *testing.T, text string, edges []byte) {
		var marks []mark
		for i := 0; i+1 < len(edges); i += 2 {
			marks = append(marks, mark{start: int(edges[i]), end: int(edges[i+1]), layer: layer(i) % layers,
				anchor: fmt.Sprint(i), note: &link{}})
		}
		clear, anchors := "", 0
		for _, r := range flatten(text, 0, len(text), marks) {
			clear += r.Text
			anchors += len(r.Anchors)
		}
		if anchors > len(marks) {
			t.Errorf("%d anchors for %d marks", anchors, len(marks))
		}
		if isPlain(text) && clear != text {
			t.Errorf("%q became %q", text, clear)
		}
	})
}
