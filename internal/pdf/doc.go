// Package pdf reads the text of PDF files, in the order in which people read
// it: column by column, with words that were parted at the ends of lines put
// together again, and without what stands on every page.
//
// Objects are found where they stand in the file, and not by its table of them,
// so that a file that is cut or was patched is read as far as it goes. Of the
// encodings those of text are known (Flate, ASCII85, ASCIIHex, RunLength), of
// fonts the ToUnicode tables, the encodings of Latin alphabets and the names of
// glyphs. Codes of which nothing says what they show are left out.
//
// # Why an own reader
//
// ledongthuc/pdf, the library in Go that gives letters with their places, does
// not end where a page is its own parent, leaves drawings within drawings out,
// and does not know how wide the letters of composite fonts are, so that columns
// cannot be told; others in Go give no places, or are not free. Here every loop
// has a bound.
//
// # Limits
//
// Encrypted files are not read, nor are pictures of text. At most 5000 pages,
// 256 MiB of unpacked streams, half a million letters a page. Letters that are
// set far apart, tables and formulas come out as they may. LZW, which no writer
// of the last twenty years uses, is not undone.
//
// Reading order: pdf.go, file.go, object.go, filter.go, content.go, font.go,
// cmap.go, lines.go, paragraphs.go, running.go.
package pdf
