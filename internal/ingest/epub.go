package ingest

import "archive/zip"

// book reads an EPUB.
func (u *unzipper) book(z *zip.Reader) bool { return u.files(z) }
