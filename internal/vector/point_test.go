package vector

import (
	"strings"
	"testing"
)

// Three steps at a time give the dot product to the last digit, however long the
// vectors are.
func TestHeadProduct(t *testing.T) {
	heads := []string{
		strings.Repeat("\x7f", headSteps), strings.Repeat("\x80", headSteps), strings.Repeat("\x00", headSteps),
		strings.Repeat("\x80\x7f", headSteps/2), strings.Repeat("\x01\xff\x40\x85", headSteps/4),
	}
	for i := range byte(40) {
		var b strings.Builder
		for k := range byte(headSteps) {
			b.WriteByte(i*k*37 + i*91 + k*k*11)
		}
		heads = append(heads, b.String())
	}
	for _, x := range heads {
		for _, y := range heads {
			p, q := Point{steps: x}, Point{steps: y}
			p.pack()
			q.pack()
			if got, want := p.headProduct(&q), product(x, y); got != want {
				t.Errorf("%q · %q: %d, want %d", x, y, got, want)
			}
		}
	}
}
