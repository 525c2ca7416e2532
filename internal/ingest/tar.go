package ingest

import (
	"archive/tar"
	"io"

	"stemma"
)

// untarrer reads a tar as it comes.
type untarrer struct {
	f *feeder
	s *source
}

func (u *untarrer) run() bool {
	m := &members{f: u.f, s: u.s}
	in := tar.NewReader(u.s.in)
	for {
		head, err := in.Next()
		switch {
		case err == io.EOF && m.n == 0:
			return u.f.refuse(u.s.input, failed("empty"))
		case err == io.EOF:
			return true
		case err != nil && err != tar.ErrInsecurePath: // a name is only shown
			return m.fail(cutArchive(err))
		case !u.entry(m, head, in):
			return false
		}
	}
}

// entry makes the tasks of one entry. Folders are none.
func (u *untarrer) entry(m *members, head *tar.Header, in io.Reader) bool {
	switch head.Typeflag {
	case tar.TypeReg:
		return m.member(head.Name, in)
	case tar.TypeDir, tar.TypeXGlobalHeader:
		m.n++
		return true
	}
	return u.f.refuse(input{name: m.name(head.Name)}, refusal{stemma.Skipped, "a link or a device: not followed"})
}

// cutArchive says in words that an archive ends within a member.
func cutArchive(err error) error {
	if err == io.ErrUnexpectedEOF {
		return errCutArchive
	}
	return err
}
