package vector

import "math"

// headSteps is how many dimensions of two words are compared before the rest is
// bounded: they stand by variance, so that the first half has two thirds of the
// length, and tells nine in ten pairs of frequent words to be below a cosine of 0.55.
const headSteps = 32

// Three steps stand together in one number of a head, each laneBits wide and made
// positive by bias. Where one number has them in order and the other one backwards,
// the middle lane of the product is the dot product of the three; what is above it
// falls out of 64 bits. Of the numbers of a head, summed, no lane reaches the next:
// 32·255² < 2²¹.
const (
	together = 3
	packs    = (headSteps + together - 1) / together
	laneBits = 21
	bias     = 128
)

// Point is the vector of a word, made ready to be compared many times. That of an
// unknown word is like no other.
type Point struct {
	steps       string
	inverse     float64 // one over its length in steps
	tail        float64 // length of the part behind the first headSteps dimensions, of 1
	forth, back [packs]uint64
	excess      int64 // what the bias of this word adds to the product of two heads
}

// Point returns the vector of a word by its ID.
func (m *Model) Point(id int32) Point {
	if id < 0 {
		return Point{}
	}
	p := Point{steps: m.vector(id), inverse: float64(m.inverse(id))}
	tail := p.steps[headSteps:]
	p.tail = math.Sqrt(float64(product(tail, tail))) * p.inverse
	p.pack()
	return p
}

// pack readies the head to be multiplied three steps at a time.
func (p *Point) pack() {
	p.excess = headSteps * bias * bias / 2
	for i, x := range []byte(p.steps[:headSteps]) {
		step := int64(int8(x))
		p.excess += bias * step
		lane := i % together * laneBits
		p.forth[i/together] |= uint64(step+bias) << lane
		p.back[i/together] |= uint64(step+bias) << ((together-1)*laneBits - lane)
	}
}

// headProduct is the dot product of the heads of two words.
func (p *Point) headProduct(q *Point) int32 {
	var a, b uint64
	for i := 0; i+1 < packs; i += 2 {
		a += p.forth[i] * q.back[i]
		b += p.forth[i+1] * q.back[i+1]
	}
	a += p.forth[packs-1] * q.back[packs-1]
	middle := (a + b) >> ((together - 1) * laneBits) & (1<<laneBits - 1)
	return int32(int64(middle) - p.excess - q.excess)
}

// SimilarityAbove is SimilarityID of two words where that is at least least, else
// some number below.
func (p *Point) SimilarityAbove(least float64, q *Point) float64 {
	if p.steps == "" || q.steps == "" {
		return 0
	}
	head := p.headProduct(q)
	// By Cauchy and Schwarz the rest is no more than the product of the tails.
	most := float64(head)*p.inverse*q.inverse + p.tail*q.tail
	if most < least-rounding {
		return most
	}
	return float64(head+product(p.steps[headSteps:], q.steps[headSteps:])) * p.inverse * q.inverse
}

// rounding is more than what is lost of lengths that are kept as 32-bit floats.
const rounding = 1e-5
