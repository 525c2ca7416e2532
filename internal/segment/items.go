package segment

import (
	"strings"
	"unicode"

	"stemma"
)

const (
	// digestItems is how many items make a digest.
	digestItems = 3
	// itemShare is the share of a report's paragraphs that must open as items,
	// or its one list is part of an article.
	itemShare = 0.4
	// labelWords is the length of the longest label, in words.
	labelWords = 3
)

// IsDigest says whether a report is a list of items about several things, as a
// newsletter is: most paragraphs open with a number, a bullet, or a label of
// their own ("Trees: …"). In a transcript labels come back, as speakers do.
func IsDigest(r *stemma.Report) bool {
	items, paragraphs := 0, 0
	labels := map[string]bool{}
	for _, s := range r.Segments {
		if s.Kind != stemma.Paragraph && s.Kind != stemma.Heading {
			continue
		}
		paragraphs++
		text := strings.TrimSpace(r.Text[s.Start:s.End])
		label := itemLabel(text)
		if numbered(text) || label != "" && !labels[label] {
			items++
		}
		labels[label] = true
	}
	return items >= digestItems && float64(items) >= itemShare*float64(paragraphs)
}

// numbered says whether a paragraph opens with a number and a stop, or with
// a bullet.
func numbered(text string) bool {
	digits := 0
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	if digits > 0 {
		return digits <= 2 && digits+1 < len(text) && (text[digits] == '.' || text[digits] == ')') &&
			text[digits+1] == ' '
	}
	for _, bullet := range []string{"- ", "• ", "* ", "– "} {
		if strings.HasPrefix(text, bullet) {
			return true
		}
	}
	return false
}

// itemLabel is the label that opens a paragraph, or "".
func itemLabel(text string) string {
	label, rest, ok := strings.Cut(text[:min(len(text), 60)], ": ")
	if !ok || rest == "" || len(strings.Fields(label)) > labelWords || label == "" ||
		!unicode.IsUpper([]rune(label)[0]) {
		return ""
	}
	return label
}
