package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"stemma/eval/expect"
)

// lineage is what gold knows of the descents of a pile.
type lineage struct {
	sure  map[link]bool // certain descents
	known map[link]bool // all descents that may be, with those of which gold is not sure
	over  map[link]bool // pairs that a path joins
	text  map[link]bool // pairs that print one text, in either order
}

type link struct{ from, to string }

func newLineage() lineage {
	return lineage{sure: map[link]bool{}, known: map[link]bool{}, over: map[link]bool{}, text: map[link]bool{}}
}

func (l lineage) add(from, to string, sure bool) {
	l.known[link{from, to}] = true
	if sure {
		l.sure[link{from, to}] = true
	}
}

// close finds the pairs that a path of known descents joins.
func (l lineage) close() lineage {
	for k := range l.known {
		l.over[k] = true
	}
	for grown := true; grown; {
		grown = false
		for a := range l.over {
			for b := range l.known {
				if k := (link{a.from, b.to}); a.to == b.from && !l.over[k] {
					l.over[k], grown = true, true
				}
			}
		}
	}
	return l
}

// judge says whether the second report descends from the first; known is
// false where gold is not sure, in either direction.
func (l lineage) judge(from, to string) (right, known bool) {
	k, back := link{from, to}, link{to, from}
	return l.sure[k], l.sure[k] || l.sure[back] || !l.over[k] && !l.over[back]
}

// goldFile is what is read of gold.json and derivations.json.
type goldFile struct {
	Edges []struct {
		Child, Parent, Kind string
		Or                  []string
		Certain             *bool
	}
}

func readLineage(file string, name func(string) string) (lineage, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return lineage{}, err
	}
	var g goldFile
	if err := json.Unmarshal(data, &g); err != nil {
		return lineage{}, err
	}
	l := newLineage()
	for _, e := range g.Edges {
		sure := e.Certain == nil || *e.Certain
		l.add(name(e.Parent), name(e.Child), sure)
		for _, other := range e.Or {
			l.add(name(other), name(e.Child), false)
		}
	}
	l.pairPrintings(g, name)
	return l.close(), nil
}

// pairPrintings notes the reports that have one text: the one prints an agency's, the
// other too, or made its own from it.
func (l lineage) pairPrintings(g goldFile, name func(string) string) {
	for _, a := range g.Edges {
		for _, b := range g.Edges {
			if a.Child != b.Child && a.Parent == b.Parent && a.Kind == "wire copy" && hasText(b.Kind) {
				l.text[link{name(a.Child), name(b.Child)}] = true
				l.text[link{name(b.Child), name(a.Child)}] = true
			}
		}
	}
}

// hasText says whether what descends in such a way has its exemplar's text.
func hasText(kind string) bool { return kind == "wire copy" || kind == "rewrite" || kind == "revision" }

func realPile(file string) (pile, error) {
	folder := filepath.Dir(file)
	l, err := readLineage(file, func(id string) string { return id })
	return pile{name: filepath.Base(folder), input: filepath.Join(folder, "reports.jsonl"), gold: l}, err
}

func writtenPile(file string) (pile, error) {
	folder := filepath.Dir(file)
	l, err := readLineage(file, expect.Base)
	return pile{name: filepath.Base(folder), input: filepath.Join(folder, "reports"), gold: l}, err
}

// expected is the lineage of a golden story. What it does not name is no
// descent: its readers wrote down all that there are.
func expected(e expect.Expectation) lineage {
	l := newLineage()
	for _, p := range e.Descents {
		l.add(p.From, p.To, true)
	}
	for _, p := range e.Perhaps {
		l.add(p.From, p.To, false)
	}
	return l.close()
}

// number is the part of a file's name by which a golden story calls it.
func number(name string) string {
	before, _, _ := strings.Cut(name, "-")
	return before
}
