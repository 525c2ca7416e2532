package derive

import (
	"strings"

	"stemma"
	"stemma/internal/segment"
)

// leastTitle is how many words a title has at least that tells its report wherever it is
// quoted: shorter ones are phrases of the language.
const leastTitle = 5

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

// plainTitle is a title without what printers set otherwise.
func plainTitle(s string) string {
	fields := strings.Fields(strings.Trim(s, " ,.!?"))
	for i, f := range fields {
		fields[i] = strings.ReplaceAll(segment.Fold(f), `"`, "'")
	}
	return strings.Join(fields, " ")
}

// quotedStretches are the stretches of prose between two double quotation marks.
func quotedStretches(t *stemma.Text) []stemma.Span {
	var found []stemma.Span
	quoted := quotedTokens(t)
	for k := 0; k < len(quoted); k++ {
		if !quoted[k] || t.Tokens[k].Form != `"` {
			continue
		}
		first := k + 1
		for k+1 < len(quoted) && quoted[k+1] && t.Tokens[k+1].Form != `"` {
			k++
		}
		if s := t.SentenceAt(t.Tokens[k].Start); first <= k && s >= 0 && t.Sentences[s].Kind == stemma.Paragraph {
			found = append(found, t.Span(first, k+1))
		}
	}
	return found
}
