package flow

import (
	"fmt"

	"stemma/internal/reuse"
)

// Deliver sends the texts of a range of reports to the ranges of pairs that
// need them, each once.
type Deliver struct{}

// ProcessElement does the step for one element.
func (Deliver) ProcessElement(_ int, texts func(*Texts) bool, needs func(*Needs) bool, emit func(int, Texts)) {
	of := byRank(texts)
	said := map[Need]bool{}
	byShard := map[int][]Text{}
	for _, n := range gather(needs) {
		if !said[n] {
			said[n] = true
			byShard[int(n.Shard)] = append(byShard[int(n.Shard)], Text{n.Rank, of[n.Rank]})
		}
	}
	for shard, some := range byShard {
		sendTexts(some, func(Text) int { return shard }, emit)
	}
}

// textBytes is how much text goes in one element.
const textBytes = 1 << 20

// sendTexts sends texts by shard, several in one element where they are short.
func sendTexts(all []Text, shardOf func(Text) int, emit func(int, Texts)) {
	for len(all) > 0 {
		n, size := 0, 0
		for n < len(all) && (n == 0 || size+len(all[n].Of) <= textBytes) {
			size += len(all[n].Of)
			n++
		}
		send(all[:n], shardOf, emit)
		all = all[n:]
	}
}

// Match makes passages of the links of a range of pairs.
type Match struct{ Share }

// ProcessElement does the step for one element.
func (m *Match) ProcessElement(
	_ int, links func(*Links) bool, texts func(*Texts) bool, roster Roster, masts func(*Masts) bool,
	emit func(int, Passages),
) error {
	steps := m.ready(roster)
	passages, err := steps.Match(gather(links), gather(masts), held(texts))
	if err != nil {
		return fmt.Errorf("flow: %w", err)
	}
	m.sendPassages(passages, emit)
	return nil
}

// Alike makes the passages among a group of copies.
type Alike struct{ Share }

// ProcessElement does the step for one element.
func (a *Alike) ProcessElement(
	first int, texts func(*Texts) bool, roster Roster, emit func(int, Passages),
) error {
	steps := a.ready(roster)
	passages, err := steps.Alike(a.copies[uint32(first)], held(texts))
	if err != nil {
		return fmt.Errorf("flow: %w", err)
	}
	a.sendPassages(passages, emit)
	return nil
}

func (s *Share) sendPassages(all []reuse.Passage, emit func(int, Passages)) {
	send(all, func(p reuse.Passage) int { return s.steps.ReportShard(p.A, s.Shards) }, emit)
}

// held gives the texts that were delivered.
func held(texts func(*Texts) bool) reuse.Texts {
	of := byRank(texts)
	return func(rank uint32) (string, error) {
		text, ok := of[rank]
		if !ok {
			return "", fmt.Errorf("the text of report %d was not delivered", rank)
		}
		return string(text), nil
	}
}

func byRank(texts func(*Texts) bool) map[uint32][]byte {
	of := map[uint32][]byte{}
	for _, t := range gather(texts) {
		of[t.Rank] = t.Of
	}
	return of
}
