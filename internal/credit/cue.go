package credit

import (
	"strings"

	"stemma"
)

// cueOf finds the cue that tells what part a mention plays. The form is "" when
// no cue touches it; at is the token at which the cue begins.
func (p *passage) cueOf(m *mention) (c cue, form stemma.MentionForm, at int) {
	actor := cue{role: stemma.ActorRole}
	if p.compound(m) || p.speech[m.first] {
		return actor, stemma.BareForm, m.first
	}
	end, person := p.persons(m)
	if person == "house" || person == "guest" || p.peopleOf(m) {
		return actor, stemma.SayingForm, m.first
	}
	if p.posted(m) && !m.name.doubtful {
		return cue{role: stemma.CreditRole}, stemma.PostForm, m.first
	}
	before, hasBefore, at := p.cueBefore(m)
	if hasBefore && before.role == stemma.VenueRole && !before.receiver && m.source == nil && p.spokenIn(m) == nil {
		hasBefore = false // nobody says anything there
	}
	if hasBefore && (!before.air || m.name.air && p.spokenIn(m) != nil && p.onShow(m)) {
		return before, p.beforeForm(before), at
	}
	if c, ok := p.printed(m); ok && c.role != stemma.VenueRole && (m.name.kind != stemma.LostPerson || m.name.author) {
		return c, stemma.PrintForm, m.first
	} else if ok && p.during(m) {
		return c, stemma.InterviewForm, m.first
	}
	if c, ok := p.cueAfter(end, m); ok && (person != "" || !m.owner) {
		return c, stemma.SayingForm, m.first
	}
	if c, ok := p.inverted(m); ok {
		return c, stemma.SayingForm, m.first
	}
	return cue{}, "", m.first
}

// onShow says whether somebody can be on what is named: the air of "on Radio
// Four's team" is none, that of "on Radio Four's “Tonight”" is.
func (p *passage) onShow(m *mention) bool {
	k := p.behind(m)
	if !m.owner || k >= len(p.t.Tokens) {
		return true
	}
	c, prints := p.lex.prints[p.word(k)]
	return p.capital(k) || p.t.Tokens[k].Kind == stemma.Mark || prints && c.role == stemma.VenueRole
}

// during says whether an interview is where something was said: "in a Gazette
// interview".
func (p *passage) during(m *mention) bool {
	for k := m.first - 1; k >= max(0, m.first-duringReach); k-- {
		if p.lex.small.Is(p.t.Tokens[k].Form, "during") {
			return true
		}
	}
	return false
}

// duringReach is how far before an outlet's name the word stands that puts
// something into its interview: "in a recent live Gazette interview".
const duringReach = 4

func (p *passage) beforeForm(c cue) stemma.MentionForm {
	switch {
	case c.receiver:
		return stemma.ReceiverForm
	case c.role == stemma.VenueRole:
		return stemma.InterviewForm
	}
	return stemma.PrintForm
}

// compound says whether a name is a part of another one, or of a poll's: "the
// Gazette-Radio Four poll", or the credit of a picture: "| HARBOUR NEWS".
func (p *passage) compound(m *mention) bool {
	if i := m.first - 1; i >= 0 {
		switch form := p.t.Tokens[i].Form; {
		case form == "|", (form == "-" || form == "/" || form == "@") && p.t.Tokens[i].End == p.t.Tokens[m.first].Start:
			return true
		}
	}
	if i := m.last; i < len(p.t.Tokens) && p.t.Tokens[i].Start == p.t.Tokens[i-1].End {
		return p.t.Tokens[i].Form == "-" || p.t.Tokens[i].Form == "/" || p.t.Tokens[i].Form == "@"
	}
	return false
}

// persons looks for people of the outlet behind its name: "Gazette reporter Ada
// Wren", "Radio Four's Ada Wren". It gives the token behind them and what they
// speak for; "" where there are none.
func (p *passage) persons(m *mention) (end int, speaksFor string) {
	end = p.behind(m)
	for k := end; k < min(end+3, len(p.t.Tokens)); k++ {
		if x := p.lex.people.First(p.word(k)); x != "" {
			return p.fullName(k + 1), x
		}
		if p.t.Tokens[k].Kind == stemma.Mark || !p.lex.links.Has(p.word(k)) && !strings.HasSuffix(p.word(k), "al") {
			break
		}
	}
	if to := p.fullName(end); m.owner && to-end >= 2 && to-end <= 3 && !p.quotedAt(end, to) {
		return to, "press"
	}
	return end, ""
}

// peopleOf says whether somebody of the outlet stands before its name: "a
// spokesman for the Gazette".
func (p *passage) peopleOf(m *mention) bool {
	words, _ := p.wordsBefore(m.first)
	if len(words) < 2 {
		return false
	}
	return p.lex.small.Is(words[len(words)-1], "of") && p.lex.people.Is(words[len(words)-2], "house")
}

