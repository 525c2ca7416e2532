package main

import "github.com/alecthomas/kong"

// flagTexts are the help texts that are too long for the line of their flag, where
// they stand by their name: help:"${memory}".
func flagTexts() kong.Vars {
	return kong.Vars{
		"aliases":   "Names that are one outlet's; a line: The Washington Post = Post, WaPo, washingtonpost.com",
		"clusters":  "Write groups of passages that say the same, as JSON Lines. Holds them all in memory.",
		"demo_html": "Where the report page is written (default: stemma-demo.html).",
		"fail_on":   "Exit with 4 when it is so: single-origin (of the main claim of the largest story).",
		"field": "Take text, html, id, url, outlet, title, byline, published, updated or language of a " +
			"record from its field COLUMN; may be given again.",
		"jobs":               "Reports read at once (default: one a core). The result is the same with any number.",
		"max_bytes":          "Largest report, such as 20M (default: 8 MiB); larger ones are named in the ledger.",
		"max_bytes_passages": "Largest report, such as 20M (default: 8 MiB); larger ones are named as not read.",
		"memory":             "Memory to use, such as 800M; the rest goes to --tmp (default: 2G, least 128M).",
		"min_words":          "Shortest passage, in words that are the same (default and least: 8).",
		"only":               "Only the story with that id, of those that \"stemma stories\" lists.",
	}
}
