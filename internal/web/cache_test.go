package web

import (
	"errors"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"

	"stemma"
)

// TestWrittenOnce: however many ask at once for a page of a dossier that is new, it is
// written once; what could not be written is tried anew, even where writing it panicked.
func TestWrittenOnce(t *testing.T) {
	var c cache
	var times atomic.Int64
	d, r := &stemma.Dossier{}, httptest.NewRequest("GET", "http://127.0.0.1/claims", nil)
	ask := func(body string, err error) (string, error) {
		p, begin := c.page(d, r)
		if begin {
			times.Add(1)
			c.write(d, r, p, func() ([]byte, error) { return []byte(body), err })
		}
		<-p.done
		return string(p.body), p.err
	}
	var wait sync.WaitGroup
	for range 200 {
		wait.Go(func() {
			if got, err := ask("page", nil); got != "page" || err != nil {
				t.Error(got, err)
			}
		})
	}
	wait.Wait()
	if times.Load() != 1 {
		t.Errorf("written %d times", times.Load())
	}
	d = &stemma.Dossier{}
	failed := errors.New("no page")
	if _, err := ask("", failed); !errors.Is(err, failed) {
		t.Error(err)
	}
	func() {
		defer func() { _ = recover() }()
		p, _ := c.page(d, r)
		c.write(d, r, p, func() ([]byte, error) { panic("no page") })
	}()
	if got, err := ask("again", nil); got != "again" || err != nil {
		t.Error(got, err)
	}
}
