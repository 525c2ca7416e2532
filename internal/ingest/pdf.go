package ingest

import (
	"bytes"

	"stemma/internal/pdf"
)

// isPDF says whether a page is a PDF file.
func isPDF(media string, data []byte) bool {
	return media == "application/pdf" || bytes.HasPrefix(data, []byte(pdfMagic))
}

// pdfText is the text of a PDF file, and the address if a browser printed it, or
// why there is none.
func pdfText(data []byte) (text []byte, address string, why refusal) {
	all, address, err := pdf.Text(data)
	if err != nil {
		return nil, "", failed(err.Error())
	}
	return []byte(all), firstAddress(address), refusal{}
}
