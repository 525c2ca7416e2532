// Package language holds what depends on the language of a report: cue verbs,
// hedges, abbreviations, months, titles, outlet names. All of it is data, one
// folder a language, so that a language is added without touching code.
//
// # Format
//
// A folder holds tables, one file each (en/cues.txt is the table "cues"). A
// line is an entry: a word or phrase, optionally a colon followed by white
// space and the entry's attributes, separated by blanks. White space around
// entries is dropped, "#" starts a comment line, empty lines are skipped.
// Entries are folded to lower case; attributes are kept as they stand.
//
//	# cues.txt
//	say: neutral speech
//	deny: denying speech
//	hand out
//
// What may stand in a table is said by its schema ([Schemas]); an attribute
// that the schema does not know is an error. Comments behind an entry that begin
// with "#+" and "#-" are a sentence in which the entry counts and one in which it
// does not: a test of package pipeline takes the entry out and looks whether what is
// found changes.
//
//	near: ~
//	#+ The wall had near 40 cracks.
//	#- They live near the dam.
package language

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed */*.txt
var data embed.FS

// Example is a sentence in which an entry counts, or does not.
type Example struct {
	Entry, Text string
	Right       bool
}

// Pack is all the tables of one language. A table is read when it is asked for first:
// a run needs some of the tables of its languages and few of the others. It is safe for
// concurrent use.
type Pack struct {
	Code   string // two-letter code
	files  fs.FS  // with a folder of that code
	mu     sync.Mutex
	tables map[string]Table // that were asked for
	maker  maker            // of tables
	fault  error            // of the first table, by name, that was asked for and is malformed
	faulty string

	unfolded *Pack // whose tables these are in another form, nil for none
	fold     func(string) string
}

// Table returns the table of that name; it is empty where the language has none. One that
// is malformed is empty too, and [Pack.Err] tells of it: whoever has readied all that reads
// tables asks for that once.
func (p *Pack) Table(name string) Table {
	p.mu.Lock()
	defer p.mu.Unlock()
	table, known := p.tables[name]
	if known {
		return table
	}
	table, err := p.read(name)
	if err != nil && (p.fault == nil || name < p.faulty) {
		p.fault, p.faulty = err, name
	}
	p.tables[name] = table
	return table
}

// Err is nil, or says which line of a table that was asked for is malformed.
func (p *Pack) Err() error {
	if p.unfolded != nil {
		return p.unfolded.Err()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fault
}

// Err is the first fault of some packs.
func Err(packs []*Pack) error {
	for _, p := range packs {
		if err := p.Err(); err != nil {
			return err
		}
	}
	return nil
}

// Examples gives the sentences that the table of that name has for its entries,
// in the order of its lines. Tests ask for them, and nobody else does.
func (p *Pack) Examples(name string) []Example {
	text, err := fs.ReadFile(p.files, path.Join(p.Code, name+".txt"))
	if err != nil {
		return nil
	}
	return examples(string(text))
}

// read makes the table of that name. A test holds every embedded table to its schema, which
// takes longer than to read it.
func (p *Pack) read(name string) (Table, error) {
	if p.unfolded != nil {
		return foldedTable(p.unfolded.Table(name), p.fold), nil
	}
	return p.maker.read(p.files, path.Join(p.Code, name+".txt"), nil)
}

func newPack(code string) *Pack { return Open(data, code) }

// Open is the pack of the folder of that code among some files, as those that are embedded
// here. Its tables are read as they are asked for, and not held to their schemata.
func Open(files fs.FS, code string) *Pack {
	return &Pack{Code: code, files: files, tables: map[string]Table{}}
}

// Load reads the folder of the language with that two-letter code, and checks every table
// by its schema.
// The error says that there is no such language, or which line is malformed.
func Load(code string) (*Pack, error) {
	files, err := fs.Glob(data, path.Join(code, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("language: no folder for %q", code)
	}
	p, schemata := newPack(code), byName()
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".txt")
		if p.tables[name], err = p.maker.read(data, file, schemata[name]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Folded is the pack with its entries in the form that fold gives them, for
// tables that are asked for folded words. Of two entries that become one all
// attributes are kept, in the order of the entries.
func (p *Pack) Folded(fold func(string) string) *Pack {
	folded := newPack(p.Code)
	folded.unfolded, folded.fold = p, fold
	return folded
}

func foldedTable(table Table, fold func(string) string) Table {
	folded := make(map[string][]string, table.Len())
	for _, e := range table.Entries() {
		key := foldWords(e, fold)
		folded[key] = append(folded[key], table.Of(e)...)
	}
	return TableOf(folded)
}

// foldWords folds the words of a phrase one by one.
func foldWords(phrase string, fold func(string) string) string {
	words := strings.Fields(phrase)
	for i := range words {
		words[i] = fold(words[i])
	}
	return strings.Join(words, " ")
}

// Unknown is the code of the folder for languages that have none of their own.
const Unknown = "und"

// For is the pack in which a text of that language is read: its own, or that
// of [Unknown] for a language without a folder or with one that only knows the
// furniture of pages.
func For(code string) (*Pack, error) {
	packs, err := All()
	if err != nil {
		return nil, err
	}
	return Among(packs, code), nil
}

// Among is For of all packs, as [All] gives them.
func Among(packs []*Pack, code string) *Pack {
	var unknown *Pack
	for _, p := range packs {
		if p.Code == code && p.Table("cues").Len() > 0 {
			return p
		}
		if p.Code == Unknown {
			unknown = p
		}
	}
	return unknown
}

// All gives every folder: English, of which all kinds of table are there,
// first, then the others by their codes.
func All() ([]*Pack, error) {
	folders, err := fs.ReadDir(data, ".")
	if err != nil {
		return nil, fmt.Errorf("language: %w", err)
	}
	packs := []*Pack{}
	for _, f := range folders {
		packs = append(packs, newPack(f.Name()))
	}
	sort.SliceStable(packs, func(i, j int) bool { return packs[i].Code == first && packs[j].Code != first })
	return packs, nil
}

// first is the language that all others are measured against.
const first = "en"
