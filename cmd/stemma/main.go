// Command stemma rebuilds the family tree of a news story from a pile of
// reports: who took what from whom, who is credited with every claim, how many
// independent origins stand behind it, and how it drifted in the retelling.
//
// This file wires the commands; each has a file of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"reflect"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"stemma/internal/ingest"
)

// Exit codes, as CONTRACT promises them to scripts.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitUnread      = 3 // finished, but some inputs could not be read
	exitFailOn      = 4
	exitInterrupted = 130
)

// exit is an error that carries the code to end with.
type exit struct {
	code int
	err  error
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// cli is the command line.
type cli struct {
	Demo       demoCmd       `cmd:"" help:"The whole job on a made-up story that is built in, offline."`
	Trace      traceCmd      `cmd:"" help:"Read a pile of reports; print each story's family tree, claims and drifts."`
	Quotes     quotesCmd     `cmd:"" help:"Who is credited with what, by which words."`
	Compare    compareCmd    `cmd:"" help:"Two reports side by side, or many pairs of texts."`
	Reuse      reuseCmd      `cmd:"" help:"Every passage that two reports of a corpus share, at scale."`
	ReuseStep  reuseStepCmd  `cmd:"" help:"One step of that search, between two pipes, for an engine on many machines."`
	Stories    storiesCmd    `cmd:"" help:"Group a corpus into stories."`
	Fetch      fetchCmd      `cmd:"" help:"Get pages from the web, and keep them in a web archive."`
	Index      indexCmd      `cmd:"" help:"Keep an archive; find what a new report shares with it."`
	Export     exportCmd     `cmd:"" help:"A dossier as tables, GraphML, PROV, TEI, annotations, a drawing."`
	Case       caseCmd       `cmd:"" help:"A case on disk: reports, corrections, findings."`
	Serve      serveCmd      `cmd:"" help:"Show a case in a browser, and correct it there."`
	Watch      watchCmd      `cmd:"" help:"Follow feeds into a case; say when the origins of a claim change."`
	Completion completionCmd `cmd:"" help:"Print a completion script for bash, zsh or fish."`
	Man        manCmd        `cmd:"" hidden:"" help:"Print the manual page."`
	Version    versionCmd    `cmd:"" help:"Print the version."`
	Print      versionFlag   `name:"version" help:"Print the version."`
}

// io is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	first    int // the number of the first line of in; 0 is 1
}

func main() {
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// asked is the command that a line which cannot be read is about, as far as it is known.
func asked(err error) string {
	name := "stemma"
	var wrong *kong.ParseError
	if errors.As(err, &wrong) {
		for _, p := range wrong.Context.Path {
			if p.Command != nil {
				name = p.Command.FullPath()
			}
		}
	}
	return name
}

// run runs a command line and gives the exit code.
func run(args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	switch {
	case len(args) == 0:
		args = []string{"--help"}
	case args[0] == "help":
		args = append(slices.Clone(args[1:]), "--help")
	}
	code := -1
	parser, err := newParser(grammarOf(args), s, func(c int) { code = c })
	if err != nil {
		fmt.Fprintln(s.err, "stemma:", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	if code >= 0 {
		return code
	}
	if err != nil {
		fmt.Fprintf(s.err, "stemma: %v\nRun \"%s --help\" for the commands and examples.\n", err, asked(err))
		return exitUsage
	}
	command.BindTo(ctx, (*context.Context)(nil))
	ended := make(chan error, 1)
	go func() { ended <- command.Run(s) }()
	select {
	case err = <-ended:
	case <-ctx.Done():
		err = wait(ended)
	}
	return codeOf(ctx, err, s)
}

// wait gives an interrupted command a moment to clean up; one that waits for
// stdin would wait for ever.
func wait(ended chan error) error {
	select {
	case err := <-ended:
		return err
	case <-time.After(time.Second):
		return context.Canceled
	}
}

// grammarOf is as much of the command line as some arguments are read by: one command, where
// the first names it. To read the tags of all takes 6 ms, a third of a start.
func grammarOf(args []string) any {
	all := reflect.TypeFor[cli]()
	global, _ := all.FieldByName("Print")
	for i := range all.NumField() {
		f := all.Field(i)
		_, isCommand := f.Tag.Lookup("cmd")
		whole := f.Type == reflect.TypeFor[completionCmd]() || f.Type == reflect.TypeFor[manCmd]() // they tell of all
		if isCommand && !whole && commandName(f.Name) == args[0] {
			return reflect.New(reflect.StructOf([]reflect.StructField{f, global})).Interface()
		}
	}
	return &cli{}
}

// commandName is how a command is called whose field has a name.
func commandName(field string) string {
	var name []byte
	for i, c := range []byte(field) {
		if 'A' <= c && c <= 'Z' {
			if c += 'a' - 'A'; i > 0 {
				name = append(name, '-')
			}
		}
		name = append(name, c)
	}
	return string(name)
}

// newParser builds the parser of a grammar; done is called by what ends the run while parsing,
// such as --help.
func newParser(grammar any, s streams, done func(int)) (*kong.Kong, error) {
	return kong.New(grammar,
		kong.Name("stemma"),
		kong.Description(description),
		flagTexts(),
		kong.Writers(s.out, s.err),
		kong.Exit(done),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 80}),
	)
}

// codeOf turns the end of a command into an exit code, and says why.
func codeOf(ctx context.Context, err error, s streams) int {
	var missing *ingest.MissingError
	var e exit
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e) && e.code == exitInterrupted:
		fmt.Fprintln(s.err, "stemma:", e.err)
		return e.code
	case ctx.Err() != nil:
		fmt.Fprintln(s.err, "stemma: interrupted; nothing whole was written")
		return exitInterrupted
	case errors.As(err, &missing) && isAddress(missing.Input):
		fmt.Fprintf(s.err, "stemma: an address is fetched first, and kept:\n  stemma fetch %s --save case.warc.gz\n"+
			"then the web archive is an input.\n", printable(missing.Input))
		return exitUsage
	case errors.As(err, &missing):
		fmt.Fprintf(s.err, "stemma: %s: no such file or folder\n", missing.Input)
		return exitUsage
	case errors.As(err, &e):
		if e.err != nil {
			fmt.Fprintln(s.err, "stemma:", e.err)
		}
		return e.code
	}
	fmt.Fprintln(s.err, "stemma:", err)
	return exitFailed
}

const description = `Forty outlets report it: is that forty sources, or one?

Stemma reads a pile of news reports and rebuilds the family tree of the story:
who took what from whom, who every claim is credited to, how many independent
origins stand behind it, and how it drifted in the retelling. It works offline.

Examples:
  stemma demo                            a made-up story, to see what it does
  stemma trace pile/                     every text and page below pile/
  stemma trace pile/ --html report.html  the same, and a page to read and keep
  stemma trace pile/ --json - | jq .     for programs
  stemma trace pile/ --fail-on single-origin && publish
  stemma quotes article.txt              who says what in one report
  stemma compare old.html new.html       what the second changed
  stemma reuse archive.jsonl             every passage that two reports share

An input is a file, an archive (.warc.gz .wacz .zip .tar), a folder (read whole)
or "-" for stdin. Exit codes: 0 done,
1 failed, 2 usage, 3 some inputs could not be read, 4 --fail-on hit.`
