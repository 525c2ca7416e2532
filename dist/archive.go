package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"path"
	"slices"
	"strings"
	"time"
)

// mode is a file's permissions.
func (f file) mode() int64 {
	if f.run {
		return 0o755
	}
	return 0o644
}

// sorted orders files by name.
func sorted(files []file) []file {
	return slices.SortedFunc(slices.Values(files), func(a, b file) int { return cmp.Compare(a.name, b.name) })
}

// tarred packs files below a prefix, with the folders that they are in, owned by
// nobody in particular.
func tarred(prefix string, files []file) ([]byte, error) {
	var out bytes.Buffer
	packed, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	archive := tar.NewWriter(packed)
	seen := map[string]bool{}
	for _, f := range sorted(files) {
		for _, folder := range above(prefix + f.name) {
			if !seen[folder] {
				seen[folder] = true
				err = errors.Join(err, archive.WriteHeader(&tar.Header{
					Typeflag: tar.TypeDir, Name: folder, Mode: 0o755, ModTime: epoch(), Format: tar.FormatGNU,
				}))
			}
		}
		err = errors.Join(err, archive.WriteHeader(&tar.Header{
			Typeflag: tar.TypeReg, Name: prefix + f.name, Mode: f.mode(), Size: int64(len(f.data)), ModTime: epoch(),
			Format: tar.FormatGNU,
		}))
		_, failed := archive.Write(f.data)
		err = errors.Join(err, failed)
	}
	err = errors.Join(err, archive.Close(), packed.Close())
	return out.Bytes(), err
}

// above lists the folders that a file is in, the outer ones first.
func above(name string) []string {
	var folders []string
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		head := ""
		if strings.HasPrefix(name, "./") && !strings.HasPrefix(dir, "./") {
			head = "./"
		}
		folders = append(folders, head+dir+"/")
	}
	slices.Reverse(folders)
	return folders
}

// zipped packs files below a folder.
func zipped(folder string, files []file) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	// The format knows no time before 1980.
	when := epoch()
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); when.Before(first) {
		when = first
	}
	for _, f := range sorted(files) {
		h := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: when}
		w, err := archive.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return out.Bytes(), err
}
