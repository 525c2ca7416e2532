package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"sync"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/web"
)

// caseTracer traces a case. What one trace has read and found the next one has at
// hand, and the case keeps it: so only what is touched by a report more or another
// correction is made anew.
type caseTracer struct {
	store.Case
	common   *common
	aliases  *aliasFlag
	s        streams
	oneStory bool

	mu       sync.Mutex // one trace at a time
	p        *pipeline.Pipeline
	memory   *caseMemory
	mark     string // of the case when its captures were read
	captures []stemma.Capture
	shelver  web.Shelver

	once       sync.Once
	digest     string // of the program
	undigested error
}

// trace gives what is found in the case, and keeps it.
func (t *caseTracer) trace(ctx context.Context) (*stemma.Dossier, error) {
	said, err := corrections(ctx, t.Case)
	if err != nil {
		return nil, err
	}
	return t.traceWith(ctx, said, true)
}

// traceWith gives what is found with these corrections; what is only tried is not kept.
func (t *caseTracer) traceWith(ctx context.Context, said []stemma.Correction, keep bool) (*stemma.Dossier, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.read(ctx); err != nil {
		return nil, err
	}
	done, err := t.ready(ctx, said)
	if err != nil {
		return nil, err
	}
	defer done()
	t.memory.begin()
	d, err := t.p.TraceCaptures(ctx, t.captures, nil)
	if err == nil {
		t.lighten(d)
	}
	if err != nil || !keep {
		return d, err
	}
	return d, t.flush(ctx)
}

// flush keeps in the case what the last trace has made; the lock is held. A case that may only
// be read now is answered for, too.
func (t *caseTracer) flush(ctx context.Context) error {
	err := t.memory.flush(ctx, t.Case)
	if errors.Is(err, store.ErrLocked) || errors.Is(err, store.ErrInUse) {
		return nil
	}
	return err
}

// keep keeps in the case what the last trace has made, where that was not kept at once.
func (t *caseTracer) keep(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.flush(ctx)
}

// read reads the captures that are not at hand.
func (t *caseTracer) read(ctx context.Context) error {
	mark, err := t.Mark(ctx)
	if err != nil || t.captures != nil && mark == t.mark {
		return err
	}
	captures, err := t.Captures(ctx, t.captures...)
	if err != nil {
		return err
	}
	for i := range captures {
		if captures[i].Digest == "" {
			captures[i].Digest = pipeline.DigestOf(captures[i].Data)
		}
	}
	t.captures, t.mark = captures, mark
	return nil
}

// lighten lets go the data of which reports were made, which are at hand as long as the
// case is open: of a saved page the article is one byte in fifty.
func (t *caseTracer) lighten(d *stemma.Dossier) {
	read := map[string]bool{}
	for _, row := range d.Ledger {
		if row.Outcome == stemma.Read {
			read[row.Input] = true
		}
	}
	for i := range t.captures {
		if read[t.captures[i].Input] {
			t.captures[i].Data = nil
		}
	}
}

// ready readies the stages for the corrections.
func (t *caseTracer) ready(ctx context.Context, said []stemma.Correction) (done func(), err error) {
	if t.p != nil {
		t.p = t.p.Corrected(said)
		return func() {}, nil
	}
	list, err := t.aliases.read()
	if err != nil {
		return nil, exit{exitUsage, err}
	}
	if t.memory, err = t.remember(ctx); err != nil {
		return nil, err
	}
	o, done := t.common.options(t.s)
	o.Aliases, o.Corrections, o.Memory = list, said, t.memory
	if t.p, err = pipeline.New(o); err == nil && t.oneStory {
		t.p = t.p.AsOneStory()
	}
	return done, err
}

// remember opens what the case has kept of this program and these aliases.
func (t *caseTracer) remember(ctx context.Context) (*caseMemory, error) {
	version, err := t.version()
	if err != nil {
		return nil, err
	}
	return newCaseMemory(ctx, t.Case, version)
}

// version tells what this program finds with these aliases from what others do.
func (t *caseTracer) version() (string, error) {
	version, err := t.program()
	if err != nil || t.aliases.Aliases == "" {
		return version, err
	}
	text, err := readList("--aliases", t.aliases.Aliases)
	if err != nil {
		return "", exit{exitUsage, err}
	}
	sum := sha256.Sum256([]byte(text))
	return version + " " + hex.EncodeToString(sum[:12]), nil
}

// program is programDigest, worked out once.
func (t *caseTracer) program() (string, error) {
	t.once.Do(func() { t.digest, t.undigested = programDigest() })
	return t.digest, t.undigested
}

// programDigest tells one build of the program from every other one, so that what
// an older one found is not taken for this one's. Two checksums of different
// polynomials and the length do for that: nobody builds a program so that it is taken
// for another one, and SHA-256 of the 50 MB takes four times as long.
func programDigest() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	one, other := crc32.NewIEEE(), crc32.New(crc32.MakeTable(crc32.Castagnoli))
	// Neither side may do it in its own way, with pieces of its own size.
	both, all := struct{ io.Writer }{io.MultiWriter(one, other)}, struct{ io.Reader }{f}
	n, err := io.CopyBuffer(both, all, make([]byte, 1<<18))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x-%x-%x", n, one.Sum32(), other.Sum32()), nil
}
