package stemma

// Saying is what a finding tells a reader, as data: which sentence, and what
// stands in it. A stage gives it; package say writes the sentence, so that
// stages hold no prose and a language is a table.
type Saying struct {
	// Sentence is the entry of the table "sentences" of a language:
	// "descent.prose". Empty: nothing is said.
	Sentence string
	// Args are the values that the sentence names: string, int, float64 (a
	// share, 0 to 1), time.Duration, []string, or a saying or sayings within
	// this one.
	Args Args
}

// Args are the values of a [Saying], by the names that its sentence gives
// them.
type Args map[string]any

// Say is a saying in one line.
func Say(sentence string, args Args) Saying { return Saying{Sentence: sentence, Args: args} }
