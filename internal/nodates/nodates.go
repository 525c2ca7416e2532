// Package dateparser stands in for go-dateparser, which go-trafilatura links
// through go-htmldate. Stemma reads dates itself and switches go-htmldate off,
// but the real package builds its tables of 200 languages when a program
// starts: a fifth of a second and 80 MB for every command, dates or not.
//
// It has what go-htmldate names and finds no date. The replace line of go.mod
// puts it in the place of the real one; without that line everything works
// too, and starts more slowly.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way to parse; none is used.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of several dates to prefer.
type PreferredDateSource uint8

// Past prefers dates before now.
const Past PreferredDateSource = 1

// Configuration is how a parser is set up.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser parses no date.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a parsed date.
type Date struct {
	Time time.Time
}

// Parse finds no date and says so.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errors.New("dateparser: switched off")
}
