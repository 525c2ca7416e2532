package pipeline

import (
	"slices"
	"sync"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/claim"
	"stemma/internal/collate"
	"stemma/internal/credit"
	"stemma/internal/derive"
	"stemma/internal/language"
	"stemma/internal/match"
	"stemma/internal/name"
	"stemma/internal/quote"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// tongue holds the stages that depend on the language of a report. It is
// read-only, but that [tongues.lookUp] readies what is asked for.
type tongue struct {
	pack   *language.Pack
	names  *name.Registry
	quotes *quote.Reader

	whole    bool // the stages that follow are ready
	values   *value.Reader
	claims   *claim.Reader
	aligner  *align.Aligner
	collator *collate.Collator
	matcher  *match.Matcher
	credits  *credit.Reader
	deriver  *derive.Deriver
}

// hear readies what finds attributions.
func (t *tongue) hear() {
	if t.quotes == nil {
		t.quotes = quote.With(t.pack, t.names)
	}
}

// complete readies all stages, those that read many tables beside each other.
func (t *tongue) complete(vectors *vector.Model) {
	if t.whole {
		return
	}
	together(
		func() {
			t.hear()
			t.credits = credit.New(t.pack, t.names)
		},
		func() {
			t.values, t.aligner = value.New(t.pack), align.New(t.pack, vectors)
			t.claims = claim.New(t.pack, t.values, vectors)
			t.collator = collate.New(t.pack, t.names, t.values, vectors)
			t.matcher, t.deriver = match.New(t.pack, vectors), derive.New(t.pack, t.names)
		},
	)
	t.whole = true
}

// together does beside each other what does not need each other. A panic of one is that of
// the caller.
func together(all ...func()) {
	var wait sync.WaitGroup
	faults := make([]error, len(all))
	for i, do := range all {
		wait.Go(func() { faults[i] = guard(func() error { do(); return nil }) })
	}
	wait.Wait()
	for _, fault := range faults {
		if fault != nil {
			panic(fault)
		}
	}
}

// tongues are readied when the first report in them is met: most piles are in
// one language. They are safe for concurrent use.
type tongues struct {
	packs   []*language.Pack
	aliases *name.Aliases
	vectors *vector.Model
	mu      sync.Mutex
	ready   map[string]*tongue
}

// unnamed is the language of a report that is too short to tell, in a pile
// that has no language either.
const unnamed = "en"

// of is the tongue of a language with all of its stages; that of language.Unknown where the
// language is not known by its folder.
func (ts *tongues) of(code string) *tongue { return ts.lookUp(code, true) }

// lookUp is of, or a tongue of which no more is ready for sure than what finds attributions:
// the tables of the other stages take longer to read than those.
func (ts *tongues) lookUp(code string, whole bool) *tongue {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	t := ts.ready[code]
	if t == nil {
		pack := language.Among(ts.packs, code)
		if t = ts.ready[pack.Code]; t == nil {
			packs := slices.Compact(append([]*language.Pack{pack}, ts.packs...))
			t = &tongue{pack: pack, names: name.New(ts.aliases, packs...)}
			ts.ready[pack.Code] = t
		}
		ts.ready[code] = t
	}
	if whole {
		t.complete(ts.vectors)
	} else {
		t.hear()
	}
	return t
}

// speech says in which tongue each report of a pile is read.
type speech struct {
	main *tongue // of most reports
	by   map[string]*tongue
}

// speech finds the tongues of the reports. One whose language is not known is
// read as most of the others are. What whole means stands at lookUp.
func (ts *tongues) speech(reports []stemma.Report, whole bool) speech {
	code := common(reports)
	s := speech{main: ts.lookUp(code, whole), by: make(map[string]*tongue, len(reports))}
	for i := range reports {
		own := string(reports[i].Language)
		if own == "" {
			own = code
		}
		s.by[reports[i].ID] = ts.lookUp(own, whole)
	}
	return s
}

// common is the language that most reports are in; of equally common ones the
// one that comes first.
func common(reports []stemma.Report) string {
	count, best := map[string]int{}, unnamed
	for i := range reports {
		if own := string(reports[i].Language); own != "" {
			count[own]++
		}
	}
	for i := range reports {
		if own := string(reports[i].Language); count[own] > count[best] {
			best = own
		}
	}
	return best
}

// among is the speech of some of a pile's reports: what concerns all of them
// is read in the tongue of most.
func (s speech) among(texts []*stemma.Text) speech {
	count := map[*tongue]int{}
	for _, t := range texts {
		count[s.by[t.Report.ID]]++
	}
	for _, t := range texts {
		if own := s.by[t.Report.ID]; count[own] > count[s.main] {
			s.main = own
		}
	}
	return s
}

// table joins the tables of that name of all tongues that the reports are in, for what
// is looked for in each of them.
func (s speech) table(name string, texts []*stemma.Text) language.Table {
	var packs []*language.Pack
	for _, t := range texts {
		if own := s.of(t).pack; len(packs) == 0 || packs[len(packs)-1] != own {
			packs = append(packs, own)
		}
	}
	tables := make([]language.Table, 0, len(packs))
	for _, p := range slices.Backward(packs) { // the attributes of the last one stand
		tables = append(tables, p.Table(name))
	}
	return language.Joined(tables...)
}

// of is the tongue of a report of the pile.
func (s speech) of(t *stemma.Text) *tongue { return s.by[t.Report.ID] }
