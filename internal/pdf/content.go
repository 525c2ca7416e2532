package pdf

import (
	"bytes"
	"math"
)

const (
	// maxContent bounds the bytes of content that are gone through for a page:
	// what is drawn again and again counts each time.
	maxContent = 32 << 20
	// maxGlyphs is how many letters a page may have.
	maxGlyphs = 500_000
	maxForms  = 10  // drawings within each other
	maxStates = 200 // states that are kept
)

// glyph is a letter, or some that are one sign, at its place on the page.
type glyph struct {
	x, y, size, width float64
	turn              int // a quarter turn to the left each
	shown             string
}

// matrix is a transformation: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

// by is the transformation m, and then n.
func (m matrix) by(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is what q keeps and Q brings back.
type state struct {
	ctm                                       matrix
	font                                      *font
	size, letter, blank, scale, rise, leading float64
}

// drawing goes through the content of a page.
type drawing struct {
	f         *file
	fonts     map[ref]*font
	names     map[string]string
	resources dict
	local     map[string]*font // of resources
	s         state
	kept      []state
	tm, line  matrix
	glyphs    []glyph
	left      int // of maxContent
	depth     int
}

// draw gives the letters of a page.
func (f *file) draw(p page, fonts map[ref]*font, names map[string]string) []glyph {
	one := matrix{a: 1, d: 1}
	d := drawing{f: f, fonts: fonts, names: names, left: maxContent, tm: one, line: one}
	d.s = state{ctm: one, scale: 1}
	var content []byte
	parts := f.array(p.dict["Contents"])
	if parts == nil {
		parts = array{p.dict["Contents"]}
	}
	for _, part := range parts {
		if s, ok := f.get(part).(*stream); ok && len(content) < maxContent {
			content = append(append(content, f.decode(s)...), '\n')
		}
	}
	d.run(content, p.resources)
	return d.glyphs
}

// run goes through content.
func (d *drawing) run(content []byte, resources dict) {
	if d.left -= len(content); d.left < 0 || d.depth > maxForms {
		return
	}
	before, local := d.resources, d.local
	d.resources, d.local = resources, map[string]*font{}
	l := lexer{data: content}
	var args []object
	for len(d.glyphs) < maxGlyphs {
		o, ok := l.next(0)
		if !ok {
			break
		}
		op, isOp := o.(word)
		switch {
		case !isOp && len(args) < 100:
			args = append(args, o)
		case op == "ID":
			l.image()
			args = args[:0]
		case isOp:
			d.do(string(op), args)
			args = args[:0]
		}
	}
	d.resources, d.local = before, local
}

// image passes over a picture that lies in the content.
func (l *lexer) image() {
	for {
		i := bytes.Index(l.data[min(l.at, len(l.data)):], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		l.at += i + 2
		if space(l.data[l.at-3]) && (l.at == len(l.data) || space(l.data[l.at])) {
			return
		}
	}
}

// num is the i-th argument as a number.
func num(args []object, i int) float64 {
	if i < 0 || i >= len(args) {
		return 0
	}
	n, _ := args[i].(float64)
	return n
}

func matrixOf(args []object) matrix {
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

// do does what an operator says.
func (d *drawing) do(op string, args []object) {
	switch op {
	case "q":
		if len(d.kept) < maxStates {
			d.kept = append(d.kept, d.s)
		}
	case "Q":
		if n := len(d.kept); n > 0 {
			d.s, d.kept = d.kept[n-1], d.kept[:n-1]
		}
	case "cm":
		d.s.ctm = matrixOf(args).by(d.s.ctm)
	case "Do":
		d.form(args)
	case "BT":
		d.tm, d.line = matrix{a: 1, d: 1}, matrix{a: 1, d: 1}
	default:
		d.text(op, args)
	}
}

// text does what the operators for text say.
func (d *drawing) text(op string, args []object) {
	switch op {
	case "Tf":
		d.setFont(args)
	case "Tc":
		d.s.letter = num(args, 0)
	case "Tw":
		d.s.blank = num(args, 0)
	case "Tz":
		d.s.scale = num(args, 0) / 100
	case "Ts":
		d.s.rise = num(args, 0)
	case "TL":
		d.s.leading = num(args, 0)
	case "Tm":
		d.tm, d.line = matrixOf(args), matrixOf(args)
	case "TD":
		d.s.leading = -num(args, 1)
		d.move(num(args, 0), num(args, 1))
	case "Td":
		d.move(num(args, 0), num(args, 1))
	default:
		d.show(op, args)
	}
}

// show does what the operators that show something say.
func (d *drawing) show(op string, args []object) {
	switch op {
	case "T*":
		d.move(0, -d.s.leading)
	case "'":
		d.move(0, -d.s.leading)
		d.put(args)
	case "\"":
		d.s.blank, d.s.letter = num(args, 0), num(args, 1)
		d.move(0, -d.s.leading)
		d.put(args[min(2, len(args)):])
	case "Tj":
		d.put(args)
	case "TJ":
		if len(args) > 0 {
			all, _ := args[0].(array)
			d.put(all)
		}
	}
}

func (d *drawing) move(x, y float64) {
	d.line = matrix{1, 0, 0, 1, x, y}.by(d.line)
	d.tm = d.line
}

// put shows strings; numbers between them move on.
func (d *drawing) put(all []object) {
	for _, o := range all {
		switch v := o.(type) {
		case text:
			if d.s.font != nil {
				d.s.font.show(v, d.letter)
			}
		case float64:
			d.advance(-v / 1000 * d.s.size * d.s.scale)
		}
	}
}

func (d *drawing) advance(x float64) { d.tm = matrix{1, 0, 0, 1, x, 0}.by(d.tm) }

// letter puts a letter on the page.
func (d *drawing) letter(shown string, width float64, blank bool) {
	at := matrix{d.s.size * d.s.scale, 0, 0, d.s.size, 0, d.s.rise}.by(d.tm).by(d.s.ctm)
	move := width/1000*d.s.size + d.s.letter
	if blank {
		move += d.s.blank
	}
	d.advance(move * d.s.scale)
	g := glyph{x: at.e, y: at.f, size: math.Hypot(at.c, at.d), shown: shown}
	g.width = (width/1000 + max(0, d.s.letter/d.s.size)) * math.Hypot(at.a, at.b)
	if g.turn = int(math.Round(math.Atan2(at.b, at.a)/(math.Pi/2))) & 3; sound(g) && len(d.glyphs) < maxGlyphs {
		d.glyphs = append(d.glyphs, g)
	}
}

// sound says whether a letter can be seen.
func sound(g glyph) bool {
	const far = 1e6
	for _, n := range []float64{g.x, g.y, g.width} {
		if !(math.Abs(n) < far) { // no number is not smaller
			return false
		}
	}
	return g.shown != "" && g.size > 0.5 && g.size < 5000
}

// setFont takes a font by its name in the resources.
func (d *drawing) setFont(args []object) {
	if len(args) < 2 {
		return
	}
	n, _ := args[0].(name)
	d.s.size = num(args, 1)
	if known := d.local[string(n)]; known != nil {
		d.s.font = known
		return
	}
	of := d.f.dict(d.resources["Font"])[string(n)]
	id, isRef := of.(ref)
	t := d.fonts[id]
	if !isRef || t == nil {
		t = d.f.newFont(d.f.dict(of), d.names)
		if isRef {
			d.fonts[id] = t
		}
	}
	d.local[string(n)], d.s.font = t, t
}

// form goes through a drawing that is kept by itself.
func (d *drawing) form(args []object) {
	if len(args) == 0 {
		return
	}
	n, _ := args[0].(name)
	s, ok := d.f.get(d.f.dict(d.resources["XObject"])[string(n)]).(*stream)
	if !ok || d.f.get(s.dict["Subtype"]) != name("Form") || d.left < 0 || d.depth >= maxForms {
		return
	}
	before, kept, tm, line := d.s, d.kept, d.tm, d.line
	if m := d.f.array(s.dict["Matrix"]); len(m) == 6 {
		d.s.ctm = matrixOf(m).by(d.s.ctm)
	}
	resources := d.f.dict(s.dict["Resources"])
	if resources == nil {
		resources = d.resources
	}
	d.depth++
	d.kept = nil
	d.run(d.f.decode(s), resources)
	d.depth--
	d.s, d.kept, d.tm, d.line = before, kept, tm, line
}
