package expect

import (
	"fmt"
	"strings"
)

// File is one file of a golden story.
type File struct {
	Name string
	Data string
}

// Story is a golden story: what it tests, the pile, and what is expected.
type Story struct {
	Comment     string
	Files       []File
	Expectation Expectation
}

// ParseStory reads a golden story. The error says which line of the
// expectation is malformed, or that there is none.
func ParseStory(data []byte) (Story, error) {
	comment, files := split(string(data))
	story := Story{Comment: comment}
	found := false
	for _, file := range files {
		if file.Name != "expect" {
			story.Files = append(story.Files, file)
			continue
		}
		expectation, err := Parse([]byte(file.Data))
		if err != nil {
			return Story{}, err
		}
		story.Expectation, found = expectation, true
	}
	if !found {
		return Story{}, fmt.Errorf("expect: no file named %q in the story", "expect")
	}
	return story, nil
}

// split cuts a txtar archive into its comment and its files.
func split(text string) (comment string, files []File) {
	var body strings.Builder
	flush := func() {
		if len(files) == 0 {
			comment = body.String()
		} else {
			files[len(files)-1].Data = body.String()
		}
		body.Reset()
	}
	for line := range strings.Lines(text) {
		if name, ok := marker(line); ok {
			flush()
			files = append(files, File{Name: name})
			continue
		}
		body.WriteString(line)
	}
	flush()
	return comment, files
}

// marker returns the name in a line "-- NAME --".
func marker(line string) (string, bool) {
	line = strings.TrimRight(line, "\r\n")
	rest, ok := strings.CutPrefix(line, "-- ")
	if !ok {
		return "", false
	}
	name, ok := strings.CutSuffix(rest, " --")
	name = strings.TrimSpace(name)
	return name, ok && name != ""
}
