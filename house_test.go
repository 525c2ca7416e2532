package stemma_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"
)

// The measures of the house, as CONTRIBUTING.md gives them. They are about
// what a reader can hold in mind at once.
const (
	mostBranches = 15  // a function
	mostDensity  = 30  // branches per 100 lines of a package
	mostColumns  = 120 // a line; a tab counts as four
	mostMethods  = 30  // a type
	mostFiles    = 5   // in which the methods of a type stand
)

// debtFile lists what is above a measure, a line each: the measure, where, and
// how much. The list only gets shorter: whatever is not on it, or is above what
// it says, fails; so does a line that is needed no longer.
const debtFile = "testdata/house.txt"

var tighten = flag.Bool("tighten", false, "write "+debtFile+" anew, with nothing above what it says")

func TestHouse(t *testing.T) {
	allowed, found := readDebt(t), measureHouse(t)
	if *tighten {
		writeDebt(t, allowed, found)
		return
	}
	for what, n := range found {
		if limit, listed := allowed[what]; !listed {
			t.Errorf("%s: %d is above the measure", what, n)
		} else if n > limit {
			t.Errorf("%s: %d, and was %d", what, n, limit)
		}
	}
	for what := range allowed {
		if _, still := found[what]; !still {
			t.Errorf("%s is within the measure: go test -run House -tighten . drops it from %s", what, debtFile)
		}
	}
}

func readDebt(t *testing.T) map[string]int {
	t.Helper()
	data, err := os.ReadFile(debtFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	debt := map[string]int{}
	for line := range strings.Lines(string(data)) {
		at := strings.LastIndexByte(strings.TrimSpace(line), ' ')
		n := 0
		if at < 0 {
			continue
		}
		if _, err := fmt.Sscan(line[at:], &n); err != nil {
			t.Fatalf("%s: %q has no number", debtFile, line)
		}
		debt[line[:at]] = n
	}
	return debt
}

// writeDebt keeps the smaller of the two numbers. What is not listed is not taken up.
func writeDebt(t *testing.T, allowed, found map[string]int) {
	t.Helper()
	var lines []string
	for what, n := range found {
		if limit, listed := allowed[what]; listed {
			lines = append(lines, fmt.Sprintf("%s %d\n", what, min(n, limit)))
		}
	}
	sort.Strings(lines)
	if err := os.WriteFile(debtFile, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// room is what is counted of a package.
type room struct {
	lines, branches, long int
	methods               map[string]int             // of each type
	files                 map[string]map[string]bool // in which they stand
}

// measureHouse gives everything that is above a measure.
func measureHouse(t *testing.T) map[string]int {
	t.Helper()
	rooms, over := map[string]*room{}, map[string]int{}
	for file := range goFiles(t) {
		dir := path.Dir(file)
		if rooms[dir] == nil {
			rooms[dir] = &room{methods: map[string]int{}, files: map[string]map[string]bool{}}
		}
		measureFile(t, file, rooms[dir], over)
	}
	for _, file := range testFiles(t) {
		note(over, "columns "+path.Dir(file)+" tests", over["columns "+path.Dir(file)+" tests"]+longLines(t, file), 0)
	}
	for dir, r := range rooms {
		note(over, "density "+dir, density(r.branches, r.lines), mostDensity)
		note(over, "columns "+dir, r.long, 0)
		for name, n := range r.methods {
			note(over, "methods "+dir+" "+name, n, mostMethods)
			note(over, "files "+dir+" "+name, len(r.files[name]), mostFiles)
		}
	}
	return over
}

// density is how many branches 100 lines have, rounded up: what is above the measure by little is
// above it.
func density(branches, lines int) int { return (100*branches + lines - 1) / lines }

func TestDensity(t *testing.T) {
	for branches, want := range map[int]int{299: 30, 300: 30, 301: 31, 0: 0} {
		if got := density(branches, 1000); got != want {
			t.Errorf("%d branches in 1,000 lines: %d, want %d", branches, got, want)
		}
	}
}

func note(over map[string]int, what string, n, most int) {
	if n > most {
		over[what] = n
	}
}

func measureFile(t *testing.T, file string, r *room, over map[string]int) {
	t.Helper()
	source, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(source)) {
		r.lines++
		if isLong(line) {
			r.long++
		}
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range parsed.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		n := branchesOf(f.Body)
		r.branches += n
		owner := receiver(f)
		note(over, strings.TrimSpace("branches "+file+" "+owner+" "+f.Name.Name), n, mostBranches)
		if owner != "" {
			r.methods[owner]++
			if r.files[owner] == nil {
				r.files[owner] = map[string]bool{}
			}
			r.files[owner][file] = true
		}
	}
}

// testFiles lists the tests of the house.
func testFiles(t *testing.T) (found []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && name != "."
		if entry.IsDir() && (entry.Name() == "testdata" || ownModule(name) || hidden) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(name, "_test.go") {
			found = append(found, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func isLong(line string) bool {
	return utf8.RuneCountInString(strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", "    ")) > mostColumns
}

// longLines counts the lines of a test that are too long. Those that hold a string in backquotes, the text of a
// report or of a page, are as long as that is.
func longLines(t *testing.T, file string) (n int) {
	t.Helper()
	source, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, file, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	raw := map[int]bool{}
	ast.Inspect(parsed, func(node ast.Node) bool {
		if s, ok := node.(*ast.BasicLit); ok && s.Value[0] == '`' {
			for k := files.Position(s.Pos()).Line; k <= files.Position(s.End()).Line; k++ {
				raw[k] = true
			}
		}
		return true
	})
	at := 0
	for line := range strings.Lines(string(source)) {
		if at++; isLong(line) && !raw[at] {
			n++
		}
	}
	return n
}

// branchesOf counts where a function may go one of two ways: conditions, loops,
// cases, and what joins two conditions.
func branchesOf(body ast.Node) int {
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		switch v := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CommClause:
			n++
		case *ast.CaseClause:
			if v.List != nil {
				n++
			}
		case *ast.BinaryExpr:
			if v.Op == token.LAND || v.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// receiver is the name of the type that a method belongs to; "" for a function.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	kind := f.Recv.List[0].Type
	if pointer, ok := kind.(*ast.StarExpr); ok {
		kind = pointer.X
	}
	if generic, ok := kind.(*ast.IndexExpr); ok {
		kind = generic.X
	}
	if name, ok := kind.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// clocks are tests that read a clock, with the reason: none fails for what it shows, unless
// "make growth" asks for it on a quiet machine.
var clocks = map[string]string{
	"cmd/stemma/journey_test.go":       "a table of steps, which is printed",
	"cmd/stemma/killed_test.go":        "when to kill the next time",
	"cmd/stemma/load_test.go":          "figures of load, which are printed",
	"internal/web/shelf_test.go":       "make growth",
	"internal/quote/quote_test.go":     "make growth",
	"internal/quote/cpu_other_test.go": "make growth, where no processor time is to be had",
}

// TestHouseClocks: no test is decided by a clock on the wall.
func TestHouseClocks(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") || name == "house_test.go" {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil && strings.Contains(string(text), "time.Since(") && clocks[filepath.ToSlash(name)] == "" {
			t.Errorf("%s reads a clock", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
