package main

import (
	"io"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/match"
	"stemma/internal/segment"
	"stemma/internal/vector"
)

// sample is a pair with what is compared of it.
type sample struct {
	set, group string
	label      float64
	closeness  match.Closeness
	support    match.Support
}

// reader makes samples of texts.
type reader struct {
	vectors *vector.Model
	foreign bool // English texts are read as those of an unknown language
	packs   map[string]*language.Pack
}

// samplesOf reads all sets as the weights of that name see them: "english" the
// English ones only, "plain" all of them without frequencies and vectors.
func samplesOf(data, weights string, notes io.Writer) (close, support []sample, err error) {
	r := &reader{vectors: vector.Open(), foreign: weights == "plain", packs: map[string]*language.Pack{}}
	for _, s := range closeSets() {
		if s.language != "" && !r.foreign {
			continue
		}
		found, err := r.closeness(s, data, notes)
		if err != nil {
			return nil, nil, err
		}
		close = append(close, found...)
	}
	for _, s := range supportSets() {
		found, err := r.support(s, data, notes)
		if err != nil {
			return nil, nil, err
		}
		support = append(support, found...)
	}
	return close, support, nil
}

func (r *reader) closeness(s set, data string, notes io.Writer) ([]sample, error) {
	return r.read(s, data, notes, func(m *match.Matcher, a, b *stemma.Text, x *sample) {
		x.closeness = m.Closeness(a, b)
	})
}

func (r *reader) support(s set, data string, notes io.Writer) ([]sample, error) {
	return r.read(s, data, notes, func(m *match.Matcher, a, b *stemma.Text, x *sample) { x.support = m.Support(a, b) })
}

type comparing func(*match.Matcher, *stemma.Text, *stemma.Text, *sample)

func (r *reader) read(s set, data string, notes io.Writer, compare comparing) ([]sample, error) {
	pairs, err := s.pairs(data, notes)
	if err != nil {
		return nil, err
	}
	code := s.language
	switch {
	case code == "" && r.foreign:
		code = language.Unknown
	case code == "":
		code = "en"
	}
	pack, err := r.pack(code)
	if err != nil {
		return nil, err
	}
	m := match.New(pack, r.vectors)
	found := make([]sample, len(pairs))
	for i, p := range pairs {
		found[i] = sample{set: p.set, group: p.group, label: p.label}
		compare(m, text(p.a, pack), text(p.b, pack), &found[i])
	}
	return found, nil
}

func (r *reader) pack(code string) (*language.Pack, error) {
	if p := r.packs[code]; p != nil {
		return p, nil
	}
	p, err := language.For(code)
	if err == nil {
		r.packs[code] = p
	}
	return p, err
}

// text makes a text of one paragraph.
func text(s string, pack *language.Pack) *stemma.Text {
	report := &stemma.Report{Text: s, Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(s)}}}
	return segment.Split(report, pack)
}
