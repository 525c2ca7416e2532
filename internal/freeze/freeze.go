package freeze

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"time"
	"unsafe"

	"stemma"
)

// Append adds what a value comes to. It panics where the value's type has a field
// that cannot be frozen, which is a mistake in the program.
func Append(to []byte, value any) []byte { return NewWriter().Append(to, value) }

// Writer freezes one value after the other, and learns their types once. It is for one
// goroutine.
type Writer struct{ writer }

// NewWriter makes one that knows no type yet.
func NewWriter() Writer { return Writer{writer{shapes: shapes{}}} }

// Append is [Append].
func (w Writer) Append(to []byte, value any) []byte { return w.put(to, reflect.ValueOf(value)) }

// shapes are the fields that a struct is frozen by, of every type that was met.
type shapes map[reflect.Type][]int

func (s shapes) of(t reflect.Type) []int {
	fields, known := s[t]
	if known {
		return fields
	}
	if t != reflect.TypeFor[stemma.Saying]() {
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				fields = append(fields, i)
			}
		}
	}
	s[t] = fields
	return fields
}

type writer struct {
	shapes
	among *amongWriter // nil: spans have their words with them
}

func (w writer) put(to []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(to, 1)
		}
		return append(to, 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(to, v.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		return binary.AppendUvarint(to, v.Uint())
	case reflect.Float64:
		return binary.BigEndian.AppendUint64(to, math.Float64bits(v.Float()))
	case reflect.String:
		return appendString(to, v.String())
	case reflect.Pointer:
		if v.IsNil() {
			return append(to, 0)
		}
		return w.put(append(to, 1), v.Elem())
	case reflect.Slice:
		return w.list(to, v)
	case reflect.Array:
		for i := range v.Len() {
			to = w.put(to, v.Index(i))
		}
		return to
	case reflect.Map:
		return w.mapping(to, v)
	case reflect.Struct:
		return w.fields(to, v)
	}
	panic(fmt.Sprintf("freeze: a %s cannot be frozen", v.Type()))
}

func appendString(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

func (w writer) list(to []byte, v reflect.Value) []byte {
	if v.IsNil() {
		return append(to, 0)
	}
	to = binary.AppendUvarint(to, uint64(v.Len())+1)
	for i := range v.Len() {
		to = w.put(to, v.Index(i))
	}
	return to
}

// putMap puts the entries in the order of their keys, which are strings.
func (w writer) mapping(to []byte, v reflect.Value) []byte {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	to = binary.AppendUvarint(to, uint64(len(keys)))
	for _, k := range keys {
		to = w.put(w.put(to, k), v.MapIndex(k))
	}
	return to
}

func (w writer) fields(to []byte, v reflect.Value) []byte {
	if v.Type() == reflect.TypeFor[time.Time]() {
		at, err := v.Interface().(time.Time).MarshalBinary()
		if err != nil {
			at = nil // of a year that no report is of
		}
		return append(binary.AppendUvarint(to, uint64(len(at))), at...)
	}
	if w.among != nil && v.Type() == reflect.TypeFor[stemma.Span]() {
		s := v.Interface().(stemma.Span)
		return w.among.put(to, &s)
	}
	for _, i := range w.of(v.Type()) {
		to = w.put(to, v.Field(i))
	}
	return to
}

// ErrDamaged says that bytes are not what Append made of such a value.
var ErrDamaged = errors.New("freeze: what was frozen is damaged")

// Thaw reads what Append made, into what to points to. The data are part of what is
// read, and must not be changed any more.
func Thaw(data []byte, to any) error { return thaw(data, to, shapes{}, nil) }

func thaw(data []byte, to any, met shapes, among *amongReader) error {
	r := reader{
		shapes: met, rest: unsafe.String(unsafe.SliceData(data), len(data)), asWritten: asWritten(), among: among,
	}
	r.take(reflect.ValueOf(to).Elem())
	if r.bad || r.rest != "" {
		return ErrDamaged
	}
	return nil
}
