package quote

import "stemma"

// datelineTokens is how long a dateline is at most: "LONG CITY NAME, Country, March 14 (Reuters) -".
const datelineTokens = 14

// afterDateline is the first token behind the dateline that opens a paragraph: names and a date up to
// an agency in brackets or, from a place in capitals on, up to a dash. What follows begins like a
// sentence.
//
//	SELBY/ALDWICK, March 14 (Reuters) - | The dam leaks
//	Selby, Ohio (CNN) | The dam leaks
//	SELBY — | The dam leaks
func afterDateline(p *document, first, last int) int {
	t := p.text.Tokens
	end := firstOf(first, min(last, first+datelineTokens), func(i int) bool { return !isPlaceOrDay(p, i) })
	if isAgency(p, end, last) {
		end += agencyTokens
	} else if t[first].Kind != stemma.Word || !shouting(p.text.Report.Text[t[first].Start:t[first].End]) ||
		end < last && t[end].Form != "-" {
		return first
	}
	for end < last && t[end].Form == "-" {
		end++
	}
	if end >= last || !p.upper(end) && t[end].Form != `"` {
		return first
	}
	return end
}

// isPlaceOrDay says whether token i may stand in a dateline before its agency or dash.
func isPlaceOrDay(p *document, i int) bool {
	t := &p.text.Tokens[i]
	switch {
	case t.Kind == stemma.Word:
		return p.upper(i)
	case t.Kind == stemma.Number:
		return true
	}
	return t.Form == "," || t.Form == "." || t.Form == "/" || isHyphen(p.text, i)
}

// agencyTokens is how many tokens an agency in brackets has: "(Reuters)".
const agencyTokens = 3

// isAgency says whether an outlet that the tables know stands in brackets at token i.
func isAgency(p *document, i, last int) bool {
	t := p.text.Tokens
	return i+agencyTokens < last && t[i].Form == "(" && t[i+2].Form == ")" && p.lex.outlets[t[i+1].Form] != ""
}
