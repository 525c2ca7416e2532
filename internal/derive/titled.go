package derive

import (
	"strings"

	"stemma"
)

const (
	// leastTitle is how many words a title has at least that tells its report wherever it is
	// quoted: shorter ones are phrases of the language.
	leastTitle = 5
	// longestTitleBytes is how much is read of what may be a title.
	longestTitleBytes = 240
)

// byTitle gives the credits that name a kept report by its title in quotation marks: "Our
// report of 4 March, “Council ready to sell the bridge”, said". Corrections do so.
func (w search) byTitle() []credit {
	titles := map[string]int{}
	for i := range w.texts {
		if title := plainTitle(string(w.report(i).Title)); len(strings.Fields(title)) >= leastTitle {
			if _, taken := titles[title]; taken {
				titles[title] = missing // which of them is meant nothing tells
				continue
			}
			titles[title] = i
		}
	}
	var found []credit
	for by, t := range w.texts {
		for _, x := range quotedStretches(t) {
			to, ok := titles[plainTitle(x.Text)]
			if ok && to != missing && to != by && w.gap(by, to) <= tolerance(w.report(to), w.report(by)) {
				found = append(found, w.namedCredit(by, to, x))
			}
		}
	}
	return found
}

func (w search) namedCredit(by, to int, title stemma.Span) credit {
	t := w.texts[by]
	c := credit{by: by, to: to, maybe: missing, name: string(w.report(to).Outlet), span: title,
		own: w.sameHouse(by, to), kind: stemma.LostOutlet}
	if s := t.SentenceAt(title.Start); s >= 0 {
		c.content = []stemma.Span{t.Report.Span(t.Sentences[s].Start, t.Sentences[s].End)}
	}
	return c
}

// printers is what printers set otherwise: marks and dashes.
var printers = strings.NewReplacer("’", "'", "‘", "'", "“", "'", "”", "'", `"`, "'", "–", "-", "—", "-")

// plainTitle is a title without what printers set otherwise.
func plainTitle(s string) string {
	s = printers.Replace(s)
	return strings.Join(strings.Fields(strings.ToLower(strings.Trim(s, " ,.!?"))), " ")
}

// quotedStretches are the stretches of prose between two double quotation marks.
func quotedStretches(t *stemma.Text) []stemma.Span {
	var found []stemma.Span
	for _, s := range t.Sentences {
		if s.Kind != stemma.Paragraph {
			continue
		}
		text, open := t.Report.Text[s.Start:s.End], -1
		for at, r := range text {
			if !strings.ContainsRune(stemma.DoubleMarks, r) {
				continue
			}
			if open >= 0 && at-open <= longestTitleBytes {
				found = append(found, t.Report.Span(s.Start+open, s.Start+at))
			}
			open = at + len(string(r))
		}
	}
	return found
}
