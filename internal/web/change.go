package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"stemma"
)

// corrections lists what the user said.
func (s *server) corrections(r *http.Request) (string, any, error) {
	f, err := s.findings(r)
	if err != nil {
		return "", nil, err
	}
	return "Corrections", f.Overview().Corrections, nil
}

// trial is what a correction would change.
type trial struct {
	Line, By      string
	Reason        string // why it would fit nothing; "" where it fits
	Before, After string // the answers
	Claims        []change
	More          int
	Gone, New     []string // descents, in words
}

type change struct{ ID, Statement, Before, After string }

// line is the correction that a form holds.
func line(r *http.Request) (line, by string) {
	return strings.Join(strings.Fields(r.PostFormValue("line")+r.PostFormValue("rest")), " "), r.PostFormValue("by")
}

func (s *server) try(r *http.Request) (string, any, error) {
	if err := r.ParseForm(); err != nil {
		return "", nil, err
	}
	said, by := line(r)
	before, err := s.dossier(r)
	if err != nil {
		return "", nil, err
	}
	s.trying.Lock()
	after, err := s.kept.Try(r.Context(), said, by)
	s.trying.Unlock()
	if err != nil {
		return "", nil, err
	}
	t := trial{Line: said, By: by, Before: s.render.Answer(before), After: s.render.Answer(after)}
	if n := len(after.Corrections); n > 0 {
		t.Reason = after.Corrections[n-1].Reason
	}
	t.compare(before, after)
	return "What it would change", t, nil
}

// compare tells which claims stand on other origins, and which descents come and go.
func (t *trial) compare(before, after *stemma.Dossier) {
	was := map[string]string{}
	for _, st := range before.Stories {
		for _, c := range st.Claims {
			was[c.ID] = string(c.Verdict) + ", origins: " + interval(c.Origins)
		}
	}
	for _, st := range after.Stories {
		for _, c := range st.Claims {
			is := string(c.Verdict) + ", origins: " + interval(c.Origins)
			if was[c.ID] == "" || was[c.ID] == is {
				continue
			}
			if len(t.Claims) == mostRows {
				t.More++
				continue
			}
			t.Claims = append(t.Claims, change{c.ID, c.Told(), was[c.ID], is})
		}
	}
	old, now := descents(before), descents(after)
	t.Gone, t.New = without(old, now), without(now, old)
}

// descents are the descents in words, in order. A lost witness is told from a report of
// the same outlet, which it may take the place of.
func descents(d *stemma.Dossier) []string {
	var all []string
	for i := range d.Stories {
		st := &d.Stories[i]
		for _, v := range st.Descents {
			from := called(d, st, v.From)
			if w := st.Witness(v.From); w != nil && w.Lost {
				from += " (lost)"
			}
			all = append(all, fmt.Sprintf("%s from %s", called(d, st, v.To), from))
		}
	}
	return all
}

// without gives what of a list another one has not.
func without(list, other []string) []string {
	there := map[string]bool{}
	for _, x := range other {
		there[x] = true
	}
	var left []string
	for _, x := range list {
		if !there[x] {
			left = append(left, x)
		}
	}
	return left
}

func (s *server) correct(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	if err == nil {
		said, by := line(r)
		err = s.kept.Correct(r.Context(), said, by)
	}
	s.then(w, r, err)
}

func (s *server) undo(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PostFormValue("number"))
	if err == nil {
		err = s.kept.Undo(r.Context(), number)
	}
	s.then(w, r, err)
}

// then leads to the list of corrections, or says what went wrong.
func (s *server) then(w http.ResponseWriter, r *http.Request, err error) {
	if err != nil {
		s.fail(w, err)
		return
	}
	http.Redirect(w, r, "/corrections", http.StatusSeeOther)
}
