package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"stemma/internal/name"
	"stemma/internal/pipeline"
)

// aliasFlag is the user's list of names that are one outlet's.
type aliasFlag struct {
	Aliases string `placeholder:"FILE" help:"Names that are one outlet's; a line: The Washington Post = Post, WaPo, washingtonpost.com"`
}

// maxAliases is the size, in bytes, of the largest list that is read: enough
// for every outlet of the world.
const maxAliases = 16 << 20

// pipeline readies the stages with the user's names.
func (f *aliasFlag) pipeline(c *common, s streams) (*pipeline.Pipeline, func(), error) {
	list, err := f.read()
	if err != nil {
		return nil, nil, exit{exitUsage, err}
	}
	return c.pipelineWith(s, list)
}

// with adds the list to the inputs: no output may destroy it.
func (f *aliasFlag) with(inputs []string) []string {
	if f.Aliases == "" {
		return inputs
	}
	return append(slices.Clone(inputs), f.Aliases)
}

func (f *aliasFlag) read() (*name.Aliases, error) {
	if f.Aliases == "" {
		return nil, nil
	}
	file, err := os.Open(f.Aliases)
	if err != nil {
		return nil, fmt.Errorf("--aliases: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxAliases+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("--aliases: %w", err)
	case len(text) > maxAliases:
		return nil, fmt.Errorf("--aliases: %s: larger than %d MiB", f.Aliases, maxAliases>>20)
	}
	return name.ParseAliases(f.Aliases, string(text))
}
