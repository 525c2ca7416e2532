package extract

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"stemma"
)

func TestStreamedPage(t *testing.T) {
	part := `<h1>Ferry stops</h1>` + paragraphs
	text, _ := json.Marshal(fmt.Sprintf("2:[\"x\"]\n1f:T%x,%s3:null\n", len(part), part))
	record, _ := json.Marshal(map[string]any{"props": []any{map[string]string{"teaser": "<p>A</p>", "body": part}}})
	head := `<html><head><title>Ferry stops</title></head><body>`
	wait := `<main><!--$?--><template id="B:0"></template><p>The page is coming, please wait.</p><!--/$--></main>`
	for name, page := range map[string]string{
		"a hidden part": head + wait + `<div hidden id="S:0"><template id="P:1"></template></div>` +
			`<div hidden id="S:1">` + part + `</div>`,
		"a part without place": head + `<div hidden id="S:7">` + part + `</div>`,
		"pieces of data":       head + `<main></main><script>self.__next_f.push([1,` + string(text) + `])</script>`,
		"one record":           head + `<script type="application/json">` + string(record) + `</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			got, err := extractor(t).Extract(captured(stemma.HTML, page))
			if err != nil {
				t.Fatal(err)
			}
			whole := strings.Contains(got.Text, "the boat too old") && strings.Contains(got.Text, "need the hospital")
			if !whole || got.Title != "Ferry stops" {
				t.Errorf("%q: %s", got.Title, got.Text)
			}
		})
	}
}

func TestStreamedPageThatIsNone(t *testing.T) {
	for _, body := range []string{
		`<div hidden id="S:0"><template id="B:0"></template></div>`,
		`<div hidden id="S:">x</div><template id="B:"></template>`,
		`<script>self.__next_f.push([1,"1f:Tffffffff,<p>"])</script>`,
		`<script>self.__next_f.push([1,"a:T,:T-1,:Tzz,"])</script>`,
		`<script type="application/json">{"a":"<p></p><p></p><p></p>"}</script>`,
	} {
		if _, err := extractor(t).Extract(captured(stemma.HTML, `<html><body>`+body)); err == nil {
			t.Errorf("%s is read", body)
		}
	}
}
