package quote

// notifies says whether a verb of reporting, with its object at j, means to
// tell somebody in charge rather than to make public: "reported the fault to
// the board", "did not report it". What an outlet or a paper reports, what
// is new ("a loss") and what is counted is made public.
func (u *unit) notifies(h *hit, j int) bool {
	if h.cue.frame&fNotifies == 0 || h.inverted || h.passive || u.at(j).is(that) || u.at(j).quote || u.at(j).mark != 0 {
		return false
	}
	thing := u.nounAfter(j, true)
	if thing.empty() || u.publishes(h) {
		return false
	}
	if n := u.at(thing.to); n.is(aux|finite) || n.verbal() && !n.is(prep) {
		return false // a clause: "reported the dam was unsafe"
	}
	if u.at(j).is(def | poss | object | neuter) {
		return true
	}
	for i := thing.to; i < len(u.a) && i-thing.to < maxWalk && u.at(i).mark == 0 && !u.at(i).quote; i++ {
		if u.at(i).plays(toWord) && !u.infinitiveAt(i+1) {
			return true
		}
	}
	return false
}

// publishes says whether the source of the hit makes public what it reports.
func (u *unit) publishes(h *hit) bool {
	return !h.source.empty() && (u.kindsIn(h.source)&documentHead != 0 || u.outletIn(h.source) || h.noun)
}

// withholds says whether the source only asks to be left unnamed: "asked not to
// be identified", "asked that her name be withheld".
func (u *unit) withholds(h *hit, j int) bool {
	if h.cue.frame&fWithholds == 0 {
		return false
	}
	for i := j; i < len(u.a) && i-j < 8 && u.at(i).mark == 0 && !u.at(i).quote; i++ {
		if u.r.lex.anonymity.Has(u.at(i).form) {
			return true
		}
	}
	return false
}
