package name

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/language"
)

// Outlet is who publishes, as far as a name tells.
type Outlet struct {
	Name   string // in full where it is known, else as it is written
	Agency bool   // a news agency
	Known  bool   // listed, or one of the user's aliases
	words  []string
	key    string // the words in one
	fixed  bool   // by one of the user's aliases
	caps   bool   // a single word without a small letter: it may be initials
}

// Key is equal for two names of one outlet, and "" for a name that says
// nothing ("the").
func (o Outlet) Key() string { return o.key }

// called is the outlet whose name has these telling words.
func (o Outlet) called(words []string) Outlet {
	o.words, o.key = words, strings.Join(words, "")
	return o
}

// Outlet gives the outlet of a name, as it is written, or of a web address.
func (r *Registry) Outlet(written string) Outlet {
	if IsAddress(written) {
		if o, ok := r.publisher(written); ok {
			return o
		}
	}
	o := Outlet{Name: bare(written)}.called(r.outletWords(written))
	o.caps = len(o.words) == 1 && !hasLower(firstNamed(written, o.words[0]))
	if listed, ok := r.listed(o.key); ok {
		return listed
	}
	o.Agency = r.endsAsAgency(o.words)
	return o
}

// bare is a name without white space, a possessive and the marks around it.
func bare(written string) string {
	s := strings.Trim(strings.Join(strings.Fields(written), " "), " ,;:()[]“”\"'*")
	return Unowned(s)
}

// Unowned is a name, or a word as it is written or folded, without the mark of an
// owner at its end: "the Lantern's" is the Lantern.
func Unowned(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, straightOwner), curlyOwner)
}

// IsOwned says whether a name or a word ends with the mark of an owner: "Selwick's".
func IsOwned(name string) bool {
	return strings.HasSuffix(name, straightOwner) || strings.HasSuffix(name, curlyOwner)
}

// IsOwning says whether a word that is cut only at blanks is an owner: "Selwick's", "Times'".
func IsOwning(word string) bool { return IsOwned(word) || strings.HasSuffix(word, bareOwner) }

