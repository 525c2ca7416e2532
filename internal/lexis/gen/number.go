package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// prune drops what no comparison meets: a sense that no other word has and that is nobody's
// wider one, and a wider sense that no word has. Of each part of speech one sense stays, by
// which a word is known to be that, and to have a sense in common with itself.
func (r relations) prune() {
	owners, wider := map[string]int{}, map[string]int{}
	for _, e := range r {
		for sense := range e.senses {
			owners[sense]++
		}
		for sense := range e.wider {
			wider[sense]++
		}
	}
	for _, e := range r {
		kept, alone := map[string]bool{}, map[byte]string{}
		parts := map[byte]bool{}
		for _, sense := range slices.Sorted(maps.Keys(e.senses)) {
			if owners[sense] > 1 || wider[sense] > 0 {
				kept[sense], parts[sense[0]] = true, true
			} else if alone[sense[0]] == "" {
				alone[sense[0]] = sense
			}
		}
		for part, sense := range alone {
			if !parts[part] {
				kept[sense] = true
			}
		}
		e.senses = kept
		maps.DeleteFunc(e.wider, func(sense string, _ bool) bool { return owners[sense] == 0 })
	}
}

// number gives the senses of each part of speech numbers, from 0 on, the most frequent first:
// so they are short. What they are called in WordNet nobody asks.
func (r relations) number() {
	count := map[string]int{}
	for _, e := range r {
		for _, set := range []map[string]bool{e.senses, e.wider} {
			for sense := range set {
				count[sense]++
			}
		}
	}
	order := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a, b))
	})
	called, next := map[string]string{}, map[byte]int64{}
	for _, sense := range order {
		part := sense[0]
		called[sense] = string(part) + strconv.FormatInt(next[part], 36)
		next[part]++
	}
	rename := func(set map[string]bool) map[string]bool {
		renamed := map[string]bool{}
		for sense := range set {
			renamed[called[sense]] = true
		}
		return renamed
	}
	for _, e := range r {
		e.senses, e.wider = rename(e.senses), rename(e.wider)
	}
}
