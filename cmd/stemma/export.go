package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/render"
)

type exportCmd struct {
	Dossier string `arg:"" help:"What \"stemma trace --json\" wrote, or - for stdin."`
	exportFlags
}

// exportFlags are the formats of others.
type exportFlags struct {
	Story       string `placeholder:"ID" help:"Only the story with that id."`
	CSV         string `placeholder:"DIR" help:"Tables for a spreadsheet: claims, descents, drifts and others."`
	GraphML     string `name:"graphml" placeholder:"FILE" help:"The trees for Gephi, yEd, networkx."`
	DOT         string `name:"dot" placeholder:"FILE" help:"The trees for Graphviz."`
	SVG         string `name:"svg" placeholder:"FILE" help:"The tree of the largest story as a drawing."`
	PNG         string `name:"png" placeholder:"FILE" help:"The same as an image."`
	TEI         string `name:"tei" placeholder:"FILE" help:"Witnesses, variant readings and stemma as TEI P5."`
	PROV        string `name:"prov" placeholder:"FILE" help:"Provenance as PROV-JSON."`
	Annotations string `placeholder:"FILE" help:"Passages with what was found in them, as W3C Web Annotations."`
	Brief       string `placeholder:"FILE" help:"A page of Markdown about the largest story."`
	Force       bool   `help:"Write over files that Stemma did not write (never over the dossier)."`
}

func (e *exportCmd) Help() string {
	return `Writes a dossier in the formats of those who go on with it, without tracing
again. A FILE of - is stdout.

  stemma trace pile/ --json dossier.json
  stemma export dossier.json --csv tables/ --graphml tree.graphml
  stemma export dossier.json --story s7dc96 --brief - | less`
}

// written is an output of export: where it goes, and what writes it.
type written struct {
	target
	write func(io.Writer, *stemma.Dossier) error
}

// outputs are all that is asked for.
func (e *exportFlags) outputs() []written {
	all := []written{
		{target{"--graphml", e.GraphML}, export.GraphML}, {target{"--dot", e.DOT}, render.DOT},
		{target{"--svg", e.SVG}, render.SVG}, {target{"--png", e.PNG}, render.PNG},
		{target{"--tei", e.TEI}, export.TEI},
		{target{"--prov", e.PROV}, export.PROV},
		{target{"--annotations", e.Annotations}, export.Annotations}, {target{"--brief", e.Brief}, render.Brief},
	}
	if e.CSV != "" {
		for _, t := range export.Tables() {
			all = append(all, written{target{"--csv", filepath.Join(e.CSV, t.Name+".csv")}, t.Write})
		}
	}
	var asked []written
	for _, w := range all {
		if w.name != "" {
			asked = append(asked, w)
		}
	}
	return asked
}

func (e *exportCmd) Run(_ context.Context, s streams) error {
	if err := e.safe([]string{e.Dossier}, s); err != nil {
		return err
	}
	d, err := e.read(s.in)
	if err != nil {
		return exit{exitUsage, err}
	}
	return e.export(d, s)
}

// safe refuses what would destroy something, and what asks for nothing.
func (e *exportFlags) safe(inputs []string, s streams, others ...target) error {
	targets := slices.DeleteFunc(others, func(t target) bool { return t.name == "" })
	for _, w := range e.outputs() {
		targets = append(targets, w.target)
	}
	if len(targets) == 0 {
		return exit{exitUsage, errors.New("export: into which format? such as --csv DIR or --graphml FILE")}
	}
	return safe(inputs, e.Force, s, targets...)
}

// export writes what is asked for of a dossier.
func (e *exportFlags) export(d *stemma.Dossier, s streams) error {
	if e.Story != "" {
		if err := export.Only(d, e.Story); err != nil {
			return exit{exitUsage, err}
		}
	}
	if e.CSV != "" {
		if err := os.MkdirAll(e.CSV, 0o755); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	for _, w := range e.outputs() {
		if err := deliver(w.name, s, func(out io.Writer) error { return w.write(out, d) }); err != nil {
			return err
		}
	}
	return nil
}

// read reads the dossier.
func (e *exportCmd) read(stdin io.Reader) (*stemma.Dossier, error) {
	in := stdin
	if e.Dossier != "-" {
		file, err := os.Open(e.Dossier)
		if err != nil {
			return nil, fmt.Errorf("export: %w", err)
		}
		defer file.Close()
		in = file
	}
	d := &stemma.Dossier{}
	if err := json.NewDecoder(in).Decode(d); err != nil {
		return nil, fmt.Errorf("export: %s: %w", place(e.Dossier), err)
	}
	if d.Schema != stemma.DossierSchema {
		return nil, fmt.Errorf("export: %s: is no dossier of \"stemma trace --json\"", place(e.Dossier))
	}
	return d, nil
}
