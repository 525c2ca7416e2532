package main

import (
	"fmt"
	"io"
	"os"

	"stemma"
	"stemma/internal/correct"
)

// correctionFlag is what the user says of the pile.
type correctionFlag struct {
	Corrections string `placeholder:"FILE" help:"What you know better; a line: descent: 02.txt not from 01.txt"`
}

// correctionHelp shows the lines that a file of corrections may have.
const correctionHelp = `
A file of --corrections has a line for each; "#" begins a comment:

  same outlet: The Harbour Courier = Courier = courier.example
  other person: Ken Strand = Ken Strand Jr     (also of a claim, a story)
  same claim: 01.txt "nine were harmed" = 03.txt "harm came to nine"
  descent: 02.txt from 01.txt
  descent: 02.txt not from The Daily Bell
  source: 03.txt "nine were harmed" = Ada Wren (person)
  no drift: x12345
  note: d54321 = they confirm it
  by: Ana Ruiz, 2026-11-28                     (whose the lines below are)

One that fits nothing is said, and the run goes on.`

func (f *correctionFlag) read() ([]stemma.Correction, error) {
	if f.Corrections == "" {
		return nil, nil
	}
	text, err := readList("--corrections", f.Corrections)
	if err != nil {
		return nil, err
	}
	return correct.Parse(f.Corrections, text)
}

// warnUnfit names the corrections that fit nothing.
func (f *correctionFlag) warnUnfit(d *stemma.Dossier, c *common, s streams) {
	if c.Quiet {
		return
	}
	for _, x := range d.Corrections {
		if !x.Applied {
			where := printable(f.Corrections)
			fmt.Fprintf(s.err, "stemma: %s:%d: not applied: %s\n", where, x.Line, printable(x.Reason))
		}
	}
}

// maxList is the size, in bytes, of the largest list by the user that is read:
// enough for every outlet of the world.
const maxList = 16 << 20

// readList reads a list that the user wrote.
func readList(flag, name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", fmt.Errorf("%s: %w", flag, err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxList+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("%s: %w", flag, err)
	case len(text) > maxList:
		return "", fmt.Errorf("%s: %s: larger than %d MiB", flag, name, maxList>>20)
	}
	return string(text), nil
}
