//go:build !unix

package index

import (
	"io"
	"os"
)

// source is a file that is read piece by piece.
type source struct {
	f    *os.File
	size int64
}

func openSource(path string) (source, error) {
	f, err := os.Open(path)
	if err != nil {
		return source{}, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return source{}, err
	}
	return source{f, info.Size()}, nil
}

// Size is in bytes.
func (s source) Size() int64 { return s.size }

// Close closes the file.
func (s source) Close() { s.f.Close() }

func (s source) read(at int64, n int) ([]byte, error) {
	if at < 0 || n < 0 || at+int64(n) > s.size {
		return nil, io.ErrUnexpectedEOF
	}
	b := make([]byte, n)
	_, err := s.f.ReadAt(b, at)
	return b, err
}

// lockFile is a file that is there while the index is being written.
type lockFile struct {
	f    *os.File
	path string
}

// Close frees the lock.
func (l lockFile) Close() error {
	l.f.Close()
	return os.Remove(l.path)
}

// lock takes the lock file of an index until it is closed. After a crash it
// has to be removed by hand.
func lock(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if os.IsExist(err) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	return lockFile{f, path}, nil
}

// syncFolder does nothing where folders cannot be synced.
func syncFolder(string) error { return nil }
