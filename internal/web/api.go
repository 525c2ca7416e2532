package web

import (
	_ "embed" // the description
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"

	"stemma"
)

//go:embed openapi.json
var description string

// route is an address of the API, as the description has it.
type route struct {
	method, path string
	answer       http.HandlerFunc
}

// routes answer programs: the same JSON as "stemma trace --json", parts of it, and what
// users say. They are described in openapi.json; an error is {"error": "…"} with the
// status that fits.
func (s *server) routes() []route {
	return []route{
		{"GET", "/api", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(w, description)
		}},
		{"GET", "/api/dossier", s.answer(dossierAsked)},
		{"GET", "/api/claims", s.answer(claimsAsked)},
		{"GET", "/api/find/{id}", s.answer(findingAsked)},
		{"GET", "/api/corrections", s.answer(correctionsAsked)},
		{"POST", "/api/corrections", s.addCorrection},
		{"POST", reportsPath, s.addReports},
		{"DELETE", "/api/corrections/{number}", s.dropCorrection},
	}
}

// claimsAsked gives the claims that are asked for, in the order of the dossier.
func claimsAsked(s *server, r *http.Request) (any, error) {
	f, err := s.findings(r)
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	by := asked{q.Get("q"), q.Get("verdict"), q.Get("report"), q.Get("story")}
	found, err := f.Search(by)
	if err != nil {
		return nil, err
	}
	rows, err := f.Rows(slices.Collect(found.all(nil)))
	if err != nil {
		return nil, err
	}
	claims := []stemma.Claim{}
	var st *stemma.Story
	for i := range rows {
		if st == nil || st.ID != rows[i].Story {
			d, err := f.Part(rows[i].Story)
			if err != nil {
				return nil, err
			}
			st = storyOf(d, rows[i].Story)
		}
		at := slices.IndexFunc(st.Claims, func(c stemma.Claim) bool { return c.ID == rows[i].ID })
		claims = append(claims, st.Claims[at])
	}
	return claims, nil
}

// findingAsked gives one finding.
func findingAsked(s *server, r *http.Request) (any, error) {
	d, err := s.part(r, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if f := s.found(r, d); f != nil {
		return f, nil
	}
	return nil, errNotFound
}

// correctionsAsked gives what users said.
func correctionsAsked(s *server, r *http.Request) (any, error) {
	f, err := s.findings(r)
	if err != nil {
		return nil, err
	}
	return orEmpty(f.Overview().Corrections), nil
}

func dossierAsked(s *server, r *http.Request) (any, error) { return s.dossier(r) }

func (s *server) addCorrection(w http.ResponseWriter, r *http.Request) {
	var said struct{ Line, By string }
	err := json.NewDecoder(r.Body).Decode(&said)
	if err != nil {
		err = &LineError{err}
	} else {
		err = s.kept.Correct(r.Context(), said.Line, said.By)
	}
	reply(w, struct{}{}, err)
}

// reportsPath is where reports are added.
const reportsPath = "/api/reports"

func (s *server) addReports(w http.ResponseWriter, r *http.Request) {
	added, err := s.kept.Add(r.Context(), r.Body)
	reply(w, map[string]int{"added": added}, err)
}

func (s *server) dropCorrection(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		err = errNotFound
	} else {
		err = s.kept.Undo(r.Context(), number)
	}
	reply(w, struct{}{}, err)
}

// answer answers with what is asked for, or why it cannot.
func (s *server) answer(asked func(*server, *http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := asked(s, r)
		if whole, is := body.(*stemma.Dossier); is && err == nil {
			w.Header().Set("Content-Type", "application/json")
			_ = s.render.JSON(w, whole)
			return
		}
		reply(w, body, err)
	}
}

// reply writes JSON.
func reply(w http.ResponseWriter, body any, err error) {
	w.Header().Set("Content-Type", "application/json")
	if err != nil {
		w.WriteHeader(statusOf(err))
		body = map[string]string{"error": err.Error()}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(body)
}
