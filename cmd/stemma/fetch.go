package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"stemma"
	"stemma/internal/fetch"
)

type fetchCmd struct {
	Addresses []string `arg:"" name:"address" help:"Addresses of pages or lists, or files that list such."`
	Save      string   `required:"" placeholder:"FILE" help:"Web archive (.warc.gz) to keep all in."`
	MaxPages  int      `name:"max-pages" default:"1000" placeholder:"N" help:"Most addresses to ask for (1000)."`
	MaxBytes  size     `name:"max-bytes" placeholder:"SIZE" help:"Most bytes of a page (8 MiB); the rest is cut."`
	fetchManners
	JSON  string `name:"json" placeholder:"FILE" help:"Write what became of each address as JSON (- is stdout)."`
	Force bool   `help:"Write the JSON over a file that Stemma did not write."`
	Quiet bool   `short:"q" help:"No progress and no warnings on stderr."`
}

// fetchManners say how servers are treated.
type fetchManners struct {
	Timeout      time.Duration `default:"1m" placeholder:"TIME" help:"Time for one request (default: 1m)."`
	Delay        time.Duration `default:"1s" placeholder:"TIME" help:"Time between requests to one host (default: 1s)."`
	Agent        string        `placeholder:"NAME" help:"Name to give to servers (default: stemma and its version)."`
	AllowPrivate bool          `name:"allow-private" help:"Connect to private and special addresses too."`
}

func (f *fetchCmd) Help() string {
	return `Gets pages from the web and keeps them, as they came, in a web archive: the
evidence, from which all other commands read. Lists (RSS, Atom, JSON Feed, OPML,
sitemaps) stand for the pages that they name. Fetched again into the same file,
a page that changed becomes another version of its address.

robots.txt is kept to, and a host gets one request a second.

  stemma fetch https://star.example/pier https://bell.example/rss --save case.warc.gz
  stemma fetch feeds.opml --save case.warc.gz
  stemma trace case.warc.gz`
}

func (f *fetchCmd) Run(ctx context.Context, s streams) error {
	if !strings.HasSuffix(strings.ToLower(f.Save), ".warc.gz") {
		return exit{exitUsage, errors.New("fetch: --save: the name of a web archive ends in .warc.gz")}
	}
	if err := safe(append(f.files(), f.Save), f.Force, s, target{"--json", f.JSON}); err != nil {
		return err
	}
	addresses, err := f.addresses()
	if err != nil {
		return exit{exitUsage, fmt.Errorf("fetch: %w", err)}
	}
	known, err := f.known()
	if err != nil {
		return exit{exitUsage, fmt.Errorf("fetch: %w", err)}
	}
	progress, done := newProgress(s.err, f.Quiet)
	var rows []stemma.LedgerRow
	var ended error
	err = writeFile(f.Save, func(w io.Writer) error {
		if err := f.copyOld(w); err != nil {
			return err
		}
		rows, err = fetch.Fetch(ctx, addresses, known, w, f.options(progress))
		if ended = ctx.Err(); ended != nil {
			return nil // what came until then is kept
		}
		return err
	})
	done()
	switch {
	case err != nil:
		return err
	case ended != nil:
		return exit{exitInterrupted, fmt.Errorf("interrupted; what was fetched is in %s", printable(f.Save))}
	}
	return f.tell(rows, s)
}

// options are those of the flags.
func (f *fetchCmd) options(progress func(string, int, int)) fetch.Options {
	o := fetch.Options{
		Agent: f.Agent, AllowPrivate: f.AllowPrivate, MaxBytes: int64(f.MaxBytes), MaxPages: f.MaxPages,
		Timeout: f.Timeout, Delay: f.Delay, Now: time.Now,
	}
	if o.Agent == "" {
		o.Agent = "stemma/" + version
	}
	if progress != nil {
		o.Progress = func(done, total int) { progress("addresses", done, total) }
	}
	return o
}

// isAddress says whether an argument is an address and not a file.
func isAddress(arg string) bool {
	u, err := url.Parse(arg)
	return strings.Contains(arg, "://") && (err != nil || u.Scheme != "")
}

// files are the arguments that are no addresses.
func (f *fetchCmd) files() (files []string) {
	for _, arg := range f.Addresses {
		if !isAddress(arg) {
			files = append(files, arg)
		}
	}
	return files
}

// addresses are those of the arguments, and those that files among them list.
func (f *fetchCmd) addresses() ([]string, error) {
	var all []string
	for _, arg := range f.Addresses {
		if isAddress(arg) {
			all = append(all, arg)
			continue
		}
		data, err := os.ReadFile(arg)
		if err != nil {
			return nil, fmt.Errorf("%s: neither an address (https://…) nor a file: %w", printable(arg), bare(err))
		}
		listed, kind := fetch.Links(data, "")
		if kind == "" {
			listed = addressLines(data)
		}
		if len(listed) == 0 {
			return nil, fmt.Errorf("%s: no addresses in it", printable(arg))
		}
		all = append(all, listed...)
	}
	return all, nil
}

// addressLines are the lines of a text that are addresses.
func addressLines(data []byte) (all []string) {
	for line := range bytes.Lines(data) {
		if one := strings.TrimSpace(string(line)); isAddress(one) && !strings.HasPrefix(one, "#") {
			all = append(all, one)
		}
	}
	return all
}

// known is what the archive has already. The error says that it is none.
func (f *fetchCmd) known() (fetch.Known, error) {
	old, err := os.Open(f.Save)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("--save %s: %w", printable(f.Save), bare(err))
	}
	defer old.Close()
	in := bufio.NewReader(old)
	if head, _ := in.Peek(2); len(head) > 0 && !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return nil, fmt.Errorf("--save %s: is there already, and no compressed web archive", printable(f.Save))
	}
	return fetch.ReadKnown(in), nil
}

// copyOld copies what the archive holds already.
func (f *fetchCmd) copyOld(w io.Writer) error {
	old, err := os.Open(f.Save)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return bare(err)
	}
	defer old.Close()
	_, err = io.Copy(w, old)
	return err
}

// tell says what became of each address.
func (f *fetchCmd) tell(rows []stemma.LedgerRow, s streams) error {
	if err := deliver(f.JSON, s, func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetIndent("", "  ")
		return out.Encode(map[string]any{"schema": "stemma.fetch/1", "archive": f.Save, "ledger": rows})
	}); err != nil {
		return err
	}
	count := map[stemma.Outcome]int{}
	for _, row := range rows {
		count[row.Outcome]++
		if f.JSON != "-" {
			line := fmt.Sprintf("%-7s %s: %s", row.Outcome, printable(row.Input), printable(row.Reason))
			fmt.Fprintln(s.out, strings.TrimSuffix(line, ": "))
		}
	}
	if f.JSON != "-" {
		fmt.Fprintf(s.out, "\n%d addresses: %d kept in %s, %d skipped, %d failed\n",
			len(rows), count[stemma.Read], printable(f.Save), count[stemma.Skipped], count[stemma.Failed])
	}
	if count[stemma.Failed] > 0 {
		return exit{code: exitUnread}
	}
	return nil
}
