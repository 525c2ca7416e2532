package assess

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// met says whether a source of a statement spoke to the report itself, with
// these words or elsewhere in it.
func (b *reporting) met(siglum string, st *stemma.Statement) bool {
	if b.isLost(siglum) || st.Headline {
		return false
	}
	for _, id := range st.Chain {
		a := b.index.Attribution(stemma.Maybe(id))
		if a != nil && (b.ownHere(siglum, a) || b.spokeTo(siglum, b.index.Speaker(a.Speaker))) {
			return true
		}
	}
	return false
}

// spokeTo says whether a speaker spoke to a report: himself, or as one of
// unnamed people who did: "the pharmacist" of "two nurses and a pharmacist".
func (b *reporting) spokeTo(siglum string, s *stemma.Speaker) bool {
	if s == nil || b.spoke[siglum][stemma.Maybe(s.ID)] {
		return s != nil
	}
	if s.Kind != stemma.Anonymous || len(b.parents[siglum]) > 0 {
		return false
	}
	words := strings.Fields(s.Name)
	for id := range b.spoke[siglum] {
		group := b.index.Speaker(id)
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
func (b *reporting) newSource(siglum string, st *stemma.Statement) bool {
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
func (b *reporting) handedOn(st *stemma.Statement) bool {
	for _, id := range st.Chain {
		a := b.index.Attribution(stemma.Maybe(id))
		if a == nil || a.Own {
			continue
		}
		for _, who := range []stemma.Maybe{a.Speaker, a.ReceiverSpeaker} {
			if s := b.index.Speaker(who); s != nil && s.Kind == stemma.Outlet {
				return true
			}
		}
	}
	return false
}

// knownAbove says whether a report above credits the speaker, or has its name.
func (b *reporting) knownAbove(siglum string, s *stemma.Speaker) bool {
	if b.known[s.ID] == nil {
		names := append([]string{s.Name}, s.Aliases...)
		b.known[s.ID] = b.below(func(up string) bool {
			has := func(name string) bool { return b.hasName(up, name) }
			return b.creditsSpeaker(up, s.ID) || slices.ContainsFunc(names, has)
		})
	}
	return b.known[s.ID][siglum]
}

func (b *reporting) creditsSpeaker(siglum, id string) bool {
	return slices.ContainsFunc(b.credited[siglum], func(a *stemma.Attribution) bool { return string(a.Speaker) == id })
}

// hasName says whether a report knows a source of that name: all words of a
// proper name stand in it, or the noun of a description ("the hospital").
func (b *reporting) hasName(siglum, name string) bool {
	proper, noun := 0, ""
	for _, f := range strings.Fields(name) {
		noun = strings.ToLower(strings.TrimRight(f, ".,"))
		if first, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(first) || b.function.Is(noun, "def") {
			continue
		}
		proper++
		if !b.wordsOf(siglum)[noun] {
			return false
		}
	}
	return proper > 0 || b.wordsOf(siglum)[noun]
}
