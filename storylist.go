package stemma

// StoryList is the reports of a corpus grouped by story: what the stories
// command finds.
type StoryList struct {
	Ledger  []LedgerRow
	Stories []StoryEntry // by their first report, the oldest first
}

// StoryEntry is one story of a [StoryList].
type StoryEntry struct {
	ID      string
	Title   string
	Reports []StoryReport // dated ones first, the oldest before all
}

// StoryReport is one report of a [StoryEntry].
type StoryReport struct {
	Name      string // the record's own id, else the input
	Outlet    Maybe
	Published Moment
}
