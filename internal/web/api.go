package web

import (
	_ "embed" // the description
	"encoding/json"
	"io"
	"net/http"
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
		{"GET", "/api/dossier", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) { return d, nil })},
		{"GET", "/api/claims", s.answer(claimsAsked)},
		{"GET", "/api/find/{id}", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
			if f := s.found(r, d); f != nil {
				return f, nil
			}
			return nil, errNotFound
		})},
		{"GET", "/api/corrections", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
			return orEmpty(d.Corrections), nil
		})},
		{"POST", "/api/corrections", s.addCorrection},
		{"POST", reportsPath, s.addReports},
		{"DELETE", "/api/corrections/{number}", s.dropCorrection},
	}
}

func claimsAsked(r *http.Request, d *stemma.Dossier) (any, error) {
	q := r.URL.Query()
	claims := []stemma.Claim{}
	for _, row := range chosen(d, asked{q.Get("q"), q.Get("verdict"), q.Get("report"), q.Get("story")}) {
		claims = append(claims, *row.claim)
	}
	return claims, nil
}

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

// answer answers with a part of the dossier.
func (s *server) answer(part func(*http.Request, *stemma.Dossier) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, err := s.dossier(r)
		if err != nil {
			reply(w, nil, err)
			return
		}
		body, err := part(r, d)
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
