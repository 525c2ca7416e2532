package ingest

import (
	"bytes"

	"stemma"
)

// isPDF says whether a page is a PDF file.
func isPDF(media string, data []byte) bool {
	return media == "application/pdf" || bytes.HasPrefix(data, []byte(pdfMagic))
}

// pdfText is the text of a PDF file, or why there is none.
func pdfText(data []byte) ([]byte, stemma.MediaType, refusal) {
	return nil, "", failed("a PDF file: not text")
}
