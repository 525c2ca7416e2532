package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/reuse"
)

// plant is a passage that was put into two reports, A0:A1 of A and B0:B1 of B.
type plant struct {
	a, b           int
	a0, a1, b0, b1 int
	words          int
	edited         bool
}

const (
	shortPlant, longPlant = 8, 200 // words
	editedOf              = 3      // all but one in so many are edited
	replacedOneIn         = 12
	droppedOneIn          = 25
)

// planted shuffles the words of the reports and plants passages, about two a
// report. Offsets are into the new texts.
func planted(seed uint64, all []report) ([]report, []plant) {
	random := rand.New(rand.NewPCG(seed, 1))
	beds, pool := shuffled(random, all)
	plants := make([]plant, len(beds))
	places := make([][]stake, len(beds)) // of each bed
	for i := range plants {
		p := &plants[i]
		p.a, p.b = i, (i+1+random.IntN(len(beds)-1))%len(beds)
		p.words = length(random)
		first := drawn(random, pool, p.words)
		second := first
		if p.edited = i%editedOf != 0; p.edited {
			second = edit(random, first, pool)
		}
		places[p.a] = append(places[p.a], stake{random.IntN(len(beds[p.a]) + 1), i, 0, first})
		places[p.b] = append(places[p.b], stake{random.IntN(len(beds[p.b]) + 1), i, 1, second})
	}
	reports := make([]report, len(beds))
	for i, bed := range beds {
		reports[i] = report{ID: fmt.Sprintf("p%06d", i), Text: dig(random, bed, places[i], plants)}
	}
	return reports, plants
}

// stake is where a side of a plant goes: before a word of the bed.
type stake struct {
	at, plant, side int
	words           []string
}

// shuffled gives the words of each report in random order, and all words.
func shuffled(random *rand.Rand, all []report) (beds [][]string, pool []string) {
	scanner := reuse.NewScanner()
	var row reuse.Row
	for i := range all {
		scanner.Scan(all[i].Text, &row)
		words := make([]string, len(row.Words))
		for w := range words {
			words[w] = row.Word(w)
		}
		words = slices.DeleteFunc(words, wild)
		random.Shuffle(len(words), func(x, y int) { words[x], words[y] = words[y], words[x] })
		beds = append(beds, words)
		pool = append(pool, words...)
	}
	return beds, pool
}

// wild says whether a word holds more than letters and digits, so that a mark
// beside it could join it to the next.
func wild(word string) bool {
	for _, c := range word {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return true
		}
	}
	return false
}

// length is a plant's words: short ones are more frequent than long ones.
func length(random *rand.Rand) int {
	share := random.Float64()
	return shortPlant + int(share*share*float64(longPlant-shortPlant+1))
}

func drawn(random *rand.Rand, pool []string, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = pool[random.IntN(len(pool))]
	}
	return words
}

// edit replaces some words and drops some.
func edit(random *rand.Rand, words, pool []string) []string {
	var edited []string
	for _, w := range words {
		switch {
		case random.IntN(droppedOneIn) == 0:
			continue
		case random.IntN(replacedOneIn) == 0:
			w = pool[random.IntN(len(pool))]
		}
		edited = append(edited, w)
	}
	return edited
}

// marks stand behind words, in each report behind others: typesetting is not
// what is copied.
var marks = [...]string{",", ".", ";", "”", "'"}

// digger writes a text.
type digger struct {
	random *rand.Rand
	out    strings.Builder
	end    int // of the last word
}

// dig writes a text with what is planted in it, each between two words that
// stand nowhere else, and notes the offsets.
func dig(random *rand.Rand, bed []string, stakes []stake, plants []plant) string {
	slices.SortStableFunc(stakes, func(x, y stake) int { return x.at - y.at })
	d := digger{random: random}
	at := 0
	for _, s := range stakes {
		d.put(bed[at:s.at]...)
		at = s.at
		d.put(fmt.Sprintf("wall%dleft%d", s.plant, s.side))
		start := d.out.Len()
		d.put(s.words...)
		p := &plants[s.plant]
		if s.side == 0 {
			p.a0, p.a1 = start, d.end
		} else {
			p.b0, p.b1 = start, d.end
		}
		d.put(fmt.Sprintf("wall%dright%d", s.plant, s.side))
	}
	d.put(bed[at:]...)
	return d.out.String()
}

// put writes words with a blank after each, and now and then a mark between.
func (d *digger) put(words ...string) {
	for _, w := range words {
		d.out.WriteString(w)
		d.end = d.out.Len()
		if n := d.random.IntN(24); n < len(marks) {
			d.out.WriteString(marks[n])
		}
		d.out.WriteByte(' ')
	}
}

// harvest is how what was found agrees with what was planted.
type harvest struct {
	found, right    int // passages
	unedited, exact int // plants found with their very offsets
	edited, reached int // plants that a right passage lies in
	ragged          int // passages that do not begin and end on words
}

// reap compares. Passages are by the places of the reports, with A before B.
func reap(reports []report, plants []plant, passages []passage) harvest {
	h := harvest{found: len(passages)}
	by := map[pair][]int{}
	for i, p := range plants {
		key := pair{int32(min(p.a, p.b)), int32(max(p.a, p.b))}
		by[key] = append(by[key], i)
	}
	exact, reached := make([]bool, len(plants)), make([]bool, len(plants))
	for _, p := range passages {
		right := false
		for _, i := range by[pair{p.a, p.b}] {
			q := plants[i].turned()
			if within(p.a0, p.a1, q.a0, q.a1) && within(p.b0, p.b1, q.b0, q.b1) {
				right, reached[i] = true, true
			}
			exact[i] = exact[i] || p.a0 == q.a0 && p.a1 == q.a1 && p.b0 == q.b0 && p.b1 == q.b1
		}
		if right {
			h.right++
		}
		if ragged(reports[p.a].Text, p.a0, p.a1) || ragged(reports[p.b].Text, p.b0, p.b1) {
			h.ragged++
		}
	}
	for i, p := range plants {
		h.unedited += one(!p.edited)
		h.exact += one(!p.edited && exact[i])
		h.edited += one(p.edited)
		h.reached += one(p.edited && reached[i])
	}
	return h
}

// turned has the lower report first.
func (p plant) turned() plant {
	if p.b < p.a {
		p.a, p.b, p.a0, p.a1, p.b0, p.b1 = p.b, p.a, p.b0, p.b1, p.a0, p.a1
	}
	return p
}

// within says whether half of the first extent lies in the second.
func within(x0, x1, y0, y1 int) bool { return 2*(min(x1, y1)-max(x0, y0)) >= x1-x0 }

// ragged says whether an extent does not begin and end where a word does.
func ragged(text string, from, to int) bool {
	return from >= to || !edge(text, from) || !edge(text, to)
}

// edge says whether one side of a place is a letter or digit and the other is
// none.
func edge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return inWord(before) != inWord(after)
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
