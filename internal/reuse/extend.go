package reuse

// extend makes every anchor a maximal run of equal words. Words are compared
// by their forms, so a collision of hashes never shows. Anchors come in
// order; one that lies inside a run already made on its diagonal is skipped.
func extend(a, b row, anchors []anchor) []passage {
	var runs []passage
	reached := map[int]int{} // diagonal → end of its last run, in words of a
	for _, x := range anchors {
		i, j := int(x.a), int(x.b)
		if end, ok := reached[i-j]; ok && i < end {
			continue
		}
		if !same(a, b, i, j) {
			continue
		}
		run := grow(a, b, i, j)
		if run.columns >= shingle {
			runs = append(runs, run)
			reached[i-j] = run.a1
		}
	}
	sortPassages(runs)
	return runs
}

func grow(a, b row, i, j int) passage {
	a0, b0 := i, j
	for a0 > 0 && b0 > 0 && same(a, b, a0-1, b0-1) {
		a0, b0 = a0-1, b0-1
	}
	for i < len(a.words) && j < len(b.words) && same(a, b, i, j) {
		i, j = i+1, j+1
	}
	return passage{a0: a0, a1: i, b0: b0, b1: j, equal: i - a0, columns: i - a0}
}

// same says whether word i of a and word j of b are the same word.
func same(a, b row, i, j int) bool {
	return a.words[i] == b.words[j] && a.form(i) == b.form(j)
}

func (r row) form(word int) string { return r.text.Tokens[r.at[word]].Form }
