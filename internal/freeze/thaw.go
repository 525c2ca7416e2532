package freeze

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"time"
)

// reader takes values off the bytes. Strings are parts of one string, so that they
// need not be copied.
type reader struct {
	shapes
	rest string
	bad  bool
}

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
		if s := r.next(8); !r.bad {
			v.SetFloat(math.Float64frombits(binary.BigEndian.Uint64([]byte(s))))
		}
	case reflect.String:
		v.SetString(r.next(r.uint()))
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

// list takes a list; each of its elements takes a byte at least.
func (r *reader) list(v reflect.Value) {
	n := r.uint()
	if n == 0 || r.bad {
		return
	}
	if n--; n > uint64(len(r.rest)) {
		r.bad = true
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	for i := range int(n) {
		r.take(v.Index(i))
	}
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
		if s := r.next(r.uint()); s != "" && at.UnmarshalBinary([]byte(s)) != nil {
			r.bad = true
		}
		v.Set(reflect.ValueOf(at))
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

// varint gives the bytes of the number that comes next.
func (r *reader) varint() []byte {
	var b [binary.MaxVarintLen64]byte
	return b[:copy(b[:], r.rest)]
}

func (r *reader) int() int64 {
	x, n := binary.Varint(r.varint())
	r.past(n)
	return x
}

func (r *reader) uint() uint64 {
	x, n := binary.Uvarint(r.varint())
	r.past(n)
	return x
}

// past goes past a number that took so many bytes.
func (r *reader) past(n int) {
	if n <= 0 {
		r.bad = true
		return
	}
	r.rest = r.rest[n:]
}