// fullName is the token behind the capitalised words at k, as many as a name
// has at most and one more.
func (p *passage) fullName(k int) int {
	most := min(k+longestName+1, len(p.t.Tokens))
	for k < most && p.t.Tokens[k].Kind == stemma.Word && p.capital(k) {
		k++
	}
	return k
}

// posted says whether a name signs a post that is shown in the report: "— Ada
// Wren (@adawren) March 3, 2016".
func (p *passage) posted(m *mention) bool {
	return m.first > 0 && p.t.Tokens[m.first-1].Form == "-" && m.last+1 < len(p.t.Tokens) &&
		p.t.Tokens[m.last].Form == "(" && p.t.Tokens[m.last+1].Form == "@"
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
func (p *passage) cueBefore(m *mention) (cue, bool, int) {
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
func (p *passage) wordsBefore(at int) (words []string, places []int) {
	s := p.t.SentenceAt(p.t.Tokens[at].Start)
	if s < 0 {
		return nil, nil
	}
	linking := true
	for k := at - 1; k >= max(p.t.Sentences[s].First, at-cueReach); k-- {
		form := p.t.Tokens[k].Form
		switch {
		case linking && k+1 < at && p.capital(k) && p.lex.people.Is(p.t.Tokens[k+1].Form, "guest"):
			continue // "told CNN affiliate WXYZ"
		case p.lex.small.Is(form, "preposition") && k+1 < at && p.lex.skips.Has(p.t.Tokens[k+1].Form):
			continue
		case linking && (p.lex.links.Has(form) || form == `"` || form == "-" && k+1 < at):
			continue
		case p.t.Tokens[k].Kind == stemma.Mark:
			return words, places
		case !p.lex.small.Is(form, "preposition") && p.lex.skips.Has(form):
			continue
		case linking && strings.HasSuffix(form, "'s") && p.lex.heads.Is(p.word(k), "name"):
			continue // "ABC's “This Week”": the owner is a mention of its own
		}
		linking = false
		words, places = append([]string{form}, words...), append([]int{k}, places...)
	}
	return words, places
}

// printed reads what an outlet prints: "a Gazette report", "the Gazette's own
// account".
func (p *passage) printed(m *mention) (cue, bool) {
	for k := p.behind(m); k < min(p.behind(m)+3, len(p.t.Tokens)) && p.t.Tokens[k].Kind == stemma.Word; k++ {
		if c, ok := p.lex.prints[p.word(k)]; ok {
			return c, p.closes(k + 1)
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
func (p *passage) closes(k int) bool {
	if k >= len(p.t.Tokens) || p.t.Tokens[k].Kind != stemma.Word {
		return true
	}
	form := p.word(k)
	_, verb := p.lex.after[form]
	return verb || p.lex.function.Has(form) || p.lex.skips.Has(form) || p.participle(form)
}

// participle says whether a word ends as participles do.
func (p *passage) participle(form string) bool {
	return strings.HasSuffix(form, "ed") || strings.HasSuffix(form, "ing")
}

// cueAfter finds the longest cue behind token end: over adverbs, auxiliaries, an
// apposition or a bracket.
func (p *passage) cueAfter(end int, m *mention) (cue, bool) {
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 {
		return cue{}, false
	}
	last := p.t.Sentences[s].Last
	if end+1 < last && p.t.Tokens[end].Form == "," && strings.HasSuffix(p.word(end+1), "ing") {
		if c, ok := p.cueFrom(end+1, last); ok {
			return c, true
		}
	}
	return p.cueFrom(p.overAside(end, last), last)
}

// cueFrom finds the longest cue at token k or behind adverbs there.
func (p *passage) cueFrom(k, last int) (cue, bool) {
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
		if form := p.word(k); !p.lex.skips.Has(form) && !strings.HasSuffix(form, "ly") && !p.lex.small.Is(form, "row") {
			return cue{}, false
		}
		k++
	}
	return cue{}, false
}

// inverted finds a verb of which the name behind it is the subject: "…, asks
// Radio Four's blog."
func (p *passage) inverted(m *mention) (cue, bool) {
	k := m.first - 1
	for k > 0 && p.lex.links.Has(p.t.Tokens[k].Form) {
		k--
	}
	if k < 1 || p.t.Tokens[k-1].Form != "," && p.t.Tokens[k-1].Form != `"` {
		return cue{}, false
	}
	c, ok := p.lex.after[p.t.Tokens[k].Form]
	return c, ok && c.role == stemma.CreditRole
}

// overAside gives the token behind an apposition or a bracket that begins at k,
// or k where there is none.
func (p *passage) overAside(k, last int) int {
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
