package render

import (
	"errors"
	"fmt"
	"io"
	"reflect"

	"stemma"
)

// StoryWriter writes stories one after the other as they stand in the JSON of a dossier, so
// that the dossier need not hold them. JSONWith puts them into the rest.
type StoryWriter struct{ s *scribe }

// NewStoryWriter writes to w.
func NewStoryWriter(w io.Writer) *StoryWriter {
	s := newScribe(w)
	s.depth, s.fresh = depthOfStories, true
	return &StoryWriter{s}
}

// depthOfStories is how many lists and objects a story of a dossier stands in.
const depthOfStories = 2

// Add writes a story. The error is the encoder's or the writer's.
func (x *StoryWriter) Add(story *stemma.Story) error {
	x.s.next()
	x.s.value(reflect.ValueOf(story))
	return x.failed()
}

// Close writes what is left.
func (x *StoryWriter) Close() error {
	x.s.flush()
	return x.failed()
}

func (x *StoryWriter) failed() error {
	if x.s.err != nil {
		return fmt.Errorf("render: json: %w", x.s.err)
	}
	return nil
}

// JSONWith is JSON of a dossier with the stories that were written before in the place of
// its own.
func JSONWith(w io.Writer, d *stemma.Dossier, stories io.Reader) error {
	s := newScribe(w)
	s.stories = stories
	s.value(reflect.ValueOf(d))
	if err := s.finish(); err != nil {
		return fmt.Errorf("render: json: %w", err)
	}
	return nil
}

// copied writes the items of a list that were written before.
func (s *scribe) copied(items io.Reader) {
	s.open('[')
	for s.err == nil {
		n, err := items.Read(s.out[len(s.out):cap(s.out)])
		s.out, s.fresh = s.out[:len(s.out)+n], s.fresh && n == 0
		if errors.Is(err, io.EOF) {
			break
		}
		if s.flush(); err != nil {
			s.err = err
		}
	}
	s.shut(']')
}
