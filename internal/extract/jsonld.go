package extract

import (
	"encoding/json"
	"html"
	"strings"

	who "stemma/internal/name"
)

// ldArticle is an article as JSON-LD describes it.
type ldArticle struct {
	headline, url      string
	published, updated string
	authors            []string
	publisher          string
	page               bool // a WebPage: trusted less
	live               bool // a live blog
	video              bool // a video, which may be one in an article
	listed             bool // one of a list: that of another page, unless its headline says otherwise
}

// maxLDNodes bounds the objects of one script that are looked at.
const maxLDNodes = 20_000

// readLD reads a script of JSON-LD: the articles in it, wherever they are
// nested, and the names of web sites. Malformed scripts are mended where line
// breaks in strings, trailing commas or comment marks are the fault, and else
// searched for the fields by name.
func readLD(script string) (articles []ldArticle, sites []string) {
	script = strings.TrimSpace(script)
	for _, m := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		script = strings.TrimSpace(strings.TrimPrefix(script, m))
	}
	for _, m := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		script = strings.TrimSpace(strings.TrimSuffix(script, m))
	}
	var root any
	if json.Unmarshal([]byte(script), &root) != nil && json.Unmarshal([]byte(mendJSON(script)), &root) != nil {
		return searchLD(script), nil
	}
	// An explicit stack: the depth of a page's JSON is its author's choice.
	type open struct {
		value  any
		listed bool
	}
	stack := []open{{root, false}}
	for seen := 0; len(stack) > 0 && seen < maxLDNodes; seen++ {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch v := top.value.(type) {
		case []any:
			for i := len(v) - 1; i >= 0; i-- {
				stack = append(stack, open{v[i], top.listed})
			}
		case map[string]any:
			articles, sites = readLDObject(v, top.listed, articles, sites)
			for _, key := range []string{"mainEntityOfPage", "mainEntity", "itemListElement", "item", "@graph"} {
				if inner, ok := v[key]; ok {
					stack = append(stack, open{inner, top.listed || key == "itemListElement"})
				}
			}
		}
	}
	return articles, sites
}

func readLDObject(v map[string]any, listed bool, articles []ldArticle, sites []string) ([]ldArticle, []string) {
	kind := strings.Join(texts(v["@type"]), " ")
	switch {
	case isArticleType(kind):
		a := readArticle(v, false)
		a.listed, a.live = listed, strings.Contains(kind, "LiveBlog")
		articles = append(articles, a)
	case strings.Contains(kind, "VideoObject") && v["uploadDate"] != nil:
		a := readArticle(v, true)
		a.published, a.video = clean(texts(v["uploadDate"])), true
		articles = append(articles, a)
	case strings.Contains(kind, "WebSite"):
		sites = append(sites, texts(v["name"])...)
	case strings.Contains(kind, "WebPage") && v["datePublished"] != nil:
		articles = append(articles, readArticle(v, true))
	}
	return articles, sites
}

func isArticleType(kind string) bool {
	for _, t := range []string{"Article", "BlogPosting", "Reportage", "LiveBlog", "SocialMediaPosting", "Report"} {
		if strings.Contains(kind, t) {
			return true
		}
	}
	return false
}

func readArticle(v map[string]any, page bool) ldArticle {
	a := ldArticle{
		headline:  clean(texts(v["headline"])),
		published: clean(texts(v["datePublished"])), updated: clean(texts(v["dateModified"])),
		publisher: clean(namesIn(v["publisher"])), page: page,
	}
	if a.headline == "" {
		a.headline = clean(texts(v["name"]))
	}
	a.url = clean(texts(v["url"]))
	if a.url == "" {
		a.url = clean(append(texts(v["mainEntityOfPage"]), idsIn(v["mainEntityOfPage"])...))
	}
	for _, name := range namesIn(v["author"]) {
		if name = oneLine(html.UnescapeString(name)); name != "" && !who.IsAddress(name) {
			a.authors = append(a.authors, name)
		}
	}
	if len(a.authors) == 0 {
		a.authors = namesIn(v["creator"])
	}
	return a
}

func clean(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return oneLine(html.UnescapeString(values[0]))
}

// texts are the strings of a value: itself, or those of a list.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// namesIn are the names of a person or organisation, or of a list of them.
func namesIn(v any) []string { return fieldsIn(v, "name") }

func idsIn(v any) []string { return fieldsIn(v, "@id") }

func fieldsIn(v any, field string) []string {
	switch v := v.(type) {
	case string:
		if field == "name" {
			return []string{v}
		}
	case map[string]any:
		return fieldOf(v, field)
	case []any:
		var all []string
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				all = append(all, fieldOf(m, field)...)
			} else if s, ok := e.(string); ok && field == "name" {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// fieldOf are the strings of a field. A name may be given by its parts.
func fieldOf(m map[string]any, field string) []string {
	if own := texts(m[field]); len(own) > 0 || field != "name" {
		return own
	}
	name := strings.TrimSpace(clean(texts(m["givenName"])) + " " + clean(texts(m["familyName"])))
	if name == "" {
		return nil
	}
	return []string{name}
}

// mendJSON repairs what pages get wrong most: line breaks and tabs inside
// strings, commas before a closing bracket.
func mendJSON(s string) string {
	var b strings.Builder
	inString, escaped := false, false
	for i := 0; i < len(s); i++ {
		ch := s[i]
		switch {
		case inString && ch < 0x20:
			b.WriteByte(' ')
			continue
		case inString:
			if ch == '"' && !escaped {
				inString = false
			}
			escaped = ch == '\\' && !escaped
		case ch == '"':
			inString, escaped = true, false
		case ch == ',' && closes(s[i+1:]):
			continue
		}
		b.WriteByte(ch)
	}
	return b.String()
}

func closes(rest string) bool {
	i := 0
	for i < len(rest) && strings.IndexByte(" \t\r\n", rest[i]) >= 0 {
		i++
	}
	return i < len(rest) && (rest[i] == ']' || rest[i] == '}')
}

// searchLD finds the fields of one article by name in a script that is not
// JSON at all.
func searchLD(s string) []ldArticle {
	a := ldArticle{headline: searchField(s, "headline")}
	a.published, a.updated = searchField(s, "datePublished"), searchField(s, "dateModified")
	if a.headline == "" && a.published == "" {
		return nil
	}
	return []ldArticle{a}
}

func searchField(s, field string) string {
	_, rest, found := strings.Cut(s, `"`+field+`"`)
	if !found {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n:")
	if !strings.HasPrefix(rest, `"`) {
		return ""
	}
	value, _, found := strings.Cut(rest[1:], `"`)
	if !found || len(value) > maxDateLine {
		return ""
	}
	return oneLine(html.UnescapeString(value))
}
