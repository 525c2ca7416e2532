package stemma_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/language"
)

// languageRooms read what reports say. Which words do what there is data.
const languageRooms = "segment vector lexis name value speaker align extract reuse quote credit claim match collate " +
	"derive assess"

// wordsInCode are literals that look like words of English and are none, by file, with the reason.
var wordsInCode = map[string]string{
	"collate/closed.go when":  "how attributes of the table closed-class begin",
	"name/class.go months":    "a table, by its name",
	"name/name.go other":      "what a likeness is called in tests",
	"quote/lexicon.go to":     "a lemma, which names a cue and is never looked for in a text",
	"quote/role.go of":        "the attributes of the table roles",
	"quote/role.go back":      "the attributes of the table roles",
	"quote/role.go all":       "the attributes of the table roles",
	"value/role.go the":       "the attributes of the table detail-words",
	"value/role.go day":       "the attributes of the table detail-words",
	"value/role.go by":        "the attributes of the table detail-words",
	"value/quantity.go every": "how a rate is called in what is found",
	"value/quantity.go year":  "a unit, as the table units calls it",
	"value/date.go hour":      "how a time of day is called in what is found",
}

// TestWordsAreData scans the string literals of the rooms that read texts for function words of
// English. One that is the attribute of a table may be asked of a table, compared with an attribute,
// or stand in a map of attributes; no word of a text may be compared with one.
func TestWordsAreData(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	attributes, used := attributeNames(), map[string]bool{}
	for _, room := range strings.Fields(languageRooms) {
		files, err := filepath.Glob("internal/" + room + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(room, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range literals(file, attributes) {
				word := functionWord(pack.Table("function"), l.Value)
				place := strings.TrimPrefix(name, "internal/") + " " + word
				used[place] = true
				if word == "" || wordsInCode[place] != "" {
					continue
				}
				t.Errorf("%s: %s: %q belongs into a table", set.Position(l.Pos()), l.Value, word)
			}
		}
	}
	for place := range wordsInCode {
		if !used[place] {
			t.Errorf("%s stands there no more", place)
		}
	}
}

// attributeNames are the attributes of all tables, and the names of the tables.
func attributeNames() map[string]bool {
	names := map[string]bool{}
	for _, s := range language.Schemas() {
		names[s.Table] = true
		for _, a := range s.Attributes {
			names[a.Name] = true
		}
	}
	return names
}

// literals are the strings of a file that no import, no error and no message has, but for
// attributes where they are asked for.
func literals(file *ast.File, attributes map[string]bool) []*ast.BasicLit {
	var found []*ast.BasicLit
	isAttribute := func(e ast.Expr) bool {
		l, ok := e.(*ast.BasicLit)
		if !ok {
			return false
		}
		text, _ := strconv.Unquote(l.Value)
		return attributes[text]
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			if isPackage(n.Fun, "fmt", "errors") {
				return false
			}
			if !isPackage(n.Fun, "strings", "slices", "cmp") {
				n.Args = without(n.Args, isAttribute)
			}
		case *ast.BinaryExpr:
			if isAttribute(n.X) && !isWord(n.Y) || isAttribute(n.Y) && !isWord(n.X) {
				return false
			}
		case *ast.SwitchStmt:
			for _, clause := range n.Body.List {
				if c, ok := clause.(*ast.CaseClause); ok && n.Tag != nil && !isWord(n.Tag) {
					c.List = without(c.List, isAttribute)
				}
			}
		case *ast.KeyValueExpr:
			if isAttribute(n.Key) {
				n.Key = ast.NewIdent("_")
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				found = append(found, n)
			}
		}
		return true
	})
	return found
}

// isWord says whether an expression is, by its names, a word of a text and no attribute.
func isWord(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			name := strings.ToLower(id.Name)
			found = found || strings.HasSuffix(name, "form") || strings.HasSuffix(name, "word") ||
				name == "raw" || name == "text"
		}
		return true
	})
	return found
}

// isPackage says whether a function is one of these packages.
func isPackage(fun ast.Expr, packages ...string) bool {
	selector, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := selector.X.(*ast.Ident)
	for _, p := range packages {
		if ok && x.Name == p {
			return true
		}
	}
	return false
}

func without(all []ast.Expr, is func(ast.Expr) bool) []ast.Expr {
	var rest []ast.Expr
	for _, e := range all {
		if !is(e) {
			rest = append(rest, e)
		}
	}
	return rest
}

// functionWord is the first function word of a literal that is nothing but words in small letters.
func functionWord(function language.Table, literal string) string {
	text, err := strconv.Unquote(literal)
	if err != nil || strings.Trim(text, "abcdefghijklmnopqrstuvwxyz' ") != "" {
		return ""
	}
	for _, word := range strings.Fields(text) {
		if len(word) > 1 && function.Has(word) {
			return word
		}
	}
	return ""
}
