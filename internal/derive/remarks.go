package derive

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/language"
)

const (
	// shortRemark is how many words a remark has at least. One in which no run of words tells enough is known by all
	// its words, if they are no more than longestShort.
	shortRemark, longestShort = 3, 5
	// likeMeaning is how many words of meaning a remark needs to be known again though it was altered: two in three
	// of them then stand in one remark of the other report.
	likeMeaning = 3
	// mostRemarks is how many remarks of a report are read: what quotes more is a transcript. A remark has fewer than
	// frameBytes bytes: who is quoted at greater length is another report.
	mostRemarks = 200
	// leastFigure is the lowest figure that tells something: smaller ones all reports have.
	leastFigure = 10
)

// remark is a stretch of words in quotation marks, or of somebody's words without them, as in a transcript.
type remark struct {
	marked      bool     // it stands in quotation marks
	first, last int      // tokens, half-open
	keys        []run    // the words in a row by which it is known
	meaning     []string // its words of meaning, each once
	source      string   // the id of who said it, if that is somebody whom reporters ask; or ""
	own         bool     // it was said to this report
}

// remarks are what all reports of a story quote, and the figures that they give.
type remarks struct {
	*pairs
	function, months language.Table
	of               [][]remark       // of each report
	figures          []map[string]int // of each report, each with the token where it stands first
	places           []map[run]int    // of each report, in which of its remarks words stand
	said             map[run][]int    // the reports that have the words of a remark, each once, in order
	tellers          map[string][]int // those that have a figure
	firstSaid        map[run]int      // which of them was the first; missing where nobody can tell
	firstTold        map[string]int
	asked            map[string]bool // by the ids of speakers, whether they are people whom reporters ask
}

// readRemarks reads what all reports quote, and their figures.
func readRemarks(w *pairs, words *tables) *remarks {
	s := &remarks{
		pairs: w, function: words.function, months: words.months, said: map[run][]int{}, tellers: map[string][]int{},
		firstSaid: map[run]int{}, firstTold: map[string]int{}, asked: map[string]bool{},
	}
	lengths := map[int]bool{}
	for i := range w.kept() {
		s.of = append(s.of, s.read(i))
		for _, m := range s.of[i] {
			for _, key := range m.keys {
				s.said[key] = nil
				lengths[key.words] = true
			}
		}
		s.figures = append(s.figures, s.readFigures(i))
		for figure := range s.figures[i] {
			s.tellers[figure] = append(s.tellers[figure], i)
		}
	}
	for i := range w.kept() {
		s.readPlaces(i, lengths)
	}
	for key, holders := range s.said {
		s.firstSaid[key] = s.eldest(holders, s.isElder)
	}
	for figure, tellers := range s.tellers {
		s.firstTold[figure] = s.eldest(tellers, s.isElder)
	}
	return s
}

// read reads what a report quotes below its titles.
func (s *remarks) read(i int) []remark {
	var found []remark
	t, marked := s.texts[i], quotedTokens(s.texts[i])
	spoken := make([]bool, len(marked))
	for _, x := range t.Sentences {
		for k := x.First; k < x.Last; k++ {
			marked[k] = marked[k] && x.Kind == stemma.Paragraph
			spoken[k] = marked[k] || x.Kind == stemma.Paragraph && s.speech[i].isSpoken(k)
		}
	}
	units := s.unitsBySentence(i)
	for from, k := 0, 0; from < len(spoken) && len(found) < mostRemarks; from = max(k, from+1) {
		k = from
		for k < len(spoken) && spoken[k] && marked[k] == marked[from] {
			k++
		}
		if m := (remark{first: from, last: k}); s.readWords(&m, t) {
			m.marked = marked[from]
			s.readSource(&m, i, units)
			found = append(found, m)
		}
	}
	return found
}

// quotedBy gives the remarks that a report has in quotation marks.
func (s *remarks) quotedBy(i int) []remark {
	var found []remark
	for _, m := range s.of[i] {
		if m.marked {
			found = append(found, m)
		}
	}
	return found
}

// readWords reads by which words a remark is known, and says whether it is one: four in a row of which two mean
// something, or five of which one does.
func (s *remarks) readWords(m *remark, t *stemma.Text) bool {
	words := 0
	if m.first == m.last || t.Tokens[m.last-1].End-t.Tokens[m.first].Start >= frameBytes {
		return false
	}
	for _, tok := range t.Tokens[m.first:m.last] {
		words += either(tok.Kind == stemma.Mark, 0, 1)
		if s.means(tok) && !slices.Contains(m.meaning, tok.Form) {
			m.meaning = append(m.meaning, tok.Form)
		}
	}
	for n := range trailMeaning {
		eachRun(t, m.first, m.last, trailWords+n, func(first, last int, r run) bool {
			meaning := 0
			for _, tok := range t.Tokens[first:last] {
				meaning += either(s.means(tok), 1, 0)
			}
			if meaning >= trailMeaning-n {
				m.keys = append(m.keys, r)
			}
			return false
		})
	}
	if len(m.keys) == 0 && shortRemark <= words && words <= longestShort && len(m.meaning) > 0 {
		eachRun(t, m.first, m.last, words, func(_, _ int, r run) bool {
			m.keys = append(m.keys, r)
			return true
		})
	}
	return words >= shortRemark
}

// means says whether a token is a word of meaning.
func (s *remarks) means(tok stemma.Token) bool {
	return tok.Kind != stemma.Mark && !s.function.Has(tok.Form)
}

