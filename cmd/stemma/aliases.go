package main

import (
	"slices"

	"stemma"
	"stemma/internal/name"
	"stemma/internal/pipeline"
)

// aliasFlag is the user's list of names that are one outlet's.
type aliasFlag struct {
	Aliases string `placeholder:"FILE" help:"${aliases}"`
}

// pipeline readies the stages with the user's names and corrections.
func (f *aliasFlag) pipeline(c *common, s streams, said []stemma.Correction) (*pipeline.Pipeline, func(), error) {
	list, err := f.read()
	if err != nil {
		return nil, nil, exit{exitUsage, err}
	}
	return c.pipelineWith(s, list, said)
}

// with adds the list to the inputs: no output may destroy it.
func (f *aliasFlag) with(inputs []string) []string { return withList(inputs, f.Aliases) }

// withList adds a list that the user wrote to the inputs.
func withList(inputs []string, list string) []string {
	if list == "" {
		return inputs
	}
	return append(slices.Clone(inputs), list)
}

func (f *aliasFlag) read() (*name.Aliases, error) {
	if f.Aliases == "" {
		return nil, nil
	}
	text, err := readList("--aliases", f.Aliases)
	if err != nil {
		return nil, err
	}
	return name.ParseAliases(f.Aliases, text)
}
