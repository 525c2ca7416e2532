package main

import (
	"fmt"
	"strconv"
	"strings"
)

// size is a number of bytes as people write it: 800M, 2GiB, 1.5g.
type size int64

// UnmarshalText reads a number with a unit of 1024s; B, iB and case do not
// matter.
func (s *size) UnmarshalText(text []byte) error {
	word := strings.ToUpper(strings.TrimSpace(string(text)))
	number := strings.TrimSuffix(strings.TrimSuffix(word, "B"), "I")
	factor := 1.0
	for power, unit := range []string{"K", "M", "G", "T"} {
		if rest, ok := strings.CutSuffix(number, unit); ok {
			number, factor = rest, float64(int64(1)<<(10*(power+1)))
		}
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || n < 0 || n*factor >= 1<<62 {
		return fmt.Errorf("%q is no size: write 800M or 2G", text)
	}
	*s = size(n * factor)
	return nil
}
