package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// maxNameWords is how many words the name of an outlet has at most.
const maxNameWords = 6

// publishers knows outlets by their addresses and by their names.
type publishers struct {
	outlets  language.Table    // host to name
	named    map[string]string // squashed name of a listed outlet to the name
	hosts    language.Table    // of many publishers
	seconds  language.Table
	sections language.Table
	heads    language.Table // last words of outlets' names
	given    eachTable      // first names
	inside   *who.Inside
}

func newPublishers(all func(table string) language.Table, by *writers) publishers {
	x := publishers{
		outlets: all("outlets"), named: map[string]string{}, hosts: all("page-hosts"), seconds: all("page-suffixes"),
		sections: all("page-sections"), heads: all("nouns-outlet"), given: by.given,
		inside: by.inside,
	}
	for _, host := range x.outlets.Entries() {
		name := x.outlets.Text(host)
		if key := by.inside.Squash(name); len(key) >= minNameLetters && x.named[key] == "" {
			x.named[key] = name
		}
	}
	return x
}

// minNameLetters is how many letters the name of an outlet has at least that
// is known by its name alone.
const minNameLetters = 3

// outletOf names the outlet that publishes under a web address: by the table
// of hosts, by a name in the text that the host spells without its blanks, by
// cutting the host's label into words, and else by the host itself.
func (x *publishers) outletOf(address string, names []string) string {
	host := who.Host(address)
	if host == "" {
		return ""
	}
	label := x.label(host, address)
	if name := x.listed(host); name != "" && !x.shared(host) {
		return name
	}
	if name := spelled(x.inside, label, names); name != "" {
		return name
	}
	if name := x.named[label]; name != "" {
		return name
	}
	if name := x.cutLabel(label); name != "" {
		return name
	}
	return host
}

// listed looks a host up, then again without its leftmost labels.
func (x *publishers) listed(host string) string {
	for strings.Contains(host, ".") {
		if x.outlets.Has(host) {
			return x.outlets.Text(host)
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// shared says whether a host belongs to a platform on which many publish.
func (x *publishers) shared(host string) bool {
	for strings.Contains(host, ".") {
		if x.hosts.Has(host) {
			return true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return false
}

// label is the part of a host, or on a platform of the path, that names the
// publisher.
func (x *publishers) label(host, address string) string {
	labels := strings.Split(host, ".")
	for len(labels) > 2 && x.sections.Has(labels[0]) {
		labels = labels[1:]
	}
	n := len(labels)
	if n >= 2 && x.hosts.Has(strings.Join(labels[n-2:], ".")) {
		platform := strings.Join(labels[n-2:], ".")
		if n > 2 {
			return labels[n-3]
		}
		rest, _ := who.CutScheme(address)
		if parts := strings.Split(rest, "/"); len(parts) > 1 && x.hosts.Is(platform, "path") {
			return strings.TrimPrefix(parts[1], "@")
		}
	}
	switch {
	case n >= 3 && x.seconds.Has(labels[n-2]) && len(labels[n-1]) == 2:
		return labels[n-3]
	case n >= 2:
		return labels[n-2]
	}
	return host
}

// spelled finds among names the one that a label spells: its letters, where
// words after the first may be left out.
func spelled(in *who.Inside, label string, names []string) string {
	label = in.Squash(label)
	label, _ = in.CutArticle(label, minRest)
	for _, name := range names {
		if spells(in, label, name) {
			return name
		}
	}
	return ""
}

func spells(in *who.Inside, label, name string) bool {
	words := strings.Fields(name)
	if len(words) > 0 && in.IsArticle(strings.ToLower(words[0])) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > maxNameWords {
		return false
	}
	used := 0
	for i, w := range words {
		w = in.Squash(w)
		if rest, ok := strings.CutPrefix(label, w); ok && w != "" {
			label, used = rest, used+1
		} else if i == 0 {
			return false
		}
	}
	return label == "" && used*2 >= len(words)
}

// cutLabel cuts a label into words: at hyphens, after a given name, or before
// the last word of outlets' names.
func (x *publishers) cutLabel(label string) string {
	if strings.HasPrefix(label, "xn--") { // letters that are written as others
		return ""
	}
	if strings.Contains(label, "-") {
		return titled(x.inside, strings.ReplaceAll(label, "-", " "))
	}
	if strings.Trim(label, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	words := x.cutWords(label)
	if words == nil {
		return ""
	}
	return titled(x.inside, strings.Join(words, " "))
}

// minRest is how many letters the unknown rest of a cut label has at least.
const minRest = 4

func (x *publishers) cutWords(label string) []string {
	if rest, article := x.inside.CutArticle(label, minRest); article != "" {
		if words := x.cutWords(rest); words != nil {
			return append([]string{article}, words...)
		}
	}
	for i := 2; i+minRest <= len(label); i++ {
		if x.heads.Is(label[i:], "name") && i >= 3 {
			head := label[:i]
			if words := x.cutWords(head); words != nil {
				return append(words, label[i:])
			}
			return []string{head, label[i:]}
		}
	}
	for i := len(label) - minRest; i >= 3; i-- {
		if x.given.Has(label[:i]) {
			return []string{label[:i], label[i:]}
		}
	}
	return nil
}

// titled writes a name with capitals, small words inside it aside.
func titled(in *who.Inside, name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		low := strings.ToLower(w)
		if i > 0 && in.IsSmall(low) {
			words[i] = low
			continue
		}
		if len(words) == 1 && utf8.RuneCountInString(w) <= 4 && allCaps(w) || i > 0 && isSpelledOut(low) {
			continue
		}
		words[i] = capitalised(low)
	}
	return strings.Join(words, " ")
}

// isSpelledOut says whether a short word has no vowel, so that its letters are said one by one: "FM", "TV".
func isSpelledOut(low string) bool {
	return len(low) < 4 && strings.Trim(low, "bcdfghjklmnpqrstvwxz") == ""
}

// capitalised raises the first letter of a word, and those after hyphens.
func capitalised(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up && unicode.IsLetter(r) {
			up = false
			return unicode.ToUpper(r)
		}
		if r == '-' {
			up = true
		}
		return r
	}, w)
}

// hostsIn lists the labels of the hosts and mail addresses that a text's lines
// name, in alphabetical order.
func (x *publishers) hostsIn(lines []string) []string {
	found := map[string]bool{}
	for _, s := range lines {
		if len(s) > maxDateLine {
			continue
		}
		for _, field := range pointed(s) {
			field = strings.Trim(field, ".,;:()<>[]\"'")
			if i := strings.IndexByte(field, '@'); i > 0 && who.IsHost(field[i+1:]) {
				field = "http://" + field[i+1:]
			}
			if who.IsAddress(field) {
				found[x.label(who.Host(field), field)] = true
			}
		}
	}
	labels := make([]string, 0, len(found))
	for l := range found {
		labels = append(labels, l)
	}
	sort.Strings(labels)
	return labels
}

// pointed lists the words of a line that have a point before their end, as few
// but addresses do.
func pointed(s string) []string {
	var words []string
	for at := 0; ; {
		point := strings.IndexByte(s[at:], '.')
		if point < 0 {
			return words
		}
		start := strings.LastIndexFunc(s[:at+point], unicode.IsSpace) + 1
		for start < at+point && !utf8.RuneStart(s[start]) {
			start++
		}
		_, end := nextField(s, start)
		if at+point+1 < end {
			words = append(words, s[start:end])
		}
		at = end
	}
}
