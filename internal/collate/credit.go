package collate

import (
	"fmt"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/align"
)

// credited is the agreement of words from which on two statements' credits
// are compared.
const credited = 0.5

// credit gives what changed in who is credited.
func (c *Collator) credit(before, after Side) []stemma.Drift {
	if before.Index == nil || after.Index == nil || align.Agreement(before.Clause, after.Clause) < credited ||
		before.Statement.Headline || after.Statement.Headline {
		return nil
	}
	x, y := before.attribution(), after.attribution()
	switch {
	case x == nil || x.Source == nil:
		return nil
	case y == nil:
		return []stemma.Drift{change(stemma.AttributionDropped, ptr(*x.Source), ptr(after.Statement.Span), c.droppedSeverity(before, x),
			fmt.Sprintf("what %s is credited with is told as fact", quote(x.Source.Text)))}
	case y.Source == nil:
		return []stemma.Drift{change(stemma.AttributionDropped, ptr(*x.Source), cue(y), 2,
			fmt.Sprintf("%s is no longer named", quote(x.Source.Text)))}
	}
	if ch, ok := c.otherSource(before, after, x, y); ok {
		return []stemma.Drift{ch}
	}
	return c.receiver(x, y)
}

func (s Side) attribution() *stemma.Attribution { return s.Index.Attribution(s.Statement.Attribution) }

func cue(a *stemma.Attribution) *stemma.Span {
	if len(a.Cue) > 0 {
		return ptr(a.Cue[0])
	}
	return nil
}

// droppeda reader should know above all that a source is unnamed or
// another outlet.
func (c *Collator) droppedSeverity(s Side, a *stemma.Attribution) int {
	if speaker := s.Index.Speaker(a.Speaker); speaker != nil {
		switch speaker.Kind {
		case stemma.Anonymous:
			return 3
		case stemma.Outlet:
			return 2
		}
	}
	return 1
}

// otherSource finds a credit that went to somebody else, or to more people.
func (c *Collator) otherSource(before, after Side, x, y *stemma.Attribution) (stemma.Drift, bool) {
	a, b := before.Index.Speaker(x.Speaker), after.Index.Speaker(y.Speaker)
	if a == nil || b == nil || a.ID == b.ID {
		return stemma.Drift{}, false
	}
	if a.Kind == stemma.Anonymous && b.Kind == stemma.Anonymous {
		if !more(a.Count, b.Count) {
			return stemma.Drift{}, false
		}
		return change(stemma.SourceInflated, ptr(*x.Source), ptr(*y.Source), 2,
			fmt.Sprintf("%s become %s", quote(x.Source.Text), quote(y.Source.Text))), true
	}
	if a.Kind == stemma.Anonymous && (b.Kind == stemma.Organisation || y.Stance == stemma.Endorsing) {
		return change(stemma.SourceInflated, ptr(*x.Source), ptr(*y.Source), 3,
			fmt.Sprintf("the unnamed %s become %s", quote(x.Source.Text), quote(y.Source.Text))), true
	}
	if a.Kind == b.Kind && a.Kind == stemma.Person && proper(x.Source.Text) && proper(y.Source.Text) && before.Statement.Quoted && after.Statement.Quoted {
		return change(stemma.AttributionChanged, ptr(*x.Source), ptr(*y.Source), 3,
			fmt.Sprintf("words of %s are given to %s", quote(a.Name), quote(b.Name))), true
	}
	return stemma.Drift{}, false
}

// proper says whether a source is called by a name and not by a pronoun or
// a description, whose bearer may be mistaken.
func proper(source string) bool {
	words := strings.Fields(source)
	return len(words) > 0 && unicode.IsUpper([]rune(words[len(words)-1])[0]) && strings.ToLower(words[0]) != "he" && strings.ToLower(words[0]) != "she"
}

// more says whether b names more people than a does.
func more(a, b stemma.Count) bool {
	if b.Min > a.Min {
		return true
	}
	return a.Max != 0 && (b.Max == 0 || b.Max > a.Max)
}

// receiver finds that it is no longer said to whom a source spoke, or that
// somebody else is named.
func (c *Collator) receiver(x, y *stemma.Attribution) []stemma.Drift {
	if x.Receiver == nil || x.ReceiverSpeaker == y.ReceiverSpeaker && (!x.Own || y.Own && x.ReceiverSpeaker != "") {
		return nil
	}
	if y.Receiver == nil {
		return []stemma.Drift{change(stemma.AttributionDropped, ptr(*x.Receiver), firstOf(y), 1,
			fmt.Sprintf("that it was said to %s is dropped", quote(x.Receiver.Text)))}
	}
	if y.Own || y.ReceiverSpeaker == "" {
		return []stemma.Drift{change(stemma.AttributionChanged, ptr(*x.Receiver), ptr(*y.Receiver), 2,
			fmt.Sprintf("said to %s, now to %s", quote(x.Receiver.Text), quote(y.Receiver.Text)))}
	}
	return nil
}

func firstOf(a *stemma.Attribution) *stemma.Span {
	if c := cue(a); c != nil {
		return c
	}
	return ptr(*a.Source)
}
