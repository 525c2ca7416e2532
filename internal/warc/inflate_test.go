package warc

import (
	"bytes"
	stdgzip "compress/gzip"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// packed is data as a member, packed as hard as level says.
func packed(t testing.TB, data string, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := stdgzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, data)
	w.Close()
	return b.Bytes()
}

// samples are texts that make codes of all lengths.
func samples() []string {
	noise := rand.New(rand.NewPCG(8, 9))
	all := []string{"", "a", "The pier is shut.", strings.Repeat("a", 100_000),
		strings.Repeat("The pier is shut. ", 9000)}
	for _, kinds := range []int{2, 3, 30, 256} {
		for _, size := range []int{1, 300, 250 * kinds} {
			b := make([]byte, size)
			for i := range b {
				// Rare bytes have long codes.
				for k := 1; k < kinds && noise.IntN(2) == 0; k++ {
					b[i]++
				}
			}
			all = append(all, string(b))
			for i := range b {
				b[i] = byte(noise.IntN(kinds))
			}
			all = append(all, string(b), string(b)+strings.Repeat("x", 600)+string(b))
		}
	}
	return all
}

func TestInflate(t *testing.T) {
	var f inflater
	for i, want := range samples() {
		for _, level := range []int{0, 1, 6, 9, stdgzip.HuffmanOnly} {
			in := packed(t, want, level)
			for _, behind := range []string{"", "x", strings.Repeat("\x1f", 100)} {
				out, used, ok := f.member(nil, append(bytes.Clone(in), behind...), 1<<20)
				if string(out) != want || used != len(in) || !ok {
					t.Fatalf("sample %d at %d: %d of %d bytes, %d of %d used, %v", i, level, len(out), len(want),
						used, len(in), ok)
				}
			}
			for _, cut := range []int{0, 5, 17, len(in) / 2, len(in) - 9, len(in) - 1} {
				if _, _, ok := f.member(nil, in[:max(0, min(cut, len(in)-1))], 1<<20); ok {
					t.Fatalf("sample %d at %d: cut at %d it is whole", i, level, cut)
				}
			}
			if len(want) > 1 {
				if _, _, ok := f.member(nil, in, len(want)-1); ok {
					t.Fatalf("sample %d at %d: larger than the limit", i, level)
				}
			}
		}
	}
}

// TestInflateTurned: with any bit turned a member is not whole, or says the same.
func TestInflateTurned(t *testing.T) {
	var f inflater
	for _, want := range []string{"The pier is shut, she said, and the pier is shut.", strings.Repeat("ab", 300)} {
		in := packed(t, want, 9)
		for i := range len(in) * 8 {
			turned := bytes.Clone(in)
			turned[i/8] ^= 1 << (i % 8)
			if out, _, ok := f.member(nil, turned, 1<<16); ok && string(out) != want {
				t.Fatalf("bit %d: %q", i, out)
			}
		}
	}
}

// FuzzInflate: what is taken for a member, the standard library reads so too.
func FuzzInflate(f *testing.F) {
	for _, s := range samples()[:8] {
		f.Add(packed(f, s[:min(len(s), 2000)], 6))
	}
	var one inflater
	f.Fuzz(func(t *testing.T, data []byte) {
		out, _, ok := one.member(nil, data, 1<<16)
		if !ok {
			return
		}
		z, err := stdgzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		z.Multistream(false)
		if want, err := io.ReadAll(z); err != nil || !bytes.Equal(want, out) {
			t.Fatalf("%d and %d bytes, %v", len(out), len(want), err)
		}
	})
}
