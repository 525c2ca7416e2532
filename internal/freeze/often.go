package freeze

import (
	"reflect"

	"stemma"
)

// often reads lists of what a case keeps by the ten thousand, field by field as fields
// does, and says whether it was one of these: reflection takes several times as long.
// TestOftenAsAnyOther holds the two together; a type that has got a field since is left to
// fields.
func (r *reader) often(to any, n int) bool {
	if !r.asWritten {
		return false
	}
	switch list := to.(type) {
	case *[]string:
		*list = r.strings.take(n)
		for i := range *list {
			(*list)[i] = r.string()
		}
	case *[]stemma.Span:
		*list = r.spans.take(n)
		for i := range *list {
			r.span(&(*list)[i])
		}
	case *[]stemma.Value:
		*list = r.values.take(n)
		for i := range *list {
			r.value(&(*list)[i])
		}
	case *[]stemma.Statement:
		*list = r.statements.take(n)
		for i := range *list {
			r.statement(&(*list)[i])
		}
	case *[]stemma.Claim:
		*list = make([]stemma.Claim, n)
		for i := range *list {
			r.claim(&(*list)[i])
		}
	case *[]stemma.Attribution:
		*list = make([]stemma.Attribution, n)
		for i := range *list {
			r.attribution(&(*list)[i])
		}
	default:
		return false
	}
	return true
}

// asWritten says whether the types that are read by hand have the fields that are read.
func asWritten() bool {
	return reflect.TypeFor[stemma.Span]().NumField() == 4 && reflect.TypeFor[stemma.Value]().NumField() == 6 &&
		reflect.TypeFor[stemma.Quantity]().NumField() == 4 && reflect.TypeFor[stemma.Date]().NumField() == 4 &&
		reflect.TypeFor[stemma.Statement]().NumField() == 17 && reflect.TypeFor[stemma.Claim]().NumField() == 7 &&
		reflect.TypeFor[stemma.Origins]().NumField() == 4 && reflect.TypeFor[stemma.Attribution]().NumField() == 16
}

func (r *reader) span(s *stemma.Span) {
	if r.among != nil {
		r.spanAmong(s)
		return
	}
	s.Report, s.Start, s.End, s.Text = r.string(), int(r.int()), int(r.int()), r.string()
}

// spanOrNone reads what a pointer points to.
func (r *reader) spanOrNone() *stemma.Span {
	if r.byte() != 1 {
		return nil
	}
	s := r.spans.take(1)
	r.span(&s[0])
	return &s[0]
}

func (r *reader) value(v *stemma.Value) {
	v.Kind = stemma.ValueKind(r.string())
	r.span(&v.Span)
	v.Value = r.string()
	if r.byte() == 1 {
		v.Quantity = &stemma.Quantity{Low: r.float(), High: r.float(), Unit: r.string(), Bound: r.string()}
	}
	if r.byte() == 1 {
		v.Date = &stemma.Date{Year: int(r.int()), Month: int(r.int()), Day: int(r.int()), Weekday: r.string()}
	}
	v.Of = r.string()
}

func (r *reader) statement(s *stemma.Statement) {
	r.span(&s.Span)
	r.span(&s.Sentence)
	s.Attribution = stemma.Maybe(r.string())
	s.Certainty, s.Polarity = stemma.Certainty(r.string()), stemma.Polarity(r.string())
	r.listOf(&s.Hedges)
	r.listOf(&s.Values)
	s.Headline, s.Quoted = r.byte() == 1, r.byte() == 1
	r.listOf(&s.Chain)
	s.Turned, s.Scrap, s.Unnamed = r.byte() == 1, r.byte() == 1, r.byte() == 1
	s.Background, s.Leans = r.byte() == 1, r.byte() == 1
	s.Head, s.Loose = r.byte() == 1, r.byte() == 1
}

func (r *reader) claim(c *stemma.Claim) {
	c.ID, c.Statement, c.Main = r.string(), r.string(), r.byte() == 1
	r.listOf(&c.Statements)
	c.Origins.Min, c.Origins.Max = int(r.int()), int(r.int())
	r.listOf(&c.Origins.IDs)
	c.Origins.Unresolved = int(r.int())
	c.Verdict = stemma.Verdict(r.string())
	r.any(&c.Loci)
}

func (r *reader) attribution(a *stemma.Attribution) {
	a.ID, a.Report, a.Kind = r.string(), r.string(), stemma.AttributionKind(r.string())
	a.Source = r.spanOrNone()
	r.listOf(&a.Cue)
	r.listOf(&a.Content)
	a.Speaker, a.Within = stemma.Maybe(r.string()), stemma.Maybe(r.string())
	a.Stance, a.Negated = stemma.Stance(r.string()), r.byte() == 1
	a.Act, a.Told = stemma.Act(r.string()), r.byte() == 1
	a.Receiver = r.spanOrNone()
	a.ReceiverSpeaker = stemma.Maybe(r.string())
	a.Own, a.Continues = r.byte() == 1, r.byte() == 1
}

// listOf reads a list that often knows.
func (r *reader) listOf(to any) {
	if n, some := r.length(); some {
		r.often(to, n)
	}
}

// stock hands out short lists of one long one: what is thawed together is kept and let
// go together, and to make each list by itself takes most of the time.
type stock[T any] struct {
	rest []T
	size int // of the long list
}

// stocks grow from leastStock to mostStock elements, so that little that is thawed
// takes little.
const (
	leastStock = 4
	mostStock  = 256
)

func (s *stock[T]) take(n int) []T {
	if n == 0 {
		return []T{}
	}
	if n > len(s.rest) {
		s.size = min(max(leastStock, 2*s.size), mostStock)
		s.rest = make([]T, max(n, s.size))
	}
	taken := s.rest[:n:n]
	s.rest = s.rest[n:]
	return taken
}
