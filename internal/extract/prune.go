package extract

import (
	"errors"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma"
)

// A box is taken out of a page by its words, of which the table page-boxes
// says what they tell of. Set by hand on made-up pages, and checked on 121 real
// ones, where no box of an article is taken.
const (
	consentWords = 60  // words a phrase of consent at most, in a dialogue that asks for it
	consentLeast = 2   // phrases of consent
	offerWords   = 130 // words of a box that offers a subscription at most
	offerLeast   = 3   // phrases of an offer
)

var errConsent = errors.New("no article: the page asks for consent to cookies or data")

// tally counts what the text below an element tells of.
type tally struct {
	words, consent, offer int
	listed                bool // there is a list, a heading or a button
}

func (t *tally) add(o tally) {
	t.words, t.consent, t.offer = t.words+o.words, t.consent+o.consent, t.offer+o.offer
	t.listed = t.listed || o.listed
}

// asksConsent says whether a text asks for consent.
func (t tally) asksConsent() bool {
	return t.consent >= consentLeast && t.words <= t.consent*consentWords
}

// offers says whether a text is a box that offers a subscription.
func (t tally) offers() bool {
	return t.offer >= offerLeast && t.listed && t.words <= offerWords
}

// prune takes out of a page what readers do not take for the article, and what
// misleads the extractor: dialogues that ask for consent, boxes that offer
// subscriptions, words for screen readers. It says whether there was such a
// dialogue. The page is walked once, without recursion.
func (x *lexicon) prune(doc *html.Node) (consent bool) {
	type open struct {
		node, next *html.Node
		tally
	}
	stack := []open{{node: doc, next: doc.FirstChild}}
	for seen := 0; len(stack) > 0 && seen < maxNodes; {
		top := &stack[len(stack)-1]
		if n := top.next; n != nil {
			seen++
			top.next = n.NextSibling
			switch {
			case n.Type == html.TextNode:
				x.count(n.Data, &top.tally)
			case n.DataAtom == atom.Button:
				top.listed = true
			case x.isHiddenText(n):
				top.node.RemoveChild(n)
			case !skipped(n):
				stack = append(stack, open{node: n, next: n.FirstChild})
			}
			continue
		}
		done := *top
		stack = stack[:len(stack)-1]
		if len(stack) == 0 {
			break
		}
		above := &stack[len(stack)-1]
		asks := done.asksConsent() && x.isDialog(done.node)
		if asks || isBox(done.node) && done.offers() {
			above.node.RemoveChild(done.node)
			consent = consent || asks
			continue
		}
		done.listed = done.listed || isListing(done.node.DataAtom)
		above.add(done.tally)
	}
	return consent
}

// isConsent says whether the article that was found on a page asks for consent
// from beginning to end.
func (x *boilerplate) isConsent(units []unit) bool {
	var t tally
	for _, u := range units {
		if u.kind == stemma.Paragraph || u.kind == stemma.Heading {
			x.count(u.text, &t)
		}
	}
	return t.consent >= 2*consentLeast && t.words <= t.consent*consentWords/2
}

// count adds the words of a text and the phrases in it.
func (x *boilerplate) count(text string, t *tally) {
	words := foldMax(text, maxLineWords)
	t.words += len(words)
	for i := 0; i < len(words); {
		step := 1
		var told []string
		x.boxes.each(words, i, func(a []string, n int) { told, step = a, n })
		switch {
		case has(told, "consent"):
			t.consent++
		case has(told, "offer"):
			t.offer++
		}
		i += step
	}
}

func isListing(a atom.Atom) bool {
	switch a {
	case atom.Ul, atom.Ol, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func isBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Form:
		return true
	}
	return false
}

// isDialog says whether an element names itself a dialogue.
func (x *markup) isDialog(n *html.Node) bool {
	if n.DataAtom == atom.Dialog {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			if a.Val == "dialog" || a.Val == "alertdialog" {
				return true
			}
		case "aria-modal":
			if a.Val == "true" {
				return true
			}
		case "class", "id":
			if x.classSays(a.Val, "dialog") {
				return true
			}
		}
	}
	return false
}

// isHiddenText says whether an element is a few words that only screen readers
// say.
func (x *markup) isHiddenText(n *html.Node) bool {
	if n.DataAtom != atom.Span && n.DataAtom != atom.Small && n.DataAtom != atom.I || n.Parent == nil {
		return false
	}
	switch n.Parent.DataAtom {
	case atom.H1, atom.H2, atom.H3:
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "class" && x.classSays(a.Val, "unseen") {
			return true
		}
	}
	return false
}
