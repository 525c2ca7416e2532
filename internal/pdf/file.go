package pdf

import (
	"bytes"
	"errors"
	"sort"
)

// What keeps a file from being read.
var (
	ErrEncrypted = errors.New("an encrypted PDF file: not read")
	ErrNoText    = errors.New("a PDF file without text: it shows pictures of pages, and needs text recognition first")
	ErrDamaged   = errors.New("a PDF file in which no page is found")
)

const (
	// maxPages and maxObjects bound a file.
	maxPages   = 5000
	maxObjects = 2_000_000
	// maxDecoded bounds what all streams of a file unpack to, a stream 32 MB.
	maxDecoded = 256 << 20
	maxStream  = 32 << 20
	maxDepth   = 60 // of the tree of pages
)

// file is what a file holds. Its table of objects is not looked at: the objects
// are found where they stand, so that a file that is cut or patched is read as
// far as it goes.
type file struct {
	objects map[int]object
	trailer dict
	left    int // of maxDecoded
}

// open finds the objects. Of two with one number the later counts, as it does
// where a file was changed by adding to it.
func open(data []byte) *file {
	f := &file{objects: map[int]object{}, trailer: dict{}, left: maxDecoded}
	l := lexer{data: data, refs: true}
	for trailer := -1; len(f.objects) < maxObjects; {
		if trailer < l.at {
			trailer = l.find("trailer")
		}
		switch i := l.find("obj"); {
		case trailer < i:
			l.at = trailer + len("trailer")
			if d, ok := l.value().(dict); ok {
				f.trailers(d)
			}
		case i == len(data):
			return f
		default:
			n, ok := numberBefore(data, i)
			if l.at = i + len("obj"); ok {
				f.add(n, l.object(f))
			}
		}
	}
	return f
}

// find is where a word comes next, or the end.
func (l *lexer) find(word string) int {
	if i := bytes.Index(l.data[l.at:], []byte(word)); i >= 0 {
		return l.at + i
	}
	return len(l.data)
}

// value reads an object and drops whether there was one.
func (l *lexer) value() object {
	o, _ := l.next(0)
	return o
}

// numberBefore reads "12 0 " before "obj".
func numberBefore(data []byte, at int) (int, bool) {
	i := at
	back := func(is func(byte) bool) int {
		start := i
		for i > 0 && start-i < 20 && is(data[i-1]) {
			i--
		}
		return start - i
	}
	digit := func(b byte) bool { return b >= '0' && b <= '9' }
	if back(space) == 0 || back(digit) == 0 || back(space) == 0 {
		return 0, false
	}
	end := i
	if back(digit) == 0 || end-i > 9 {
		return 0, false
	}
	n := 0
	for _, b := range data[i:end] {
		n = n*10 + int(b-'0')
	}
	return n, true
}

// object reads the object behind "obj", with its stream.
func (l *lexer) object(f *file) object {
	o := l.value()
	d, ok := o.(dict)
	if !ok {
		return o
	}
	l.skip()
	if !bytes.HasPrefix(l.data[l.at:], []byte("stream")) {
		return o
	}
	l.at += len("stream")
	if bytes.HasPrefix(l.data[l.at:], []byte("\r\n")) {
		l.at += 2
	} else if l.at < len(l.data) && space(l.data[l.at]) {
		l.at++
	}
	rest := l.data[l.at:]
	end := bytes.Index(rest, []byte("endstream"))
	if n, ok := d["Length"].(float64); ok && n >= 0 && n < float64(len(rest)) {
		after := bytes.TrimLeft(rest[int(n):min(len(rest), int(n)+20)], "\r\n \x00")
		if bytes.HasPrefix(after, []byte("endstream")) {
			end = int(n)
		}
	}
	if end < 0 {
		end = len(rest)
	}
	l.at += end
	return &stream{d, rest[:end]}
}

// add takes an object, and those that lie in it.
func (f *file) add(n int, o object) {
	f.objects[n] = o
	s, ok := o.(*stream)
	if !ok {
		return
	}
	switch s.dict["Type"] {
	case name("XRef"):
		f.trailers(s.dict)
	case name("ObjStm"):
		f.inner(s)
	}
}

func (f *file) trailers(d dict) {
	for _, key := range []string{"Root", "Encrypt"} {
		if v := d[key]; v != nil {
			f.trailer[key] = v
		}
	}
}

// inner takes the objects that lie in a stream: their numbers and places come
// first.
func (f *file) inner(s *stream) {
	data := f.decode(s)
	first, _ := f.number(s.dict["First"])
	heads := lexer{data: data}
	for len(f.objects) < maxObjects {
		n, ok := heads.value().(float64)
		place, more := heads.value().(float64)
		at := int(first) + int(place)
		if !ok || !more || heads.at > int(first)+1 || at < 0 || at >= len(data) {
			return
		}
		l := lexer{data: data, at: at, refs: true}
		f.objects[int(n)] = l.value()
	}
}

// get follows references.
func (f *file) get(o object) object {
	for range 10 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.objects[int(r)]
	}
	return nil
}

func (f *file) dict(o object) dict {
	switch v := f.get(o).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(o object) array {
	a, _ := f.get(o).(array)
	return a
}

func (f *file) number(o object) (float64, bool) {
	n, ok := f.get(o).(float64)
	return n, ok
}

// page is a page, with the resources that it inherits.
type page struct {
	dict
	resources dict
}

// pages gives the pages in order: by the tree, or where there is none, by their
// numbers.
func (f *file) pages() []page {
	var all []page
	seen := map[ref]bool{}
	root := f.dict(f.trailer["Root"])
	f.tree(root["Pages"], nil, seen, 0, &all)
	if len(all) > 0 {
		return all
	}
	var numbers []int
	for n, o := range f.objects {
		if d, ok := o.(dict); ok && d["Type"] == name("Page") {
			numbers = append(numbers, n)
		}
	}
	sort.Ints(numbers)
	for _, n := range numbers[:min(len(numbers), maxPages)] {
		d := f.dict(ref(n))
		all = append(all, page{d, f.dict(d["Resources"])})
	}
	return all
}

// tree walks the tree of pages.
func (f *file) tree(node object, resources dict, seen map[ref]bool, depth int, all *[]page) {
	if r, ok := node.(ref); ok {
		if seen[r] {
			return
		}
		seen[r] = true
	}
	d := f.dict(node)
	if d == nil || depth > maxDepth || len(*all) >= maxPages {
		return
	}
	if own := f.dict(d["Resources"]); own != nil {
		resources = own
	}
	kids := f.array(d["Kids"])
	if kids == nil {
		*all = append(*all, page{d, resources})
	}
	for _, kid := range kids {
		f.tree(kid, resources, seen, depth+1, all)
	}
}
