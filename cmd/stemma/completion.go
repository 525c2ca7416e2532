package main

import (
	"fmt"
	"io"
	"slices"
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

// commands gives the visible commands: those that stand first on the line.
func commands(model *kong.Application) []*kong.Node {
	var found []*kong.Node
	for _, c := range model.Children {
		if c.Type == kong.CommandNode && !c.Hidden {
			found = append(found, c)
		}
	}
	return found
}

// words are what may follow a command: its own commands, and the flags of all.
func words(node *kong.Node) []string {
	var names []string
	for _, c := range node.Children {
		names = append(names, c.Name)
	}
	for _, c := range append([]*kong.Node{node}, node.Children...) {
		for _, group := range c.AllFlags(true) {
			for _, f := range group {
				if name := "--" + f.Name; !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
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
		fmt.Fprintf(&cases, "    %s) words=%q ;;\n", c.Name, strings.Join(words(c), " "))
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
      *) COMPREPLY=($(compgen -f -- "$current"))
         [ "$COMP_CWORD" -gt 2 ] && return
         words=$(for word in $words; do case $word in -*) ;; *) echo "$word" ;; esac; done)
         COMPREPLY+=($(compgen -W "$words" -- "$current")); return ;;
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
		if _, err := fmt.Fprintf(w, "complete -c stemma -n __fish_use_subcommand -f -a %s -d %q\n", c.Name,
			c.Help); err != nil {
			return err
		}
		for _, word := range words(c) {
			option := "-a " + word
			if name, flag := strings.CutPrefix(word, "--"); flag {
				option = "-l " + name
			}
			condition := "'__fish_seen_subcommand_from " + c.Name + "'"
			if _, err := fmt.Fprintf(w, "complete -c stemma -n %s %s\n", condition, option); err != nil {
				return err
			}
		}
	}
	return nil
}
