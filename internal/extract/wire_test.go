package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

type factsCase struct{ name, text, want string }

func testFacts(t *testing.T, cases []factsCase) {
	t.Helper()
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			got, err := extractor(t).Extract(captured(stemma.PlainText, test.text))
			if err != nil {
				t.Fatal(err)
			}
			covered(t, got)
			if diff := cmp.Diff(test.want, factsOf(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestWireFacts has what agencies put around their texts.
func TestWireFacts(t *testing.T) {
	const dated = "OLD QUAY, May 7 (QNA) - "
	const quay = "The ferry will stop for the winter, its owner said on Tuesday, and nobody on the island had " +
		"been asked about it by him, by the council or by the board.\n\nThe owner, who has three ferries, did not " +
		"say what will become of the crews or of those who have paid for a season, and the council will meet.\n\n"
	testFacts(t, []factsCase{
		{"a title and what is new right below the slug, a signature with the time",
			"QNA0147 4 LOC 420 FERRY-WINTER\nFerry stops - owner\n(Adds council, islanders)\n\n" + dated +
				quay + "(Reporting by QNA Old Quay)\nqna/ab/cd 071012 MAY 24\n",
			"Ferry stops - owner | QNA | QNA Old Quay | 2024-05-07T10:12:00Z minute"},
		{"a time and a day in the slug, keywords apart",
			"QNA 2240 070524\nFERRY-WINTER (3rd lead, CORRECTION)\n\n(Corrects figures in the 1815 lead, paras 1 " +
				"and 4: two ferries sted three. Withdraws para 7. Adds council.)\n\nFerry stops\n\n" + dated +
				quay + "qna/ab/cd\n",
			"Ferry stops | QNA |  | 2024-05-07T22:40:00Z minute"},
		{"the month first in the slug", "QNA 2240 051324\n\nFerry stops\n\nOLD QUAY, May 13 (QNA) - " + quay,
			"Ferry stops | QNA |  | 2024-05-13T22:40:00Z minute"},
		{"six digits that are another day", "QNA 2240 080524\n\nFerry stops\n\n" + dated + quay,
			"Ferry stops | QNA |  | "},
		{"keywords alone", "URGENT - FERRY-WINTER (first take)\n\nFerry stops\n\n" + dated + quay +
			"More follows.\n",
			"Ferry stops | QNA |  | "},
		{"the name above the slug, the time glued to who wrote",
			"HARBOUR NEWS AGENCY\nHAR0417 4 HEALTH 330 FERRY-WINTER\n\nFerry stops - study\n\nOLD QUAY, May 7 " +
				"(Harbour) - " + quay + "(Reporting by Old Quay newsroom)\nhar/pd/071142 MAY 24\n",
			"Ferry stops - study | Harbour News Agency | Old Quay newsroom | 2024-05-07T11:42:00Z minute"},
		{"the name alone, by its letters", "Quay News Agency\n\nFerry stops\n\n" + dated + quay,
			"Ferry stops | Quay News Agency |  | "},
		{"letters that begin the name in the dateline",
			"HAR0417 4 GEN FERRY-WINTER\n\nFerry stops\n\nOLD QUAY, May 7 (Harbour) - " + quay,
			"Ferry stops | Harbour |  | "},
		{"the letters alone above the title", "7 May 2024 10:12\nQNA\nFerry stops\n" + dated + quay,
			"Ferry stops | QNA |  | 2024-05-07T10:12:00Z minute"},
		{"a desk above, a number in the signature",
			"QNA NATIONAL\n\nFerry stops\n\n" + dated + quay + "QNA-0117 071142 MAY 24\n",
			"Ferry stops | QNA |  | 2024-05-07T11:42:00Z minute"},
		{"a number in the signature alone", "Ferry stops\n\n" + dated + quay + "QNA-0117 071142 MAY 24\n",
			"Ferry stops | QNA |  | 2024-05-07T11:42:00Z minute"},
		{"keywords with commas", "Ferry-Winter,2nd Ld-Writethru,410\nFerry stops\n\n" + dated + quay,
			"Ferry stops |  |  | "},
		{"a signature alone", "Ferry stops\n\n" + dated + quay + "qna/ab/cd\n",
			"Ferry stops | QNA |  | "},
		{"a paper that prints the text", "OLD QUAY MAIL\nTuesday, May 7, 2024\n\nFerry stops\n\n" + dated +
			quay, "Ferry stops | Old Quay Mail |  | 2024-05-07T00:00:00Z day"},
		{"a title and a deck above an agency's dateline", "Ferry stops\n\nX-ray of a decision\n\n" + dated +
			quay, "Ferry stops |  |  | "},
		{"a title with joined words, and no other", "QNA0147 4 LOC\n\nPRO-FERRY RALLY\n\n" + dated + quay,
			"PRO-FERRY RALLY | QNA |  | "},
	})
}
