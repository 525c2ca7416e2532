package web

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/freeze"
)

// Shelf has the findings that were put on a shelf.
type Shelf struct {
	get    Getter
	label  label
	first  []int32 // by story: the row of its first claim
	places [][]int // by group: its stories
}

// OpenShelf gives what lies on a shelf, and the mark that the case had when it was found;
// nil for an empty one.
func OpenShelf(get Getter) (s *Shelf, mark string, err error) {
	l, err := labelOf(get)
	if err != nil || l.Mark == "" {
		return nil, "", err
	}
	s = &Shelf{get: get, label: l, first: make([]int32, len(l.Stories)), places: make([][]int, len(l.Groups))}
	s.label.Old = nil // who shelves anew asks for it
	row := 0
	for i := range l.Stories {
		s.first[i] = int32(row)
		row += l.Stories[i].Claims
		g := groupOf(l.Stories[i].ID)
		s.places[g] = append(s.places[g], i)
	}
	return s, l.Mark, nil
}

// Overview is what pages show of the case as a whole.
func (s *Shelf) Overview() *Overview { return &s.label.Overview }

// Search gives the rows of the table of claims that are asked for.
func (s *Shelf) Search(by asked) (rowSet, error) {
	found := newRowSet(s.label.Overview.Claims)
	for g := range s.label.Groups {
		size := 0
		for i := range s.places[g] {
			size += s.label.Stories[s.places[g][i]].Claims
		}
		claims, err := s.claims(s.label.Groups[g].Words, size, by)
		if err != nil {
			return nil, err
		}
		at := 0
		for _, story := range s.places[g] {
			for i := range s.label.Stories[story].Claims {
				if claims.has(at) {
					found.add(int(s.first[story]) + i)
				}
				at++
			}
		}
	}
	return found, nil
}

// claims gives which of so many claims that were listed together are asked for.
func (s *Shelf) claims(lists []wordList, size int, by asked) (rowSet, error) {
	found := newRowSet(size)
	for at := range size {
		found.add(at)
	}
	keep := func(sort int, word string, whole bool) error {
		if word == "" || sort >= len(lists) {
			return nil
		}
		having, err := s.withWord(&lists[sort], size, word, whole)
		if err == nil {
			found.keep(having)
		}
		return err
	}
	err := errors.Join(keep(reportWords, by.report, true), keep(storyWord, by.story, true),
		keep(verdictWords, by.verdict, true))
	for _, word := range by.words() {
		err = errors.Join(err, keep(toldWords, word, false))
	}
	return found, err
}

// withWord gives which of so many claims have a word.
func (s *Shelf) withWord(list *wordList, size int, word string, whole bool) (rowSet, error) {
	found := newRowSet(size)
	for i, key := range list.Words {
		var words, claims string
		if err := s.thaw(key, &words); err != nil {
			return nil, err
		}
		places := wordsWith(words, word, whole)
		if len(places) == 0 {
			continue
		}
		if err := s.thaw(list.Claims[i], &claims); err != nil {
			return nil, err
		}
		if !addRows(found, size, claims, places) {
			return nil, errGone
		}
	}
	return found, nil
}

// Order gives the rows that stand from one place to another in the order of a column.
func (s *Shelf) Order(by string, from, to int) (rows []int32, err error) {
	chunks := s.label.Orders[max(slices.Index(columns(), by), 0)]
	for at := from / orderRows; at*orderRows < to; at++ {
		var data string
		if err := s.thaw(chunks[at], &data); err != nil {
			return nil, err
		}
		first := at * orderRows
		chunk := getRows(data, min(orderRows, s.label.Overview.Claims-first), s.label.Overview.Claims)
		if chunk == nil {
			return nil, errGone
		}
		rows = append(rows, chunk[max(from-first, 0):min(to-first, len(chunk))]...)
	}
	return rows, nil
}

// Rows gives some rows of the table.
func (s *Shelf) Rows(rows []int32) ([]ClaimRow, error) {
	shown, wanted := make([]ClaimRow, len(rows)), map[string][]int{}
	within := make([]int, len(rows))
	for i, row := range rows {
		story := s.storyOfRow(row)
		at := int(row - s.first[story])
		key := s.label.Stories[story].Rows[at/chunkRows]
		wanted[key], within[i] = append(wanted[key], i), at%chunkRows
	}
	for key, places := range wanted {
		var all []ClaimRow
		if err := s.thaw(key, &all); err != nil {
			return nil, err
		}
		for _, i := range places {
			if within[i] < len(all) {
				shown[i] = all[within[i]]
			}
		}
	}
	return shown, nil
}

// storyOfRow is the story whose claim a row is.
func (s *Shelf) storyOfRow(row int32) int {
	after, _ := slices.BinarySearch(s.first, row+1)
	return after - 1
}

// errGone says that something is no more on the shelf.
var errGone = errors.New("the case has changed meanwhile; ask again")

func (s *Shelf) thaw(key string, to any) error {
	data, err := s.get(lyingAt(key))
	if err == nil && data == nil {
		err = errGone
	}
	if err == nil {
		err = freeze.Thaw(data, to)
	}
	return err
}

// Part gives the stories in which there is something with these ids.
func (s *Shelf) Part(ids ...string) (*stemma.Dossier, error) {
	var stories []int
	for _, id := range ids {
		at, err := s.story(id)
		if err != nil || at < 0 {
			return nil, err
		}
		stories = append(stories, at)
	}
	d := &stemma.Dossier{Schema: stemma.DossierSchema, Corrections: s.label.Overview.Corrections}
	for _, at := range sorted(stories) {
		if err := s.take(d, at); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// story finds in which story something is, the first of them; -1 for nowhere.
func (s *Shelf) story(id string) (int, error) {
	first := -1
	for g := range s.label.Groups {
		var all []located
		if err := s.thaw(s.label.Groups[g].IDs[idBucketOf(id)], &all); err != nil {
			return 0, err
		}
		at, found := slices.BinarySearchFunc(all, id, func(x located, id string) int { return cmp.Compare(x.ID, id) })
		if !found {
			continue
		}
		if all[at].Story >= len(s.places[g]) {
			return 0, errGone
		}
		if story := s.places[g][all[at].Story]; first < 0 || story < first {
			first = story
		}
	}
	return first, nil
}

// take adds a story to a dossier.
func (s *Shelf) take(d *stemma.Dossier, story int) error {
	var p part
	var rest partRest
	if err := s.thaw(s.label.Stories[story].Part, &p); err != nil {
		return err
	}
	if err := freeze.ThawAmong(p.Rest, textsOf(p.Reports), &rest); err != nil {
		return fmt.Errorf("web: a story on the shelf: %w", err)
	}
	d.Reports, d.Stories = append(d.Reports, p.Reports...), append(d.Stories, rest.Story)
	d.Attributions = append(d.Attributions, rest.Attributions...)
	d.Speakers = together(d.Speakers, rest.Speakers, func(x stemma.Speaker) string { return x.ID })
	d.Reuse = together(d.Reuse, append(rest.Reuse, p.Across...), func(x stemma.Reuse) stemma.Reuse { return x })
	return nil
}

// together adds to a list what of another one it lacks. A story has each thing once.
func together[T any, K comparable](all, more []T, key func(T) K) []T {
	if len(all) == 0 {
		return more
	}
	there := make(map[K]bool, len(all))
	for _, x := range all {
		there[key(x)] = true
	}
	for _, x := range more {
		if !there[key(x)] {
			all = append(all, x)
		}
	}
	return all
}
