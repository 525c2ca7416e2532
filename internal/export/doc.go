// Package export writes a dossier in the formats of those who go on with it:
//
//	CSV              tables for a spreadsheet, one a kind of finding (csv.go)
//	GraphML          the trees for Gephi, yEd, networkx (graphml.go)
//	PROV-JSON        the W3C's model of provenance (prov.go)
//	Web Annotations  passages with what was found in them, W3C JSON-LD (annotations.go)
//	TEI              witnesses, variant readings and the stemma, for stemmatology (tei.go)
//
// It sees the nouns only. What it writes is a view: the dossier has all, and every
// row, node and annotation bears the id of the finding that it shows. Texts come
// from anywhere: characters that a format forbids become U+FFFD, and a cell of a
// table that a spreadsheet would take for a formula begins with an apostrophe.
//
// Reading order: export.go, then the format at hand.
package export
