//go:build unix

package index

import (
	"io"
	"os"
	"syscall"
)

// source is a file in memory, as the system maps it.
type source struct{ b []byte }

func openSource(path string) (source, error) {
	f, err := os.Open(path)
	if err != nil {
		return source{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return source{}, err
	}
	b, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return source{}, &os.PathError{Op: "map", Path: path, Err: err}
	}
	return source{b}, nil
}

// Size is in bytes.
func (s source) Size() int64 { return int64(len(s.b)) }

// Close ends the use of all that was read.
func (s source) Close() {
	if s.b != nil {
		_ = syscall.Munmap(s.b)
	}
}

func (s source) read(at int64, n int) ([]byte, error) {
	if at < 0 || n < 0 || at+int64(n) > int64(len(s.b)) {
		return nil, io.ErrUnexpectedEOF
	}
	return s.b[at : at+int64(n) : at+int64(n)], nil
}

// lock takes the lock file of an index until it is closed; the system frees it
// when the process ends, however it ends.
func lock(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, errLocked
	}
	return f, nil
}

// syncFolder makes a rename in the folder last.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
