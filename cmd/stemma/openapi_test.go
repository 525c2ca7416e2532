package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAnswersAreDescribed: every field of every answer of the API stands in its
// description with its type, and what the description says is always there is.
func TestAnswersAreDescribed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, "demo")
	stemmaRun(t, "case", "correct", "--case", file, "same outlet: No Such Paper = Nor This One")
	base := serveCase(t, file)
	var api described
	if err := json.Unmarshal(get(t, base+"/api"), &api); err != nil {
		t.Fatal(err)
	}
	body := get(t, base+"/api/dossier")
	api.check(t, "GET", "/api/dossier", "200", body)
	for id := range findingsOf(t, body) {
		api.check(t, "GET", "/api/find/{id}", "200", get(t, base+"/api/find/"+id))
	}
	api.check(t, "GET", "/api/claims", "200", get(t, base+"/api/claims"))
	api.check(t, "GET", "/api/claims", "200", get(t, base+"/api/claims?q=nothing+has+this"))
	api.check(t, "GET", "/api/corrections", "200", get(t, base+"/api/corrections"))
	api.check(t, "POST", "/api/reports", "200", sendLines(t, base+"/api/reports", `{"text": "Marl shut its bridge."}`))
	api.check(t, "POST", "/api/reports", "default", sendLines(t, base+"/api/reports", "{\n"))
	api.check(t, "POST", "/api/corrections", "200", sendLines(t, base+"/api/corrections", `{"line": "note: c1 = Kept."}`))
	api.check(t, "POST", "/api/corrections", "default", sendLines(t, base+"/api/corrections", `{"line": "?"}`))
	for number, status := range map[string]string{"2": "200", "9": "default"} {
		r, err := http.NewRequest("DELETE", base+"/api/corrections/"+number, nil)
		if err != nil {
			t.Fatal(err)
		}
		api.check(t, "DELETE", "/api/corrections/{number}", status, answerTo(t, r))
	}
}

func answerTo(t *testing.T, r *http.Request) []byte {
	t.Helper()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// findingsOf are the ids of all findings of a dossier, each with its kind of list.
func findingsOf(t *testing.T, body []byte) map[string]string {
	t.Helper()
	var d struct {
		Reports, Attributions []struct{ ID string }
		Stories               []map[string]json.RawMessage
	}
	if err := json.Unmarshal(body, &d); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, x := range append(d.Reports, d.Attributions...) {
		ids[x.ID] = "reports"
	}
	for _, story := range d.Stories {
		for _, list := range []string{"claims", "descents", "drifts", "origins"} {
			var all []struct{ ID string }
			if err := json.Unmarshal(story[list], &all); err != nil || len(all) == 0 {
				t.Fatal(list, err)
			}
			for _, x := range all[:min(len(all), 20)] {
				ids[x.ID] = list
			}
		}
	}
	return ids
}

// described is a description of an API, as far as answers are concerned.
type described struct {
	Components struct {
		Schemas   map[string]schema
		Responses map[string]response
	}
	Paths map[string]map[string]struct{ Responses map[string]response }
}

type response struct {
	Ref     string `json:"$ref"`
	Content map[string]struct{ Schema schema }
}

// schema is as much of JSON Schema as the description uses.
type schema struct {
	Ref           string `json:"$ref"`
	Type          any
	OneOf         []schema `json:"oneOf"`
	Enum          []any
	Const         any
	Items         *schema
	Properties    map[string]schema
	Required      []string
	MaxProperties *int `json:"maxProperties"`
}

// check says where an answer is not as it is described.
func (d *described) check(t *testing.T, method, path, status string, body []byte) {
	t.Helper()
	r := d.Paths[path][strings.ToLower(method)].Responses[status]
	if r.Ref != "" {
		r = d.Components.Responses[r.Ref[strings.LastIndex(r.Ref, "/")+1:]]
	}
	content, ok := r.Content["application/json"]
	var answer any
	if err := json.Unmarshal(body, &answer); err != nil || !ok {
		t.Fatalf("%s %s: %v, described: %v: %.200s", method, path, err, ok, body)
	}
	for _, fault := range slices.Compact(slices.Sorted(slices.Values(d.faults(content.Schema, answer, "")))) {
		t.Errorf("%s %s: %s", method, path, fault)
	}
}

// faults are the fields that are not as a schema says.
func (d *described) faults(s schema, v any, at string) []string {
	switch {
	case s.Ref != "":
		return d.faults(d.Components.Schemas[s.Ref[strings.LastIndex(s.Ref, "/")+1:]], v, at)
	case s.OneOf != nil:
		if v == nil {
			return nil
		}
		return d.faults(s.OneOf[0], v, at)
	case s.Enum != nil && !slices.Contains(s.Enum, v), s.Const != nil && s.Const != v:
		return []string{fmt.Sprintf("%s is %v", at, v)}
	case s.Type != nil && !slices.Contains(typesOf(s.Type), typeOf(v)):
		return []string{fmt.Sprintf("%s is %s, not %v", at, typeOf(v), s.Type)}
	}
	var found []string
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			found = append(found, d.faults(*s.Items, x, at+"[]")...)
		}
	case map[string]any:
		for _, name := range s.Required {
			if _, is := v[name]; !is {
				found = append(found, at+" lacks "+name)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			p, known := s.Properties[name]
			if !known {
				found = append(found, fmt.Sprintf("%s.%s is not described in internal/web/openapi.json", at, name))
				continue
			}
			found = append(found, d.faults(p, v[name], at+"."+name)...)
		}
	}
	return found
}

// typesOf are the types that a schema allows: one, or a list of them.
func typesOf(t any) []string {
	list, is := t.([]any)
	if !is {
		list = []any{t}
	}
	var all []string
	for _, x := range list {
		if all = append(all, fmt.Sprint(x)); x == "number" {
			all = append(all, "integer")
		}
	}
	return all
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	}
	return "object"
}
