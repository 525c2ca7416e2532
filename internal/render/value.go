package render

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"

	"stemma"
)

// field is how a field of a struct is written.
type field struct {
	index     int
	key       string // `"name": `
	omitEmpty bool
	inline    bool // the fields of an embedded struct stand among the others
}

// shapes are the fields of the structs that were met.
type shapes map[reflect.Type][]field

// of gives the fields of a struct. Tags are read as encoding/json reads them, as far
// as the nouns use them.
func (known shapes) of(t reflect.Type) []field {
	if all, ok := known[t]; ok {
		return all
	}
	var all []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			all = append(all, field{index: i, inline: true})
			continue
		case !f.IsExported() || name == "-":
			continue
		case name == "":
			name = f.Name
		}
		all = append(all, field{index: i, key: `"` + name + `": `, omitEmpty: options == "omitempty"})
	}
	known[t] = all
	return all
}

// value writes any noun, the way encoding/json does.
func (s *scribe) value(v reflect.Value) {
	switch {
	case s.err != nil:
	case v.Kind() == reflect.Pointer && v.IsNil():
		s.out = append(s.out, "null"...)
	case v.Type() == reflect.TypeFor[stemma.Maybe]():
		s.word(v.String())
	case v.Type() == reflect.TypeFor[stemma.Report]():
		r := v.Interface().(stemma.Report)
		s.report(&r)
	case v.NumMethod() > 0 && v.Type().Implements(reflect.TypeFor[json.Marshaler]()):
		s.encoded(v)
	default:
		s.plain(v)
	}
}

// word writes null for the empty text.
func (s *scribe) word(text string) {
	if text == "" {
		s.out = append(s.out, "null"...)
		return
	}
	s.out = appendQuoted(s.out, text)
}

// plain writes what does not write itself.
func (s *scribe) plain(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		s.value(v.Elem())
	case reflect.String:
		s.out = appendQuoted(s.out, v.String())
	case reflect.Bool:
		s.out = strconv.AppendBool(s.out, v.Bool())
	case reflect.Int, reflect.Int64, reflect.Int32:
		s.out = strconv.AppendInt(s.out, v.Int(), 10)
	case reflect.Float64:
		s.float(v)
	case reflect.Struct:
		s.open('{')
		s.fields(v, s.shapes.of(v.Type()))
		s.shut('}')
	case reflect.Slice:
		s.items(v)
	default:
		s.encoded(v)
	}
}

// float writes a number of common size without a power of ten.
func (s *scribe) float(v reflect.Value) {
	if f := math.Abs(v.Float()); f != 0 && f < 1e-6 || f >= 1e21 || f != f {
		s.encoded(v)
		return
	}
	s.out = strconv.AppendFloat(s.out, v.Float(), 'f', -1, 64)
}

func (s *scribe) items(v reflect.Value) {
	if v.IsNil() {
		s.out = append(s.out, "null"...)
		return
	}
	s.open('[')
	for i := range v.Len() {
		s.next()
		s.value(v.Index(i))
	}
	s.shut(']')
}

func (s *scribe) fields(v reflect.Value, some []field) {
	for _, f := range some {
		x := v.Field(f.index)
		switch {
		case f.inline:
			s.fields(x, s.shapes.of(x.Type()))
		case f.omitEmpty && isEmpty(x):
		default:
			s.next()
			s.out = append(s.out, f.key...)
			s.value(x)
		}
	}
}

func isEmpty(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Slice || k == reflect.Map || k == reflect.String {
		return v.Len() == 0
	}
	return v.Kind() != reflect.Struct && v.IsZero()
}

// encoded writes what encoding/json makes of a value, a level deeper.
func (s *scribe) encoded(v reflect.Value) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v.Interface()); err != nil {
		s.err = err
		return
	}
	s.out = appendIndented(s.out, bytes.TrimSuffix(buffer.Bytes(), []byte("\n")), s.depth)
}
