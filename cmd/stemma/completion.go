package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

func (c *completionCmd) Help() string {
	return `  source <(stemma completion bash)
  source <(stemma completion zsh)
  stemma completion fish | source`
}

func (c *completionCmd) Run(s streams, k *kong.Context) error {
	switch c.Shell {
	case "fish":
		return fishCompletion(s.out, k.Model)
	case "zsh":
		fmt.Fprintln(s.out, "autoload -U +X bashcompinit && bashcompinit")
	}
	return bashCompletion(s.out, k.Model)
}

// commands gives the visible commands with their flags.
func commands(model *kong.Application) []*kong.Node { return model.Leaves(true) }

func flags(node *kong.Node) []string {
	var names []string
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			names = append(names, "--"+f.Name)
		}
	}
	return names
}

// bashCompletion completes commands, then the command's flags, then files.
func bashCompletion(w io.Writer, model *kong.Application) error {
	var names []string
	var cases strings.Builder
	for _, c := range commands(model) {
		names = append(names, c.Name)
		fmt.Fprintf(&cases, "    %s) words=%q ;;\n", c.Name, strings.Join(flags(c), " "))
	}
	_, err := fmt.Fprintf(w, `_stemma() {
  local current=${COMP_WORDS[COMP_CWORD]} words=%q
  COMPREPLY=()
  if [ "$COMP_CWORD" -gt 1 ]; then
    case ${COMP_WORDS[1]} in
%s    *) words= ;;
    esac
    case $current in
      -*) ;;
      *) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _stemma stemma
`, strings.Join(names, " "), cases.String())
	return err
}

func fishCompletion(w io.Writer, model *kong.Application) error {
	for _, c := range commands(model) {
		if _, err := fmt.Fprintf(w, "complete -c stemma -n __fish_use_subcommand -f -a %s -d %q\n", c.Name, c.Help); err != nil {
			return err
		}
		for _, group := range c.AllFlags(true) {
			for _, f := range group {
				if _, err := fmt.Fprintf(w, "complete -c stemma -n '__fish_seen_subcommand_from %s' -l %s -d %q\n", c.Name, f.Name, f.Help); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
