package web

import (
	"bytes"
	"context"
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
		f, err := s.findings(r)
		switch {
		case err != nil:
			s.fail(w, err)
			return
		case r.Method != http.MethodGet:
			s.show(w, r, name, view)
			return
		}
		p, begin := s.cache.page(f, r)
		if begin {
			// Others wait for the page: not for who asked first to have read it, nor to stay.
			alone := r.WithContext(context.WithoutCancel(r.Context()))
			s.cache.write(f, r, p, func() ([]byte, error) { return s.page(alone, name, view) })
		}
		select {
		case <-p.done:
			s.answerWith(w, p.body, p.err)
		case <-r.Context().Done():
		}
	}
}

// show writes a page that is not kept.
func (s *server) show(
	w http.ResponseWriter, r *http.Request, name string, view func(*server, *http.Request) (string, any, error),
) {
	body, err := s.page(r, name, view)
	s.answerWith(w, body, err)
}

func (s *server) answerWith(w http.ResponseWriter, body []byte, err error) {
	if err != nil {
		s.fail(w, err)
		return
	}
	send(w, http.StatusOK, body)
}

// page writes a page whole.
func (s *server) page(
	r *http.Request, name string, view func(*server, *http.Request) (string, any, error),
) ([]byte, error) {
	title, body, err := view(s, r)
	if err != nil {
		return nil, err
	}
	return s.fill(name, page{s.name, title, body})
}

// fill fills a page's template.
func (s *server) fill(name string, p page) ([]byte, error) {
	var out bytes.Buffer
	err := s.pages.ExecuteTemplate(&out, name, p)
	return out.Bytes(), err
}

func send(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// fail says on a page what went wrong.
func (s *server) fail(w http.ResponseWriter, err error) {
	body, failed := s.fill("failed", page{s.name, "That did not work", err.Error()})
	if failed != nil {
		http.Error(w, failed.Error(), http.StatusInternalServerError)
		return
	}
	send(w, statusOf(err), body)
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
