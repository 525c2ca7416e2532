package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
)

// TestReadersDuringAnAdd: 200 clients read the pages of a case to which another process
// adds reports. Each gets its page each time, and at the end all see what was added. How
// long it took is told, not judged: the machine may be busy.
func TestReadersDuringAnAdd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, "demo")
	base := serveCase(t, file)
	get(t, base+"/")
	other, err := store.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	took := readers(t, base, func() {
		for i := range 20 {
			if _, err := other.Add(t.Context(), madeUp(i), time.Now()); err != nil {
				t.Error(err)
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
	slices.Sort(took)
	t.Logf("%d pages: half in %v, 99 of 100 in %v", len(took), took[len(took)/2], took[len(took)*99/100])
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		if page := string(get(t, base+"/claims?q=Marl19")); !strings.Contains(page, "No claim has all of that") {
			break
		}
		if time.Now().After(until) {
			t.Fatal("what was added last is not seen")
		}
	}
}

// readers reads pages on 200 goroutines while the work goes on, and gives how long each
// took.
func readers(t *testing.T, base string, work func()) (took []time.Duration) {
	t.Helper()
	var done atomic.Bool
	var mu sync.Mutex
	var wait sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 200}}
	for n := range 200 {
		wait.Go(func() {
			for i := 0; i == 0 || !done.Load(); i++ {
				at := time.Now()
				r, err := client.Get(base + []string{"/", "/claims", "/stories", "/claims?q=charts",
					"/corrections"}[(n+i)%5])
				if err != nil {
					t.Error(err)
					return
				}
				_, err = io.Copy(io.Discard, r.Body)
				r.Body.Close()
				if err != nil || r.StatusCode != http.StatusOK {
					t.Error(r.Status, err)
				}
				mu.Lock()
				took = append(took, time.Since(at))
				mu.Unlock()
			}
		})
	}
	work()
	done.Store(true)
	wait.Wait()
	return took
}

// madeUp is a report of an event of its own.
func madeUp(i int) []stemma.Capture {
	text := fmt.Sprintf("Marl%d council closes its bridge\n\nThe council of Marl%d closed the bridge over the "+
		"Ouzel on "+
		"%d May 2021 after %d cracks were found, its clerk, Ida Marl%d, said.\n", i, i, i+1, i+3, i)
	// By its first digits a report is known: they must be its own.
	return []stemma.Capture{{Input: fmt.Sprintf("marl%d.txt", i), Media: stemma.PlainText, Data: []byte(text),
		SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(text)))}}
}
