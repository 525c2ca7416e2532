package match

import (
	"math"

	"stemma/internal/vector"
)

// What is asked of a text that may bear another one out. All but Lacking lie
// between 0 and 1.
const (
	SupportBias   = iota
	Lacking       // weight of what a lacks of b, its logarithm
	LackingMost   // weight of the word that is lacking most
	Told          // of what b tells, what a has, each word with its nearest
	HeldTriples   // of b's runs of three words, those that a has
	NameLacking   // 1 if a lacks one of b's names
	FiguresHeld   // of b's numbers, those that a has
	FigureLacking // 1 if one is lacking
	Placed        // of what b's sentences tell, what the best place in a has of each
	Turned        // 1 if a sentence denies and its place does not, or the other way round
	SupportFeatures
)

// Support is what is asked of a text that may bear another one out.
type Support [SupportFeatures]float64

// lackingScale divides the logarithm of what is lacking.
const lackingScale = 3

func (c *comparison) support() Support {
	f := Support{SupportBias: 1}
	if len(c.a.words) == 0 || len(c.b.words) == 0 {
		return f
	}
	t := c.tally()
	f[Lacking] = math.Log1p(max(0, t.all-t.told)) / lackingScale
	f[LackingMost] = t.most
	f[Told] = ratio(t.told, t.all)
	f[HeldTriples] = held(c.a.words, c.b.words, 3)
	f[NameLacking] = flag(t.names.in < t.names.all)
	f[FiguresHeld], f[FigureLacking] = t.figures.share(), flag(t.figures.in < t.figures.all)
	f[Placed], f[Turned] = c.places()
	return f
}

func (f Support) times(weights Support) float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * weights[i]
	}
	return sum
}

// part is how many of some things are there.
type part struct{ in, all float64 }

func (p *part) add(in bool) {
	p.all++
	p.in += flag(in)
}

func (p *part) share() float64 {
	if p.all == 0 {
		return 1
	}
	return p.in / p.all
}

// tally is what a has of b's words, by rarity.
type tally struct {
	all, told, most float64
	names, figures  part
}

func (c *comparison) tally() tally {
	source := c.source()
	near := map[int32]float64{}
	var t tally
	for i := range c.b.words {
		w := &c.b.words[i]
		like, known := near[w.form]
		if !known {
			like = source.like(w)
			near[w.form] = like
		}
		t.all += w.rare
		t.told += w.rare * like
		t.most = max(t.most, w.rare*(1-like))
		if w.name {
			t.names.add(like == 1)
		}
		if w.number {
			t.figures.add(like == 1)
		}
	}
	return t
}

// source is what a text has, to be asked for words.
type source struct {
	*comparison
	types types
	begun map[string][]string // its forms by how they begin
}

const (
	// mostNear is among how many different words of a source one looks for its
	// nearest.
	mostNear = 600
	// beginning is how many letters two forms of one word have in common.
	beginning = 3
	// mostBegun is how many forms are kept that begin alike.
	mostBegun = 200
)

func (c *comparison) source() source {
	s := source{c, c.typesOf(c.a.words, mostNear), map[string][]string{}}
	for form, name := range c.names {
		if len(name) < beginning || !s.types.has[int32(form)] || len(s.begun[name[:beginning]]) == mostBegun {
			continue
		}
		s.begun[name[:beginning]] = append(s.begun[name[:beginning]], name)
	}
	return s
}

// like is how near the source comes to a word: 1 if it has it, in any form.
func (s source) like(w *word) float64 {
	name := s.names[w.form]
	if s.types.has[w.form] {
		return 1
	}
	if !w.number && len(name) >= beginning {
		for _, other := range s.begun[name[:beginning]] {
			if vector.SameStem(name, other) {
				return 1
			}
		}
	}
	return s.nearest(w, s.types)
}
