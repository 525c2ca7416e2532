package credit

import (
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// cueReader reads the words around a name.
type cueReader struct{ *document }

// found is what the words around a name say: its part, the form of it, and the
// token at which the cue begins. The form is "" where nothing is said.
type found struct {
	cue
	form stemma.MentionForm
	at   int
}

// cueOf finds the cue that tells what part a mention plays, by the first rule
// that has one.
func (p cueReader) cueOf(m *mention) found {
	for _, rule := range [...]func(*mention) found{
		p.inName, p.byPeople, p.byPost, p.byBracket, p.byOpening, p.byMember, p.byWordsBefore, p.byPrint, p.byVerb,
	} {
		if f := rule(m); f.form != "" {
			return f
		}
	}
	return found{at: m.first}
}

// inName: a part of another name or of what somebody says credits nobody: "the
// Gazette-Radio Four poll".
func (p cueReader) inName(m *mention) found {
	if p.compound(m) || p.speech[m.first] {
		return found{cue{role: stemma.ActorRole}, stemma.BareForm, m.first}
	}
	return found{}
}

// byPeople: who speaks for the company, or for himself, makes an actor of his
// outlet: "a spokesman for the Gazette".
func (p cueReader) byPeople(m *mention) found {
	if _, who := p.persons(m); who == "house" || who == "guest" || p.peopleOf(m) {
		return found{cue{role: stemma.ActorRole}, stemma.SayingForm, m.first}
	}
	return found{}
}

// byPost: who signs a post that is shown is credited with it.
func (p cueReader) byPost(m *mention) found {
	if posted(p, m) && !m.name.doubtful {
		return found{cue{role: stemma.CreditRole}, stemma.PostForm, m.first}
	}
	return found{}
}

// byBracket: a bracket or the end of a sentence says from where it was taken, and nothing
// else: "(via the Gazette)", ", via the Gazette.", "(Gazette)."
func (p cueReader) byBracket(m *mention) found {
	k := m.first - 1
	for k > 0 && p.lex.links.Has(p.t.Tokens[k].Form) || k > 0 && p.t.Tokens[k].Form == ":" {
		k--
	}
	isTold := k > 0 && p.lex.small.Is(p.t.Tokens[k].Form, "bracket")
	if isTold {
		k--
	}
	if k < 1 || !p.closesBehind(p.t.Tokens[k].Form, m.last, isTold) || !isTold && p.capital(k-1) {
		return found{}
	}
	return found{cue{role: stemma.CreditRole}, stemma.PrintForm, k + 1}
}

// byOpening: a line says from where the words below it are taken: "From the Gazette:".
func (p cueReader) byOpening(m *mention) found {
	k := beforeArticle(p.document, m)
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	opens := s >= 0 && k == p.t.Sentences[s].First && p.lex.small.Is(p.t.Tokens[k].Form, "opens")
	if !opens || m.last >= len(p.t.Tokens) || p.t.Tokens[m.last].Form != ":" {
		return found{}
	}
	return found{cue{role: stemma.CreditRole}, stemma.PrintForm, k}
}

// quotedByOutlet: an outlet has it from another one: "Radio Four was quoting the Gazette".
func quotedByOutlet(p cueReader, m *mention) found {
	at := beforeArticle(p.document, m)
	if at < 1 || !p.lex.small.Is(p.t.Tokens[at].Form, "cites") {
		return found{}
	}
	for at > 0 && p.lex.function.Is(p.t.Tokens[at-1].Form, "aux") {
		at--
	}
	if slices.ContainsFunc(p.found, func(other mention) bool { return p.behind(&other) == at }) {
		return found{cue{role: stemma.CreditRole}, stemma.SayingForm, at}
	}
	return found{}
}

// closesBehind says whether what a mark opens ends at token k: a bracket, which without a
// word for it ends the sentence, or the words behind a comma.
func (p *document) closesBehind(mark string, k int, isTold bool) bool {
	switch mark {
	case "(":
		return k < len(p.t.Tokens) && p.t.Tokens[k].Form == ")" && (isTold || p.endsAt(k+1))
	case ",":
		return isTold && p.endsAt(k)
	}
	return false
}

// endsAt says whether nothing but a mark is left of the sentence at token k.
func (p *document) endsAt(k int) bool {
	s := p.t.SentenceAt(p.t.Tokens[k-1].Start)
	if s < 0 {
		return false
	}
	last := p.t.Sentences[s].Last
	return k == last || k == last-1 && p.t.Tokens[k].Kind == stemma.Mark
}

// byMember: the name is one of those who reported: "several outlets, among them the
// Gazette, have reported".
func (p cueReader) byMember(m *mention) found {
	k := p.memberOf(m)
	if k < 0 {
		return found{}
	}
	s := p.t.Sentences[p.t.SentenceAt(p.t.Tokens[k].Start)]
	for n := m.last; n < min(s.Last, m.last+apposition); n++ {
		if p.t.Tokens[n].Form != "," {
			continue
		}
		if c, ok := p.cueFrom(n+1, s.Last); ok {
			return found{c, stemma.SayingForm, k}
		}
	}
	return found{}
}

// beforeArticle is the token before a name and its article.
func beforeArticle(p *document, m *mention) int {
	k := m.first - 1
	if k > 0 && p.lex.links.Is(p.t.Tokens[k].Form, "article") {
		k--
	}
	return k
}

// memberOf is the noun for media of which a name is said to be one, or -1: "outlets,
// including the Gazette".
func (p cueReader) memberOf(m *mention) int {
	k := beforeArticle(p.document, m)
	switch {
	case k > 1 && p.lex.small.Is(p.t.Tokens[k-1].Form+" "+p.t.Tokens[k].Form, "member"):
		k -= 2
	case k > 0 && p.lex.small.Is(p.t.Tokens[k].Form, "member"):
		k--
	default:
		return -1
	}
	if k > 0 && p.t.Tokens[k].Form == "," {
		k--
	}
	if k < 0 || !p.lex.heads.Is(p.word(k), "noun") {
		return -1
	}
	return k
}

// byWordsBefore: a cue stands before the name: "according to the Gazette". No
// venue is where nobody says anything, and no air where nobody can be on it.
func (p cueReader) byWordsBefore(m *mention) found {
	c, ok, at := p.cueBefore(m)
	isSilent := c.needsVoice() && m.source == nil && p.spokenIn(m) == nil && !inInterview(p, m, at)
	if !ok || isSilent || c.air && !p.isOnAir(m) {
		return found{}
	}
	return found{c, beforeForm(c), at}
}

// needsVoice says whether a cue tells of a venue only where somebody speaks.
func (c cue) needsVoice() bool { return c.role == stemma.VenueRole && !c.receiver && !c.written }

// byPrint: what the outlet prints stands behind its name: "a Gazette report",
// "in a Gazette interview".
func (p cueReader) byPrint(m *mention) found {
	c, ok := p.printed(m)
	switch {
	case ok && c.role != stemma.VenueRole && (m.name.kind != stemma.LostPerson || m.name.author):
		return found{c, stemma.PrintForm, m.first}
	case ok && p.during(m):
		return found{c, stemma.InterviewForm, m.first}
	}
	return found{}
}

// byVerb: the name is the subject of a verb: "the Gazette reported", "asks Radio
// Four's blog".
func (p cueReader) byVerb(m *mention) found {
	if f := quotedByOutlet(p, m); f.form != "" {
		return f
	}
	end, who := p.persons(m)
	if end == m.last && isMedium(p, end) {
		end++ // "the Bell agency reported"
	}
	if c, ok := p.cueAfter(end, m); ok && (who != "" || !m.owner) {
		c.weak = c.weak && (who != "press" || !m.owner)
		return found{c, stemma.SayingForm, m.first}
	}
	if who == "press" && m.owner && isSource(p, m) {
		return found{cue{role: stemma.CreditRole}, stemma.SayingForm, m.first}
	}
	if c, ok := p.inverted(m); ok {
		return found{c, stemma.SayingForm, m.first}
	}
	if c, ok := framed(p.document, m); ok {
		return found{c, stemma.SayingForm, m.first}
	}
	return found{}
}

// isMedium says whether a token is a plain noun that says what sort of outlet it is.
func isMedium(p cueReader, k int) bool {
	return k < len(p.t.Tokens) && p.lex.heads.Is(p.word(k), "noun") && p.lex.links.Has(p.word(k))
}

// isSource says whether a name stands in the source of an attribution, whatever its verb.
func isSource(p cueReader, m *mention) bool {
	return m.source != nil && m.source.Source != nil && p.within(m, []stemma.Span{*m.source.Source})
}

// framed finds the participle that closes a clause, of which an auxiliary stands before the
// name: "zuerst hatte der Kurier darüber berichtet".
func framed(p *document, m *mention) (cue, bool) {
	k := beforeArticle(p, m)
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 || k < 0 || !p.lex.small.Is(p.t.Tokens[k].Form, "auxiliary") {
		return cue{}, false
	}
	end := m.last
	for end < p.t.Sentences[s].Last && p.t.Tokens[end].Kind != stemma.Mark {
		end++
	}
	c, ok := p.lex.after[p.word(end-1)]
	return c, ok && end > m.last
}

// beforeForm is the form of a mention behind a cue.
func beforeForm(c cue) stemma.MentionForm {
	switch {
	case c.receiver:
		return stemma.ReceiverForm
	case c.role == stemma.VenueRole:
		return stemma.InterviewForm
	}
	return stemma.PrintForm
}

const (
	// cueReach is how many words before a name are looked at for a cue.
	cueReach = 9
	// longestCue is the number of words of the longest cue.
	longestCue = 5
	// apposition is how long an apposition between a name and its verb is.
	apposition = 16
)

// cueBefore finds the longest cue that ends before a name, over words that
// describe an outlet and adverbs of time.
func (p cueReader) cueBefore(m *mention) (cue, bool, int) {
	words, places := p.wordsBefore(m.first)
	for n := min(longestCue, len(words)); n > 0; n-- {
		if c, ok := p.lex.before[strings.Join(words[len(words)-n:], " ")]; ok {
			return c, true, places[len(places)-n]
		}
	}
	return cue{}, false, m.first
}

// wordsBefore gives the words before a token in its sentence, without those
// that only link them to the name and those of time.
func (p cueReader) wordsBefore(at int) (words []string, places []int) {
	s := p.t.SentenceAt(p.t.Tokens[at].Start)
	if s < 0 {
		return nil, nil
	}
	linking := true
	for k := at - 1; k >= max(p.t.Sentences[s].First, at-cueReach); k-- {
		switch {
		case p.isTime(k, at), linking && p.isLinking(k, at):
			continue
		case len(words) > 0 && places[0] == k+1 && hyphenates(p.t.Tokens, k): // "op-ed in"
			k--
			words[0], places[0] = p.t.Tokens[k].Form+"-"+words[0], k
			continue
		case p.t.Tokens[k].Kind == stemma.Mark:
			return words, places
		case p.isSkipped(k), linking && p.isOwnerBefore(k), linking && p.isReporterOf(k, at):
			continue
		}
		linking = false
		words, places = append([]string{p.t.Tokens[k].Form}, words...), append([]int{k}, places...)
	}
	return words, places
}

// hyphenates says whether a token is the hyphen in a word.
func hyphenates(t []stemma.Token, k int) bool {
	return t[k].Form == "-" && k > 0 && t[k-1].End == t[k].Start && t[k].End == t[k+1].Start
}

// isLinking says whether a token only links a cue to the name at token at: an
// article, what describes an outlet, a hyphen, and the network of an affiliate
// ("told CNN affiliate WXYZ").
func (p cueReader) isLinking(k, at int) bool {
	form := p.t.Tokens[k].Form
	if p.lex.links.Has(form) || form == `"` {
		return true
	}
	if k+1 >= at {
		return false
	}
	if first := p.behindArticle(at); first >= 0 && first < k {
		return true
	}
	isNetwork := p.capital(k) && p.lex.people.Is(p.t.Tokens[k+1].Form, "guest")
	return isNetwork || p.lex.demonyms.Has(form) || form == "-"
}

// isTime says whether a token is a preposition before a time: "on Friday".
func (p cueReader) isTime(k, at int) bool {
	next := k + 1
	isPhrase := next < at && p.lex.small.Is(p.t.Tokens[k].Form, "preposition") && p.lex.skips.Has(p.t.Tokens[next].Form)
	return isPhrase && !p.lex.small.Is(p.t.Tokens[next].Form, "bare") // "passed on yesterday by"
}

// isSkipped says whether a word is passed over wherever it stands, and is no part
// of a cue.
func (p cueReader) isSkipped(k int) bool {
	form := p.word(k)
	return p.lex.skips.Has(form) && !p.lex.small.Is(form, "preposition")
}

// isReporterOf says whether a token is of the words that put somebody of the outlet
// before its name at token at: "told a reporter for the Gazette". At "a Gazette
// breakfast" are others.
func (p cueReader) isReporterOf(k, at int) bool {
	if p.lex.small.Is(p.t.Tokens[k].Form, "of") {
		k--
	}
	isNamed := !p.lex.small.Is(p.t.Tokens[at-1].Form, "any")
	return isNamed && k >= 0 && p.lex.people.Is(p.word(k), "press") && !p.capital(k)
}

// isOwnerBefore says whether a token is an outlet that owns the name behind it, a
// mention of its own: "ABC's “This Week”".
func (p cueReader) isOwnerBefore(k int) bool {
	return who.IsOwned(p.t.Tokens[k].Form) && p.lex.heads.Is(p.word(k), "name")
}

// printed reads what an outlet prints: "a Gazette report", "the Gazette's own
// account".
func (p cueReader) printed(m *mention) (cue, bool) {
	for k := p.behind(m); k < min(p.behind(m)+3, len(p.t.Tokens)) && p.t.Tokens[k].Kind == stemma.Word; k++ {
		if c, ok := p.lex.prints[p.word(k)]; ok {
			return c, p.closes(k+1) && (m.owner || !c.owned)
		}
		if p.capital(k) || p.lex.function.Has(p.word(k)) && !p.lex.small.Is(p.word(k), "own") {
			return cue{}, false
		}
		if _, ok := p.lex.after[p.word(k)]; ok {
			return cue{}, false
		}
	}
	return cue{}, false
}

// closes says whether a noun phrase may end before token k: not in "the
// Gazette's editorial standards".
func (p cueReader) closes(k int) bool {
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Kind != stemma.Word {
		return true
	}
	form := p.word(k)
	_, verb := p.lex.after[form]
	return verb || p.lex.function.Has(form) || p.lex.skips.Has(form) || p.lex.participial.Fit(form)
}

// cueAfter finds the longest cue behind token end: over adverbs, auxiliaries, an
// apposition or a bracket.
func (p cueReader) cueAfter(end int, m *mention) (cue, bool) {
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 {
		return cue{}, false
	}
	last := p.t.Sentences[s].Last
	if end+1 < last && p.t.Tokens[end].Form == "," && opensAside(p, m, end+1) {
		if c, ok := p.cueFrom(end+1, last); ok {
			return c, true
		}
	}
	if end < last && p.t.Tokens[end].Form == "," && p.isApposed(m) {
		return p.cueFrom(end+1, last)
	}
	return p.cueFrom(p.overAside(end, last), last)
}

// opensAside says whether behind a comma it is told what an outlet did: "the Gazette, citing a log", "the Gazette,
// which broke the story".
func opensAside(p cueReader, m *mention, k int) bool {
	isOutlet := m.name.kind == stemma.LostOutlet && !m.name.doubtful
	return p.lex.lasting.Fit(p.word(k)) || isOutlet && p.lex.function.Is(p.word(k), "rel")
}

// isApposed says whether a name stands between commas behind what it is called: "a local
// newspaper, the Gazette, reported".
func (p cueReader) isApposed(m *mention) bool {
	k := beforeArticle(p.document, m)
	return k > 0 && p.t.Tokens[k].Form == "," && p.lex.heads.Is(p.word(k-1), "noun")
}

// cueFrom finds the longest cue at token k or behind adverbs there.
func (p cueReader) cueFrom(k, last int) (cue, bool) {
	for k < last {
		var words []string
		for n := k; n < min(k+longestCue, last); n++ {
			words = append(words, p.word(n))
		}
		for n := len(words); n > 0; n-- {
			if c, ok := p.lex.after[strings.Join(words[:n], " ")]; ok {
				return c, true
			}
		}
		isDay := p.t.Tokens[k].Kind == stemma.Number
		if form := p.word(k); !isDay && !p.lex.skips.Has(form) && !p.lex.adverbial.Fit(form) &&
			!p.lex.small.Is(form, "row") {
			return cue{}, false
		}
		k++
	}
	return cue{}, false
}

// inverted finds a verb of which the name behind it is the subject: "…, asks
// Radio Four's blog", "So wrote the Gazette".
func (p cueReader) inverted(m *mention) (cue, bool) {
	k := m.first - 1
	for k > 0 && p.lex.links.Has(p.t.Tokens[k].Form) {
		k--
	}
	if k < 1 {
		return cue{}, false
	}
	if before := p.t.Tokens[k-1].Form; before != "," && before != `"` && !p.lex.small.Is(before, "inverts") {
		return cue{}, false
	}
	c, ok := p.lex.after[p.t.Tokens[k].Form]
	return c, ok && c.role == stemma.CreditRole
}

// overAside gives the token behind an apposition or a bracket that begins at k,
// or k where there is none.
func (p cueReader) overAside(k, last int) int {
	if k >= last {
		return k
	}
	shut := map[string]string{",": ",", "(": ")", "-": "-"}[p.t.Tokens[k].Form]
	if shut == "" {
		return k
	}
	for n := k + 1; n < min(k+apposition, last); n++ {
		if p.t.Tokens[n].Form == shut {
			return n + 1
		}
	}
	return k
}
