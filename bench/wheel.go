package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// wheel replaces words by others of the same length, each by one of its own,
// so that what was equal stays equal and what was not stays not.
type wheel struct {
	words map[int][]string // by length, in order
	place map[string]int
}

// newWheel takes the vocabulary of the texts: runs of ASCII letters, in lower
// case.
func newWheel(all []report) *wheel {
	w := &wheel{words: map[int][]string{}, place: map[string]int{}}
	var low []byte
	for i := range all {
		text := all[i].Text
		for start, end := stretch(text, 0); start < len(text); start, end = stretch(text, end) {
			if isFigure(text[start]) {
				continue
			}
			low = lower(low[:0], text[start:end])
			if _, known := w.place[string(low)]; !known {
				w.place[string(low)] = 0
			}
		}
	}
	for word := range w.place {
		w.words[len(word)] = append(w.words[len(word)], word)
	}
	for _, words := range w.words {
		slices.Sort(words)
		for i, word := range words {
			w.place[word] = i
		}
	}
	return w
}

// turn gives the text of copy number copy: every word and figure replaced.
func (w *wheel) turn(text string, copy int) string {
	return string(w.append(make([]byte, 0, len(text)), text, copy, func() bool { return true }))
}

// The share of sentences that a rewrite keeps, and of words that it replaces
// in them.
const (
	keptOneIn    = 3
	changedOneIn = 10
)

// rewrite gives a text that keeps some sentences of another, with some words
// replaced, and has others of its own.
func (w *wheel) rewrite(text string, copy int, random *rand.Rand) string {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		end := sentence(text)
		change := func() bool { return true }
		if random.IntN(keptOneIn) == 0 {
			change = func() bool { return random.IntN(changedOneIn) == 0 }
		}
		out = w.append(out, text[:end], copy, change)
		text = text[end:]
	}
	return string(out)
}

// sentence gives the end of the first sentence, roughly: after a stop and a
// blank, or a line.
func sentence(text string) int {
	for i := range len(text) {
		if text[i] == '\n' || text[i] == ' ' && i > 0 && strings.IndexByte(".!?", text[i-1]) >= 0 {
			return i + 1
		}
	}
	return len(text)
}

// append appends the text with those words replaced for which change says so.
func (w *wheel) append(out []byte, text string, copy int, change func() bool) []byte {
	at := 0
	for start, end := stretch(text, 0); start < len(text); start, end = stretch(text, end) {
		out = append(out, text[at:start]...)
		at = end
		switch {
		case !change():
			out = append(out, text[start:end]...)
		case isFigure(text[start]):
			out = figure(out, text[start:end], copy)
		default:
			out = w.word(out, text[start:end], copy)
		}
	}
	return append(out, text[at:]...)
}

// word appends the word that stands a step further, in the same case.
func (w *wheel) word(out []byte, word string, copy int) []byte {
	n := len(out)
	out = lower(out, word)
	words := w.words[len(word)]
	if len(words) == 0 {
		return out
	}
	step := int(mixed(uint64(copy), uint64(len(word))) % uint64(len(words)))
	next := words[(w.place[string(out[n:])]+step)%len(words)]
	for i := range len(next) {
		out[n+i] = next[i]
		if word[i] < 'a' {
			out[n+i] -= 'a' - 'A'
		}
	}
	return out
}

// longFigure is the digits of a figure that are turned; more do not fit.
const longFigure = 18

// figure appends a figure of as many digits.
func figure(out []byte, digits string, copy int) []byte {
	if n := len(digits) - longFigure; n > 0 {
		out = append(out, digits[:n]...)
		digits = digits[n:]
	}
	var value, size uint64 = 0, 1
	for _, d := range []byte(digits) {
		value, size = value*10+uint64(d-'0'), size*10
	}
	value = (value + mixed(uint64(copy), uint64(len(digits))+1<<32)%size) % size
	return fmt.Appendf(out, "%0*d", len(digits), value)
}

// mixed is a number that two others give: splitmix64 (Steele, Lea and Flood,
// "Fast splittable pseudorandom number generators", 2014).
func mixed(x, y uint64) uint64 {
	z := x*0x9e3779b97f4a7c15 + y*0xd1342543de82ef95 + 1
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// stretch gives the next run of ASCII letters, or of digits, from i on.
func stretch(text string, i int) (start, end int) {
	for i < len(text) && !isLetter(text[i]) && !isFigure(text[i]) {
		i++
	}
	start = i
	for i < len(text) && (isLetter(text[i]) && isLetter(text[start]) || isFigure(text[i]) && isFigure(text[start])) {
		i++
	}
	return start, i
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// lower appends a word of ASCII letters in lower case.
func lower(out []byte, word string) []byte {
	for i := range len(word) {
		out = append(out, word[i]|0x20)
	}
	return out
}
