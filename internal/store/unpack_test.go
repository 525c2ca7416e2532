package store

import (
	"errors"
	"sync"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// Who reads of a case that is being closed gets what is kept, or is told.
func TestUnpackerIsClosedWhileRead(t *testing.T) {
	packer, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	packed := packer.EncodeAll([]byte("kept"), nil)
	u, err := newUnpacker()
	if err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			for range 100 {
				made, err := u.unpack(packed)
				if !errors.Is(err, errClosed) && (err != nil || string(made) != "kept") {
					t.Errorf("got %q, %v", made, err)
				}
			}
		})
	}
	u.close()
	readers.Wait()
	if _, err := u.unpack(packed); !errors.Is(err, errClosed) {
		t.Errorf("after it was closed: %v", err)
	}
}
