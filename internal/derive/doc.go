// Package derive builds the stemma of a story: which report descends from
// which, with the evidence, and the lost witnesses between them.
//
// Method. For every ordered pair of reports the traces of a descent are
// summed as log-odds (naive Bayes, as in Good, "Probability and the Weighing
// of Evidence", 1950): an explicit credit weighs far more than a link or a
// footer, these more than shared wording, shared wording of the reporter more
// than shared quotations or official names, since two reporters at one press
// conference share those without copying. Dates are a hard limit, with
// tolerance, since stated times mislead: a report is not descended from a
// younger one unless it credits it.
//
// Then the exemplars of each report are chosen by parsimony: the candidate
// that explains most of the report's statements comes first, and a further one
// is added only for statements that it explains better than all before it, or
// because it is credited by name. That is how textual criticism tells an
// exemplar from a cousin (Maas, "Textkritik", 1927): a copy keeps the readings
// of its exemplar, and readings that the exemplar lacks are separative.
//
// Lost witnesses are postulated where a report names one: an agency in its
// byline or dateline, an outlet that is credited and not in the pile. What
// prints an agency's text hangs from the agency; a second printing of the same
// text that names nobody hangs from the agency too, unless it keeps a reading
// that only the first printing has.
//
// Limits: an ancestor that nobody names and that left no second copy is not
// seen; that can only lower the number of origins. Between undated reports
// without credit the direction is a guess, and its confidence says so.
//
// Reading order: derive.go, names.go, credits.go, units.go, pair.go, order.go,
// readings.go, choose.go,
// wire.go, release.go, lost.go, evidence.go, kind.go, sigla.go.
package derive
