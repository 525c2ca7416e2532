package main

import (
	"fmt"
	"runtime/debug"
)

// version is the release that the CHANGELOG describes.
const version = "0.1.0"

type versionCmd struct{}

func (versionCmd) Run(s streams) error {
	line := "stemma " + version
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" && len(setting.Value) >= 12 {
				line += " (" + setting.Value[:12] + ")"
			}
		}
		line += " " + info.GoVersion
	}
	_, err := fmt.Fprintln(s.out, line)
	return err
}
