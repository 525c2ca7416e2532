package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	out := flag.String("out", "dist.out", "folder to write to; what it holds is replaced")
	only := flag.String("only", "", "one target only, such as linux/arm64")
	check := flag.Bool("check", false, "build everything twice and compare, without keeping it")
	flag.Parse()
	if err := run(*out, *only, *check); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

func run(out, only string, check bool) error {
	list := targets()
	if only != "" {
		list = slices.DeleteFunc(list, func(t target) bool { return t.String() != only })
	}
	if len(list) == 0 {
		return fmt.Errorf("no target is called %q", only)
	}
	// Asked for once, so that all files of a run bear the same.
	if err := os.Setenv("SOURCE_DATE_EPOCH", strconv.FormatInt(epoch().Unix(), 10)); err != nil {
		return err
	}
	files, err := build(list)
	if err != nil {
		return err
	}
	if !check {
		return write(out, files)
	}
	again, err := build(list)
	if err != nil {
		return err
	}
	for i := range files {
		if !bytes.Equal(files[i].data, again[i].data) {
			return fmt.Errorf("%s: two builds give different bytes", files[i].name)
		}
	}
	fmt.Printf("dist: %d files, the same bytes twice\n", len(files))
	return nil
}

// file is a file with what it holds.
type file struct {
	name string
	data []byte
	run  bool // it is a program
}

// write replaces what a folder holds.
func write(out string, files []file) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("dist: %d files in %s\n", len(files), out)
	return nil
}

// sums is the file that sha256sum -c reads.
func sums(files []file) file {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	return file{name: "SHA256SUMS", data: []byte(b.String())}
}

// epoch is the time that everything bears: SOURCE_DATE_EPOCH, else the time of the
// commit that is built, else the first that every format knows. Debian refuses files
// that are older than itself.
func epoch() time.Time {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		out, _ := exec.Command("git", "log", "-1", "--format=%ct").Output()
		text = strings.TrimSpace(string(out))
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Unix(seconds, 0).UTC()
}
