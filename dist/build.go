package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// target is a system that Stemma is built for.
type target struct{ system, machine string }

func (t target) String() string { return t.system + "/" + t.machine }

func targets() []target {
	var all []target
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, machine := range []string{"amd64", "arm64"} {
			all = append(all, target{system, machine})
		}
	}
	return all
}

// build makes everything that is given away.
func build(list []target) ([]file, error) {
	folder, err := os.MkdirTemp("", "stemma-dist-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	version, beside, err := common(folder)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, t := range list {
		made, err := packages(t, folder, version, beside)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
		files = append(files, made...)
	}
	return append(files, sums(files)), nil
}

// common asks a program for this machine for its version, its manual and its
// completions, which are the same everywhere.
func common(folder string) (version string, beside []file, err error) {
	here := target{runtime.GOOS, runtime.GOARCH}
	program, err := compile(here, filepath.Join(folder, "here"))
	if err != nil {
		return "", nil, err
	}
	line, err := exec.Command(program, "version").Output()
	if err != nil || len(strings.Fields(string(line))) < 2 {
		return "", nil, errors.Join(err, fmt.Errorf("no version in %q", line))
	}
	for _, f := range []struct {
		name string
		args []string
	}{
		{"man/stemma.1", []string{"man"}}, {"completions/stemma.bash", []string{"completion", "bash"}},
		{"completions/_stemma", []string{"completion", "zsh"}},
		{"completions/stemma.fish", []string{"completion", "fish"}},
	} {
		text, err := exec.Command(program, f.args...).Output()
		if err != nil {
			return "", nil, fmt.Errorf("%s: %w", f.name, err)
		}
		beside = append(beside, file{name: f.name, data: text})
	}
	for _, name := range []string{"LICENSE", "README.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", nil, err
		}
		beside = append(beside, file{name: name, data: text})
	}
	return strings.Fields(string(line))[1], beside, nil
}

// compile builds the program for a target.
func compile(t target, to string) (string, error) {
	c := golang("build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", to, "./cmd/stemma")
	c.Env = append(c.Env, "GOOS="+t.system, "GOARCH="+t.machine)
	c.Stderr = os.Stderr
	return to, c.Run()
}

// golang is a command of Go that nothing in the environment changes the result of.
func golang(args ...string) *exec.Cmd {
	c := exec.Command("go", args...)
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOFIPS140=off", "GOWORK=off",
		"GOAMD64=v1", "GOARM64=v8.0")
	return c
}

// packages makes the files of one target.
func packages(t target, folder, version string, beside []file) ([]file, error) {
	program, err := compile(t, filepath.Join(folder, t.system+"-"+t.machine))
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	info, err := buildinfo.Read(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	licences, err := licencesOf(info)
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("stemma_%s_%s_%s", version, t.system, t.machine)
	bill, err := sbom(version, info)
	if err != nil {
		return nil, err
	}
	made := []file{{name: name + ".cdx.json", data: bill}}
	all := append([]file{{name: "stemma", data: data, run: true}}, append(beside, licences...)...)
	if t.system == "windows" {
		all[0].name = "stemma.exe"
		archive, err := zipped(name, all)
		return append(made, file{name: name + ".zip", data: archive}), err
	}
	archive, err := tarred(name+"/", all)
	made = append(made, file{name: name + ".tar.gz", data: archive})
	if err != nil || t.system != "linux" {
		return made, err
	}
	pack, err := deb(t, version, all)
	return append(made, file{name: fmt.Sprintf("stemma_%s_%s.deb", version, t.machine), data: pack}), err
}

// licencesOf gives the licence files of all modules in a program, and the notices
// of the data that is embedded.
func licencesOf(info *buildinfo.BuildInfo) ([]file, error) {
	out, err := golang("list", "-m", "-json", "all").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	root, err := golang("env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	folders := map[string]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var m struct{ Path, Dir string }
		if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		folders[m.Path] = m.Dir
	}
	found := licencesIn(strings.TrimSpace(string(root)), "go")
	for _, m := range info.Deps {
		found = append(found, licencesIn(folders[m.Path], m.Path)...)
	}
	for _, room := range []string{"internal/lexis", "internal/vector"} {
		found = append(found, licencesIn(room, filepath.Base(room))...)
	}
	return found, nil
}

// licencesIn gives what of a folder is a licence or a notice.
func licencesIn(folder, module string) []file {
	var found []file
	entries, _ := fs.ReadDir(os.DirFS(folder), ".")
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		for _, head := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE"} {
			if e.Type().IsRegular() && strings.HasPrefix(upper, head) {
				if data, err := os.ReadFile(filepath.Join(folder, e.Name())); err == nil && len(data) > 0 {
					found = append(found, file{name: "licences/" + module + "/" + e.Name(), data: data})
				}
				break
			}
		}
	}
	return found
}
