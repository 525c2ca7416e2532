package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONKeepsHTMLAndRoundTrips(t *testing.T) {
	d := ferry(t)
	var out bytes.Buffer
	if err := JSON(&out, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "<script>window.planted=1</script>") {
		t.Error("a “<” in a text is escaped")
	}
	if !strings.HasSuffix(out.String(), "}\n") || !strings.Contains(out.String(), "\n  \"ledger\": [") {
		t.Error("not indented by two spaces with a newline at the end")
	}
	var back map[string]any
	if err := json.Unmarshal(out.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	text := back["reports"].([]any)[5].(map[string]any)["text"]
	if text != textF {
		t.Errorf("text changed on the way: %q", text)
	}
	var literal bytes.Buffer
	_ = JSON(&literal, map[string]string{"a": `back\u003cslash`})
	if want := "{\n  \"a\": \"back\\\\u003cslash\"\n}\n"; literal.String() != want {
		t.Errorf("a backslash before u003c is not an escape: %s", literal.String())
	}
}

func TestDOT(t *testing.T) {
	var out bytes.Buffer
	if err := DOT(&out, ferry(t)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"digraph stemma {", "subgraph cluster_1 {", `"s1/α" [label="α\nContinental Press Service\n(lost wire)", shape=box, style="rounded,dashed", fontname="Helvetica"];`,
		`"s1/A" -> "s1/B" [label="rewrite 71%", fontname="Helvetica", fontsize=10];`, `"s1/α" -> "s1/C" [label="wire copy 100%", style=dashed, fontname="Helvetica", fontsize=10];`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, out.String())
		}
	}
	if strings.ContainsAny(out.String(), "\x1b\u202e") {
		t.Error("a control character came through")
	}
}
