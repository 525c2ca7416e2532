package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"stemma"
)

// gold is what is known to be true of a pile. Its format stands in the
// FORMAT.md beside the piles; only what is scored is read.
type gold struct {
	Edges     []goldEdge     `json:"edges"`
	External  []goldExternal `json:"external"`
	NonEdges  []goldNonEdge  `json:"non_edges"`
	Claims    []goldClaim    `json:"claims"`
	Credits   []goldCredit   `json:"attributions"`
	Drifts    []goldDrift    `json:"drifts"`
	NotDrifts []goldTrap     `json:"not_drifts"`
}

type goldEdge struct {
	Child   string `json:"child"`
	Parent  string `json:"parent"`
	InPile  bool   `json:"parent_in_pile"`
	Kind    string `json:"kind"`
	Certain *bool  `json:"certain"`
}

type goldExternal struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type goldNonEdge struct {
	Pair [2]string `json:"pair"`
	Why  string    `json:"why"`
}

type goldClaim struct {
	ID        string        `json:"id"`
	Statement string        `json:"statement"`
	Mentions  []goldMention `json:"mentions"`
	Origins   int           `json:"independent_origins"`
}

type goldMention struct {
	File     string `json:"file"`
	Text     string `json:"text"`
	Sentence string `json:"sentence"`
}

type goldText struct {
	File string `json:"file"`
	Text string `json:"text"`
}

type goldCredit struct {
	ID          string    `json:"id"`
	File        string    `json:"file"`
	Source      *goldText `json:"source"`
	SourceType  string    `json:"source_type"`
	SourceCount *int      `json:"source_count"`
	Cue         *goldText `json:"cue"`
	Content     goldText  `json:"content"`
	Sentence    goldText  `json:"sentence"`
	Certain     *bool     `json:"certain"`
}

type goldDrift struct {
	ID       string           `json:"id"`
	Child    string           `json:"child"`
	Parent   string           `json:"parent"`
	Kind     stemma.DriftKind `json:"kind"`
	Before   *goldText        `json:"before"`
	After    *goldText        `json:"after"`
	Severity int              `json:"severity"`
}

type goldTrap struct {
	Strings []goldText `json:"strings"`
	Why     string     `json:"why"`
}

// readGold reads the gold files of a pile. A pile without derivations.json
// has none, and the error is fs.ErrNotExist.
func readGold(folder string) (*gold, error) {
	g := &gold{}
	for _, name := range []string{"derivations.json", "claims.json", "attributions.json", "drifts.json"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return g, nil
}

func text(t *goldText) string {
	if t == nil {
		return ""
	}
	return t.Text
}

// doubtful says whether the gold itself is unsure.
func doubtful(certain *bool) bool { return certain != nil && !*certain }
