package reuse

import (
	"cmp"
	"slices"
)

// Reports with the same words are searched as one. Their pairs are made
// afterwards, under the same rule as all others: where more than MaxOwners
// would meet, each is paired with the earliest only.

// pairs calls visit with every copy of x beside every copy of y.
func (d *docs) pairs(x, y uint32, visit func(i, j uint32) error) error {
	xs, ys := d.all(x), d.all(y)
	if len(xs)+len(ys) <= MaxOwners {
		return product(xs, ys, nil, visit)
	}
	firstX, firstY := earliest(xs, d.age), earliest(ys, d.age)
	if err := product(xs, firstY, nil, visit); err != nil {
		return err
	}
	return product(firstX, ys, firstY, visit)
}

// product visits all pairs but those whose second is in without.
func product(xs, ys, without []uint32, visit func(i, j uint32) error) error {
	for _, i := range xs {
		for _, j := range ys {
			if slices.Contains(without, j) {
				continue
			}
			if err := visit(i, j); err != nil {
				return err
			}
		}
	}
	return nil
}

// all gives a report with its copies.
func (d *docs) all(x uint32) []uint32 {
	if copies := d.copies[x]; copies != nil {
		return copies
	}
	return []uint32{x}
}

// among visits the pairs of copies.
func among(copies, age []uint32, visit func(i, j uint32) error) error {
	partners := copies
	if len(copies) > MaxOwners {
		partners = earliest(copies, age)
	}
	for _, j := range copies {
		for _, i := range partners {
			if i == j || i > j && slices.Contains(partners, j) {
				continue
			}
			if err := visit(i, j); err != nil {
				return err
			}
		}
	}
	return nil
}

// earliest gives the first reports by time.
func earliest(reports, age []uint32) []uint32 {
	order := slices.Clone(reports)
	slices.SortFunc(order, func(x, y uint32) int { return cmp.Compare(age[x], age[y]) })
	return order[:min(Earliest, len(order))]
}
