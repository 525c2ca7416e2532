package web

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// manyStories is a dossier of some stories, each of a report of its own.
func manyStories(n int) *stemma.Dossier {
	d := (&deck{}).with(nil)
	d.Stories, d.Reports, d.Attributions, d.Reuse = nil, d.Reports[:1:1], nil, nil
	for i := range n {
		d.Stories = append(d.Stories, oneStory(d, i))
	}
	return d
}

// oneStory adds a report and what it tells to a dossier, and gives its story.
func oneStory(d *stemma.Dossier, i int) stemma.Story {
	r := d.Reports[0]
	r.ID, r.Title = fmt.Sprint("rr", i), fmt.Sprint("Report ", i)
	d.Reports = append(d.Reports, r)
	words := r.Span(0, 5)
	d.Attributions = append(d.Attributions, stemma.Attribution{
		ID: fmt.Sprint("a", i), Report: r.ID, Speaker: stemma.Maybe(d.Speakers[0].ID), Content: []stemma.Span{words},
	})
	st := (&deck{}).with(nil).Stories[0]
	st.ID, st.Title = fmt.Sprint("s", i), r.Title
	st.Stemma = stemma.Stemma{Witnesses: []stemma.Witness{{Siglum: "A", Report: stemma.Maybe(r.ID)}}}
	st.Origins, st.Drifts = []stemma.Origin{{ID: fmt.Sprint("o", i), Witness: "A"}}, nil
	st.Claims = make([]stemma.Claim, 1+i%3)
	for k := range st.Claims {
		st.Claims[k] = stemma.Claim{
			ID: fmt.Sprintf("c%d-%d", i, k), Statement: fmt.Sprintf("The mill stood in %d for %d years.", i, (7*i+k)%5),
			Statements: []stemma.Statement{{Span: words, Sentence: words}},
			Origins:    stemma.Origins{Min: i % 2, Max: i % 4},
			Verdict:    []stemma.Verdict{stemma.SingleSource, stemma.Contested}[i%2],
		}
	}
	return st
}

// TestReshelved: what a shelver that remembers the last findings puts on the shelf is what one
// puts there that remembers nothing, whatever has changed meanwhile, who else has put something
// there, and where it could not be put there.
func TestReshelved(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	d, next := manyStories(40), 40
	change := map[string]func(){
		"nothing": func() {},
		"one more": func() {
			st := oneStory(d, next)
			next++
			d.Stories = slices.Insert(slices.Clone(d.Stories), random.IntN(len(d.Stories)+1), st)
		},
		"one less": func() {
			at := random.IntN(len(d.Stories))
			d.Stories = slices.Delete(slices.Clone(d.Stories), at, at+1)
		},
		"a claim": func() {
			st := &d.Stories[random.IntN(len(d.Stories))]
			st.Claims = slices.Clone(st.Claims)
			st.Claims[0].Statement = fmt.Sprint("The dam broke ", random.IntN(9), " times.")
		},
		"an attribution": func() {
			d.Attributions = slices.Clone(d.Attributions)
			d.Attributions[random.IntN(len(d.Attributions))].Negated = true
		},
		"a speaker": func() {
			d.Speakers = slices.Clone(d.Speakers)
			d.Speakers[0].Count.Max++
		},
		"a report": func() {
			d.Reports = slices.Clone(d.Reports)
			d.Reports[random.IntN(len(d.Reports))].Title = "Another title"
		},
		"a passage between stories": func() {
			a, b := &d.Reports[1+random.IntN(20)], &d.Reports[21+random.IntN(20)]
			d.Reuse = append(slices.Clone(d.Reuse), stemma.Reuse{A: a.Span(0, 5), B: b.Span(0, 5)})
		},
		"the order": func() {
			d.Stories = slices.Clone(d.Stories)
			random.Shuffle(len(d.Stories), func(i, j int) { d.Stories[i], d.Stories[j] = d.Stories[j], d.Stories[i] })
		},
	}
	on, other := things{}, things{}
	var kept Shelver
	names := slices.Sorted(maps.Keys(change))
	for turn := range 200 {
		what := names[random.IntN(len(names))]
		change[what]()
		shelve(t, &kept, d, on)
		shelve(t, &Shelver{}, d, other)
		sameShelf(t, fmt.Sprint("turn ", turn, ": ", what), on, other)
		switch turn % 10 {
		case 3: // somebody else finds the case, with other findings, and this one again
			shelve(t, &Shelver{}, manyStories(3), on)
			shelve(t, &Shelver{}, manyStories(3), other)
		case 6: // everything is lost
			on, other = things{}, things{}
		case 9:
			full := func(map[string][]byte) error { return errUnwritten }
			if err := kept.Shelve(manyStories(5), "1 0 0", renderers(), on.get, full); err == nil {
				t.Error("what cannot be put there is")
			}
		}
	}
}

func shelve(t *testing.T, h *Shelver, d *stemma.Dossier, on things) {
	t.Helper()
	if err := h.Shelve(d, "1 0 0", renderers(), on.get, on.put); err != nil {
		t.Fatal(err)
	}
}

// sameShelf compares what two labels lead to.
func sameShelf(t *testing.T, when string, on, other things) {
	t.Helper()
	got, err := labelOf(on.get)
	want, err2 := labelOf(other.get)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	got.Old, want.Old = nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: %s", when, cmp.Diff(want, got))
	}
	for _, key := range want.keys() {
		if on[lyingAt(key)] == nil || !bytes.Equal(on[lyingAt(key)], other[lyingAt(key)]) {
			t.Fatalf("%s: %s lacks, or is another thing", when, key)
		}
	}
}

// TestNoChangeIsMissed: a change of any field of what belongs to a story is seen.
func TestNoChangeIsMissed(t *testing.T) {
	each := func(of any, same func(changed any) bool) {
		v := reflect.ValueOf(of)
		for i := range v.NumField() {
			changed := reflect.New(v.Type()).Elem()
			changed.Set(v)
			f := changed.Field(i)
			switch f.Kind() {
			case reflect.String:
				f.SetString("else")
			case reflect.Bool:
				f.SetBool(!f.Bool())
			case reflect.Int:
				f.SetInt(f.Int() + 1)
			case reflect.Slice:
				f.Set(reflect.MakeSlice(f.Type(), 3, 3))
			case reflect.Pointer:
				f.Set(reflect.New(f.Type().Elem()))
				f.Elem().Field(0).SetString("else")
			case reflect.Struct:
				f.Set(reflect.ValueOf(changedStruct(f.Interface())))
			default:
				t.Fatalf("%s is of a kind that is not tested", v.Type().Field(i).Name)
			}
			if same(changed.Interface()) {
				t.Errorf("%s.%s may change unseen", v.Type(), v.Type().Field(i).Name)
			}
		}
	}
	each(stemma.Speaker{}, func(x any) bool { return sameSpeaker(stemma.Speaker{}, x.(stemma.Speaker)) })
	each(stemma.Attribution{}, func(x any) bool {
		return sameAttribution(stemma.Attribution{}, x.(stemma.Attribution))
	})
	each(stemma.Story{}, func(x any) bool {
		b := belongings{partRest: partRest{Story: x.(stemma.Story)}}
		return b.isAs(&belongings{})
	})
}

// changedStruct is another value of a struct.
func changedStruct(of any) any {
	switch x := of.(type) {
	case stemma.Count:
		x.Max++
		return x
	case stemma.Stemma:
		x.Possible = make([]stemma.Descent, 1)
		return x
	}
	return of
}
