package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"

	"stemma"
	"stemma/internal/render"
)

// packed holds the stories of a trace as packed JSON: as nouns those of 5,000 mixed reports
// take most of a gigabyte, which only their JSON needs.
type packed struct {
	data    chunks
	packer  *zstd.Encoder
	stories *render.StoryWriter
}

func newPacked() (*packed, error) {
	p := &packed{}
	var err error
	if p.packer, err = zstd.NewWriter(&p.data, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(packedWindow)); err != nil {
		return nil, fmt.Errorf("packed stories: %w", err)
	}
	p.stories = render.NewStoryWriter(p.packer)
	return p, nil
}

// packedWindow is how many bytes back the same words are found: the statements of a
// story stand in several places of it.
const packedWindow = 1 << 20

// chunks holds bytes in pieces, which never move: one slice that grows has up to twice the
// room that it needs, and three times while it grows.
type chunks [][]byte

// chunkBytes is the size of a piece.
const chunkBytes = 1 << 18

func (c *chunks) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		last := len(*c) - 1
		if last < 0 || len((*c)[last]) == cap((*c)[last]) {
			*c, last = append(*c, make([]byte, 0, chunkBytes)), last+1
		}
		piece := (*c)[last]
		n := min(len(rest), cap(piece)-len(piece))
		(*c)[last], rest = append(piece, rest[:n]...), rest[n:]
	}
	return len(data), nil
}

// reader reads all.
func (c *chunks) reader() io.Reader {
	all := make([]io.Reader, len(*c))
	for i, piece := range *c {
		all[i] = bytes.NewReader(piece)
	}
	return io.MultiReader(all...)
}

// json writes the dossier with the stories.
func (p *packed) json(w io.Writer, d *stemma.Dossier) error {
	if err := p.stories.Close(); err != nil {
		return err
	}
	if err := p.packer.Close(); err != nil {
		return fmt.Errorf("packed stories: %w", err)
	}
	unpacked, err := zstd.NewReader(p.data.reader(), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("packed stories: %w", err)
	}
	defer unpacked.Close()
	return render.JSONWith(w, d, unpacked)
}