// OnAir says whether a folded name is a broadcaster's: by the table of those, or by its first or its last
// word that is in it.
func OnAir(broadcasters language.Table, name string) bool {
	if broadcasters.Has(name) {
		return true
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	return len(words) > 1 && (broadcasters.Has(words[0]) || broadcasters.Has(words[len(words)-1]))
}

// OwnsBare says whether a word that ends in s, with an apostrophe right behind it, is an owner:
// "Times'".
func OwnsBare(word, next string) bool {
	return strings.HasSuffix(word, bareOwner[:1]) && next == bareOwner[1:]
}

// Owns says whether token i of a text is an owner: "Gazette's", "Times'".
func Owns(t *stemma.Text, i int) bool {
	if IsOwned(t.Tokens[i].Form) {
		return true
	}
	isFollowed := i+1 < len(t.Tokens) && t.Tokens[i+1].Start == t.Tokens[i].End
	return isFollowed && OwnsBare(t.Tokens[i].Form, t.Tokens[i+1].Form)
}

// The mark of an owner, as it is typed and as it is set, and as a word that ends in s has it.
const (
	bareOwner     = "s'"
	straightOwner = "'s"
	curlyOwner    = "’s"
)

// firstNamed is the word of a name as it is written.
func firstNamed(written, word string) string {
	for _, f := range fields(written) {
		if foldWord(f) == word {
			return f
		}
	}
	return written
}

func hasLower(s string) bool {
	s = Unowned(s)
	return strings.IndexFunc(s, unicode.IsLower) >= 0
}

// outletWords lists the telling words of an outlet's name, without those that tell its pages
// on the web wherever they stand behind the first: "Harbour Gazette Online", "Harbour Online News".
func (r *Registry) outletWords(written string) []string {
	words := r.telling(r.withoutPage(r.WithoutDesk(written)))
	for at := len(words) - 1; at > 0; at-- {
		if r.words[words[at]]&edition != 0 {
			words = slices.Delete(words, at, at+1)
		}
	}
	return words
}

// WithoutDesk is a name without the words at its end that tell a page or an office of its bearer:
// "Free Party" of "Free Party press room".
func (r *Registry) WithoutDesk(written string) string {
	fields := strings.Fields(written)
	for n := len(fields); n > 2; n = len(fields) {
		if r.words[fold(fields[n-2]+" "+fields[n-1])]&edition == 0 {
			break
		}
		fields = fields[:n-2]
	}
	return strings.Join(fields, " ")
}

// withoutPage cuts off what tells a page of the outlet: "Harbour Gazette" of
// "Harbour Gazette - News" and of "Harbour Gazette (Online News)".
func (r *desks) withoutPage(written string) string {
	for _, mark := range []string{" - ", " – ", " | ", " ("} {
		name, page, ok := strings.Cut(written, mark)
		if ok && len(r.telling(name)) > 0 && r.allPages(r.telling(page)) {
			return name
		}
	}
	return written
}

// allPages says whether words tell pages or sections, if anything.
func (r *desks) allPages(words []string) bool {
	for _, w := range words {
		if _, section := r.sections[w]; !section && r.words[w]&(edition|vague) == 0 {
			return false
		}
	}
	return true
}

// telling lists the words of a name that are neither articles nor small, and
// that do not describe it from behind.
func (r *vocabulary) telling(written string) []string {
	var words []string
	named := false
	for _, f := range fields(written) {
		w := foldWord(f)
		play := r.words[w]
		described := named && (startsLower(f) && play&description != 0 || isFrequency(f))
		if w == "" || play&(article|small) != 0 || described {
			continue
		}
		named = named || !startsLower(f)
		words = append(words, w)
	}
	return words
}

// isFrequency says whether a word is the frequency of a station: "94.3".
func isFrequency(word string) bool {
	whole, rest, ok := strings.Cut(word, ".")
	return ok && isDigits(whole) && isDigits(rest)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// CompareOutlets says whether two names mean one outlet; the order of the two
// does not matter. What [Vague] means stands there.
func (r *Registry) CompareOutlets(a, b string) Likeness {
	return r.Compare(r.Outlet(a), r.Outlet(b))
}

// Compare is CompareOutlets for names that were read before, by [Registry.Outlet].
func (r *Registry) Compare(full, short Outlet) Likeness {
	x, y := full.key, short.key
	switch {
	case x == "" || y == "":
		return Other
	case x == y:
		return Same
	case len(r.apart) > 0 && r.apart[pairOf(x, y)]:
		return Other
	}
	if len(full.words) < len(short.words) {
		full, short = short, full
	}
	if isInitials(short, full.words) || !full.Known && !short.Known && r.leavesOut(full.words, short.words) {
		return Part
	}
	return r.partOf(full.words, short.words)
}

// SameOutlet says whether two names surely mean one outlet.
func (r *Registry) SameOutlet(a, b string) bool { return r.CompareOutlets(a, b) == Same }

// partOf says how a shorter name stands in a longer one: it must end as the
// longer one does ("the Lantern"), or what follows it must tell no outlet:
// "Riverside" for Riverside Radio, but not "Selwick" for the Selwick Lantern,
// nor a place's name for any paper of that place.
func (r *Registry) partOf(full, short []string) Likeness {
	at := indexOf(full, short)
	if at < 0 || len(short) == len(full) {
		return Other
	}
	behind := full[at+len(short):]
	switch {
	case r.allVague(short) && len(behind) == 0:
		return Vague
	case r.allVague(short):
		return Other
	case len(behind) == 0 && r.isPerson(full):
		return Other
	case len(behind) == 0:
		return Part
	case !r.allVague(behind), r.places[strings.Join(short, "")]:
		return Other
	}
	return Part
}

// leavesOut says whether a shorter name has the first and the last word of the longer one, an
// outlet's noun, and leaves out others between: "Selwick Gazette" for the Selwick & Upper Vale
// Gazette.
func (r *vocabulary) leavesOut(full, short []string) bool {
	last := len(short) - 1
	if last < 1 || len(full) <= len(short) || short[0] != full[0] || short[last] != full[len(full)-1] {
		return false
	}
	at := 0
	for _, w := range full {
		if at <= last && w == short[at] {
			at++
		}
	}
	return at > last && r.words[short[last]]&description != 0 && r.words[short[0]]&vague == 0
}

// isPerson says whether words are a person's full name: "Mike Selwick", whose
// last word is no outlet's as in "Charlotte Lantern".
func (r *people) isPerson(words []string) bool {
	last := words[len(words)-1]
	return len(words) == 2 && r.isGiven(words[0]) && r.words[last]&description == 0
}

func (r *vocabulary) allVague(words []string) bool {
	for _, w := range words {
		if r.words[w]&vague == 0 {
			return false
		}
	}
	return true
}

// indexOf is where the words of part stand in whole next to each other, or -1.
func indexOf(whole, part []string) int {
	for i := 0; i+len(part) <= len(whole); i++ {
		k := 0
		for k < len(part) && whole[i+k] == part[k] {
			k++
		}
		if k == len(part) {
			return i
		}
	}
	return -1
}

// isInitials says whether a name of one word in capitals is made of the first
// letters of the longer one's words.
func isInitials(short Outlet, full []string) bool {
	if !short.caps || len(short.words[0]) < 2 || len(short.words[0]) != len(full) {
		return false
	}
	for i, w := range full {
		if w[0] != short.words[0][i] {
			return false
		}
	}
	return true
}
