package correct

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
)

// separator stands between two things that a correction names.
const separator = " = "

// form is how a correction with a keyword is read.
type form struct {
	kind  stemma.CorrectionKind
	is    bool
	least int // things named at least
	most  int // and at most; 0: any number
}

// formOf gives the form of a keyword.
func formOf(keyword string) (form, bool) {
	same, isSame := strings.CutPrefix(keyword, "same ")
	other, isOther := strings.CutPrefix(keyword, "other ")
	switch kind := stemma.CorrectionKind(strings.TrimSpace(same + other)); {
	case isSame && isKin(stemma.CorrectionKind(same)):
		return form{stemma.CorrectionKind(same), true, 2, 0}, true
	case isOther && isKin(stemma.CorrectionKind(other)):
		return form{stemma.CorrectionKind(other), false, 2, 2}, true
	case isSame || isOther || kind == "":
		return form{}, false
	}
	switch keyword {
	case "source":
		return form{stemma.SourceCorrection, true, 2, 2}, true
	case "no drift":
		return form{stemma.DriftCorrection, false, 1, 1}, true
	case "note":
		return form{stemma.NoteCorrection, true, 2, 2}, true
	case "descent":
		return form{stemma.DescentCorrection, true, 2, 2}, true
	}
	return form{}, false
}

// isKin says whether things of a kind may be the same or others.
func isKin(kind stemma.CorrectionKind) bool {
	switch kind {
	case stemma.OutletCorrection, stemma.PersonCorrection, stemma.ClaimCorrection, stemma.StoryCorrection:
		return true
	}
	return false
}

// Parse reads a file of corrections. The error names the file and the line: an
// unknown keyword, too few or too many things named, one of them empty, or bytes
// that are no UTF-8.
func Parse(file, text string) ([]stemma.Correction, error) {
	var all []stemma.Correction
	var who signature
	for n, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		c, err := parse(line, &who)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
		if c.Kind != "" {
			c.Line = n + 1
			all = append(all, c)
		}
	}
	name(all)
	return all, nil
}

// beginnings are the keywords, for whoever has none of them.
const beginnings = "same or other outlet:, person:, claim: or story:, with descent:, source:, no drift:, note: or by:"

// signature is whose the corrections below a line are.
type signature struct{ by, on string }

// parse reads a line; one that only signs those below gives no kind.
func parse(line string, who *signature) (stemma.Correction, error) {
	c := stemma.Correction{Text: line, By: who.by, On: who.on, Findings: []string{}}
	keyword, rest, ok := strings.Cut(line, ":")
	keyword, rest = strings.Join(strings.Fields(keyword), " "), strings.TrimSpace(rest)
	if !utf8.ValidString(line) {
		return c, fmt.Errorf("no UTF-8")
	}
	if ok && keyword == "by" {
		by, on, _ := strings.Cut(rest, ",")
		*who = signature{strings.TrimSpace(by), strings.TrimSpace(on)}
		return c, nil
	}
	f, known := formOf(keyword)
	if !ok || !known {
		return c, fmt.Errorf("no correction begins like %q; one begins with %s", clip(line), beginnings)
	}
	c.Kind, c.Is = f.kind, f.is
	if c.Terms = terms(f, rest, &c.Is); len(c.Terms) < f.least || slices.Contains(c.Terms, "") {
		return c, fmt.Errorf("%q names too little: %s", clip(line), f.pattern())
	}
	if f.most > 0 && len(c.Terms) > f.most {
		return c, fmt.Errorf("%q names too much: %s", clip(line), f.pattern())
	}
	return c, nil
}

// terms are the things that a line names.
func terms(f form, rest string, is *bool) []string {
	var list []string
	switch f.kind {
	case stemma.DescentCorrection:
		list = descent(rest, is)
	case stemma.DriftCorrection:
		list = []string{rest}
	case stemma.NoteCorrection:
		list = split(rest, 2)
	default:
		list = split(rest, -1)
	}
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

// split cuts a line at its separators, into at most so many things; words in
// quotation marks may hold a separator.
func split(rest string, most int) []string {
	if strings.Count(rest, `"`)%2 != 0 {
		return strings.SplitN(rest, separator, most)
	}
	var list []string
	from, quoted := 0, false
	for i := range len(rest) {
		if rest[i] == '"' {
			quoted = !quoted
		}
		if !quoted && i >= from && len(list)+1 != most && strings.HasPrefix(rest[i:], separator) {
			list = append(list, rest[from:i])
			from = i + len(separator)
		}
	}
	return append(list, rest[from:])
}

// descent reads "copy from exemplar" and "copy not from exemplar".
func descent(rest string, is *bool) []string {
	for _, word := range []string{" not from ", " from "} {
		if at := strings.LastIndex(rest, word); at >= 0 {
			*is = word == " from "
			return []string{rest[:at], rest[at+len(word):]}
		}
	}
	return nil
}

// pattern shows how a correction of a form is written.
func (f form) pattern() string {
	switch f.kind {
	case stemma.DescentCorrection:
		return "descent: COPY from EXEMPLAR, or: descent: COPY not from EXEMPLAR"
	case stemma.DriftCorrection:
		return "no drift: ID"
	case stemma.SourceCorrection:
		return "source: WORDS = NAME"
	case stemma.NoteCorrection:
		return "note: FINDING = TEXT"
	}
	if f.is {
		return fmt.Sprintf("same %s: ONE = ANOTHER", f.kind)
	}
	return fmt.Sprintf("other %s: ONE = ANOTHER", f.kind)
}

// clip shortens a line for an error.
func clip(line string) string {
	const most = 60
	if len(line) <= most {
		return line
	}
	return strings.ToValidUTF8(line[:most], "") + "…"
}

// name gives ids that are made of what a correction says, so that they stay
// when others are added; the same line again is told apart by its number.
func name(all []stemma.Correction) {
	seen := map[string]int{}
	for i := range all {
		said := fmt.Sprintf("%s %t %q", all[i].Kind, all[i].Is, all[i].Terms)
		seen[said]++
		sum := sha256.Sum256([]byte(fmt.Sprint(said, seen[said])))
		all[i].ID = "k" + hex.EncodeToString(sum[:4])
	}
}
