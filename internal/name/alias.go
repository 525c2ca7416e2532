package name

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Aliases are names that the user says are one outlet's. A nil one is empty.
type Aliases struct {
	outlets []aliased
	said    Said
}

// aliased is an outlet with the names that it goes by.
type aliased struct {
	full  string
	names []string
}

// ParseAliases reads a list of outlets, one a line: the full name, an equals
// sign, and the other names and hosts, with commas between them. What follows
// a "#" at the head of a line is a comment.
//
//	# papers that the tables do not know
//	The Washington Post = Post, WaPo, washingtonpost.com
//
// An error names the file and the line: a line without a full name or without
// other names, bytes that are no UTF-8, or a name that two outlets have.
func ParseAliases(file, text string) (*Aliases, error) {
	a, taken := &Aliases{}, map[string]taker{}
	for n, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		outlet, err := parseAlias(line)
		if err == nil {
			err = outlet.take(taken, n+1)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
		a.outlets = append(a.outlets, outlet)
	}
	return a, nil
}

func parseAlias(line string) (aliased, error) {
	full, others, ok := strings.Cut(line, "=")
	outlet := aliased{full: strings.TrimSpace(full)}
	switch {
	case !utf8.ValidString(line):
		return outlet, fmt.Errorf("no UTF-8")
	case !ok:
		return outlet, fmt.Errorf("no “=” between the full name and the others: %q", clip(line))
	case aliasKey(full) == "":
		return outlet, fmt.Errorf("no name before “=”: %q", clip(line))
	}
	for _, alias := range strings.Split(others, ",") {
		if aliasKey(alias) == "" {
			return outlet, fmt.Errorf("no name where one should stand behind “=”: %q", clip(line))
		}
		outlet.names = append(outlet.names, strings.TrimSpace(alias))
	}
	return outlet, nil
}

// taker is who has a name, and the line that says so.
type taker struct {
	full string
	line int
}

// take enters the outlet's names, none of which another outlet may have.
func (o aliased) take(taken map[string]taker, line int) error {
	for _, name := range append([]string{o.full}, o.names...) {
		key := aliasKey(name)
		if other, ok := taken[key]; ok && aliasKey(other.full) != aliasKey(o.full) {
			return fmt.Errorf("%q stands for %q in line %d already", name, other.full, other.line)
		}
		taken[key] = taker{o.full, line}
	}
	return nil
}

// aliasKey is equal for two spellings of one name or address.
func aliasKey(alias string) string {
	alias = strings.TrimSpace(alias)
	if IsAddress(alias) {
		return squash(Host(alias))
	}
	return squash(alias)
}

// clip shortens a line for an error.
func clip(line string) string {
	const most = 60
	if len(line) <= most {
		return line
	}
	return strings.ToValidUTF8(line[:most], "") + "…"
}
