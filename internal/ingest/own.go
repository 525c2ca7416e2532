package ingest

import "bytes"

// ownExport says whether a text begins as what "stemma export" writes: XML and
// Markdown bear a mark, the others have a first line of their own.
func ownExport(text []byte) bool {
	for _, begins := range [...]string{
		"<!-- written by Stemma -->",
		`<?xml version="1.0" encoding="UTF-8"?>` + "\n<!-- written by Stemma -->",
		"report_id,story_id,siglum,", "claim_id,story_id,", "descent_id,story_id,", "drift_id,story_id,",
		"attribution_id,report_id,",
	} {
		if bytes.HasPrefix(text, []byte(begins)) {
			return true
		}
	}
	tight := bytes.Join(bytes.Fields(text[:min(len(text), ownBytes)]), nil)
	return bytes.HasPrefix(tight, []byte(`{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:stemma:`)) ||
		bytes.HasPrefix(tight, []byte(`{"prefix":{"dcterms":"http://purl.org/dc/terms/","stemma":"urn:stemma:"`))
}