// unitsBySentence gives the statements of a report that somebody made, by the sentences in which they stand.
func (s *remarks) unitsBySentence(i int) map[int][]*unit {
	t, found := s.texts[i], map[int][]*unit{}
	for k := range s.units[i] {
		if u := &s.units[i][k]; u.source != nil {
			last := t.SentenceAt(u.statement.Span.End - 1)
			for at := t.SentenceAt(u.statement.Span.Start); 0 <= at && at <= last; at++ {
				found[at] = append(found[at], u)
			}
		}
	}
	return found
}

// readSource reads who said a remark, and whether it was said to this report.
func (s *remarks) readSource(m *remark, i int, units map[int][]*unit) {
	t := s.texts[i]
	last := t.SentenceAt(t.Tokens[m.last-1].Start)
	for at := t.SentenceAt(t.Tokens[m.first].Start); 0 <= at && at <= last; at++ {
		for _, u := range units[at] {
			from, to := s.tokens(i, u.statement.Span)
			if from >= m.last || to <= m.first {
				continue
			}
			m.own = m.own || u.own
			if s.isAsked(u.source) {
				m.source = cmp.Or(m.source, u.source.ID)
			}
		}
	}
}

// isAsked says whether somebody is a person whom reporters ask: who makes the news speaks to all.
func (s *remarks) isAsked(source *stemma.Speaker) bool {
	is, known := s.asked[source.ID]
	if !known {
		is = source.Kind == stemma.Anonymous || source.Kind == stemma.Person && !s.isHeaded(source.Name)
		s.asked[source.ID] = is
	}
	return is
}

// readFigures reads the figures of a report. Days and years are left out, they are everybody's.
func (s *remarks) readFigures(i int) map[string]int {
	found, t := map[string]int{}, s.texts[i]
	for k, tok := range t.Tokens {
		if tok.Kind != stemma.Number || isYear(tok) || s.isDay(t, k) {
			continue
		}
		isUnit := func(r rune) bool { return r < '0' || r > '9' }
		form := strings.TrimRightFunc(strings.ReplaceAll(tok.Form, ",", ""), isUnit)
		n, err := strconv.ParseFloat(form, 64)
		if err != nil || n < leastFigure && !strings.Contains(form, ".") {
			continue
		}
		if _, ok := found[form]; !ok {
			found[form] = k
		}
	}
	return found
}

// isDay says whether a number is the day of a month that is named beside it.
func (s *remarks) isDay(t *stemma.Text, k int) bool {
	return k > 0 && s.months.Has(t.Tokens[k-1].Form) || k+1 < len(t.Tokens) && s.months.Has(t.Tokens[k+1].Form)
}

// readPlaces notes which remarks' words a report has: in its remarks, or, if they are enough to tell, anywhere.
func (s *remarks) readPlaces(i int, lengths map[int]bool) {
	places := map[run]int{}
	s.places = append(s.places, places)
	hold := func(r run) bool {
		had, asked := s.said[r]
		if asked && (len(had) == 0 || had[len(had)-1] != i) {
			s.said[r] = append(had, i)
		}
		return asked
	}
	for words := range lengths {
		for at, m := range s.of[i] {
			eachRun(s.texts[i], m.first, m.last, words, func(_, _ int, r run) bool {
				if _, ok := places[r]; !ok && hold(r) {
					places[r] = at
				}
				return false
			})
		}
		if words >= trailWords {
			eachRun(s.texts[i], 0, len(s.texts[i].Tokens), words, func(_, _ int, r run) bool {
				hold(r)
				return false
			})
		}
	}
}

// isElder says whether a report is surely elder than another, or by the times that both tell: that one of the two
// clocks may be of another zone is left aside, since here the words tell the way too.
func (s *remarks) isElder(a, b int) bool {
	_, latest := bounds(s.report(a).Published)
	earliest, _ := bounds(s.report(b).Published)
	return s.gap(a, b) > 0 || !latest.IsZero() && earliest.After(latest) && s.gap(b, a) <= 0
}

// heldBy gives the remark of a report in which another report's stands: some of its words in a row, or most of those
// that mean something.
func (s *remarks) heldBy(report int, m remark) (remark, bool) {
	for _, key := range m.keys {
		if at, ok := s.places[report][key]; ok {
			return s.of[report][at], true
		}
	}
	for _, x := range s.of[report] {
		alike := 0
		for _, word := range m.meaning {
			alike += either(slices.Contains(x.meaning, word), 1, 0)
		}
		if len(m.meaning) >= likeMeaning && 3*alike >= 2*len(m.meaning) {
			return x, true
		}
	}
	return remark{}, false
}

// firstOf is the other report that had words of a remark before all who have them, or missing.
func (s *remarks) firstOf(m remark, copy int) int {
	for _, key := range m.keys {
		if first := s.firstSaid[key]; first != missing && first != copy {
			return first
		}
	}
	return missing
}

// elders gives the reports that have words of a remark and are elder than one.
func (s *remarks) elders(m remark, than int) []int {
	var found []int
	for _, key := range m.keys {
		for _, i := range s.said[key] {
			if s.isElder(i, than) && !slices.Contains(found, i) {
				found = append(found, i)
			}
		}
	}
	return found
}

// hasElder says whether some elder report has words of a remark.
func (s *remarks) hasElder(m remark, copy int) bool {
	return slices.ContainsFunc(m.keys, func(key run) bool {
		return slices.ContainsFunc(s.said[key], func(i int) bool { return s.isElder(i, copy) })
	})
}
