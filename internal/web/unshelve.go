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
	get   Getter
	label label
}

// OpenShelf gives what lies on a shelf, and the mark that the case had when it was found;
// nil for an empty one.
func OpenShelf(get Getter) (s *Shelf, mark string, err error) {
	l, err := labelOf(get)
	if err != nil || l.Mark == "" {
		return nil, "", err
	}
	return &Shelf{get, l}, l.Mark, nil
}

// Overview is what pages show of the case as a whole.
func (s *Shelf) Overview() *Overview { return &s.label.Overview }

// Search gives the rows of the table of claims that are asked for.
func (s *Shelf) Search(by asked) (rowSet, error) {
	order, err := s.Order(inDossier)
	if err != nil {
		return nil, err
	}
	inside := make([][]int32, len(s.label.Lists)) // of each bucket the rows of its claims
	for _, st := range s.label.Stories {
		if st.Claims > len(order) || st.Bucket >= len(inside) {
			return nil, errGone
		}
		inside[st.Bucket], order = append(inside[st.Bucket], order[:st.Claims]...), order[st.Claims:]
	}
	found := newRowSet(s.label.Overview.Claims)
	for b, rows := range inside {
		claims, err := s.claims(s.label.Lists[b].Sort, len(rows), by)
		if err != nil {
			return nil, err
		}
		for at := range claims.all(nil) {
			found.add(int(rows[at]))
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
	err := errors.Join(keep(reportWords, by.report, true), keep(storyWords, by.story, true),
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

// Order gives all rows in the order of a column.
func (s *Shelf) Order(by string) ([]int32, error) {
	at := slices.Index(sorts(), by)
	if at < 0 {
		return nil, nil
	}
	var data string
	if err := s.thaw(s.label.Orders[at], &data); err != nil {
		return nil, err
	}
	rows := getRows(data, s.label.Overview.Claims)
	if rows == nil {
		return nil, errGone
	}
	return rows, nil
}

// Rows gives rows of the table of claims.
func (s *Shelf) Rows(places []int32) ([]ClaimRow, error) {
	rows, wanted := make([]ClaimRow, len(places)), map[int][]int{}
	for i, at := range places {
		wanted[int(at)/chunkRows] = append(wanted[int(at)/chunkRows], i)
	}
	for chunk, shown := range wanted {
		var all []ClaimRow
		if err := s.thaw(s.label.Rows[chunk], &all); err != nil {
			return nil, err
		}
		for _, i := range shown {
			if at := int(places[i]) % chunkRows; at < len(all) {
				rows[i] = all[at]
			}
		}
	}
	return rows, nil
}

// errGone says that something is no more on the shelf.
var errGone = errors.New("the case has changed meanwhile; ask again")

func (s *Shelf) thaw(key string, to any) error {
	data, err := s.get(key)
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

// story finds in which story something is; -1 for nowhere.
func (s *Shelf) story(id string) (int, error) {
	var all []located
	if err := s.thaw(s.label.IDs[bucketOf(id)], &all); err != nil {
		return 0, err
	}
	at, found := slices.BinarySearchFunc(all, id, func(x located, id string) int { return cmp.Compare(x.ID, id) })
	if !found || all[at].Story >= len(s.label.Parts) {
		return -1, nil
	}
	return all[at].Story, nil
}

// take adds a story to a dossier.
func (s *Shelf) take(d *stemma.Dossier, story int) error {
	var p part
	var rest partRest
	if err := s.thaw(s.label.Parts[story], &p); err != nil {
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
