// Package htmldate stands in for go-htmldate, which go-trafilatura links. Stemma
// reads dates itself and switches that search off, but the real package and the
// one behind it, go-dateparser, build their tables when a program starts: of 200
// languages, a fifth of a second and 80 MB for every command, dates or not.
//
// It has what go-trafilatura names and finds no date. The replace line of go.mod
// puts it in the place of the real one; without that line everything works
// too, and starts more slowly.
package htmldate

import (
	"errors"
	"time"

	"golang.org/x/net/html"
)

// Options is how a search is set up.
type Options struct {
	UseOriginalDate, SkipExtensiveSearch bool
	URL                                  string
}

// Result is a date that was found.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero says whether there is no date.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument finds no date and says so.
func FromDocument(*html.Node, Options) (Result, error) {
	return Result{}, errors.New("htmldate: switched off")
}
