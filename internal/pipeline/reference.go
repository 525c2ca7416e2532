package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// report gives the id of the report that a reference means: its id, its input or
// the last parts of it, its address, or its outlet where that has one report.
func (r *ruling) report(ref string) (id, why string) {
	for _, is := range []func(*stemma.Report) bool{
		func(x *stemma.Report) bool { return x.ID == ref || r.inputs[ref] == x.ID },
		func(x *stemma.Report) bool { return endsWith(x.Input, ref) },
		func(x *stemma.Report) bool { return x.URL != "" && string(x.URL) == ref },
		func(x *stemma.Report) bool { return x.Outlet != "" && strings.EqualFold(string(x.Outlet), ref) },
		func(x *stemma.Report) bool { return x.Outlet != "" && r.names.SameOutlet(string(x.Outlet), ref) },
	} {
		var found []*stemma.Report
		for i := range r.d.Reports {
			if is(&r.d.Reports[i]) {
				found = append(found, &r.d.Reports[i])
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0].ID, ""
		default:
			return "", fmt.Sprintf("%q is %d reports: %s and %s", ref, len(found), found[0].Input, found[1].Input)
		}
	}
	if isSiglum(ref) {
		return "", fmt.Sprintf("%q is a siglum, which moves when a report is added: name the report by its file", ref)
	}
	return "", fmt.Sprintf("no report is called %q", ref)
}

// endsWith says whether an input ends in whole parts of a path, or in the name
// of a record.
func endsWith(input, ref string) bool {
	rest, ok := strings.CutSuffix(input, ref)
	return ok && ref != "" && (rest == "" || strings.HasSuffix(rest, "/") || strings.HasSuffix(rest, "#"))
}

func isSiglum(ref string) bool {
	letters := strings.TrimRight(ref, "0123456789")
	return letters != "" && len([]rune(letters)) <= 2 && strings.IndexFunc(letters, func(c rune) bool {
		return !(c >= 'A' && c <= 'Z' || unicode.Is(unicode.Greek, c))
	}) < 0
}

// words reads a reference to words of a report: REPORT "words".
func (r *ruling) words(ref string) (span stemma.Span, why string) {
	folded := strings.NewReplacer("“", `"`, "”", `"`).Replace(ref)
	called, words, ok := strings.Cut(folded, ` "`)
	words, closed := strings.CutSuffix(words, `"`)
	if !ok || !closed {
		return span, fmt.Sprintf("nothing found is called %q", ref)
	}
	id, why := r.report(strings.TrimSpace(called))
	if why != "" {
		return span, why
	}
	report := r.d.Report(id)
	start, end, ok := findWords(report.Text, words)
	if !ok {
		return span, fmt.Sprintf("%s does not say %q", called, words)
	}
	return report.Span(start, end), ""
}

// findWords finds the first place at which words stand one after the other, with
// any white space between them and in capitals or not.
func findWords(text, words string) (start, end int, ok bool) {
	list := strings.Fields(words)
	if len(list) == 0 {
		return 0, 0, false
	}
	for at := 0; ; at++ {
		next := indexFold(text[at:], list[0])
		if next < 0 {
			return 0, 0, false
		}
		at += next
		if end, ok = followed(text, at, list); ok && isWhole(text, at, end) {
			return at, end, true
		}
	}
}

// isWhole says whether a place begins and ends no word in its middle.
func isWhole(text string, start, end int) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	behind, _ := utf8.DecodeRuneInString(text[end:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(behind))
}

