package say

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"stemma"
)

// value writes one value in a form.
func (w *Writer) value(value any, form string) string {
	switch v := value.(type) {
	case string:
		return text(v, form)
	case int:
		return w.number(v, form)
	case float64:
		return share(v, form)
	case time.Duration:
		return w.duration(v)
	case []string:
		return w.list(v)
	case stemma.Saying:
		return w.Sentence(v)
	case []stemma.Saying:
		return w.list(w.sentencesOf(v))
	}
	return fmt.Sprint(value)
}

func text(v, form string) string {
	if form == "quote" {
		return "“" + v + "”"
	}
	return v
}

func (w *Writer) number(v int, form string) string {
	if form == "word" {
		return w.word(strconv.Itoa(v))
	}
	return strconv.Itoa(v)
}

func share(v float64, form string) string {
	if form == "percent" {
		return fmt.Sprintf("%.0f%%", 100*v)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// duration is a time span as a reader takes it in: whole days from two on,
// hours, minutes.
func (w *Writer) duration(d time.Duration) string {
	switch h := d.Hours(); {
	case h >= 48:
		return fmt.Sprintf("%.0f %s", math.Floor(h/24), w.word("days"))
	case h >= 1.5:
		return fmt.Sprintf("%.0f %s", h, w.word("hours"))
	case h >= 1:
		return w.word("hour")
	}
	return fmt.Sprintf("%.0f %s", max(1, d.Minutes()), w.word("minutes"))
}

func (w *Writer) sentencesOf(list []stemma.Saying) []string {
	said := make([]string, len(list))
	for i := range list {
		said[i] = w.Sentence(list[i])
	}
	return said
}

// list joins texts as a sentence lists them.
func (w *Writer) list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + w.word("and") + " " + items[last]
}

// word is an entry of the table "sentence-words", or the entry itself.
func (w *Writer) word(entry string) string {
	if words := w.words.Of(entry); len(words) > 0 {
		return strings.Join(words, " ")
	}
	return entry
}
