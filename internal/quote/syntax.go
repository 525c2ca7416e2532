package quote

// run is the words and marks of a run of sentences, with whole quotations as words.
type run struct {
	*words
	a []atom
}

func (u *run) at(i int) *atom {
	if i < 0 || i >= len(u.a) {
		return outside
	}
	return &u.a[i]
}

func (u *run) comma(i int) bool { return u.at(i).mark == ',' }

func (u *run) dash(i int) bool {
	return i >= 0 && i < len(u.a) && u.a[i].dash(u.text)
}

func (u *run) has(from int, word role) bool {
	for i := from; i < min(len(u.a), from+maxWalk) && !u.at(i).ended(); i++ {
		if u.at(i).plays(word) {
			return true
		}
	}
	return false
}

// tokens turns a range of atoms into one of tokens.
func (u *run) tokens(s span) span {
	if s.empty() {
		return span{}
	}
	return span{u.a[s.from].first, u.a[s.to-1].last}
}

func (u *run) tailAt(i int, tail []string) bool {
	for k, w := range tail {
		if u.at(i+k).form != w {
			return false
		}
	}
	return true
}

func (u *run) wholeQuote(s span) bool { return s.to-s.from == 1 && u.at(s.from).quote }

// span is a half-open range of atoms.
type span struct{ from, to int }

func (s span) empty() bool { return s.from >= s.to }

// maxWalk bounds every search for a subject, a receiver or an apposition, in
// atoms, so that reading stays linear whatever the text is. The longest source
// in the material that this was written against has 38 words.
const maxWalk = 48
