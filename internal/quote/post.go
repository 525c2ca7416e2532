package quote

import "stemma"

// post credits a paragraph that is a post shown whole to whoever signs it:
//
//	It is late. — Ada Wren (@adawren) March 3, 2016
//
// Behind a cue with a colon ("Wren wrote:") the post is what that cue tells. What is said inside a
// post is not read, as that inside a quotation is not, and no pronoun behind it stands for its writer,
// whom the report's own sentences need not name.
func post(p *document, first, last int) bool {
	from, to := p.finder.Signature(first, last)
	if from == to {
		return false
	}
	if p.pending < 0 || p.doubtful {
		p.pending = len(p.credits)
		p.credits = append(p.credits, credit{
			source: stretch{from, to}, stance: stemma.Neutral, parent: -1, sentence: from, post: true,
		})
	}
	p.block(first, from-1)
	p.lone = nil
	return true
}
