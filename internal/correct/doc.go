// Package correct reads the corrections that a user makes by hand: lines of a
// file, which a person can write and a version control can compare.
//
// # Format
//
// UTF-8, a correction a line: a keyword, a colon, and what it names, with " = "
// between one thing and the next. What begins with "#" is a comment; "by:" says
// whose the lines below are, and when they were made.
//
//	# after a call to the desk
//	by: Ana Ruiz, 2026-11-28
//	same outlet:  The Harbour Courier = Courier = courier.example
//	other outlet: The Harbour Courier = Valley Courier
//	same person:  Kenneth Strand = K. Strand
//	other person: Ken Strand = Ken Strand Jr
//	same claim:   01.txt "nine patients were harmed" = 03.txt "harm came to nine"
//	other claim:  c1f09a = c77e21
//	same story:   01.txt = 02.txt = 03.txt
//	other story:  01.txt = 09.txt
//	descent:      02.txt from 01.txt
//	descent:      02.txt not from The Daily Bell
//	source:       a1b2c3 = Ada Wren (person)
//	no drift:     x12345
//	note:         d54321 = they confirm it
//
// A report is named by its input (the path, or its last parts), its id, its
// address, or its outlet where that has one report only. Sigla name nothing: they
// move when a report is added. A claim, an attribution or a drift is named by its
// id, or by a report and words of it in quotation marks: an id is made of the
// words that a finding rests on, and lasts as long as they do.
//
// Limits: whether what a line names is there, and whether two lines contradict
// each other, is seen by package pipeline, where the reports are.
package correct
