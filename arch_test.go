package stemma_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the house: a room may import only rooms of lower floors, so rooms
// of one floor do not know each other.
var floors = map[string]int{
	".":                 0,
	"internal/language": 0,
	"internal/fnv":      0,
	"internal/memory":   0,
	"internal/parts":    0,

	"eval/expect":         1,
	"internal/name":       1,
	"internal/say":        1,
	"internal/correct":    1,
	"internal/freeze":     1,
	"internal/segment":    1,
	"internal/vector":     1,
	"internal/lexis":      1,
	"internal/warc":       1,
	"internal/pdf":        1,
	"internal/lexis/gen":  8,
	"internal/vector/gen": 8,

	"internal/value":   2,
	"internal/speaker": 2,

	"internal/align": 3,

	"internal/extract": 4,
	"internal/reuse":   4,
	"internal/quote":   4,
	"internal/credit":  4,
	"internal/claim":   4,
	"internal/match":   4,
	"internal/collate": 4,
	"internal/derive":  4,
	"internal/assess":  4,

	"internal/ingest":  5,
	"internal/scratch": 5,
	"internal/fetch":   5,
	"internal/flow":    5,
	"internal/index":   5,
	"internal/store":   5,
	"internal/browser": 5,

	"internal/pipeline": 6,

	"internal/render": 7,
	"internal/export": 7,
	"internal/web":    7,

	"bench":          8,
	"bench/archives": 8,
	"bench/load":     8,
	"cmd/stemma":     8,
	"dist":           8,
	"eval":           8,
	"eval/calibrate": 8,
	"eval/weigh":     8,
}

// pure is the highest floor that touches nothing outside its input.
const pure = 4

// nounsOnly lists the rooms that see nouns, how they are called and as which bytes
// they are kept, and never a stage.
var nounsOnly = map[string]bool{"internal/render": true, "internal/export": true, "internal/web": true}

// forbidden lists what the pure floors (0 to 4) must not import: files,
// network, clock, randomness, logging. The language folder is embedded, which
// is read through io/fs.
var forbidden = []string{"os", "os/exec", "io/ioutil", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand",
	"log", "log/slog", "syscall"}

func TestFloors(t *testing.T) {
	for file, imports := range goFiles(t) {
		room := path.Dir(file)
		floor, ok := floors[room]
		if !ok {
			t.Errorf("%s: room %s has no floor; give it one in arch_test.go and ARCHITECTURE.md", file, room)
			continue
		}
		for _, imported := range imports {
			checkImport(t, file, room, floor, imported)
		}
	}
}

func checkImport(t *testing.T, file, room string, floor int, imported string) {
	t.Helper()
	if floor <= pure {
		for _, bad := range forbidden {
			if imported == bad {
				t.Errorf("%s: floor %d is pure and may not import %s", file, floor, imported)
			}
		}
	}
	below, isRoom := strings.CutPrefix(imported, "stemma")
	if !isRoom || (below != "" && below[0] != '/') {
		if floor == 0 && strings.Contains(strings.Split(imported, "/")[0], ".") {
			t.Errorf("%s: the nouns use the standard library only, not %s", file, imported)
		}
		return
	}
	below = strings.TrimPrefix(below, "/")
	if below == "" {
		below = "."
	}
	if other, ok := floors[below]; !ok || other >= floor {
		t.Errorf("%s: %s (floor %d) may not import %s (floor %d)", file, room, floor, below, other)
	}
	if nounsOnly[room] && below != "." && below != "internal/name" && below != "internal/freeze" {
		t.Errorf("%s: %s sees nouns only, not %s", file, room, below)
	}
}

// ownModule says whether a folder is a module of its own, as the stand-ins for
// what go-trafilatura links are: no room of the house.
func ownModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil && dir != "."
}

// goFiles maps every Go file that is not a test to its imports.
func goFiles(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || ownModule(name) || (strings.HasPrefix(entry.Name(),
			".") && name != ".")) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			imports = append(imports, imported)
		}
		found[filepath.ToSlash(name)] = imports
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
