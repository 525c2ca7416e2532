package align

// Agreement is the share of the words of the shorter statement that the other
// one has too, 0..1: whether they are forms of one sentence, however much of
// it each of them has.
func Agreement(a, b *Clause) float64 {
	if n := min(len(a.wording), len(b.wording)); n > 0 {
		both, _ := common(a, b)
		return float64(both) / float64(n)
	}
	return 0
}

// Likeness is the share of the words of both statements that both have, 0..1
// (Dice's coefficient): of several exemplars the one most alike is the model.
func Likeness(a, b *Clause) float64 {
	if n := len(a.wording) + len(b.wording); n > 0 {
		both, _ := common(a, b)
		return 2 * float64(both) / float64(n)
	}
	return 0
}

// Share is the share of a's words, by rarity, that b has, 0..1. Quotations are
// compared with quotations and prose alike; only the words count.
func Share(a, b *Clause) float64 {
	if a.rarity == 0 {
		return 0
	}
	_, rarity := common(a, b)
	return rarity / a.rarity
}

// common counts the words that two statements share, each as often as both
// have it, and sums their rarity.
func common(a, b *Clause) (n int, rarity float64) {
	x, y := a.wording, b.wording
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch {
		case x[i].id < y[k].id:
			i++
		case x[i].id > y[k].id:
			k++
		default:
			n++
			rarity += x[i].rarity
			i, k = i+1, k+1
		}
	}
	return n, rarity
}
