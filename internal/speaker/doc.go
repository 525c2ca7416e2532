// Package speaker says who is who among the sources of a whole pile.
//
// # Method
//
// What one report says of a source is an entity: kind, name or description, roles,
// count, what else it is called. Join makes one speaker of the entities of several
// reports: outlets by the names that package name knows and by those of the pile;
// people by given name, surname and generation, and where a role in common or a pile of
// one story says so by the short form of a given name and by a bare surname that only one,
// or one of by far most reports, bears; a surname that differs by a slip where given name
// and role agree;
// bodies by a short form, or letters, that only one can have. Unnamed people and papers become one
// only when head noun, count and modifiers allow it and they are credited with the
// same matter. What the user says of names comes first.
//
// It knows no words of a language: what it asks is the interface Words.
//
// # Limits
//
// Two people of one full name are one speaker, unless the user says otherwise. Slips
// are looked for among at most maxNamesakes bearers of a given name, unnamed sources
// by words that at most maxCommon of them share, so that time stays near linear.
//
// Reading order: speaker.go, join.go; outlets.go, acronym.go, people.go, namesake.go, said.go, unnamed.go,
// content.go.
package speaker
