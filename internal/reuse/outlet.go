package reuse

// Masthead says whether a shingle is masthead of an outlet that has so many
// reports, of which holding ones hold it.
func Masthead(holding, reports int) bool {
	return holding >= int(enough(uint32(min(reports, 1<<31))))
}
