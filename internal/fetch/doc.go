// Package fetch gets pages from the web and keeps them as a web archive, from
// which everything else reads: so a finding rests on bytes that are kept.
//
// An address may be a page's, or that of a list: a feed (RSS, Atom, JSON Feed),
// an OPML file, a sitemap or an index of such. What a list names is fetched too.
// Every address ends in the ledger as read (kept), skipped or failed, with a
// reason.
//
// # Manners
//
// robots.txt is kept to (RFC 9309), with its Crawl-delay; a host gets one request
// a second and never two at once; the agent says its name. A server that is busy
// (429, 503) is asked again when it says so, one that breaks off after a while,
// three times in all. What an archive holds already is asked for with its ETag
// and Last-Modified; what did not change is kept as a revisit record, what did
// as another capture of the address.
//
// # Safety
//
// Only http and https. A connection to a private or special address is refused
// when it is made, whatever the name or the redirect that led there, unless
// Options.AllowPrivate. No proxy is used, since that would make the connections
// in our place. An answer is cut after Options.MaxBytes and Options.Timeout; what
// came is kept, and says that it was cut. At most maxHops redirects are followed,
// each an address of its own that keeps to all of this.
//
// Reading order: fetch.go, host.go, visit.go, exchange.go, guard.go, robots.go,
// links.go, keep.go, known.go.
package fetch
