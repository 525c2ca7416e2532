package web

import (
	"encoding/json"
	"net/http"
	"strconv"

	"stemma"
)

// api answers programs: the same JSON as "stemma trace --json", and parts of it.
//
//	GET    /api/dossier                 the dossier
//	GET    /api/claims?q=&verdict=&report=  claims, chosen as in the table
//	GET    /api/find/{id}               one finding, as its page has it
//	GET    /api/corrections             what the user said
//	POST   /api/corrections             {"line": "…", "by": "…"}
//	DELETE /api/corrections/{number}    withdraw one
//
// An error is {"error": "…"} with the status that fits.
func (s *server) api(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/dossier", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
		return d, nil
	}))
	mux.HandleFunc("GET /api/corrections", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
		return append([]stemma.Correction{}, d.Corrections...), nil
	}))
	mux.HandleFunc("GET /api/claims", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
		q := r.URL.Query()
		claims := []stemma.Claim{}
		for _, row := range chosen(d, asked{q.Get("q"), q.Get("verdict"), q.Get("report"), q.Get("story")}) {
			claims = append(claims, row.Claim)
		}
		return claims, nil
	}))
	mux.HandleFunc("GET /api/find/{id}", s.answer(func(r *http.Request, d *stemma.Dossier) (any, error) {
		if f := lookUp(d, r.PathValue("id")); f != nil {
			return f, nil
		}
		return nil, errNotFound
	}))
	mux.HandleFunc("POST /api/corrections", func(w http.ResponseWriter, r *http.Request) {
		var said struct{ Line, By string }
		err := json.NewDecoder(r.Body).Decode(&said)
		if err != nil {
			err = &LineError{err}
		} else {
			err = s.kept.Correct(r.Context(), said.Line, said.By)
		}
		reply(w, struct{}{}, err)
	})
	mux.HandleFunc("DELETE /api/corrections/{number}", func(w http.ResponseWriter, r *http.Request) {
		number, err := strconv.Atoi(r.PathValue("number"))
		if err != nil {
			err = errNotFound
		} else {
			err = s.kept.Undo(r.Context(), number)
		}
		reply(w, struct{}{}, err)
	})
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
