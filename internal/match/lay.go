package match

// laid is two sentences laid side by side.
type laid struct {
	a, b  []word
	ofB   []int // of each word of b, the equal one of a in the same order, or -1
	equal int
}

const (
	// mostLaid is how many words a sentence has at most that is laid beside another
	// one.
	mostLaid = 200
	// copied is the share of the words of both sentences that are equal and in order
	// from which on one is a copy of the other.
	copied = 0.65
	// leastCopied is how many they must be.
	leastCopied = 4
)

func (l *laid) isCopy() bool {
	return l.equal >= leastCopied && 2*float64(l.equal) >= copied*float64(len(l.a)+len(l.b))
}

// lay finds the words that two sentences have in the same order: a longest common
// subsequence, and of several the one that comes first.
func lay(a, b []word) *laid {
	l := &laid{a: a, b: b, ofB: make([]int, len(b))}
	if len(a) > mostLaid || len(b) > mostLaid {
		return l
	}
	best, width := lengths(a, b), len(b)+1
	for i, k := 0, 0; k < len(b); {
		switch {
		case i < len(a) && a[i].form == b[k].form:
			l.ofB[k] = i
			l.equal++
			i, k = i+1, k+1
		case i < len(a) && best[(i+1)*width+k] >= best[i*width+k+1]:
			i++
		default:
			l.ofB[k] = -1
			k++
		}
	}
	return l
}

// lengths gives, row by row, how many words what is left of both has in common.
func lengths(a, b []word) []int32 {
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i].form == b[k].form {
				best[i*width+k] = best[(i+1)*width+k+1] + 1
			} else {
				best[i*width+k] = max(best[(i+1)*width+k], best[i*width+k+1])
			}
		}
	}
	return best
}

// slot is where two sentences differ: the words [a1,a2) of the one and [b1,b2) of
// the other stand between the same neighbours.
type slot struct {
	*laid
	a1, a2, b1, b2 int
}

func (s slot) before() []word { return s.a[s.a1:s.a2] }
func (s slot) after() []word  { return s.b[s.b1:s.b2] }

// slots lists where the sentences differ, in order.
func (l *laid) slots() []slot {
	var found []slot
	i, k := 0, 0
	for next := 0; next <= len(l.b); next++ {
		end := len(l.a)
		if next < len(l.b) {
			if l.ofB[next] < 0 {
				continue
			}
			end = l.ofB[next]
		}
		if end > i || next > k {
			found = append(found, slot{l, i, end, k, next})
		}
		i, k = end+1, next+1
	}
	return found
}

// widened takes the next word in, which both have, where one side is empty.
func (s slot) widened() slot {
	if (s.a1 == s.a2 || s.b1 == s.b2) && s.a2 < len(s.a) && s.b2 < len(s.b) {
		s.a2, s.b2 = s.a2+1, s.b2+1
	}
	return s
}
