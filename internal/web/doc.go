// Package web shows a case in a browser and to programs: pages that the server
// writes whole and that need no script, and the same findings as JSON below /api.
//
// It decides nothing: what it shows is what [Case] gives, a dossier in memory or
// [Findings] that were put on a shelf before, and what the user says is handed to it. A correction is tried first: the
// page that asks for a yes tells what it would change. Every finding has an address,
// /find/ and its id, and a citation to copy.
//
// # Who may ask
//
// On a loopback address nobody but this machine; there the name in the request must
// be one of loopback, so that no page of the web can ask through a name of its own
// that leads here. On any other address a token is asked for. What changes the case
// must come from a page of the server. Pages may load nothing but the server's own
// style and drawing, run no script, and be framed by nobody.
//
// Reading order: web.go, findings.go, table.go, search.go, shelf.go, reshelve.go, cut.go,
// words.go, unshelve.go, guard.go, pages.go, find.go, change.go, api.go.
package web
