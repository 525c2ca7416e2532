package claim

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// variants are the sentences of one report, each in several wordings.
var variants = [][]string{
	{"The ferry Aldona ran onto a sandbank off Gullhaven on Tuesday evening with 84 people aboard.",
		"With 84 people aboard, the ferry Aldona grounded on a sandbank near Gullhaven on Tuesday evening.",
		"On Tuesday evening the Aldona, a ferry carrying 84 people, stuck fast on a sandbank outside Gullhaven."},
	{"Harbour master Ilse Tarrant said the pilot had left the buoyed channel to save time.",
		"The pilot left the marked channel to save time, according to harbour master Ilse Tarrant.",
		"Ilse Tarrant, the harbour master, said that to gain minutes the pilot steered out of the channel."},
	{"Lifeboats took the passengers ashore before midnight, and nobody was hurt.",
		"Nobody was injured; all passengers were brought ashore by lifeboats before midnight.",
		"By midnight lifeboats had landed every passenger, and no one had been hurt."},
	{"The Tidewater Line, which owns the ferry, has promised to pay for the damaged mussel beds.",
		"The ferry's owner, the Tidewater Line, promised compensation for the mussel beds that were damaged.",
		"Its owner, Tidewater Line, says it will compensate the growers for the damaged mussel beds."},
	{"Divers will look at the hull on Thursday, when the spring tide should lift the Aldona off.",
		"The spring tide of Thursday should float the Aldona, whose hull divers will then inspect.",
		"On Thursday, with the spring tide, the Aldona should float free, and divers will inspect her hull."},
}

// rewritten is the i-th way to tell the report.
func rewritten(i int) []string {
	var paragraphs []string
	for _, v := range variants {
		paragraphs = append(paragraphs, v[i%len(v)])
		i /= len(v)
	}
	return paragraphs
}

// TestLargeStory: a pile of more reports than a corpus begins with, all of one
// event, is one story.
func TestLargeStory(t *testing.T) {
	b := newBench(t)
	var texts []*stemma.Text
	for i := range corpus + 1 {
		texts = append(texts, b.text(fmt.Sprintf("r%03d", i), rewritten(i)...))
	}
	if groups := b.Stories(texts, nil); len(groups) != 1 {
		t.Errorf("%d stories, want 1", len(groups))
	}
}

// TestLargePile: beside as many reports of other events the large story stays
// whole, and the others stay apart.
func TestLargePile(t *testing.T) {
	b := newBench(t)
	var texts []*stemma.Text
	for i := range corpus {
		texts = append(texts, b.text(fmt.Sprintf("r%03d", i), rewritten(i)...))
	}
	for i := range 60 {
		x := strings.Repeat(string(rune('a'+i%26)), 2) + string(rune('a'+i/26))
		texts = append(texts, b.text(fmt.Sprintf("s%03d", i),
			fmt.Sprintf("The orchard of Vor%s was sold to Mira Kel%s for its old pear trees, the notary Tam%s said.",
				x, x, x),
			fmt.Sprintf("Mira Kel%s wants to press cider in Vor%s, and Tam%s will keep the deeds in Pell%s.", x, x,
				x, x)))
	}
	groups := b.Stories(texts, nil)
	if len(groups[0]) != corpus {
		t.Errorf("the large story has %d reports, want %d", len(groups[0]), corpus)
	}
	for _, g := range groups[1:] {
		if len(g) > 1 {
			t.Errorf("%d reports of different events are one story", len(g))
		}
	}
}
