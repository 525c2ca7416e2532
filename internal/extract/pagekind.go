package extract

import (
	"errors"
	"strings"

	"golang.org/x/net/html/atom"
)

// Pages that are no report, and why; the ledger says it. Login walls and errors
// are known by their headline, section fronts by their build.
var (
	errFront = errors.New("no article: a front page or section front, which lists the articles of other pages")
	errLogin = errors.New("no article: the page asks readers to log in or to subscribe")
	errError = errors.New("no article: an error page")
	errCheck = errors.New("no article: the page checks whether its reader is a person or runs scripts")
)

// noteLive is said of a live blog, which is read as its posts in the order of
// the page.
const noteLive = "a live blog: its posts are of many times and writers, and no one article"

// Set by hand on made-up pages. Of the 1,111 development pages, all of which are
// articles, none is taken for a page that is no report.
const (
	refusalWords = 120 // words of an error page or a login wall at most
	frontCards   = 6   // headlines of other articles on a front at least
	cardWords    = 4   // words of such a headline at least
	cardReach    = 3   // blocks behind a headline in which its teaser begins
	teaserRun    = 2   // paragraphs that follow upon each other below a headline of a front at most
)

// noReport says why a page whose blocks were chosen is no report, nil where it
// may be one.
func noReport(refusals phrases, blocks []block, kept []bool, about *pageFacts) error {
	if about.statesArticle() {
		return nil
	}
	if fewWords(blocks, kept) {
		said := append(largeHeadings(blocks), about.titleParts()...)
		if err := refused(refusals, append(said, lone(blocks, kept)...)); err != nil {
			return err
		}
	}
	if isFront(blocks, kept) {
		return errFront
	}
	return nil
}

// statesArticle says whether the page tells machines that it is one article.
func (f *pageFacts) statesArticle() bool {
	for _, a := range f.linked {
		if !a.page && !a.listed && a.headline != "" {
			return true
		}
	}
	return len(f.published) > 0
}

// fewWords says whether what was chosen is as short as what stands on an error
// page or a login wall: "Page not found", "Log in to continue".
func fewWords(blocks []block, kept []bool) bool {
	words := 0
	for i, b := range blocks {
		if kept[i] {
			words += countWords(b.text, refusalWords)
		}
	}
	return words < refusalWords
}

// lone is what was chosen where it is one line: "You need to enable JavaScript."
func lone(blocks []block, kept []bool) []string {
	var lines []string
	for i, b := range blocks {
		if kept[i] {
			lines = append(lines, b.text)
		}
	}
	if len(lines) > 1 {
		return nil
	}
	return lines
}

// refused says what the first headline that is one of a refusal says.
func refused(refusals phrases, headlines []string) error {
	for _, s := range headlines {
		words := foldMax(s, headingWords)
		for _, r := range refusalKinds() {
			if a, n := refusals.at(words, 0, r.kind); n > 0 && (n == len(words) || has(a, "begins")) {
				return r.err
			}
		}
	}
	return nil
}

// refusal is a kind of refusal in the table, and what the ledger says of it.
type refusal struct {
	kind string
	err  error
}

func refusalKinds() []refusal {
	return []refusal{{"error", errError}, {"login", errLogin}, {"check", errCheck}, {"consent", errConsent}}
}

// titleParts are the title element, and what stands before its first and behind
// its last dash or bar.
func (f *pageFacts) titleParts() []string {
	part := strings.NewReplacer(" | ", "\n", " - ", "\n", " – ", "\n", " — ", "\n", " :: ", "\n")
	parts := strings.Split(part.Replace(f.whole), "\n")
	return []string{f.whole, parts[0], parts[len(parts)-1]}
}

// isFront says whether a page lists articles: there are headlines that lead
// away, and below each stand few paragraphs or none, and no paragraph stands
// where none of them is above it.
func isFront(blocks []block, kept []bool) bool {
	cards, told, alone, run := 0, 0, 0, 0
	last := -cardReach - 1
	for i, b := range blocks {
		switch {
		case isCard(b):
			cards, last, run = cards+1, i, 0
		case !kept[i] || b.marks&inHeading != 0 || !isProse(b):
		case i-last <= cardReach && run < teaserRun:
			told, last, run = told+1, i, run+1
		default:
			alone++
		}
	}
	return cards >= frontCards && told > 0 && alone == 0
}

// isCard says whether a block is a heading that is a link from end to end.
func isCard(b block) bool {
	heading := b.marks&inHeading != 0 || b.tag == atom.H2 || b.tag == atom.H3 || b.tag == atom.H4
	return heading && b.tag != atom.H1 && float64(b.linked) >= teaserShare*float64(len(b.text)) &&
		countWords(b.text, cardWords) == cardWords
}

// isProse says whether a block is a sentence at least.
func isProse(b block) bool {
	return endsSentence(b.text) && countWords(b.text, minSentence) >= minSentence
}

// liveNote is what the ledger says of a live blog, nil for other articles.
func liveNote(a ldArticle) []string {
	if a.live {
		return []string{noteLive}
	}
	return nil
}
