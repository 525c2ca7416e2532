package assess

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/language"
)

import "stemma/internal/name"

// identities tell which sources are surely two.
type identities struct {
	names            *name.Registry
	offices, records language.Table
	// strangers remembers of two people, by their ids, whether they are two.
	strangers map[[2]string]bool
}

func newIdentities(in Input) *identities {
	return &identities{names: in.Names, offices: in.Offices, records: in.Records, strangers: map[[2]string]bool{}}
}

// different says whether two sources are surely two: two people with full
// names of whom each spoke to a reporter and neither speaks for a body, two
// documents with names that share no word, such a person and a document with a name that
// was shown to a reporter, or somebody who spoke to one and a record, which nobody gives as
// his account. Bodies never are, for one may be part of another or have it from
// it; nor unnamed people, whatever their number: two officials may be two of
// the three, and may be the one with a name. A paper without a name may be by anybody.
func (b *identities) different(s, t *stemma.Speaker, sMet, tMet bool) bool {
	switch {
	case s.ID == t.ID:
		return false
	case speaks(s.Kind) && speaks(t.Kind):
		return sMet && tMet && b.private(s) && b.private(t) && b.areStrangers(s, t)
	case s.Kind == stemma.Document && t.Kind == stemma.Document:
		return apartByName(s.Name, t.Name)
	case speaks(t.Kind):
		return b.confirmed(t, s, tMet, sMet)
	}
	return b.confirmed(s, t, sMet, tMet)
}

// confirmed says whether a paper is not by somebody who spoke to a reporter.
func (b *identities) confirmed(who, paper *stemma.Speaker, met, shown bool) bool {
	if !met || !speaks(who.Kind) {
		return false
	}
	return b.isRecord(paper) && !keeps(who, paper) || shown && b.private(who) && signed(paper)
}

// signed says whether a paper bears a name.
func signed(s *stemma.Speaker) bool {
	return s.Kind == stemma.Document && len(properWords(s.Name)) > 0
}

// keeps says whether somebody may write a record: one is called by the other's name
// ("the gatekeeper" and "the gate log").
func keeps(who, record *stemma.Speaker) bool {
	for _, w := range strings.Fields(strings.ToLower(record.Name)) {
		if len(w) >= plainWord && strings.Contains(strings.ToLower(who.Name+" "+who.Descriptor), w) {
			return true
		}
	}
	return false
}

// mostStrangers is how many pairs of people are remembered before all are forgotten.
const mostStrangers = 1 << 18

// areStrangers says whether two people are two by their names.
func (b *identities) areStrangers(s, t *stemma.Speaker) bool {
	pair := [2]string{min(s.ID, t.ID), max(s.ID, t.ID)}
	are, known := b.strangers[pair]
	if !known {
		if len(b.strangers) >= mostStrangers {
			clear(b.strangers)
		}
		are = !renamed(s.Name, t.Name) && !name.SoundAlike(s.Name, t.Name) &&
			b.names.ComparePeople(s.Name, t.Name) == name.Other
		b.strangers[pair] = are
	}
	return are
}

// isRecord says whether a source is a record by its name.
func (b *identities) isRecord(s *stemma.Speaker) bool {
	if s.Kind != stemma.Document && s.Kind != stemma.UnknownKind {
		return false
	}
	return hasEntry(b.records, s.Name)
}

// hasEntry says whether a table lists a word of a text, or how it ends.
func hasEntry(table language.Table, text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		word := strings.ToLower(strings.TrimRight(w, ".,"))
		return table.Has(word) || hasEnding(table, word)
	})
}

// hasEnding says whether a table lists how a word ends, behind a hyphen:
// "-sprecherin" for "Polizeisprecherin".
func hasEnding(table language.Table, word string) bool {
	for i := range word {
		if i > 0 && table.Has("-"+word[i:]) {
			return true
		}
	}
	return false
}

// private says whether a source is one person who has a full name, and no office by which what
// he says may be a body's.
func (b *identities) private(s *stemma.Speaker) bool {
	return s.Kind == stemma.Person && s.Count.Max == 1 && fullName(s.Name) && !hasEntry(b.offices, s.Descriptor)
}

// renamed says whether two full names may be one person's before and after a marriage:
// the given name is the same, and nothing else. Others who are named so are few.
func renamed(s, t string) bool {
	x, y := properWords(s), properWords(t)
	if len(x) == 0 || len(y) == 0 || x[0] != y[0] {
		return false
	}
	return !slices.ContainsFunc(x[1:], func(w string) bool { return slices.Contains(y[1:], w) })
}

// speaks says whether a kind of source is people.
func speaks(kind stemma.SpeakerKind) bool { return kind == stemma.Person || kind == stemma.Anonymous }

// fullName says whether a name has two words or more that begin with a
// capital, as a given name and a surname do.
func fullName(name string) bool { return len(properWords(name)) >= 2 }

// apartByName says whether both names have words with capitals, and none in
// common.
func apartByName(s, t string) bool {
	x, y := properWords(s), properWords(t)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
}

func properWords(name string) []string {
	var found []string
	outside := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }
	for _, f := range strings.FieldsFunc(name, outside) {
		if first := []rune(f)[0]; unicode.IsUpper(first) {
			found = append(found, strings.ToLower(f))
		}
	}
	return found
}
