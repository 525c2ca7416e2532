package freeze

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestOftenAsAnyOther fills every field of the types that are read by hand, and reads
// them as often does: a field that it passes by, or takes for another one, shows.
func TestOftenAsAnyOther(t *testing.T) {
	for _, of := range []any{[]string{}, []stemma.Span{}, []stemma.Value{}, []stemma.Statement{}, []stemma.Claim{},
		[]stemma.Attribution{}} {
		for _, size := range []int{0, 1, 3} {
			whole := reflect.New(reflect.TypeOf(of))
			n := 0
			fill(whole.Elem(), size, &n)
			r := reader{asWritten: asWritten(), shapes: shapes{}, rest: string(Append(nil, whole.Elem().Interface()))}
			got := reflect.New(reflect.TypeOf(of))
			if length, _ := r.length(); !r.often(got.Interface(), length) {
				t.Fatalf("%T is not read by hand", of)
			}
			if diff := cmp.Diff(whole.Interface(), got.Interface()); diff != "" || r.bad || r.rest != "" {
				t.Errorf("%T, %d each: %q left\n%s", of, size, r.rest, diff)
			}
		}
	}
}

// fill gives every field a value of its own, lists that many elements, and no pointer
// where they have none.
func fill(v reflect.Value, size int, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Int:
		v.SetInt(int64(*n * (1 - *n%2*2) * 50))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	case reflect.String:
		v.SetString(string(rune('a'+*n%26)) + string(make([]byte, *n%200)))
	case reflect.Pointer:
		if size > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), size, n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), size, size))
		for i := range size {
			fill(v.Index(i), size, n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), size, n)
		}
	}
}
