package web

import (
	"bytes"
	"errors"
	"net/http"

	"stemma"
	"stemma/internal/name"
)

// page is what every page has.
type page struct {
	Case, Title string
	Body        any
}

// notFound says that there is nothing at an address.
var errNotFound = errors.New("nothing found has that id; findings whose words have changed have a new one")

// shown answers with a page.
func (s *server) shown(name string, view func(*server, *http.Request) (string, any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, err := s.dossier(r)
		if known := s.cache.get(d, r); known != nil && err == nil && r.Method == http.MethodGet {
			send(w, http.StatusOK, known)
			return
		}
		title, body, err := view(s, r)
		if err != nil {
			s.fail(w, err)
			return
		}
		if out := s.write(w, http.StatusOK, name, page{s.name, title, body}); r.Method == http.MethodGet {
			s.cache.put(d, r, out)
		}
	}
}

// write writes a page whole, or none of it.
func (s *server) write(w http.ResponseWriter, status int, name string, p page) []byte {
	var out bytes.Buffer
	if err := s.pages.ExecuteTemplate(&out, name, p); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return nil
	}
	send(w, status, out.Bytes())
	return out.Bytes()
}

func send(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// fail says on a page what went wrong.
func (s *server) fail(w http.ResponseWriter, err error) {
	s.write(w, statusOf(err), "failed", page{s.name, "That did not work", err.Error()})
}

func statusOf(err error) int {
	var line *LineError
	var large *http.MaxBytesError
	switch {
	case errors.Is(err, errNotFound):
		return http.StatusNotFound
	case errors.As(err, &line):
		return http.StatusUnprocessableEntity
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusInternalServerError
}

// called is how people call a witness.
func called(d *stemma.Dossier, st *stemma.Story, siglum string) string {
	w := st.Witness(siglum)
	if w == nil {
		return siglum
	}
	if r := d.Report(string(w.Report)); r != nil {
		return name.Label(r)
	}
	return w.Name
}
