// Package warc reads and writes web archives: WARC 1.0 and 1.1 (ISO 28500), as
// they lie or compressed with gzip, a member a record or one for all.
//
// A Reader gives record after record of anything that can be read in order; of
// a file whose bytes can be read anywhere, Boundary finds places between which
// several can read at once. Response takes the answer of a web server out of a
// record's block: dechunked and decoded. A Writer appends records, each a gzip
// member of its own.
//
// # Damage
//
// A record that cannot be read is a *Damage, and the reader goes on with the
// next one that it finds: after a damaged gzip member at the next bytes that
// inflate to the head of a record, and in a plain archive at the next line that
// begins one. A record counts only once its member's checksum was right, or
// where the archive is plain or one member for all, once the next record
// begins where its length says. Where a length swallowed others, those are read
// again, as long as no more is read twice than was read once.
//
// # Limits
//
// A record's head is at most maxHead bytes. Blocks are streamed. Nothing is held
// but two buffers and the decoder's window, or a small member.
//
// # Speed
//
// Nearly all time goes into inflating. A member that lies whole in the buffer is
// inflated by an own decoder, 2.3 times as fast as klauspost's on pages, and by
// that only if anything is unusual. bench/archives compares with other readers.
//
// Reading order: reader.go, head.go, source.go, inflate.go, block.go,
// boundary.go, response.go, body.go, chunked.go, writer.go.
package warc
