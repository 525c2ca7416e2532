package expect

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

// Expectation is what a careful reader of a pile is expected to find.
type Expectation struct {
	Stories      [][]string
	Descents     []Path
	Perhaps      []Path
	Lost         []Lost
	NonDescents  [][2]string
	Origins      []Origins
	Never        []Never
	Drifts       []Drift
	Attributions []Attribution
	Warnings     []stemma.WarningKind
}

// Path is a descent between two reports, perhaps through named lost witnesses.
type Path struct {
	From, To string
	Via      []string
}

// Lost is a lost witness from which all Copies descend; Name may be empty.
type Lost struct {
	Name   string
	Copies []string
}

// Origins bounds the origins of the claim that holds Words.
type Origins struct {
	Min, Max int
	Words    string
}

// Never says that no claim that holds Words has a lower bound of Min or more.
type Never struct {
	Min   int
	Words string
}

// Drift is an expected drift. Before or After is empty for none.
type Drift struct {
	Copy          string
	Kinds         []stemma.DriftKind
	Before, After string
}

// Attribution is an expected attribution.
type Attribution struct {
	Report, Source, Content string
}

// Parse reads an expectation. The error names the line that is malformed.
func Parse(data []byte) (Expectation, error) {
	var e Expectation
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			return e, fmt.Errorf("expect: line %d: no colon in %q", number, line)
		}
		if err := e.add(strings.TrimSpace(key), strings.TrimSpace(value)); err != nil {
			return e, fmt.Errorf("expect: line %d: %w", number, err)
		}
	}
	return e, nil
}

func (e *Expectation) add(key, value string) error {
	switch key {
	case "story":
		return e.addStory(value)
	case "descent":
		return addPath(&e.Descents, value)
	case "perhaps":
		return addPath(&e.Perhaps, value)
	case "lost":
		return e.addLost(value)
	case "no descent":
		return e.addNonDescent(value)
	case "origins":
		return e.addOrigins(value)
	case "never":
		return e.addNever(value)
	case "drift":
		return e.addDrift(value)
	case "attribution":
		return e.addAttribution(value)
	case "warning":
		e.Warnings = append(e.Warnings, stemma.WarningKind(value))
		return nil
	}
	return fmt.Errorf("unknown key %q", key)
}

func (e *Expectation) addStory(value string) error {
	names := strings.Fields(value)
	if len(names) == 0 {
		return fmt.Errorf("no report in the story")
	}
	e.Stories = append(e.Stories, names)
	return nil
}

func addPath(paths *[]Path, value string) error {
	parts := strings.Split(value, ">")
	if len(parts) < 2 {
		return fmt.Errorf("no %q in %q", ">", value)
	}
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		if parts[i] == "" {
			return fmt.Errorf("empty witness in %q", value)
		}
	}
	path := Path{From: parts[0], To: parts[len(parts)-1]}
	for _, part := range parts[1 : len(parts)-1] {
		path.Via = append(path.Via, strings.Trim(part, `"`))
	}
	*paths = append(*paths, path)
	return nil
}

func (e *Expectation) addLost(value string) error {
	var lost Lost
	if rest, ok := strings.CutPrefix(value, `"`); ok {
		name, copies, closed := strings.Cut(rest, `"`)
		if !closed {
			return fmt.Errorf("open quotation mark in %q", value)
		}
		lost.Name, value = name, copies
	}
	lost.Copies = strings.Fields(value)
	if len(lost.Copies) == 0 {
		return fmt.Errorf("no report in %q", value)
	}
	e.Lost = append(e.Lost, lost)
	return nil
}

func (e *Expectation) addNonDescent(value string) error {
	a, b, ok := strings.Cut(value, " - ")
	if !ok {
		return fmt.Errorf("no %q in %q", " - ", value)
	}
	e.NonDescents = append(e.NonDescents, [2]string{strings.TrimSpace(a), strings.TrimSpace(b)})
	return nil
}

func (e *Expectation) addOrigins(value string) error {
	parts, err := columns(value, 2)
	if err != nil {
		return err
	}
	low, high, isRange := strings.Cut(parts[0], "..")
	if !isRange {
		high = low
	}
	o := Origins{Words: parts[1]}
	if o.Min, err = strconv.Atoi(low); err != nil {
		return fmt.Errorf("not a number: %q", low)
	}
	if o.Max, err = strconv.Atoi(high); err != nil {
		return fmt.Errorf("not a number: %q", high)
	}
	e.Origins = append(e.Origins, o)
	return nil
}

func (e *Expectation) addNever(value string) error {
	parts, err := columns(value, 2)
	if err != nil {
		return err
	}
	bound, err := strconv.Atoi(parts[0])
	if err != nil {
		return fmt.Errorf("not a number: %q", parts[0])
	}
	e.Never = append(e.Never, Never{Min: bound, Words: parts[1]})
	return nil
}

func (e *Expectation) addDrift(value string) error {
	parts, err := columns(value, 3)
	if err != nil {
		return err
	}
	name, kinds, ok := strings.Cut(parts[0], " ")
	if !ok {
		return fmt.Errorf("no kind in %q", parts[0])
	}
	drift := Drift{Copy: name, Before: none(parts[1]), After: none(parts[2])}
	for _, kind := range strings.Split(strings.TrimSpace(kinds), "/") {
		drift.Kinds = append(drift.Kinds, stemma.DriftKind(kind))
	}
	e.Drifts = append(e.Drifts, drift)
	return nil
}

func (e *Expectation) addAttribution(value string) error {
	parts, err := columns(value, 3)
	if err != nil {
		return err
	}
	e.Attributions = append(e.Attributions, Attribution{Report: parts[0], Source: none(parts[1]), Content: parts[2]})
	return nil
}

// columns cuts a value at its bars into exactly n trimmed parts.
func columns(value string, n int) ([]string, error) {
	parts := strings.Split(value, "|")
	if len(parts) != n {
		return nil, fmt.Errorf("%d columns in %q, want %d", len(parts), value, n)
	}
	for i := range parts {
		if parts[i] = strings.TrimSpace(parts[i]); parts[i] == "" {
			return nil, fmt.Errorf("empty column in %q", value)
		}
	}
	return parts, nil
}

func none(s string) string {
	if s == "-" {
		return ""
	}
	return s
}
