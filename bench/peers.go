package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

const (
	mostOfRensa   = 2.0  // times the time that it needs to flag documents
	leastOfPassim = 20.0 // times as fast as its method
)

// peer is another program for the same files.
type peer struct {
	name, script string
	args         []string
}

// peerLine is what a peer prints.
type peerLine struct {
	Version string  `json:"version"`
	Work    float64 `json:"seconds_work"`
	Start   float64 `json:"seconds_start_up"`
	Pairs   *int    `json:"pairs"`
	Peak    int64   `json:"peak_rss_bytes"`
}

// besides times other programs beside this one.
type besides struct{ *bench }

// peerTasks puts up the peers that are there, on Reuters.
func (b besides) peerTasks() error {
	peers := []peer{
		{"rensa flags documents", "peer_rensa.py", nil},
		{"datasketch flags documents", "peer_datasketch.py", nil},
		{"passim's method, a stand-in on pyspark", "peer_passim.py", nil},
	}
	python := filepath.Join(b.peers, ".venv", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		for _, p := range peers {
			b.row(func() { b.table.skip(p.name, "not set up, see "+filepath.Join(b.peers, "setup.sh")) })
		}
		return nil
	}
	if b.reuters == nil {
		return nil
	}
	file, err := b.reutersFile()
	if err != nil {
		return err
	}
	ours := b.put(b.engine.task("all pairs, Reuters, beside the peers", file, 0))
	for _, p := range peers {
		script := filepath.Join(b.peers, p.script)
		if _, err := os.Stat(script); err != nil {
			b.row(func() { b.table.skip(p.name, script+" not found") })
			continue
		}
		var line peerLine
		t := b.put(p.task(python, script, file, b.cores, &line))
		b.row(func() { b.peerRow(p, t, ours, &line) })
	}
	return nil
}

// task times the peer's work by its own clock, and keeps its last line.
func (p peer) task(python, script, file string, cores int, last *peerLine) *task {
	return &task{name: p.name, run: func() (sample, error) {
		args := append([]string{script, file, "--cores", strconv.Itoa(cores)}, p.args...)
		out, err := exec.Command(python, args...).Output()
		if err != nil {
			return sample{}, err
		}
		if err := json.Unmarshal([]byte(lastLine(string(out))), last); err != nil {
			return sample{}, fmt.Errorf("%s: %w", p.script, err)
		}
		return sample{seconds: last.Work, peak: last.Peak}, nil
	}}
}

func (b besides) peerRow(p peer, t, ours *task, last *peerLine) {
	if t.err != nil {
		b.table.skip(p.name, t.err.Error())
		return
	}
	b.table.note(p.name, fmt.Sprintf("%.2f s (ours %.2f s), version %s, start-up of %.1f s not counted",
		t.seconds(), ours.seconds(), last.Version, last.Start))
	switch p.script {
	case "peer_rensa.py":
		b.table.atMost("  our time to its time", ours.seconds()/t.seconds(), mostOfRensa, "%.2f")
	case "peer_passim.py":
		b.table.atLeast("  its time to our time", t.seconds()/ours.seconds(), leastOfPassim, "%.1f")
	default:
		b.table.note("  its time to our time", fmt.Sprintf("%.2f", t.seconds()/ours.seconds()))
	}
}
