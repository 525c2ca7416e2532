package web

import (
	"errors"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
)

// TestWrittenOnce: however many ask at once for a page of findings that are new, it is
// written once; what could not be written is tried anew, even where writing it panicked.
func TestWrittenOnce(t *testing.T) {
	var c cache
	var times atomic.Int64
	f, r := Findings(&whole{}), httptest.NewRequest("GET", "http://127.0.0.1/claims", nil)
	ask := func(body string, err error) (string, error) {
		p, begin := c.page(f, r)
		if begin {
			times.Add(1)
			c.write(f, r, p, func() ([]byte, error) { return []byte(body), err })
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
	f = &whole{}
	failed := errors.New("no page")
	if _, err := ask("", failed); !errors.Is(err, failed) {
		t.Error(err)
	}
	func() {
		defer func() { _ = recover() }()
		p, _ := c.page(f, r)
		c.write(f, r, p, func() ([]byte, error) { panic("no page") })
	}()
	if got, err := ask("again", nil); got != "again" || err != nil {
		t.Error(got, err)
	}
}
