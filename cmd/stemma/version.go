package main

import (
	"fmt"
	"runtime/debug"

	"github.com/alecthomas/kong"
)

// version is the release that the CHANGELOG describes.
const version = "0.1.0"

type versionCmd struct{}

func (versionCmd) Run(s streams) error {
	_, err := fmt.Fprintln(s.out, versionLine())
	return err
}

// versionFlag prints the version wherever it stands.
type versionFlag bool

// BeforeReset is called by the parser when the flag is met.
func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, versionLine())
	app.Exit(exitDone)
	return nil
}

func versionLine() string {
	line := "stemma " + version
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" && len(setting.Value) >= 12 {
				line += " (" + setting.Value[:12] + ")"
			}
		}
		line += " " + info.GoVersion
	}
	return line
}
