package quote_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSyntaxKnowsNoCredits holds the seam of the package: what words are, and the syntax that is
// built on them, use nothing of what finds credits and of what finds whom they mean.
func TestSyntaxKnowsNoCredits(t *testing.T) {
	lower := strings.Fields(`lexicon.go functions.go dictionary.go role.go inflect.go verbsecond.go words.go atom.go
		glue.go marks.go press.go census.go names.go
		syntax.go mention.go nounphrase.go verbgroup.go clauses.go beside.go mainsubject.go subjects.go
		opening.go`)
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// What other packages give is of no matter, so that they are not read.
	check := types.Config{Importer: nowhere{}, Error: func(error) {}}
	pkg, _ := check.Check("quote", set, files, info)
	for id, used := range info.Uses {
		if used.Pkg() != pkg || !used.Pos().IsValid() {
			continue
		}
		at, from := set.Position(id.Pos()), set.Position(used.Pos()).Filename
		if slices.Contains(lower, at.Filename) && !slices.Contains(lower, from) {
			t.Errorf("%s:%d uses %s of %s", at.Filename, at.Line, used.Name(), from)
		}
	}
}

// nowhere finds no package.
type nowhere struct{}

func (nowhere) Import(path string) (*types.Package, error) {
	return nil, fmt.Errorf("%s is not read", path)
}
