package stemma

import "strings"

// What makes a statement the news of its story. Set by reading: of 30 events without
// gold of the same collection as the 21 real stories, in the order of the SHA-256 of
// their names, the answer told the news in 16 where the share of the reports counted
// twice what the topic does; 30 further ones and the 21 stories were looked at then.
const (
	// toldCounts is for the share of the reports that tell it in like words, topicCounts
	// for what it has of the common topic of headlines and leads: what is most alike
	// between reports is often an old fact or who somebody is.
	toldCounts  = 1.0
	topicCounts = 2.0
	// openCounts is for the share of the reports that open with the claim, nearCounts for
	// how near the headlines and leads of the others come to telling it, leadCounts for
	// standing in a headline or lead.
	openCounts = 0.3
	nearCounts = 2.0
	leadCounts = 0.3
	// agreedCounts is for the share of the reports that surely say it, where the claim stands in as
	// many headlines and leads: of 300 events it changed the answer of 14, read 9 times for the
	// better and 3 for the worse; what is surely said in many and leads none is seldom the news.
	agreedCounts = 1.0
	// firstCounts is for standing in the sentence that opens a report.
	firstCounts = 0.4
	// looseCounts is what a statement loses that no other report surely makes, where others
	// of its claim are made by several.
	looseCounts = 0.5
	// backgroundCounts is what a statement loses that tells what was before or asks.
	backgroundCounts = 0.8
)

// How a statement reads that stands for a claim.
const (
	readsCounts = 0.1
	// longCounts is what it loses for being longer than what is shown.
	longCounts = 0.4
	// scrapCounts, unnamedCounts, quotedCounts and headlineCounts are for words that are
	// no clause, whose subject is a pronoun, that stand within quotation marks, and that
	// are a headline's.
	scrapCounts    = 1.0
	unnamedCounts  = 0.7
	fragmentCounts = 0.7 // of words from within a long sentence
	quotedCounts   = 0.6
	headlineCounts = 0.3
	// cutCounts is what one loses that its sentence goes on behind without a mark.
	cutCounts = 0.15
	// secondCounts is what one loses that is the second half of a sentence.
	secondCounts = 0.3
	// mixedCounts is what a statement loses whose words links run into.
	mixedCounts = 1.0
)

// From what share of the common topic on, with something for the share of the reports, a
// claim is the news; a quotation, or what has a pronoun for its subject, needs more. Set by
// reading 81 real stories: nearly all that was no news lies below, and some that was.
const (
	newsTold    = 0.3
	newsLeast   = 0.6
	newsUnclear = 0.2
)

// isNews says whether two reports tell a claim and it is what the headlines and leads
// have in common.
func (b *bill) isNews(m *Main) bool {
	st, text := m.Statement, m.Wording()
	if len(m.Reports) < 2 || st.Background || st.isOpen() || st.isPart() || runTogether(text) {
		return false
	}
	least := newsLeast
	if st.tellsUnnamed() || st.quotedIn(text) {
		least += newsUnclear
	}
	return newsTold*b.share(len(m.Reports))+b.topic(text) >= least
}

// fitness is how well a statement stands for its story.
func (b *bill) fitness(m *Main) float64 {
	st, text := m.Statement, m.Wording()
	fit := toldCounts*b.share(len(m.Reports)) + topicCounts*b.topic(text) + openCounts*b.share(b.leading(m.Claim))
	if m.agreed > 1 {
		fit += agreedCounts * b.share(m.agreed)
	}
	if b.isLead(st) {
		fit += leadCounts
	}
	if b.opens(st) {
		fit += firstCounts
	}
	if st.Background || st.isOpen() {
		fit -= backgroundCounts
	}
	if st.Loose {
		fit -= looseCounts
	}
	return fit - m.unclear()
}

// share is that of so many of the story's reports.
func (b *bill) share(reports int) float64 { return float64(reports) / float64(max(1, len(b.ends))) }

// leading counts the reports that make a claim in the headline or lead.
func (b *bill) leading(c *Claim) int {
	reports := map[string]bool{}
	for i := range c.Statements {
		if st := &c.Statements[i]; b.isLead(st) {
			reports[st.Span.Report] = true
		}
	}
	return len(reports)
}

func (b *bill) isLead(st *Statement) bool {
	return st.Headline || st.Span.Start < b.ends[st.Span.Report]
}

// opens says whether a statement stands in the sentence that opens its report.
func (b *bill) opens(st *Statement) bool {
	return st.Sentence.Start <= b.first[st.Span.Report]
}

// isOpen says whether what is shown for a statement asks or supposes; what somebody
// would not say whether it is so is told: "Wren declined to say whether she will leave".
func (s *Statement) isOpen() bool {
	return strings.HasSuffix(s.Sentence.Text, "?") || s.Certainty == UnknownCert && !s.beginsSentence()
}

// beginsSentence says whether the text that is shown for a statement is the beginning of
// its sentence.
func (s *Statement) beginsSentence() bool {
	return s.Reads() == wholeSentence || strings.HasPrefix(afterDateline(s.Sentence.Text), s.Alone())
}

// unclear is what a statement loses for how it reads alone, as the text that is shown
// for it.
func (m *Main) unclear() float64 {
	s, text := m.Statement, m.Wording()
	loss := -readsCounts * float64(s.Reads())
	add := func(is bool, counts float64) {
		if is {
			loss += counts
		}
	}
	whole := s.shownWhole()
	add(len(text) > shownBytes, longCounts)
	add(s.Scrap && !whole, scrapCounts)
	add(s.tellsUnnamed(), unnamedCounts)
	add(s.quotedIn(text), quotedCounts)
	add(s.isCut() && !whole, cutCounts)
	add(!whole && s.Reads() == ownWords && len(s.before()) > soonBytes, secondCounts)
	add(s.Reads() == fragment, fragmentCounts)
	add(s.Headline, headlineCounts)
	add(runTogether(text) || runTogether(m.spoken), mixedCounts)
	return loss
}

// isPart says whether the text that is shown for a statement is a part of a sentence
// that does not read alone.
func (s *Statement) isPart() bool {
	return (s.Scrap || s.Reads() == fragment) && !s.shownWhole() && s.Sentence.Len() > s.Span.Len()
}

// shownWhole says whether the text that is shown for a statement is its sentence, and
// not for a mark at its end alone.
func (s *Statement) shownWhole() bool {
	const marks = 8
	return len(s.Alone()) > s.Span.Len()+marks
}

// tellsUnnamed says whether the text that is shown for a statement tells of somebody by a
// pronoun alone.
func (s *Statement) tellsUnnamed() bool {
	if s.beginsSentence() {
		return s.Leans
	}
	return s.Unnamed
}

// quotedIn says whether the text that is shown for a statement begins within quotation
// marks, or ends in some that it does not open.
func (s *Statement) quotedIn(text string) bool {
	if s.shownWhole() {
		return quoteMarks(text)%2 == 1 || strings.HasPrefix(text, "\"") || strings.HasPrefix(text, "“")
	}
	return s.inQuotes()
}

// before is what stands before a statement in its sentence.
func (s *Statement) before() string {
	return s.Sentence.Text[:max(0, min(len(s.Sentence.Text), s.Span.Start-s.Sentence.Start))]
}

// inQuotes says whether a statement's words begin within quotation marks, or end in
// some that they do not open.
func (s *Statement) inQuotes() bool {
	return s.Quoted || quoteMarks(s.before())%2 == 1 || quoteMarks(s.Span.Text)%2 == 1
}

func quoteMarks(text string) int {
	return strings.Count(text, "\"") + strings.Count(text, "“") + strings.Count(text, "”")
}
