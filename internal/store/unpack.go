package store

import (
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// unpacker unpacks what a case keeps. Its case may be closed while somebody still reads: who
// has begun is waited for, and who comes later is told.
type unpacker struct {
	mu      sync.RWMutex
	decoder *zstd.Decoder
	closed  bool
}

var errClosed = errors.New("the case was closed")

func newUnpacker() (*unpacker, error) {
	decoder, err := zstd.NewReader(nil)
	return &unpacker{decoder: decoder}, err
}

func (u *unpacker) unpack(packed []byte) ([]byte, error) {
	u.mu.RLock()
	defer u.mu.RUnlock()
	if u.closed {
		return nil, errClosed
	}
	made, err := u.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return made, nil
}

func (u *unpacker) close() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.closed = true
	u.decoder.Close()
}
