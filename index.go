package stemma

// Index finds nouns by their ids. Nil stands for what is not there.
type Index struct {
	texts        map[string]*Text
	attributions map[string]*Attribution
	speakers     map[string]*Speaker
}

// NewIndex indexes the lists that it is given; they must not be moved while
// the index is in use.
func NewIndex(texts []*Text, attributions []Attribution, speakers []Speaker) *Index {
	x := &Index{
		texts:        make(map[string]*Text, len(texts)),
		attributions: make(map[string]*Attribution, len(attributions)),
		speakers:     make(map[string]*Speaker, len(speakers)),
	}
	for _, t := range texts {
		x.texts[t.Report.ID] = t
	}
	for i := range attributions {
		x.attributions[attributions[i].ID] = &attributions[i]
	}
	for i := range speakers {
		x.speakers[speakers[i].ID] = &speakers[i]
	}
	return x
}

// Of is an index of some reports' texts and attributions and of the speakers of these, who are
// taken from this one: it holds nothing of other reports.
func (x *Index) Of(texts []*Text, attributions []Attribution) *Index {
	own := NewIndex(texts, attributions, nil)
	for i := range attributions {
		for _, id := range []Maybe{attributions[i].Speaker, attributions[i].ReceiverSpeaker} {
			if who := x.Speaker(id); who != nil && own.speakers[who.ID] == nil {
				alone := *who // a place in the list of all would hold the list
				own.speakers[who.ID] = &alone
			}
		}
	}
	return own
}

// Text returns the text of the report with that id.
func (x *Index) Text(report string) *Text { return x.texts[report] }

// Attribution returns the attribution with that id.
func (x *Index) Attribution(id Maybe) *Attribution { return x.attributions[string(id)] }

// Speaker returns the speaker with that id.
func (x *Index) Speaker(id Maybe) *Speaker { return x.speakers[string(id)] }

// Source returns the speaker whom a statement is credited to, innermost; nil
// when the report asserts it itself.
func (x *Index) Source(s *Statement) *Speaker {
	if a := x.Attribution(s.Attribution); a != nil {
		return x.Speaker(a.Speaker)
	}
	return nil
}
