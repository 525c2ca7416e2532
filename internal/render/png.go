package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"stemma"
)

// How a drawing becomes points: two for each of its pixels, as sharp screens and
// printers have them, and no more than programs open.
const (
	pngScale  = 2
	maxPoints = 64 << 20
)

// PNG writes the drawing of the largest story as an image, for what takes no SVG: the
// same lines, circles and words on paper. It is drawn with the Go fonts, which have
// Latin, Greek and Cyrillic letters; others are boxes here, and letters in the SVG. A
// story that is not drawn is an image of its title. The error is that of a font or the
// writer's.
func PNG(w io.Writer, d *stemma.Dossier) error {
	v := &drawingView{Width: 600, Height: 60}
	f := newPile(d).largest()
	says := "No report could be read."
	if f != nil {
		says = f.title()
		if drawn := newDrawingView(storyPage{f}, f.behind(f.rank())); drawn != nil {
			v, says = drawn, ""
		}
	}
	c, err := newCanvas(v.Width, v.Height)
	if err != nil {
		return fmt.Errorf("render: png: %w", err)
	}
	c.words(20, 35, says, c.regular(13), inkOf(false), right)
	c.drawing(v)
	return c.write(w)
}

// The page's light colours.
func paper() color.Color  { return color.RGBA{0xfb, 0xfa, 0xf6, 0xff} }
func muted() color.Color  { return color.RGBA{0x62, 0x5d, 0x52, 0xff} }
func rule() color.Color   { return color.RGBA{0x8d, 0x86, 0x76, 0xff} }
func accent() color.Color { return color.RGBA{0x8a, 0x2b, 0x1d, 0xff} }

func inkOf(accented bool) color.Color {
	if accented {
		return accent()
	}
	return color.RGBA{0x1e, 0x1c, 0x18, 0xff}
}

// canvas is an image that is drawn on in the drawing's pixels.
type canvas struct {
	image *image.RGBA
	scale float64
	faces map[string]font.Face
	bold  *opentype.Font
	plain *opentype.Font
	err   error // the first of a font
}

func newCanvas(width, height int) (*canvas, error) {
	c := &canvas{scale: pngScale, faces: map[string]font.Face{}}
	if points := float64(width) * float64(height) * pngScale * pngScale; points > maxPoints {
		c.scale *= math.Sqrt(maxPoints / points)
	}
	c.image = image.NewRGBA(image.Rect(0, 0, int(float64(width)*c.scale), int(float64(height)*c.scale)))
	draw.Draw(c.image, c.image.Bounds(), image.NewUniform(paper()), image.Point{}, draw.Src)
	var err error
	if c.bold, err = opentype.Parse(gobold.TTF); err != nil {
		return nil, err
	}
	c.plain, err = opentype.Parse(goregular.TTF)
	return c, err
}

func (c *canvas) regular(size float64) font.Face { return c.face("plain", c.plain, size) }
func (c *canvas) strong(size float64) font.Face  { return c.face("bold", c.bold, size) }

func (c *canvas) face(name string, of *opentype.Font, size float64) font.Face {
	key := name + strconv.FormatFloat(size, 'f', 1, 64)
	if c.faces[key] == nil {
		face, err := opentype.NewFace(of, &opentype.FaceOptions{Size: size * c.scale, DPI: 72})
		if err != nil {
			c.err = err
			return nil
		}
		c.faces[key] = face
	}
	return c.faces[key]
}

// Where a text stands to its place.
const (
	right  = -1
	middle = 0 // on a disc, or alone above the axis, where there is nothing to clear
	left   = 1
)

// words writes a text at a place, on cleared paper: right of it, left of it, or around it.
func (c *canvas) words(x, y float64, text string, face font.Face, ink color.Color, side int) {
	if face == nil || text == "" {
		return
	}
	pen := font.Drawer{Dst: c.image, Src: image.NewUniform(ink), Face: face}
	at := fixed.Point26_6{X: fixed.Int26_6(x * c.scale * 64), Y: fixed.Int26_6(y * c.scale * 64)}
	width := pen.MeasureString(text)
	at.X -= width * fixed.Int26_6(side+1) / 2
	if side != middle {
		c.halo(pen, at, text)
	}
	pen.Dot = at
	pen.DrawString(text)
}

// halo clears the paper around a text, so that no line runs through it.
func (c *canvas) halo(pen font.Drawer, at fixed.Point26_6, text string) {
	pen.Src = image.NewUniform(paper())
	wide := fixed.Int26_6(1.5 * c.scale * 64)
	for _, by := range []fixed.Point26_6{{X: wide}, {X: -wide}, {Y: wide}, {Y: -wide}} {
		pen.Dot = at.Add(by)
		pen.DrawString(text)
	}
}

// fill fills a closed outline of points.
func (c *canvas) fill(points []point, ink color.Color) {
	if len(points) < 3 {
		return
	}
	box := c.around(points)
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range points {
		x, y := float32(p.x*c.scale)-float32(box.Min.X), float32(p.y*c.scale)-float32(box.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		}
		r.LineTo(x, y)
	}
	r.ClosePath()
	r.Draw(c.image, box, image.NewUniform(ink), image.Point{})
}

// around is the part of the image that some points lie in.
func (c *canvas) around(points []point) image.Rectangle {
	lo, hi := points[0], points[0]
	for _, p := range points {
		lo = point{min(lo.x, p.x), min(lo.y, p.y)}
		hi = point{max(hi.x, p.x), max(hi.y, p.y)}
	}
	return image.Rect(
		int(math.Floor(lo.x*c.scale)), int(math.Floor(lo.y*c.scale)),
		int(math.Ceil(hi.x*c.scale))+1, int(math.Ceil(hi.y*c.scale))+1,
	).Intersect(c.image.Bounds())
}

// write writes the image, with a word about who wrote it.
func (c *canvas) write(w io.Writer) error {
	if c.err != nil {
		return fmt.Errorf("render: png: %w", c.err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, c.image); err != nil {
		return fmt.Errorf("render: png: %w", err)
	}
	const head = 8 + 4 + 4 + 13 + 4 // the signature, and the chunk that says how large the image is
	for _, part := range [][]byte{out.Bytes()[:head], textChunk("Software", "Stemma"), out.Bytes()[head:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// textChunk is a text in an image of PNG (RFC 2083, 4.2.7).
func textChunk(key, text string) []byte {
	body := append([]byte("tEXt"+key+"\x00"), text...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	chunk = append(chunk, body...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
}
