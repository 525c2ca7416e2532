package assess

import (
	"cmp"

	"stemma/internal/name"
)

// publishers tell which witnesses are of one publisher.
type publishers struct {
	*lineage
	names    *name.Registry
	lostName map[string]string      // siglum → what a lost witness is called
	outlet   map[string]name.Outlet // siglum → the same, or a kept one's outlet, as it is compared
	family   map[string]int         // siglum → a number that the witnesses of one publisher share
}

func newPublishers(l *lineage, names *name.Registry) *publishers {
	b := &publishers{lineage: l, names: names, lostName: map[string]string{},
		outlet: make(map[string]name.Outlet, len(l.tree.Witnesses))}
	for _, w := range l.tree.Witnesses {
		if w.Lost {
			b.lostName[w.Siglum] = cmp.Or(w.Publisher, w.Name)
		}
	}
	for _, w := range l.tree.Witnesses {
		b.outlet[w.Siglum] = names.Outlet(b.publisher(w.Siglum))
	}
	b.family = b.families()
	return b
}

// mayBeOneOutlet says whether the reports of two witnesses may be of one
// publisher: "the Post" may be The Washington Post.
func (b *publishers) mayBeOneOutlet(x, y string) bool {
	return x == y || b.names.Compare(b.outlet[x], b.outlet[y]) != name.Other
}

// publisher is the outlet of a kept witness, or what a lost one is called.
func (b *publishers) publisher(siglum string) string {
	if t := b.report[siglum]; t != nil {
		return string(t.Report.Outlet)
	}
	return b.lostName[siglum]
}

// maxCompared bounds the outlets that are compared by twos: beyond it those
// with equal names are one, and others are not.
const maxCompared = 200

// families gives the witnesses of one publisher one number. What surely is one,
// or says less and contradicts nothing, is; a name that many have is not. A
// witness without an outlet is a family of its own.
func (b *publishers) families() map[string]int {
	family := map[string]int{}
	byKey := map[string]int{}
	var before []name.Outlet
	n := 0
	for _, w := range b.tree.Witnesses {
		outlet := b.outlet[w.Siglum]
		key := outlet.Key()
		if known, ok := byKey[key]; ok && key != "" {
			family[w.Siglum] = known
			continue
		}
		of := n
		for i := 0; i < len(before) && len(before) <= maxCompared; i++ {
			if b.names.Compare(before[i], outlet) >= name.Part {
				of = byKey[before[i].Key()]
				break
			}
		}
		n++
		family[w.Siglum] = of
		if key != "" {
			byKey[key] = of
			before = append(before, outlet)
		}
	}
	return family
}
