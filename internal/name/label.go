package name

import (
	"strings"

	"stemma"
)

// longestTitle is how many runes a title has at most where it stands for its
// report's name.
const longestTitle = 40

// Label is how a report is called where it is spoken of: by its outlet, else by
// the host of its address, its first author, its title in quotation marks, or
// the name of its file.
func Label(r *stemma.Report) string {
	for _, s := range []string{string(r.Outlet), Host(string(r.URL)), first(r.Byline), quoted(r.Title)} {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	if file := r.Input[strings.LastIndexAny(r.Input, `/\`)+1:]; file != "" {
		return file
	}
	return r.ID
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// quoted is a title in quotation marks, cut at a word where it is long.
func quoted(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	if title == "" {
		return ""
	}
	runes := []rune(title)
	if len(runes) <= longestTitle {
		return "“" + title + "”"
	}
	cut := string(runes[:longestTitle])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return "“" + cut + "…”"
}
