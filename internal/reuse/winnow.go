package reuse

// window is how many neighbouring shingles one is kept of.
const window = 4

// winnow calls keep with the position of every kept shingle, in order and
// once each: the smallest of every window, the rightmost of equal ones. A row
// shorter than a window keeps its smallest. Any two rows that share a run of
// window+shingle-1 words therefore keep a shingle of that run in common.
func winnow(hashes []uint64, keep func(position int)) {
	kept := -1
	for start := 0; start+window <= len(hashes) || (start == 0 && len(hashes) > 0); start++ {
		end := min(start+window, len(hashes))
		least := start
		for i := start + 1; i < end; i++ {
			if hashes[i] <= hashes[least] {
				least = i
			}
		}
		if least != kept {
			keep(least)
			kept = least
		}
	}
}
