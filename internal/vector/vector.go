package vector

import "math"

// Unknown is the ID of a word that the model does not know.
const Unknown int32 = -1

// inflected is the least similarity of two forms of one word ("crack",
// "cracks", "cracked"). Their vectors are often much less alike, since they
// stand in different sentences.
const inflected = 0.9

// Rarity follows Arora, Liang and Ma 2017 ("A simple but tough-to-beat
// baseline for sentence embeddings"): a/(a+p) with their a; p, the probability
// of the word, is Zipf's, zipfSum being the sum of 1/rank over the 400,000
// words of the source.
const (
	sifA    = 1e-3
	zipfSum = 13.5
)

// ID returns the index of a folded word, for SimilarityID, or [Unknown]: how many
// words of the model are more frequent. It takes the same time however many words
// there are.
func (m *Model) ID(word string) int32 { return m.find(word) }

// Rank returns how many words of the model are more frequent than this folded
// word, 0 for the most frequent one; -1 for an unknown word.
func (m *Model) Rank(word string) int { return int(m.ID(word)) }

// Rarity returns the weight, above 0 and up to 1, of a folded word in a
// sentence: near 0 for "the", 1 for a word that the model does not know.
func (m *Model) Rarity(word string) float64 { return m.RarityID(m.ID(word)) }

// RarityID is Rarity for a word that is already looked up.
func (m *Model) RarityID(id int32) float64 {
	if id < 0 {
		return 1
	}
	p := 1 / (zipfSum * float64(id+1))
	return sifA / (sifA + p)
}

// Similarity returns how near two folded words are, from -1 to 1: the cosine
// of their vectors, 1 for equal words, at least 0.9 for two regular forms of
// one word, and 0 where either is unknown.
func (m *Model) Similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	similarity := m.SimilarityID(m.ID(a), m.ID(b))
	if similarity < inflected && SameStem(a, b) {
		return inflected
	}
	return similarity
}

// SimilarityID returns the cosine, from -1 to 1, of two words by their IDs; 0
// where either is unknown. It knows nothing of inflection: see [SameStem].
func (m *Model) SimilarityID(a, b int32) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	sum := product(m.vector(a), m.vector(b))
	return float64(sum) * float64(m.inverse(a)) * float64(m.inverse(b))
}

// product is the dot product of two vectors in steps. Four sums run side by
// side, since one would wait for itself.
func product(x, y string) int32 {
	var a, b, c, d int32
	for len(x) >= 8 && len(y) >= 8 {
		a += int32(int8(x[0]))*int32(int8(y[0])) + int32(int8(x[4]))*int32(int8(y[4]))
		b += int32(int8(x[1]))*int32(int8(y[1])) + int32(int8(x[5]))*int32(int8(y[5]))
		c += int32(int8(x[2]))*int32(int8(y[2])) + int32(int8(x[6]))*int32(int8(y[6]))
		d += int32(int8(x[3]))*int32(int8(y[3])) + int32(int8(x[7]))*int32(int8(y[7]))
		x, y = x[8:], y[8:]
	}
	return a + b + c + d
}

// Sentence returns the mean of the vectors of the folded words, weighted by
// Rarity, with length 1: [dimensions]float32 as a slice. It is nil when no
// word is known.
func (m *Model) Sentence(words []string) []float32 {
	ids := make([]int32, len(words))
	for i, word := range words {
		ids[i] = m.ID(word)
	}
	return m.SentenceIDs(ids)
}

// SentenceIDs is Sentence for words that are already looked up.
func (m *Model) SentenceIDs(ids []int32) []float32 {
	sum := new([dimensions]float32)
	known := false
	for _, id := range ids {
		if id < 0 {
			continue
		}
		known = true
		weight := float32(m.RarityID(id)) * m.scale(id)
		steps := m.vector(id)[:dimensions]
		for i := 0; i < dimensions; i += 4 {
			sum[i] += weight * float32(int8(steps[i]))
			sum[i+1] += weight * float32(int8(steps[i+1]))
			sum[i+2] += weight * float32(int8(steps[i+2]))
			sum[i+3] += weight * float32(int8(steps[i+3]))
		}
	}
	if !known || !normalise(sum[:]) {
		return nil
	}
	return sum[:]
}

// normalise gives v length 1; it fails for a vector without length.
func normalise(v []float32) bool {
	length := math.Sqrt(dot(v, v))
	if length == 0 {
		return false
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / length)
	}
	return true
}

// Cosine returns the cosine of two vectors of the same number of dimensions,
// from -1 to 1; 0 where either is nil or has no length.
func Cosine(a, b []float32) float64 { return DirectionOf(a).Cosine(DirectionOf(b)) }

// Direction is a vector that is compared with many: its length is worked out once.
type Direction struct {
	steps  []float32
	square float64 // of its length
}

// DirectionOf is that of a vector, which must not change from then on.
func DirectionOf(v []float32) Direction { return Direction{v, dot(v, v)} }

// Cosine is [Cosine] of two directions.
func (d Direction) Cosine(other Direction) float64 {
	if len(d.steps) != len(other.steps) {
		return 0
	}
	lengths := math.Sqrt(d.square * other.square)
	if lengths == 0 {
		return 0
	}
	return dot(d.steps, other.steps) / lengths
}

func dot(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}
