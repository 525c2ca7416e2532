package pipeline

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/collate"
	"stemma/internal/match"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

// pair is a line of input.
type pair struct {
	ID json.RawMessage `json:"id"`
	A  *string         `json:"a"`
	B  *string         `json:"b"`
}

// pairResult is a line of output.
type pairResult struct {
	ID        json.RawMessage `json:"id"`
	Score     float64         `json:"score"`
	Same      bool            `json:"same"`
	Supported float64         `json:"supported"`
	Drifts    []pairDrift     `json:"drifts"`
	Error     string          `json:"error,omitempty"`
}

type pairDrift struct {
	Kind   stemma.DriftKind `json:"kind"`
	Before string           `json:"before"`
	After  string           `json:"after"`
}

// pairBatch is how many lines are compared at once.
const pairBatch = 256

// longestPair is how many bytes a line has at most. The longest article of 36,283 has
// 230,000; two texts of a mebibyte each are compared in some seconds, with 310 MB.
const longestPair = 2 << 20

// boundedLine reads a line, of which it keeps no more than the first bytes.
func boundedLine(lines *bufio.Reader, most int) ([]byte, error) {
	var line []byte
	for {
		part, err := lines.ReadSlice('\n')
		line = append(line, part[:min(len(part), most-len(line))]...)
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// Pairs reads JSON Lines {"id", "a", "b"} and writes a result for each, in
// the same order. A line that is no such pair gets a result with an error;
// bad counts them.
func (p *Pipeline) Pairs(ctx context.Context, in io.Reader, out io.Writer) (bad int, err error) {
	lines := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	for more := true; more; {
		var batch [][]byte
		for len(batch) < pairBatch && more {
			line, err := boundedLine(lines, longestPair+1)
			if err != nil && err != io.EOF {
				return bad, fmt.Errorf("pairs: %w", err)
			}
			more = err == nil
			if line = bytes.TrimSpace(line); len(line) > 0 {
				batch = append(batch, line)
			}
		}
		results := make([]pairResult, len(batch))
		if err := p.each(ctx, "pairs", len(batch), func(i int) { results[i] = p.pairLine(batch[i]) }); err != nil {
			return bad, err
		}
		for _, r := range results {
			if r.Error != "" {
				bad++
			}
			line, err := json.Marshal(r)
			if err != nil {
				return bad, fmt.Errorf("pairs: %w", err)
			}
			w.Write(append(line, '\n'))
		}
	}
	return bad, w.Flush()
}

func (p *Pipeline) pairLine(line []byte) pairResult {
	var in pair
	if len(line) > longestPair {
		why := fmt.Sprintf("longer than %d bytes: not compared", longestPair)
		return pairResult{ID: leadingID(line), Drifts: []pairDrift{}, Error: why}
	}
	err := json.Unmarshal(line, &in)
	if len(in.ID) == 0 {
		in.ID = json.RawMessage("null")
	}
	if why := in.fault(err); why != "" {
		return pairResult{ID: in.ID, Drifts: []pairDrift{}, Error: why}
	}
	r := p.pair(*in.A, *in.B)
	r.ID = in.ID
	return r
}

// leadingID reads the id of a line that was cut off, if it stands first.
func leadingID(line []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(line))
	var id json.RawMessage
	open, _ := d.Token()
	key, _ := d.Token()
	if open != json.Delim('{') || key != "id" || d.Decode(&id) != nil {
		return json.RawMessage("null")
	}
	return id
}

// fault says why a line that was read with that error is no pair, or "".
func (in *pair) fault(err error) string {
	var other *json.UnmarshalTypeError
	switch {
	case errors.As(err, &other) && other.Field != "":
		return `"a" and "b" must be texts`
	case errors.As(err, &other):
		return "not a JSON object: " + other.Value
	case err != nil:
		return "not a JSON object: " + err.Error()
	case in.A == nil || in.B == nil:
		return `"a" and "b" are needed`
	}
	return ""
}

// manyShared is the score from which on two texts are of one language, without a look:
// of 250 English and Spanish sentences put side by side none is above 0.15.
const manyShared = 0.5

// twoLanguages says that two texts are written in two languages, or "".
func (p *Pipeline) twoLanguages(a, b string) string {
	x, y := p.extract.Languages(a, b)
	if x == "" || y == "" || x == y {
		return ""
	}
	return fmt.Sprintf(`"a" is in one language (%s), "b" in another (%s): not compared`, x, y)
}

// pair compares two texts; a may be a whole article.
func (p *Pipeline) pair(a, b string) pairResult {
	own := p.tongueOf(a + "\n" + b)
	x, y := plainText("a", a, own), plainText("b", b, own)
	m := own.matcher.Match(x, y)
	if m.Score < manyShared {
		if why := p.twoLanguages(a, b); why != "" {
			return pairResult{Drifts: []pairDrift{}, Error: why}
		}
	}
	r := pairResult{Score: thousandth(m.Score), Same: m.Same, Supported: thousandth(m.Supported), Drifts: []pairDrift{}}
	both := own.collator.Collation()
	defer both.Release()
	var index *stemma.Index
	var credits []stemma.Attribution
	if m.Same && shortened(x, y) {
		index, credits = own.creditsOf(x, y)
	}
	before, after := both.Read(x, index, credits), both.Read(y, index, credits)
	if !r.Same && collate.Equivalent(both, before, after) {
		r.Same, r.Score = true, max(r.Score, otherFigures)
	}
	changes := append(both.Changes(before, after, collate.Copy), collate.Strengths(own.collator, before, after)...)
	for _, d := range changes {
		if told := (pairDrift{d.Kind, textOf(d.Before), textOf(d.After)}); !slices.Contains(r.Drifts, told) {
			r.Drifts = append(r.Drifts, told)
		}
	}
	for _, d := range collate.Agreed(both, before, after, drifts(m.Changes)) {
		if !r.tells(d) {
			r.Drifts = append(r.Drifts, pairDrift{d.Kind, d.Before.Text, d.After.Text})
		}
	}
	if r.Same && len(r.Drifts) == 0 {
		for _, d := range collate.Residue(both, before, after) {
			r.Drifts = append(r.Drifts, pairDrift{d.Kind, textOf(d.Before), textOf(d.After)})
		}
	}
	return r
}

// otherFigures is the score of two sentences that differ in how they write figures of one value.
// Set by hand: such pairs are scored 0.9 where the figures have a word in common.
const otherFigures = 0.9

// shortText is how long, in bytes, a text is at most whose sources a shorter rendering is
// expected to keep: a sentence or a few. A summary of an article names few of them.
const shortText = 600

// leastCredit is how many words it takes to credit somebody: "he said".
const leastCredit = 2

// shortened says whether the second text is the shorter one of two short ones, so that a
// credit may have been left out.
func shortened(x, y *stemma.Text) bool {
	return len(x.Report.Text) <= shortText && len(y.Tokens)+leastCredit <= len(x.Tokens)
}

// creditsOf reads whom two texts credit with what.
func (own *tongue) creditsOf(x, y *stemma.Text) (*stemma.Index, []stemma.Attribution) {
	texts := []*stemma.Text{x, y}
	credits, speakers := own.quotes.Join(texts, []quote.Reading{own.quotes.Read(x), own.quotes.Read(y)})
	return stemma.NewIndex(texts, credits, speakers), credits
}

// drifts are changes as drifts.
func drifts(changes []match.Change) []stemma.Drift {
	found := make([]stemma.Drift, len(changes))
	for i := range changes {
		c := &changes[i]
		found[i] = stemma.Drift{Kind: c.Kind, Before: &c.Before, After: &c.After}
	}
	return found
}

// tells says whether one of the drifts is of the same words.
func (r *pairResult) tells(c stemma.Drift) bool {
	for _, d := range r.Drifts {
		if strings.Contains(d.After, c.After.Text) || d.After != "" && strings.Contains(c.After.Text, d.After) {
			return true
		}
	}
	return false
}

// tongueOf is the tongue that a text is written in.
func (p *Pipeline) tongueOf(text string) *tongue {
	return p.tongues.of(cmp.Or(p.extract.Language(text), unnamed))
}

// plainText makes a text of a string: every line a paragraph.
func plainText(id, text string, own *tongue) *stemma.Text {
	r := &stemma.Report{ID: id, Text: text}
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			if i > start {
				r.Segments = append(r.Segments, stemma.Segment{Kind: stemma.Paragraph, Start: start, End: i})
			}
			start = i + 1
		}
	}
	return segment.Split(r, own.pack)
}

func textOf(s *stemma.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}

func thousandth(x float64) float64 { return math.Round(min(max(x, 0), 1)*1000) / 1000 }
