package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"

	"stemma"
	"stemma/internal/render"
)

// packed holds the stories of a trace as JSON, and where that is more than plainBytes as packed
// JSON: as nouns those of 5,000 mixed reports take most of a gigabyte, which only their JSON
// needs.
type packed struct {
	data    chunks
	packer  *zstd.Encoder // nil while little is held
	stories *render.StoryWriter
}

func newPacked() *packed {
	p := &packed{}
	p.stories = render.NewStoryWriter(p)
	return p
}

// plainBytes is how much is held as it is: to set up a packer takes 4 MB, which is a tenth of
// what a pile of five reports takes in all.
const plainBytes = 2 << 20

// packedWindow is how many bytes back the same words are found: the statements of a
// story stand in several places of it.
const packedWindow = 1 << 20

// Write holds some JSON.
func (p *packed) Write(data []byte) (int, error) {
	if p.packer == nil && len(p.data)*chunkBytes >= plainBytes {
		if err := p.pack(); err != nil {
			return 0, err
		}
	}
	if p.packer == nil {
		return p.data.Write(data)
	}
	return p.packer.Write(data)
}

// pack begins to pack, with what is held.
func (p *packed) pack() error {
	held := p.data.reader()
	p.data = nil
	var err error
	p.packer, err = zstd.NewWriter(&p.data, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(packedWindow))
	if err == nil {
		_, err = io.Copy(p.packer, held)
	}
	if err != nil {
		return fmt.Errorf("packed stories: %w", err)
	}
	return nil
}

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
	if p.packer == nil {
		return render.JSONWith(w, d, p.data.reader())
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