// indexFold is where a word stands first, in capitals or not.
func indexFold(text, word string) int {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// followed says whether the words stand at a place, and where they end.
func followed(text string, at int, words []string) (end int, ok bool) {
	for _, w := range words {
		at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		if at+len(w) > len(text) || !strings.EqualFold(text[at:at+len(w)], w) {
			return 0, false
		}
		at += len(w)
	}
	return at, true
}

// statement gives the statement that a reference means.
func (r *ruling) statement(ref string, told *telling) (*stemma.Statement, string) {
	if isID(ref, claimLetter) {
		return r.statementByID(ref, told)
	}
	span, why := r.words(ref)
	if why != "" {
		return nil, why
	}
	i := slices.IndexFunc(told.texts, func(t *stemma.Text) bool { return t.Report.ID == span.Report })
	best, most := (*stemma.Statement)(nil), 0
	all := told.statements(i)
	for k := range all {
		if n := inCommon(all[k].Span, span); n > most {
			best, most = &all[k], n
		}
	}
	if best == nil {
		return nil, fmt.Sprintf("no claim is made in the words %q", span.Text)
	}
	return best, ""
}

// statementByID gives the statement whose place a claim's id is made of.
func (r *ruling) statementByID(id string, told *telling) (*stemma.Statement, string) {
	var found []*stemma.Statement
	for i := range told.texts {
		all := told.statements(i)
		for k := range all {
			if madeOf(id, extent(all[k].Span)) {
				found = append(found, &all[k])
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Sprintf("no claim has the id %s", id)
	case 1:
		return found[0], ""
	}
	return nil, fmt.Sprintf("%s may be %d claims: name one by its words", id, len(found))
}

// attribution gives the place of the attribution that a reference means: by its
// id, or by words that somebody is credited with.
func (r *ruling) attribution(ref string, texts []*stemma.Text) (at int, why string) {
	if isID(ref, attributionLetter) {
		at = slices.IndexFunc(r.d.Attributions, func(a stemma.Attribution) bool {
			return madeOf(ref, string(attributionParts(nil, &a)))
		})
		if at < 0 {
			return 0, fmt.Sprintf("no attribution has the id %s", ref)
		}
		return at, ""
	}
	span, why := r.words(ref)
	if why != "" {
		return 0, why
	}
	best, most := -1, 0
	for i := range r.d.Attributions {
		if n := credited(&r.d.Attributions[i], span); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		best = r.attribute(span)
	}
	return best, ""
}

// credited is how much of a span stands in what somebody is credited with.
func credited(a *stemma.Attribution, span stemma.Span) int {
	n := 0
	for _, c := range a.Content {
		n += inCommon(c, span)
	}
	return n
}

// attribute makes an attribution of words that nobody is credited with.
func (r *ruling) attribute(span stemma.Span) int {
	r.d.Attributions = append(r.d.Attributions, stemma.Attribution{
		ID: "a" + strconv.Itoa(len(r.d.Attributions)+1), Report: span.Report, Kind: stemma.Indirect,
		Cue: []stemma.Span{}, Content: []stemma.Span{span}, Stance: stemma.Neutral, Act: stemma.Speaking, Told: true,
	})
	return len(r.d.Attributions) - 1
}

// inCommon is how many bytes two spans have in common.
func inCommon(a, b stemma.Span) int {
	if a.Report != b.Report {
		return 0
	}
	return max(0, min(a.End, b.End)-max(a.Start, b.Start))
}

// isID says whether a reference is an id with that letter.
func isID(ref, letter string) bool {
	digits, ok := strings.CutPrefix(ref, letter)
	return ok && len(digits) >= idDigits && strings.Trim(digits, "0123456789abcdef") == ""
}

// madeOf says whether an id is made of these parts, as [namer.name] does.
func madeOf(id string, parts ...string) bool {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return strings.HasPrefix(hex.EncodeToString(sum[:]), id[1:])
}

// reportOf is the report of an extent.
func reportOf(extent string) string {
	report, _, _ := strings.Cut(extent, ":")
	return report
}

// cutKind cuts off what a source is: "Ada Wren (person)".
func cutKind(said string) (called string, kind stemma.SpeakerKind) {
	called, rest, ok := strings.Cut(said, " (")
	switch kind = stemma.SpeakerKind(strings.TrimSuffix(rest, ")")); kind {
	case stemma.Person, stemma.Anonymous, stemma.Outlet, stemma.Organisation, stemma.Document, stemma.Proceeding:
		return called, kind
	}
	if ok {
		called = said
	}
	return called, ""
}

// isCalled says whether a source has a name, in capitals or not.
func isCalled(s *stemma.Speaker, called string) bool {
	same := func(n string) bool { return strings.EqualFold(strings.Join(strings.Fields(n), " "), called) }
	return same(s.Name) || slices.ContainsFunc(s.Aliases, same)
}
