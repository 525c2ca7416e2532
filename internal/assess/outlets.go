package assess

import (
	"cmp"

	"stemma/internal/name"
)

// publishers tell which witnesses are of one publisher.
type publishers struct {
	*lineage
	names    *name.Registry
	lostName map[string]string // siglum → what a lost witness is called
	family   map[string]int    // siglum → a number that the witnesses of one publisher share
}

func newPublishers(l *lineage, names *name.Registry) *publishers {
	b := &publishers{lineage: l, names: names, lostName: map[string]string{}}
	for _, w := range l.tree.Witnesses {
		if w.Lost {
			b.lostName[w.Siglum] = cmp.Or(w.Publisher, w.Name)
		}
	}
	b.family = b.families()
	return b
}

// mayBeOneOutlet says whether the reports of two witnesses may be of one
// publisher: "the Post" may be The Washington Post.
func (b *publishers) mayBeOneOutlet(x, y string) bool {
	return x == y || b.names.CompareOutlets(b.publisher(x), b.publisher(y)) != name.Other
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
	var names []string
	n := 0
	for _, w := range b.tree.Witnesses {
		called := b.publisher(w.Siglum)
		key := b.names.Outlet(called).Key()
		if known, ok := byKey[key]; ok && key != "" {
			family[w.Siglum] = known
			continue
		}
		of := n
		for i := 0; i < len(names) && len(names) <= maxCompared; i++ {
			if b.names.CompareOutlets(names[i], called) >= name.Part {
				of = byKey[b.names.Outlet(names[i]).Key()]
				break
			}
		}
		n++
		family[w.Siglum] = of
		if key != "" {
			byKey[key] = of
			names = append(names, called)
		}
	}
	return family
}
