package main

import (
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"
)

const maintainer = "The Stemma authors <stemma@localhost>"

// changelog is what Debian's tools read the history of a package from: version,
// maintainer, time.
const changelog = `stemma (%s) unstable; urgency=medium

  * Built from the source of this version; its CHANGELOG.md says what is new.

 -- %s  %s
`

// copyright says whose the program is, in Debian's format, since the year of its source.
const copyright = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: stemma

Files: *
Copyright: %d The Stemma authors
License: Apache-2.0
Comment: The licences and notices of the libraries and of the data that the
 program holds are in the folder licences beside this file.

License: Apache-2.0
 On Debian systems, the text of the Apache License 2.0 is in
 /usr/share/common-licenses/Apache-2.0.
`

// overrides are what lintian is told to let pass, and why.
const overrides = `# Go programs without cgo are linked statically, so that they run everywhere.
stemma: statically-linked-binary [usr/bin/stemma]
# The project has no address for mail.
stemma: bogus-mail-host Maintainer stemma@localhost
stemma: bogus-mail-host-in-debian-changelog *
`

// deb makes a package for Debian: an ar archive of its format version, what the
// system is told of it, and its files (deb(5)).
func deb(t target, version string, all []file) ([]byte, error) {
	history, err := gzipped(fmt.Appendf(nil, changelog, version, maintainer, epoch().Format(time.RFC1123Z)))
	if err != nil {
		return nil, err
	}
	installed, err := placed(all)
	if err != nil {
		return nil, err
	}
	installed = append(installed, file{name: "usr/share/doc/stemma/changelog.gz", data: history},
		file{name: "usr/share/doc/stemma/copyright", data: fmt.Appendf(nil, copyright, epoch().Year())},
		file{name: "usr/share/lintian/overrides/stemma", data: []byte(overrides)})
	size := 0
	var md5sums strings.Builder
	for _, f := range sorted(installed) {
		size += len(f.data)
		fmt.Fprintf(&md5sums, "%x  %s\n", md5.Sum(f.data), f.name)
	}
	control := fmt.Sprintf(`Package: stemma
Version: %s
Architecture: %s
Maintainer: %s
Installed-Size: %d
Section: text
Priority: optional
Description: family tree of a news story
 Reads a pile of news reports and rebuilds who took what from whom, who every
 claim is credited to, how many independent origins stand behind it, and how it
 drifted in the retelling.
`, version, t.machine, maintainer, size/1024+1)
	about, err1 := tarred("./", []file{
		{name: "control", data: []byte(control)}, {name: "md5sums", data: []byte(md5sums.String())},
	})
	data, err2 := tarred("./", installed)
	return ar([]file{
		{name: "debian-binary", data: []byte("2.0\n")}, {name: "control.tar.gz", data: about},
		{name: "data.tar.gz", data: data},
	}), errors.Join(err1, err2)
}

// placed gives the files where Debian wants them; the manual is compressed.
func placed(all []file) ([]file, error) {
	var found []file
	for _, f := range all {
		switch {
		case f.run:
			f.name = "usr/bin/stemma"
		case f.name == "man/stemma.1":
			packed, err := gzipped(f.data)
			if err != nil {
				return nil, err
			}
			f.name, f.data = "usr/share/man/man1/stemma.1.gz", packed
		case f.name == "completions/stemma.bash":
			f.name = "usr/share/bash-completion/completions/stemma"
		case f.name == "completions/_stemma":
			f.name = "usr/share/zsh/vendor-completions/_stemma"
		case f.name == "completions/stemma.fish":
			f.name = "usr/share/fish/vendor_completions.d/stemma.fish"
		case f.name == "LICENSE":
			continue // Debian has it; see copyright
		default:
			f.name = path.Join("usr/share/doc/stemma", f.name)
		}
		found = append(found, f)
	}
	return found, nil
}

func gzipped(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// ar packs files as ar(1) does.
func ar(files []file) []byte {
	var out bytes.Buffer
	out.WriteString("!<arch>\n")
	for _, f := range files {
		fmt.Fprintf(&out, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", f.name, epoch().Unix(), 0, 0, "100644", len(f.data))
		out.Write(f.data)
		if len(f.data)%2 == 1 {
			out.WriteByte('\n')
		}
	}
	return out.Bytes()
}
