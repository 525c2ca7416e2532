package freeze

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"time"

	"stemma"
)

// reader takes values off the bytes. Strings are parts of one string, so that they
// need not be copied.
type reader struct {
	shapes
	rest string
	bad  bool

	among *amongReader // nil: spans have their words with them

	asWritten  bool
	strings    stock[string]
	spans      stock[stemma.Span]
	values     stock[stemma.Value]
	statements stock[stemma.Statement]
}

// any takes a value of whatever type, into what to points to.
func (r *reader) any(to any) { r.take(reflect.ValueOf(to).Elem()) }

func (r *reader) take(v reflect.Value) {
	if r.bad {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.byte() == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		v.SetUint(r.uint())
	case reflect.Float64:
		v.SetFloat(r.float())
	case reflect.String:
		v.SetString(r.string())
	case reflect.Pointer:
		if r.byte() == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			r.take(v.Elem())
		}
	case reflect.Slice:
		r.list(v)
	case reflect.Array:
		for i := range v.Len() {
			r.take(v.Index(i))
		}
	case reflect.Map:
		r.mapping(v)
	case reflect.Struct:
		r.fields(v)
	default:
		panic(fmt.Sprintf("freeze: a %s cannot be thawed", v.Type()))
	}
}

func (r *reader) list(v reflect.Value) {
	n, some := r.length()
	if !some || r.often(v.Addr().Interface(), n) {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		r.take(v.Index(i))
	}
}

// length takes that of a list, which may be nil; each of its elements takes a byte at
// least.
func (r *reader) length() (n int, some bool) {
	of := r.uint()
	if of > uint64(len(r.rest))+1 {
		r.bad = true
	}
	if of == 0 || r.bad {
		return 0, false
	}
	return int(of) - 1, true
}

func (r *reader) mapping(v reflect.Value) {
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.bad = true
	}
	if r.bad {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for range n {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		r.take(key)
		r.take(value)
		v.SetMapIndex(key, value)
	}
}

func (r *reader) fields(v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		var at time.Time
		if s := r.string(); s != "" && at.UnmarshalBinary([]byte(s)) != nil {
			r.bad = true
		}
		v.Set(reflect.ValueOf(at))
		return
	}
	if r.among != nil && v.Type() == reflect.TypeFor[stemma.Span]() {
		r.spanAmong(v.Addr().Interface().(*stemma.Span))
		return
	}
	for _, i := range r.of(v.Type()) {
		r.take(v.Field(i))
	}
}

func (r *reader) byte() byte {
	if s := r.next(1); s != "" {
		return s[0]
	}
	return 0
}

// next takes so many bytes.
func (r *reader) next(n uint64) string {
	if n > uint64(len(r.rest)) {
		r.bad = true
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) string() string { return r.next(r.uint()) }

func (r *reader) float() float64 {
	s := r.next(8)
	if r.bad {
		return 0
	}
	return math.Float64frombits(binary.BigEndian.Uint64([]byte(s)))
}

func (r *reader) int() int64 {
	x := r.uint()
	return int64(x>>1) ^ -int64(x&1)
}

// uint takes a number; most are of one byte.
func (r *reader) uint() uint64 {
	if r.rest != "" && r.rest[0] < 0x80 {
		x := r.rest[0]
		r.rest = r.rest[1:]
		return uint64(x)
	}
	var b [binary.MaxVarintLen64]byte
	x, n := binary.Uvarint(b[:copy(b[:], r.rest)])
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return x
}
