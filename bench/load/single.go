package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// oneByOne adds reports to a case that is served, one by one, as a desk does that hears of
// one more: how long it takes until the new answer is shown, beside a trace of all of them
// anew, which is made in between.
func (o options) oneByOne(ctx context.Context, folder string, out io.Writer) error {
	o.add, o.part = o.single, 1
	s, parts, err := o.serve(ctx, folder)
	if err != nil {
		return err
	}
	defer s.stop()
	pile := filepath.Join(folder, "all.jsonl")
	lines, err := os.ReadFile(s.first)
	if err != nil {
		return err
	}
	var served, anew spans
	for i, part := range parts {
		line, err := os.ReadFile(part)
		if err != nil {
			return err
		}
		lines = append(lines, line...)
		begun, at := time.Now(), s.processor()
		if err := s.post(ctx, line, o.before+i+1); err != nil {
			return err
		}
		served.note(time.Since(begun), s.processor()-at)
		if i%onesATrace != 0 {
			continue
		}
		if err := os.WriteFile(pile, lines, 0o600); err != nil {
			return err
		}
		sleep(ctx, settles) // what the finder does when it rests is not to slow the trace
		trace := exec.CommandContext(ctx, o.stemma, "trace", "-q", pile)
		begun = time.Now()
		if err := trace.Run(); err != nil {
			return err
		}
		anew.note(time.Since(begun), trace.ProcessState.UserTime()+trace.ProcessState.SystemTime())
	}
	fmt.Fprintf(out, "%-28s %10s %14s\n", "", "seconds", "of processor")
	served.print(out, fmt.Sprintf("one more of %d, served", o.before))
	anew.print(out, "all traced anew")
	wall := median(anew.wall).Seconds() / median(served.wall).Seconds()
	fmt.Fprintf(out, "%-28s %9.1fx %13.1fx\n", "times", wall, mean(anew.used).Seconds()/mean(served.used).Seconds())
	fmt.Fprintf(out, "server %.0f MB, finder %.0f MB\n", s.memory(), s.finder())
	return nil
}

// onesATrace is after how many reports all are traced anew.
const onesATrace = 5

// settles is how long it takes after a report until the server does nothing more about it.
const settles = 4 * time.Second

// spans are how long things took, by the clock and in processor time.
type spans struct{ wall, used []time.Duration }

func (s *spans) note(wall, used time.Duration) {
	s.wall, s.used = append(s.wall, wall), append(s.used, used)
}

// print tells the median by the clock and the mean of the processor times, of which each is
// told in hundredths of a second.
func (s *spans) print(out io.Writer, name string) {
	fmt.Fprintf(out, "%-28s %10.3f %14.3f\n", name, median(s.wall).Seconds(), mean(s.used).Seconds())
}

func median(all []time.Duration) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

func mean(all []time.Duration) (sum time.Duration) {
	for _, x := range all {
		sum += x
	}
	return sum / time.Duration(len(all))
}

// post adds a report, and comes back when it is shown.
func (s *server) post(ctx context.Context, line []byte, reports int) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/api/reports", bytes.NewReader(line))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/jsonl")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if said, _ := bufio.NewReader(answer.Body).ReadString('\n'); answer.StatusCode != http.StatusOK {
		return fmt.Errorf("a report was not added: %s", said)
	}
	return s.until(ctx, reports)
}
