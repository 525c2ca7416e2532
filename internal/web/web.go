package web

import (
	"context"
	_ "embed" // templates and style
	"fmt"
	"html/template"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"

	"stemma"
)

// Case is what the pages show, and whom corrections are given to. It is safe for
// concurrent use.
type Case interface {
	// Findings gives what is found in the case as it stands, for pages.
	Findings(ctx context.Context) (Findings, error)
	// Dossier gives all of it at once, for what is written whole.
	Dossier(ctx context.Context) (*stemma.Dossier, error)
	// Try gives what would be found with one more correction; the error of a line
	// that is none is a *LineError.
	Try(ctx context.Context, line, by string) (*stemma.Dossier, error)
	Correct(ctx context.Context, line, by string) error
	Undo(ctx context.Context, number int) error
	// Add adds reports: lines of JSON as every command reads them. It gives how many
	// were new; the error of what cannot be read is a *LineError.
	Add(ctx context.Context, lines io.Reader) (added int, err error)
}

// LineError says that a line is no correction, or no report.
type LineError struct{ Err error }

func (e *LineError) Error() string { return e.Err.Error() }

// Unwrap gives the reason.
func (e *LineError) Unwrap() error { return e.Err }

// Renderers write a dossier in the ways that stand elsewhere.
type Renderers struct {
	Page, Drawing, JSON func(io.Writer, *stemma.Dossier) error
	Answer              func(*stemma.Dossier) string // the pile in a few sentences
	Verdict             func(*stemma.Claim) string   // what a claim stands on, in words
	Severity            func(int) string             // how severe a drift is, in a word
	// Tree writes the drawing of a story: the lineage of a witness, "" for all, by
	// descents of a confidence at least. TreeStyle is its style.
	Tree      func(w io.Writer, d *stemma.Dossier, story, at string, least float64) error
	TreeStyle string
	Exports   []Export
}

// Export is a format of others that a case can be had in.
type Export struct {
	File, Media, Says string // a file's name, its media type, and for whom it is
	Write             func(io.Writer, *stemma.Dossier) error
}

//go:embed pages.html.tmpl
var pagesTemplate string

//go:embed style.css
var style string

// icon is what browsers ask for unbidden: a witness.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">` +
	`<circle cx="8" cy="8" r="6" fill="#8a2b1d"/><circle cx="8" cy="8" r="2.5" fill="#fbfaf6"/></svg>`

// server answers requests about one case.
type server struct {
	name   string
	kept   Case
	render Renderers
	pages  *template.Template
	cache  cache

	trying sync.Mutex // one trial at a time: it has all cores to itself
}

// New gives the handler for a case that is called by a name.
func New(name string, kept Case, render Renderers, who Guard) (http.Handler, error) {
	pages, err := template.New("pages").Funcs(template.FuncMap{"kind": kindWords, "near": near}).Parse(pagesTemplate)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s := &server{name: name, kept: kept, render: render, pages: pages}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.shown("home", showHome))
	mux.HandleFunc("GET /stories", s.shown("stories", showStories))
	mux.HandleFunc("GET /story/{id}", s.shown("story", showStory))
	mux.HandleFunc("GET /story/{id}/grid", s.shown("grid", showGrid))
	mux.HandleFunc("GET /beside/{a}/{b}", s.shown("beside", showBeside))
	mux.HandleFunc("GET /claims", s.shown("claims", showClaims))
	mux.HandleFunc("GET /find/{id}", s.shown("find", (*server).find))
	mux.HandleFunc("GET /corrections", s.shown("corrections", (*server).corrections))
	mux.HandleFunc("POST /try", s.shown("try", (*server).try))
	mux.HandleFunc("POST /correct", s.correct)
	mux.HandleFunc("POST /undo", s.undo)
	mux.HandleFunc("GET /whole", s.whole)
	mux.HandleFunc("GET /tree.svg", s.drawing)
	mux.HandleFunc("GET /style.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		io.WriteString(w, style+s.render.TreeStyle)
	})
	mux.HandleFunc("GET /export", s.shown("export", showExports))
	mux.HandleFunc("GET /export/{file}", s.export)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/svg+xml")
		io.WriteString(w, icon)
	})
	for _, r := range s.routes() {
		mux.HandleFunc(r.method+" "+r.path, r.answer)
	}
	return who.around(mux), nil
}

// kindWords is the kind of a drift as people read it. Two reports of which neither was taken from the other
// altered no quotation.
func kindWords(x stemma.Drift) string {
	if x.IsApart() && x.Kind == stemma.QuoteAltered {
		return "quoted differently"
	}
	return strings.ReplaceAll(string(x.Kind), "_", " ")
}

// near is what stands around words, without empty lines.
func near(text string) string {
	text = strings.ReplaceAll(text, "\r", "")
	for strings.Contains(text, "\n\n") {
		text = strings.ReplaceAll(text, "\n\n", "\n")
	}
	return text
}

// dossier gives all that is found in the case.
func (s *server) dossier(r *http.Request) (*stemma.Dossier, error) {
	return s.kept.Dossier(r.Context())
}

// findings gives what is found in the case.
func (s *server) findings(r *http.Request) (Findings, error) {
	return s.kept.Findings(r.Context())
}

// part gives a dossier in which the findings with these ids are.
func (s *server) part(r *http.Request, ids ...string) (*stemma.Dossier, error) {
	f, err := s.findings(r)
	if err != nil {
		return nil, err
	}
	d, err := f.Part(ids...)
	if err == nil && d == nil {
		err = errNotFound
	}
	return d, err
}

// story gives the story that is asked for, and a dossier that it is in.
func (s *server) story(r *http.Request) (*stemma.Dossier, *stemma.Story, error) {
	d, err := s.part(r, r.PathValue("id"))
	if err != nil {
		return nil, nil, err
	}
	st := storyOf(d, r.PathValue("id"))
	if st == nil {
		return nil, nil, errNotFound
	}
	return d, st, nil
}

// whole is the page of "stemma trace --html", which has a policy of its own.
func (s *server) whole(w http.ResponseWriter, r *http.Request) {
	d, err := s.dossier(r)
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = s.render.Page(w, d)
}

// showExports lists the formats.
func showExports(s *server, _ *http.Request) (string, any, error) {
	return "Export", s.render.Exports, nil
}

// export gives the case in a format, to be saved.
func (s *server) export(w http.ResponseWriter, r *http.Request) {
	at := slices.IndexFunc(s.render.Exports, func(e Export) bool { return e.File == r.PathValue("file") })
	d, err := s.dossier(r)
	if at < 0 {
		err = errNotFound
	}
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", s.render.Exports[at].Media)
	w.Header().Set("Content-Disposition", "attachment; filename="+s.render.Exports[at].File)
	_ = s.render.Exports[at].Write(w, d)
}

func (s *server) drawing(w http.ResponseWriter, r *http.Request) {
	f, err := s.findings(r)
	d := &stemma.Dossier{}
	if err == nil && f.Overview().Largest != "" {
		d, err = f.Part(f.Overview().Largest)
	}
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	w.Header().Set("Content-Type", "image/svg+xml")
	_ = s.render.Drawing(w, d)
}
