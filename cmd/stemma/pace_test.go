package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// TestPace: who comes alone has the turn at once, a crowd has turns one after the other,
// and nobody's is further away than the longest wait.
func TestPace(t *testing.T) {
	p, at := &pace{}, time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	for i := range 3 {
		if away := p.turn(at.Add(time.Duration(i) * time.Second)); away != 0 {
			t.Errorf("alone: %v", away)
		}
	}
	at = at.Add(time.Minute)
	for i := range 1000 {
		want := min(time.Duration(i)*time.Second/pagesASecond, longestWait)
		if away := p.turn(at); away != want {
			t.Fatalf("turn %d of a crowd: %v", i, away)
		}
	}
	if away := p.turn(at.Add(time.Minute)); away != 0 {
		t.Errorf("when the crowd is gone: %v", away)
	}
}

// TestPaced: nobody is kept waiting unless it is busy, and who goes away is not answered.
func TestPaced(t *testing.T) {
	answered, busy := 0, false
	answer := func(http.ResponseWriter, *http.Request) { answered++ }
	handler := paced(func() bool { return busy }, http.HandlerFunc(answer))
	ask := func() {
		handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "GET", "/", nil))
	}
	for range 10 {
		ask()
	}
	busy = true
	ask()
	ask()
	if answered != 12 {
		t.Errorf("%d answered of 12", answered)
	}
}
