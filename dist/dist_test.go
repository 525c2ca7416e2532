package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

var made = []file{
	{name: "stemma", data: []byte("program"), run: true}, {name: "man/stemma.1", data: []byte(".TH X")},
	{name: "LICENSE", data: []byte("odd")}, {name: "licences/a/LICENSE", data: []byte("x")},
}

// An archive does not depend on the order of its files, nor on the clock.
func TestArchivesAreTheSame(t *testing.T) {
	other := slices.Clone(made)
	slices.Reverse(other)
	for name, pack := range map[string]func([]file) ([]byte, error){
		"tar": func(f []file) ([]byte, error) { return tarred("x/", f) },
		"zip": func(f []file) ([]byte, error) { return zipped("x", f) },
		"deb": func(f []file) ([]byte, error) { return deb(target{"linux", "amd64"}, "1.0", f) },
	} {
		a, err := pack(made)
		b, err2 := pack(other)
		if err != nil || err2 != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %v %v, the same: %t", name, err, err2, bytes.Equal(a, b))
		}
	}
}

func TestTarred(t *testing.T) {
	data, err := tarred("x/", made)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, h.Name)
		if h.Name == "x/stemma" && h.Mode != 0o755 {
			t.Errorf("the program has the mode %o", h.Mode)
		}
	}
	want := "x/ x/LICENSE x/licences/ x/licences/a/ x/licences/a/LICENSE x/man/ x/man/stemma.1 x/stemma"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s\nnot %s", got, want)
	}
	z, _ := zipped("x", made)
	if r, err := zip.NewReader(bytes.NewReader(z), int64(len(z))); err != nil || len(r.File) != len(made) {
		t.Errorf("zip: %v", err)
	}
}

// Debian's own program reads the package.
func TestDeb(t *testing.T) {
	dpkg, err := exec.LookPath("dpkg-deb")
	if err != nil {
		t.Skip("dpkg-deb is not installed")
	}
	data, err := deb(target{"linux", "arm64"}, "1.0", made)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "x.deb")
	if err := write(filepath.Dir(name), []file{{name: "x.deb", data: data}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{"--info", "Architecture: arm64"}, {"--contents", "./usr/share/man/man1/stemma.1.gz"},
		{"--contents", "./usr/share/doc/stemma/changelog.gz"}, {"--contents", "./usr/share/doc/stemma/copyright"},
	} {
		out, err := exec.Command(dpkg, c[0], name).CombinedOutput()
		if err != nil || !strings.Contains(string(out), c[1]) || strings.Contains(string(out), "1970-01-01") {
			t.Errorf("dpkg-deb %s: %v\n%s", c[0], err, out)
		}
	}
}

func TestGzipped(t *testing.T) {
	data, err := gzipped([]byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(r); err != nil || string(text) != "x" {
		t.Errorf("%q %v", text, err)
	}
}

func TestSBOM(t *testing.T) {
	info := &buildinfo.BuildInfo{GoVersion: "go1.26.0", Deps: []*debug.Module{
		{Path: "a.example/a", Version: "v1.0.0"},
		{Path: "a.example/b", Version: "v1.0.0", Replace: &debug.Module{Path: "./b"}},
	}}
	text, err := sbom("1.0", info)
	var b bill
	if err != nil || json.Unmarshal(text, &b) != nil || b.Format != "CycloneDX" || len(b.Components) != 3 {
		t.Fatalf("%v %s", err, text)
	}
	if b.Components[1].PURL == "" || b.Components[2].PURL != "" {
		t.Errorf("what is replaced has the address of what is not there: %s", text)
	}
}
