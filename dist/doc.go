// Command dist builds what is given away: static binaries for Linux, macOS and
// Windows on amd64 and arm64, each in an archive with the manual, the completions
// and the licences of everything that is in it; packages for Debian; a bill of
// materials (CycloneDX) for each; and SHA256SUMS.
//
//	go run ./dist -out dist.out           (make dist)
//	go run ./dist -check                  (make dist-check: everything twice, same bytes)
//
// The same sources and the same Go give the same bytes, wherever and whenever: no
// path, no name and no state of version control is in a binary; all times in an
// archive are SOURCE_DATE_EPOCH, or zero; entries are in order.
//
// Reading order: main.go, build.go, archive.go, deb.go, sbom.go.
package main
