package expect

import (
	"strings"
	"unicode"

	"stemma"
)

// Words cuts a text into folded words and numbers: lower case, no marks. A
// decimal mark or a thousands separator between digits stays.
func Words(text string) []string {
	var words []string
	var word strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		inNumber := (r == ',' || r == '.') && i > 0 && i+1 < len(runes) &&
			unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || inNumber {
			word.WriteRune(unicode.ToLower(r))
			continue
		}
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	if word.Len() > 0 {
		words = append(words, word.String())
	}
	return words
}

// telling drops the words that say nothing alone. Modal verbs, numbers and
// negations stay; a text of nothing but small words is kept whole.
func telling(words []string) []string {
	var kept []string
	for _, w := range words {
		switch w {
		case "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "that", "which",
			"is", "was", "are", "were", "be", "been", "has", "have", "had", "it", "its", "s", "as", "their", "his",
			"her":
		default:
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// common counts the words that two lists share, each as often as in both.
func common(a, b []string) int {
	left := map[string]int{}
	for _, w := range a {
		left[w]++
	}
	n := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			n++
		}
	}
	return n
}

// Overlap is how many of the shorter text's telling words stand in the other,
// 0..1.
func Overlap(a, b string) float64 {
	x, y := telling(Words(a)), telling(Words(b))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return float64(common(x, y)) / float64(min(len(x), len(y)))
}

// Jaccard is the words that two texts share over the words of both, 0..1.
func Jaccard(a, b string) float64 {
	x, y := Words(a), Words(b)
	shared := common(x, y)
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(len(x)+len(y)-shared)
}

// SameSource says whether two source expressions share a telling word. Both
// empty (nobody is named) is the same too.
func SameSource(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	return common(telling(Words(a)), telling(Words(b))) > 0
}

// SameName says whether two names of an outlet share a distinctive word, or
// one is the initials of the other.
func SameName(a, b string) bool {
	return common(distinctive(a), distinctive(b)) > 0
}

// distinctive lists the words of a name that tell it from others, and its
// initials.
func distinctive(name string) []string {
	var kept []string
	var initials strings.Builder
	for _, w := range Words(name) {
		switch w {
		case "the", "of", "and":
			continue
		case "press", "news", "service", "agency", "wire", "daily", "weekly", "times", "post", "radio", "network",
			"letter", "memo", "report", "internal", "media", "local", "unknown", "lost":
		default:
			kept = append(kept, w)
		}
		initials.WriteRune([]rune(w)[0])
	}
	if initials.Len() > 1 {
		kept = append(kept, initials.String())
	}
	return kept
}

// Kindred says whether two kinds of drift are the same or of one family.
// Readers agree on the family: whether a lost "may" is a hedge dropped or a
// modality strengthened is a matter of taste.
func Kindred(a, b stemma.DriftKind) bool { return a == b || family(a) != "" && family(a) == family(b) }

func family(kind stemma.DriftKind) string {
	switch kind {
	case stemma.NumberChanged, stemma.DateChanged:
		return "value"
	case stemma.HedgeDropped, stemma.ModalityStrengthened:
		return "stronger"
	case stemma.HedgeAdded, stemma.ModalityWeakened:
		return "weaker"
	case stemma.AttributionDropped, stemma.AttributionChanged, stemma.SourceInflated:
		return "source"
	case stemma.TitleChanged, stemma.ActorChanged:
		return "who"
	case stemma.DenialOmitted, stemma.Omission:
		return "omitted"
	}
	return ""
}
