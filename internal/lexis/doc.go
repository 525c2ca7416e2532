// Package lexis knows how English words stand to each other: which share a
// sense, which is the wider one, which are opposites.
//
// The relations are WordNet's (Miller 1995, "WordNet: a lexical database for
// English"; see NOTICE.md), of the words that package vector knows and of all verbs. Vectors
// tell what a word is about and put opposites side by side; these tell "rose"
// from "fell". The table is read in place, so that opening it costs nothing; a
// look-up is a binary search.
//
// Limits: senses are mixed, so two words that share some rare sense are near;
// opposites are those that a lexicographer wrote down, and many are missing
// ("hire", "dismiss"): a table of the language adds those that news needs.
// Of words of several parts only verbs of two are there ("give_up"). A verb made of
// another one with a prefix ("rehire") is known to be a verb, and no more.
//
// Reading order: lexis.go, base.go.
package lexis
