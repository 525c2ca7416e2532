package value

// Relation says how two values stand to each other.
type Relation uint8

// From nothing in common to equal.
const (
	Unrelated  Relation = iota // not the same sort of thing: metres and crowns, two other people
	Different                  // the same sort of thing, and they contradict each other
	Variant                    // names only: one is likely a misspelling of the other
	Compatible                 // not equal, but both may be true: "more than two dozen" and 26
	Same                       // equal as values; bounds ("about") may differ
)

// String names the relation.
func (r Relation) String() string {
	switch r {
	case Same:
		return "same"
	case Compatible:
		return "compatible"
	case Variant:
		return "variant"
	case Different:
		return "different"
	}
	return "unrelated"
}
