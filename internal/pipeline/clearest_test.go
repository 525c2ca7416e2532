package pipeline

import (
	"strconv"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/claim"
)

// TestClearest: of the statements of a claim, a part of a sentence between bars
// each, which words stand for it.
func TestClearest(t *testing.T) {
	for _, test := range []struct {
		name, want string
		marked     []string
	}{
		{"a part that does not stand alone is told with its sentence",
			"The keepers raised the alert for the tide mill.",
			[]string{"The keepers |raised the alert for the tide mill|."}},
		{"a part that stands alone is told without the rest", "The mill has 40 stones",
			[]string{"|The mill has 40 stones| and a wheel of oak that the town gave."}},
		{"no fragment far into a long sentence", "The wheel of the tide mill was stopped on Monday by its keeper",
			[]string{
				"In a year in which the town had given it a new roof, two doors, and a bell that can be heard as " +
					"far as the " +
					"harbour when the wind stands well, the keeper |stopped the wheel of the tide mill on a Monday, " +
					"she wrote|.",
				"|The wheel of the tide mill was stopped on Monday by its keeper|."}},
		{"no scrap", "The wheel of the tide mill was stopped by its keeper", []string{"|The wheel|.",
			"|The wheel of the tide mill was stopped by its keeper|."}},
		{"a text of endless length stands for its claim where there is no other", "mill",
			[]string{"|mill|" + strings.Repeat(" mill", 8000)}},
	} {
		var statements []stemma.Statement
		for _, m := range test.marked {
			before, rest, _ := strings.Cut(m, "|")
			words, after, _ := strings.Cut(rest, "|")
			r := stemma.Report{ID: "a", Text: before + words + after}
			statements = append(statements, stemma.Statement{
				Span: r.Span(len(before), len(before)+len(words)), Sentence: r.Span(0, len(r.Text)),
			})
		}
		all := &claim.Company{Sure: make([]int, len(statements)), Odd: make([]bool, len(statements))}
		if got := readable(&statements[clearest(statements, all)]); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestClearestIsNoOddOne: a statement that tells more, but unlike the others, does not stand for
// their claim.
func TestClearestIsNoOddOne(t *testing.T) {
	var statements []stemma.Statement
	for i, text := range []string{
		"The keeper of the mill is standing behind his miller as he faces a charge of theft",
		"The miller will not be charged with the theft of the wheel",
	} {
		r := stemma.Report{ID: strconv.Itoa(i), Text: text}
		statements = append(statements, stemma.Statement{Span: r.Span(0, len(text)), Sentence: r.Span(0, len(text))})
	}
	for _, test := range []struct {
		want int
		all  claim.Company
	}{
		{0, claim.Company{Sure: []int{0, 0}, Odd: []bool{false, false}}},
		{1, claim.Company{Sure: []int{0, 0}, Odd: []bool{true, false}}},
		{1, claim.Company{Sure: []int{1, 3}, Odd: []bool{false, false}}},
	} {
		if got := clearest(statements, &test.all); got != test.want {
			t.Errorf("%+v: %q is shown", test.all, statements[got].Span.Text)
		}
	}
}

// TestNoLooseStatementStandsForAClaim: what no other report surely says stands for a claim only
// where nothing is sure, however clear it is.
func TestNoLooseStatementStandsForAClaim(t *testing.T) {
	var statements []stemma.Statement
	for i, text := range []string{
		"The wheel of the tide mill, which is of oak, was stopped by its keeper on the second Monday of May",
		"Its keeper stopped the wheel", "The wheel was stopped",
	} {
		r := stemma.Report{ID: strconv.Itoa(i), Text: text}
		statements = append(statements, stemma.Statement{Span: r.Span(0, len(text)), Sentence: r.Span(0, len(text))})
	}
	for want, sure := range map[int][]int{0: {0, 0, 0}, 1: {0, 1, 1}} {
		if got := clearest(statements, &claim.Company{Sure: sure, Odd: make([]bool, 3)}); got != want {
			t.Errorf("sure in %v others: %q is shown", sure, statements[got].Span.Text)
		}
	}
}

// TestTellApart: of three claims that one sentence would stand for, one is told with it,
// one by its own words, and one is a scrap.
func TestTellApart(t *testing.T) {
	const sentence = "The review of May said that nine keepers fell ill, four of whom were moved to a ward."
	r := stemma.Report{ID: "a", Text: sentence}
	part := func(words string) stemma.Statement {
		at := strings.Index(sentence, words)
		return stemma.Statement{Span: r.Span(at, at+len(words)), Sentence: r.Span(0, len(sentence))}
	}
	parts := []stemma.Statement{part("nine keepers fell ill"), part("four of whom were moved to a ward"),
		part("of May")}
	claims := make([]stemma.Claim, len(parts))
	var shown []*stemma.Statement
	for i := range parts {
		claims[i] = stemma.Claim{Statement: sentence, Statements: parts[i : i+1]}
		shown = append(shown, &parts[i])
	}
	claims[0].Statements = parts[:2]
	tellApart(claims, shown)
	for i, want := range []string{sentence, "four of whom were moved to a ward", sentence} {
		if got := claims[i].Statement; got != want {
			t.Errorf("%d: %q", i, got)
		}
	}
}

// TestTurnedIsToldWhole: what is denied is told with the sentence that denies it, however
// long that is.
func TestTurnedIsToldWhole(t *testing.T) {
	text := "The keepers of the mill denied on Monday, in a letter of forty pages that the town has kept since the " +
		"spring " +
		"of the year before and that nobody had read, that Ada Wren had sold the wheel of the mill to the ferry."
	r := stemma.Report{ID: "a", Text: text}
	at := strings.Index(text, "Ada Wren")
	st := stemma.Statement{Span: r.Span(at, len(text)-1), Sentence: r.Span(0, len(text)), Turned: true}
	if got := readable(&st); got != text {
		t.Errorf("got %q", got)
	}
}
