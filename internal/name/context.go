package name

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Circle is the outlets that a text or a pile names; by them short names are
// understood. It may be asked by several goroutines.
type Circle struct {
	r     *Registry
	named []Outlet // each outlet once, by the fullest form of its name
	full  sync.Map // of names that were asked for: reports name the same few again and again
}

// Circle gathers the outlets of a list of names; their order does not matter.
func (r *Registry) Circle(named []string) *Circle {
	c := &Circle{r: r}
	place := map[string]int{}
	for _, written := range named {
		o := r.Outlet(written)
		at, seen := place[o.key]
		switch {
		case o.key == "":
		case seen:
			c.named[at] = fuller(c.named[at], o)
		default:
			place[o.key] = len(c.named)
			c.named = append(c.named, o)
		}
	}
	slices.SortFunc(c.named, func(a, b Outlet) int { return cmp.Compare(a.key, b.key) })
	return c
}

// Full gives the full name of the outlet that a name means in the circle: "the
// Post" is The Washington Post where only that one is named, and stays as it
// is where the New York Post is named too. A name that is nobody's short name
// is given as [Registry.Outlet] knows it.
func (c *Circle) Full(written string) string {
	if full, asked := c.full.Load(written); asked {
		return full.(string)
	}
	full := c.lookFor(written)
	c.full.Store(written, full)
	return full
}

func (c *Circle) lookFor(written string) string {
	short := c.r.Outlet(written)
	if short.fixed {
		return short.Name
	}
	best, found, several := Other, Outlet{}, false
	for _, full := range c.named {
		likeness := c.r.Compare(full, short)
		switch {
		case likeness == Same:
			full = fuller(short, full)
		case likeness < Vague || !longer(full, short) || likeness == Part && short.Known && !full.Known:
			continue // who is listed is no short name of somebody unheard of
		}
		if likeness > best {
			best, found, several = likeness, full, false
		} else if likeness == best {
			several = true
		}
	}
	if best == Other || several {
		return short.Name
	}
	if best == Same && c.r.allVague(short.words) {
		return c.beyond(found)
	}
	return found.Name
}

// beyond gives the full name of a vague one that the circle names as it is:
// "the Post" may be named several times and The Washington Post once.
func (c *Circle) beyond(short Outlet) string {
	found, several := short, false
	for _, full := range c.named {
		if c.r.Compare(full, short) == Vague && longer(full, short) {
			several = several || found.key != short.key
			found = full
		}
	}
	if several {
		return short.Name
	}
	return found.Name
}

// longer says whether a name says more than another one: more words, or words
// for initials.
func longer(full, short Outlet) bool { return len(full.words) > len(short.words) }

// FullOutlet is [Circle.Full] of the circle of the names.
func (r *Registry) FullOutlet(written string, named []string) string {
	return r.Circle(named).Full(written)
}

// Fuller is the one of two names of an outlet that says more: the first one,
// where both say the same.
func (r *Registry) Fuller(a, b string) string {
	if a != b && longer(r.Outlet(b), r.Outlet(a)) {
		return b
	}
	return a
}

// fuller is the one of two forms of a name that is written in full: the longer
// one, and of equally long ones the first in the alphabet.
func fuller(a, b Outlet) Outlet {
	if len(b.Name) > len(a.Name) || len(b.Name) == len(a.Name) && b.Name < a.Name {
		return b
	}
	return a
}

// IsCalled says whether a text that names an outlet by its full name can mean it by a shorter one, in
// small letters and without its article: the words are words of the full name, and one of them tells it
// from other outlets.
func IsCalled(full, short string, tells func(word string) bool) bool {
	whole, distinct := strings.ToLower(full), false
	for word := range strings.FieldsSeq(short) {
		if !hasField(whole, word) {
			return false
		}
		distinct = distinct || tells(word)
	}
	return distinct
}

// hasField says whether one of the words of a text, parted by white space, is that word.
func hasField(text, word string) bool {
	return strings.Contains(text, word) && slices.Contains(strings.Fields(text), word)
}
