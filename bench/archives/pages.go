package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"stemma/internal/warc"
)

// vocabulary is how many words the pages are made of.
const vocabulary = 8000

// makeArchive writes an archive of made-up pages.
func makeArchive(file string, pages int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	if err := writePages(out, pages); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writePages(out io.Writer, pages int) error {
	m := maker{noise: rand.New(rand.NewPCG(7, 11)), out: warc.NewWriter(out)}
	for range vocabulary {
		m.words = append(m.words, m.word())
	}
	for i := range pages {
		if err := m.page(i); err != nil {
			return err
		}
	}
	return nil
}

type maker struct {
	noise *rand.Rand
	words []string
	out   *warc.Writer
}

// word is some made-up syllables.
func (m *maker) word() string {
	const consonants, vowels = "bcdfghklmnprstvw", "aeiou"
	var b strings.Builder
	for range 1 + m.noise.IntN(3) {
		b.WriteByte(consonants[m.noise.IntN(len(consonants))])
		b.WriteByte(vowels[m.noise.IntN(len(vowels))])
	}
	return b.String()
}

// page writes the request, the answer and, after every fourth, a picture.
func (m *maker) page(i int) error {
	address := fmt.Sprintf("https://outlet%d.example/%d/%s.html", i%50, i, m.words[i%vocabulary])
	when := time.Date(2024, 5, 6, 0, 0, i, 0, time.UTC)
	target := warc.Field{Name: "WARC-Target-URI", Value: address}
	asked := warc.Field{Name: "Content-Type", Value: "application/http; msgtype=request"}
	answer := warc.Field{Name: "Content-Type", Value: "application/http; msgtype=response"}
	request := fmt.Sprintf("GET /%d HTTP/1.1\r\nHost: outlet%d.example\r\n\r\n", i, i%50)
	if _, err := m.out.Write("request", when, []byte(request), target, asked); err != nil {
		return err
	}
	body := m.markup(i)
	head := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", len(body))
	if _, err := m.out.Write("response", when, []byte(head+body), target, answer); err != nil || i%4 != 0 {
		return err
	}
	picture := make([]byte, 20_000)
	for k := range picture {
		picture[k] = byte(m.noise.Uint32())
	}
	picture = append([]byte("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"), picture...)
	_, err := m.out.Write("response", when, picture,
		warc.Field{Name: "WARC-Target-URI", Value: address + ".jpg"}, answer)
	return err
}

// markup is a page of some 30 kB.
func (m *maker) markup(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=\"en\"><head><title>%s</title>\n", m.sentence(8))
	for k := range 40 {
		fmt.Fprintf(&b, "<meta name=\"%s\" content=\"%s\">\n", m.sentence(1), m.sentence(3))
		fmt.Fprintf(&b, "<script src=\"/static/%d/%x.js\" async></script>\n", k, m.noise.Uint64())
	}
	fmt.Fprintf(&b, "</head><body><nav>")
	for range 120 {
		fmt.Fprintf(&b, "<li class=\"menu-item\"><a href=\"/%s/%x\">", m.sentence(1), m.noise.Uint32())
		fmt.Fprintf(&b, "%s</a></li>\n", m.sentence(2))
	}
	fmt.Fprintf(&b, "</nav><article><h1>%s</h1>\n", m.sentence(9))
	for range 30 + i%20 {
		fmt.Fprintf(&b, "<p class=\"article-paragraph\">%s</p>\n", m.sentence(70))
		fmt.Fprintf(&b, "<figure data-id=\"%x\"></figure>\n", m.noise.Uint64())
	}
	b.WriteString("</article></body></html>\n")
	return b.String()
}

func (m *maker) sentence(words int) string {
	var b strings.Builder
	for k := range words {
		if k > 0 {
			b.WriteByte(' ')
		}
		// The smaller of two is a word that comes often.
		b.WriteString(m.words[min(m.any(), m.any(), m.any())])
	}
	return b.String()
}

// any is the number of any word.
func (m *maker) any() int { return m.noise.IntN(vocabulary) }
