package name

import "strings"

// Writer is whom a byline names.
type Writer uint8

// Who can write a report.
const (
	Nobody   Writer = iota // an empty line
	Author                 // a person
	AgencyBy               // a news agency or somebody there who is not named
	DeskBy                 // a desk, a team or a section of the outlet
)

// Writer says whom an entry of a byline names: "Ada Wren" a person, "Reuters
// Staff" an agency, "National Security" a desk.
func (r *Registry) Writer(entry string) Writer {
	words := r.writerWords(entry)
	switch {
	case len(words) == 0:
		return Nobody
	case r.IsAgency(entry) || r.IsAgency(r.beforeDesk(words)):
		return AgencyBy
	case r.isDesk(words), r.Outlet(entry).Known:
		return DeskBy
	}
	return Author
}

// writerWords lists the words of a byline without articles and small words.
func (r *desks) writerWords(entry string) []string {
	var words []string
	for _, f := range fields(entry) {
		if w := foldWord(f); w != "" && r.words[w]&(article|small) == 0 {
			words = append(words, w)
		}
	}
	return words
}

// allDesks says whether every word may name a desk: "World Politics Desk".
func (r *desks) allDesks(words []string) bool {
	for _, w := range words {
		if _, ok := r.sections[w]; !ok {
			return false
		}
	}
	return true
}

// beforeDesk is what stands before the words for a desk: the agency of
// "Reuters Staff".
func (r *desks) beforeDesk(words []string) string {
	for n := len(words) - 1; n > 0; n-- {
		if r.sections[strings.Join(words[n:], "")] {
			return strings.Join(words[:n], " ")
		}
	}
	return ""
}

// isDesk says whether the whole of a line names a desk, or its last words do
// behind an outlet or a place ("Gazette staff").
func (r *desks) isDesk(words []string) bool {
	if _, whole := r.sections[strings.Join(words, "")]; whole || r.allDesks(words) {
		return true
	}
	return r.beforeDesk(words) != "" && !r.isGiven(words[0]) && len(words[0]) > 1
}
