package assess

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// met says whether a source of a statement spoke to the report itself, with
// these words or elsewhere in it.
func (b *book) met(siglum string, st *stemma.Statement) bool {
	if b.isLost(siglum) || st.Headline {
		return false
	}
	for _, id := range st.Chain {
		a := b.in.Index.Attribution(stemma.Maybe(id))
		if a != nil && (b.ownHere(siglum, a) || b.spokeTo(siglum, b.in.Index.Speaker(a.Speaker))) {
			return true
		}
	}
	return false
}

// spokeTo says whether a speaker spoke to a report: himself, or as one of
// unnamed people who did: "the pharmacist" of "two nurses and a pharmacist".
func (b *book) spokeTo(siglum string, s *stemma.Speaker) bool {
	if s == nil || b.spoke[siglum][stemma.Maybe(s.ID)] {
		return s != nil
	}
	if s.Kind != stemma.Anonymous || len(b.parents[siglum]) > 0 {
		return false
	}
	words := strings.Fields(s.Name)
	for id := range b.spoke[siglum] {
		group := b.in.Index.Speaker(id)
		if group != nil && group.Kind == stemma.Anonymous && len(words) > 0 &&
			slices.Contains(strings.Fields(group.Name), words[len(words)-1]) {
			return true
		}
	}
	return false
}

// newSource says whether a statement is credited to somebody or something of
// whom no ancestor knows, in a report that shows reporting of its own: then
// the report has it from outside. A source that the exemplar has too, under
// whatever label, is none; nor is an unnamed one, since labels of unnamed
// sources change in the retelling.
func (b *book) newSource(siglum string, st *stemma.Statement) bool {
	if b.isLost(siglum) || st.Headline || !b.own[siglum] || len(b.parents[siglum]) == 0 || b.handedOn(st) {
		return false
	}
	for _, s := range b.sources(st) {
		if s.Kind != stemma.UnknownKind && s.Kind != stemma.Anonymous && !b.knownAbove(siglum, s) {
			return true
		}
	}
	return false
}

// handedOn says whether an outlet stands in a statement's chain of credit, as
// its source or as whom the source spoke to.
func (b *book) handedOn(st *stemma.Statement) bool {
	for _, id := range st.Chain {
		a := b.in.Index.Attribution(stemma.Maybe(id))
		if a == nil || a.Own {
			continue
		}
		for _, who := range []stemma.Maybe{a.Speaker, a.ReceiverSpeaker} {
			if s := b.in.Index.Speaker(who); s != nil && s.Kind == stemma.Outlet {
				return true
			}
		}
	}
	return false
}

// knownAbove says whether a report above credits the speaker, or has its name.
func (b *book) knownAbove(siglum string, s *stemma.Speaker) bool {
	if b.known[s.ID] == nil {
		names := append([]string{s.Name}, s.Aliases...)
		b.known[s.ID] = b.below(func(up string) bool {
			return b.creditsSpeaker(up, s.ID) || slices.ContainsFunc(names, func(name string) bool { return b.hasName(up, name) })
		})
	}
	return b.known[s.ID][siglum]
}

func (b *book) creditsSpeaker(siglum, id string) bool {
	return slices.ContainsFunc(b.credited[siglum], func(a *stemma.Attribution) bool { return string(a.Speaker) == id })
}

// hasName says whether a report knows a source of that name: all words of a
// proper name stand in it, or the noun of a description ("the hospital").
func (b *book) hasName(siglum, name string) bool {
	proper, noun := 0, ""
	for _, f := range strings.Fields(name) {
		noun = strings.ToLower(strings.TrimRight(f, ".,"))
		if first, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(first) || b.in.Function.Is(noun, "def") {
			continue
		}
		proper++
		if !b.words[siglum][noun] {
			return false
		}
	}
	return proper > 0 || b.words[siglum][noun]
}

// different says whether two sources are surely two: two people with full
// names of whom each spoke to a reporter and neither speaks for a body, two
// documents with names that share no word, such a person and a document with a name that
// was shown to a reporter, or somebody who spoke to one and a record, which nobody gives as
// his account. Bodies never are, for one may be part of another or have it from
// it; nor unnamed people, whatever their number: two officials may be two of
// the three, and may be the one with a name. A paper without a name may be by anybody.
func (b *book) different(s, t *stemma.Speaker, sMet, tMet bool) bool {
	switch {
	case s.ID == t.ID:
		return false
	case speaks(s.Kind) && speaks(t.Kind):
		return sMet && tMet && b.private(s) && b.private(t) && strangers(b, s, t)
	case s.Kind == stemma.Document && t.Kind == stemma.Document:
		return apartByName(s.Name, t.Name)
	case speaks(t.Kind):
		return confirmed(b, t, s, tMet, sMet)
	}
	return confirmed(b, s, t, sMet, tMet)
}

// confirmed says whether a paper is not by somebody who spoke to a reporter.
func confirmed(b *book, who, paper *stemma.Speaker, met, shown bool) bool {
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

// strangers says whether two people are two by their names.
func strangers(b *book, s, t *stemma.Speaker) bool {
	pair := [2]string{min(s.ID, t.ID), max(s.ID, t.ID)}
	are, known := b.strangers[pair]
	if !known {
		if len(b.strangers) >= mostStrangers {
			clear(b.strangers)
		}
		are = !renamed(s.Name, t.Name) && !name.SoundAlike(s.Name, t.Name) &&
			b.in.Names.ComparePeople(s.Name, t.Name) == name.Other
		b.strangers[pair] = are
	}
	return are
}

// isRecord says whether a source is a record by its name.
func (b *book) isRecord(s *stemma.Speaker) bool {
	if s.Kind != stemma.Document && s.Kind != stemma.UnknownKind {
		return false
	}
	return hasEntry(b.in.Records, s.Name)
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
func (b *book) private(s *stemma.Speaker) bool {
	return s.Kind == stemma.Person && s.Count.Max == 1 && fullName(s.Name) && !hasEntry(b.in.Offices, s.Descriptor)
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
	for _, f := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if first := []rune(f)[0]; unicode.IsUpper(first) {
			found = append(found, strings.ToLower(f))
		}
	}
	return found
}
