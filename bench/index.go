package main

import "os/exec"

// index measures a new article against an index of a grown corpus, where the
// binary has one.
func (b *bench) index() error {
	binary := b.engine.binary
	if exec.Command(binary, "index", "query", "--help").Run() != nil {
		b.row(func() { b.table.skip("one new article against an index", "no command index query") })
		return nil
	}
	b.row(func() { b.table.skip("one new article against an index", "the bench does not drive it yet") })
	return nil
}
