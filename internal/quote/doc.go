// Package quote finds who is credited with what: attributions (source, cue,
// content), to whom the source spoke, and the speakers of a whole pile.
//
// # Method
//
// No tagger and no trained model: quotation marks, a lexicon of cues with the
// frames that they take, and clause patterns over words that tables of function
// words class. The scheme of source, cue and content is that of PARC 3.0
// (Pareti 2016) and PolNeAR (Newell and others 2018).
//
// A report is read paragraph by paragraph. Quotation marks are paired first
// (typed, straight, single, doubled single ones, guillemets, low-high); a
// quotation that a paragraph's end leaves open goes on in the next one. Words
// and whole quotations become atoms, and the sentences between whose ends no
// quotation stands become units. In a unit every cue is found, then its
// subject (to the left, inverted, across an apposition, shared with the cue
// before, or after "by"), then its content: to the right up to the next credit
// of the same level, or to the left where the credit is set off by a comma or
// a quotation. A quotation that its cue splits gives two attributions; one
// without a cue continues the speaker before. ReadAll shows each such quotation
// whole, as one attribution, within its paragraph.
//
// A paragraph is read from behind its dateline. What is set off from the report's
// own text is somebody's as a whole: a post that is shown with the name and the
// handle of its writer, and the turns of a transcript. A name before a colon is a
// speaker's where it comes back, unless a table of labels or the report tells that
// it is none ("Verdict:", "Founded:"). A list of three names or more before a verb
// is one source, and one entity where all of them are people.
//
// In a language whose table grammar has the verb second (German) the patterns
// are others. A sentence is cut into parts at its commas; what opens a part and
// what ends it tell where its verb stands. Credits are frames ("laut", "nach
// Angaben", "zufolge", ", so der Minister", ", wie er sagte"), cue verbs with
// their prefixes and participles, nouns before a clause, and sentences whose
// verb has the mood of reported speech, which go on with the speaker before.
// "soll … gesagt haben" is hearsay, and his who spoke before. Where every noun
// has a capital, names are told by titles, given names and missing articles.
//
// Sources are then resolved in the report (surnames, titles, pronouns by the
// last fitting subject, definite descriptions, members of a group); package
// speaker resolves them across the pile. Where several people bear a surname, it
// is weighed who is meant: whoever the report is about, by office, order and
// custom, or the one named in full as a speaker right before, but no relative who
// is mentioned in passing; where nobody leads, the speaker is the surname alone.
//
// The last two words of a full name, and either of them, mean its bearer ("Wren Pell" is
// Ada Wren Pell), and the people of a country are several without a name.
//
// Read gives what is told: said, written, shown, or known to be held. ReadAll
// gives with it the attitudes that tell nothing (what somebody decides, sees,
// tries to convince of, is asked, declines to say, or only speaks of): their Told is
// not set. It
// also shows a source whole, with its apposition and relative clause. Act says
// of each attribution what the source does: speech, belief, intent or
// perception. Attitudes are found after all that is told, and never change it;
// inside of what somebody is credited with they are that one's words, and no
// credits of their own, and so is what others are said to believe there.
//
// # Limits
//
// What is said inside a quotation is not read again. Bare scare quotes and
// refusals to comment are no attributions; neither are the writer's own words
// ("I think") nor what somebody might say. A name of one word that the report
// never gives in full is taken for a person unless it is a known place. Every
// search is bounded, so that time is linear in the text; a sentence of more
// than maxUnit words is read in pieces.
//
// # Reading order
//
// The words: lexicon.go, functions.go, dictionary.go, role.go, inflect.go, words.go, atom.go,
// glue.go, marks.go, press.go. Their syntax, each part built on the one before: syntax.go,
// mention.go, nounphrase.go, verbgroup.go, clauses.go, beside.go, mainsubject.go, subjects.go, opening.go. Names:
// names.go (which asks package name), census.go. None of these
// uses what follows, which a test holds (seam_test.go).
//
// Who is credited with what: quote.go, document.go, dateline.go, scratch.go, unit.go, cue.go, source.go,
// subject.go, list.go, apposition.go, extent.go, notice.go, callednoun.go, cite.go, nominal.go, pointing.go,
// asreported.go, content.go, split.go, clause.go, colon.go, signed.go, nounform.go, attitude.go,
// topic.go, unsure.go, ends.go, participle.go, attitudenoun.go, transcript.go, interview.go, post.go.
//
// Whom a source means: reading.go, resolve.go, namesake.go, bearer.go, claimant.go, familyname.go,
// describe.go, byname.go, holder.go,
// namekind.go, bydescription.go, together.go, earlier.go, naming.go, printed.go, headname.go, pronoun.go, receiver.go,
// asked.go.
//
// For a verb that is second: verbsecond.go (its words), sentence.go, phrase.go,
// predicate.go, nominative.go, contents.go, frame.go, nominalcue.go, mood.go.
package quote
