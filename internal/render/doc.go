// Package render shows a dossier to people and to programs: as text for a
// terminal, as one HTML page, as JSON and as a Graphviz drawing. It sees the
// nouns only and decides nothing: whatever it says stands in the dossier, and
// what the dossier leaves open (an interval, an unknown lineage) is said to be
// open.
//
// # The answer
//
// Terminal and page begin with the same few sentences (answer.go,
// answer_descent.go), which speak of the largest story: to whom its reports
// are shown to go back, by the descents that take over more than a point; its
// main claim ([stemma.Dossier.Main]) and what stands behind it; and which
// reports were not found to tell it. What is not known is said as open.
//
// # The page
//
// The page is one file that loads nothing and needs no script. Its content
// security policy names its own style and script by their hashes and forbids
// the rest, so that text of a report that got through the template's escaping
// could still not run, load or send anything. Every number leads to the words
// behind it: everything that points into a text leaves a mark on it, and all
// marks on a text are flattened into neighbouring runs (marks.go), since marks
// overlap and elements cannot. What closes is a <details> with its anchor
// inside, so that following a link opens it, by the browser's own doing.
//
// The drawing (layout.go) is a tree on its side, a row for every witness and
// time from left to right. A classical stemma, a layer for every generation,
// was not chosen since a wire with forty copies is forty columns wide; rows
// keep every label legible and cannot overlap.
//
// Differences of two passages are found word by word (diff.go), by Myers'
// algorithm with a bound on the number of edits.
//
// # Limits
//
// Text is never trusted: control characters are shown as pictures,
// bidirectional overrides by their names, and what cannot be seen is dropped
// (clean.go). So the page and the terminal show a text almost as it is; the
// JSON alone holds it to the byte. Widths of text in the drawing are estimates,
// since no font is known here. Large piles are cut with a note of how much is
// left out, which stands in the JSON: the constants say where. Time and size
// are linear in the dossier: a thousand reports in two hundred stories take
// about a third of a second and six megabytes.
//
// Reading order: words.go and clean.go (the smallest parts), index.go
// (look-ups), answer.go, answer_descent.go, tree.go; then terminal.go, terminal_tree.go,
// terminal_flow.go, terminal_quotes.go, terminal_compare.go; or page.go,
// page_story.go, page_claims.go, page_grid.go, page_sources.go,
// page_descents.go, page_drifts.go, page_drawing.go, page_marks.go and what
// they stand on, marks.go, layout.go and diff.go; or dot.go, svg.go, brief.go; or json.go,
// scribe.go and quotes_json.go.
package render
