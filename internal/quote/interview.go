package quote

// throughInterview reads "an interview with the mayor" for a source: the mayor
// is credited, and whose interview it is heard it.
func (u *unit) throughInterview(h *hit) {
	s := h.source
	for i := s.from; i+2 < s.to; i++ {
		if !u.r.lex.talks.Has(u.at(i).form) || !u.at(i+1).plays(withWord) {
			continue
		}
		outlet := span{s.from, i}
		for outlet.from < i && u.at(outlet.from).is(det) && !u.at(outlet.from+1).owner {
			outlet.from++
		}
		if !outlet.empty() && u.at(outlet.from).upper && h.receiver.empty() {
			h.receiver = outlet
		}
		h.source = span{i + 2, s.to}
		return
	}
}
