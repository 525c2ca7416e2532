package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
)

// mostUnsent is how many lines are kept for a webhook that does not answer; the oldest
// go first. A day of looks every minute brings no more.
const mostUnsent = 1000

// send gives lines to the webhook in their order, and gives back those that it did not
// take: the next look begins with them.
func (w *watchCmd) send(ctx context.Context, lines [][]byte, s streams) [][]byte {
	if w.Webhook == "" {
		return nil
	}
	for i, line := range lines {
		if err := postNews(ctx, w.Webhook, line); err != nil {
			if !w.Quiet {
				fmt.Fprintf(s.err, "stemma: --webhook: %v\n", err)
			}
			return lines[max(i, len(lines)-mostUnsent):]
		}
	}
	return nil
}

// postNews gives a line to whoever wants to know.
func postNews(ctx context.Context, address string, line []byte) error {
	ctx, stop := context.WithTimeout(ctx, arrival)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(line))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	if answer.StatusCode >= http.StatusBadRequest {
		err = errors.New(answer.Status)
	}
	return errors.Join(err, answer.Body.Close())
}
