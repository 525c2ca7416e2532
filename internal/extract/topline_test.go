package extract

import "testing"

// TestTopLines has what stands above the title of scripts, letters, notices and journals.
func TestTopLines(t *testing.T) {
	const ferry = "The ferry will stop for the winter, its owner told the Old Quay Observer."
	testFacts(t, []factsCase{
		{"a script's item and time behind the day",
			"RADIO OLD QUAY\nMORNING DESK - AS-BROADCAST SCRIPT\nTue 7 May 2024, item 5, in at 07.35\n\nKIM: " + ferry,
			"MORNING DESK - AS-BROADCAST SCRIPT | Radio Old Quay |  | 2024-05-07T00:00:00Z day"},
		{"the programme and the day, then the item",
			"RADIO QUAY\n\"THE LATE HOUR\" - TUESDAY 7 MAY 2024\nITEM 3 - FERRY - LIVE\nPRESENTER: KIM MOE\n\nCUE:\n" +
				ferry,
			"ITEM 3 - FERRY - LIVE | Radio Quay |  | 2024-05-07T00:00:00Z day"},
		{"the programme beside the station",
			"RADIO QUAY - TUESDAY BREAKFAST\nScript as broadcast, 7 May 2024, 8.04am\nPresenter: Kim Moe\n\nKIM: " +
				ferry + "\n\nRadio Quay 97.3. Between the tides.",
			"TUESDAY BREAKFAST | Radio Quay |  | 2024-05-07T08:04:00Z minute"},
		{"the programme before the day, and a transcript's warning",
			"RADIO QUAY 101.3\nEvening Line, Tuesday 7 May 2024, 18:10\nTranscript. Please check against " +
				"the recording.\n\nKIM: " + ferry,
			"Evening Line, Tuesday 7 May 2024, 18:10 | Radio Quay |  | 2024-05-07T18:10:00Z minute"},
		{"an office's notice",
			"FERRY STANDARDS OFFICE\n\nNotice of a visit\n\nReference: AV/26/0317\nDate of " +
				"publication: 7 May 2024\n\n1. On 5 May two officers of the Office went " +
				"on board of the ferry, which had not been told.",
			"Notice of a visit | Ferry Standards Office |  | 2024-05-07T00:00:00Z day"},
		{"a statement's day and time",
			"QUAY FERRY LINES\nOld Quay\n\nSTATEMENT - Tuesday 7 May 2024, 19.30\n" +
				"For immediate use\n\nFerry stops\n\n" + ferry,
			"Ferry stops | Quay Ferry Lines |  | 2024-05-07T19:30:00Z minute"},
		{"a notice's number",
			"FERRY STANDARDS OFFICE\nNotice 2024/17\nPenalty: Quay Ferries\nPublished 7 May 2024\n\n" +
				ferry,
			"Penalty: Quay Ferries | Ferry Standards Office |  | 2024-05-07T00:00:00Z day"},
		{"a server of manuscripts",
			"TIDEMARK  |  preprints on ferries\nBrowse   Submit   Alerts   About\n\nThis " +
				"manuscript has not been peer reviewed. It should not guide anybody.\n\nPosted 7 May 2024. Version 1." +
				"\n\nFerries in winter: a study\n\nKim Moe, Ana Ruiz\n\nBackground. " + ferry,
			"Ferries in winter: a study | Tidemark |  | 2024-05-07T00:00:00Z day"},
		{"a letter's number", "THE QUAY SLICE, no. 212\nTuesday 7 May 2024\n\nFerry stops\n\n" + ferry,
			"Ferry stops | The Quay Slice |  | 2024-05-07T00:00:00Z day"},
		{"a letter's number without a mark", "THE QUAY SLICE #212\n\nFerry stops\n\n" + ferry,
			"Ferry stops | The Quay Slice |  | "},
		{"volume and number", "Quay Ferry Studies, Vol. 12, No. 3 (2024)\n\nFerries in winter\n\nKim Moe\n\n" + ferry,
			"Ferries in winter | Quay Ferry Studies | Kim Moe | "},
		{"the number right below", "The Old Quay Letter\nNo. 41 - Spring 2024\n\nFerry stops\n\n" + ferry,
			"Ferry stops | The Old Quay Letter |  | "},
		{"who issues a release, below its mark",
			"PRESS RELEASE - for immediate use\n7 May 2024\nQuay Ferry Lines\n\nFerry stops\n\n" + ferry,
			"Ferry stops | Quay Ferry Lines |  | 2024-05-07T00:00:00Z day"},
		{"a release's mark above its title", "PRESS RELEASE\n\nFerry Stops\n\nIslanders Angry\n\n" + ferry,
			"Ferry Stops |  |  | "},
		{"a label above the title", "FACT CHECK\n\nDoes the ferry stop?\n\n7 May 2024\n\n" + ferry,
			"Does the ferry stop? |  |  | 2024-05-07T00:00:00Z day"},
		{"a motto behind a dash, of a paper that the text names",
			"OLD QUAY OBSERVER - out on Wednesdays\n\nFerry stops\n\n" + ferry,
			"Ferry stops | Old Quay Observer |  | "},
		{"a day without a year", "THE QUAY TRAY\nIssue of Tuesday 7th May\n\nFerry stops\n\n" + ferry,
			"Ferry stops | The Quay Tray |  | "},
		{"a title in capitals before a dash", "FERRY STOPS - owner blames fuel\n\nIslanders are angry\n\n" + ferry,
			"FERRY STOPS - owner blames fuel |  |  | "},
		{"a title and no date", "FERRY STOPS\n7 May 2024\n\n" + ferry, "FERRY STOPS |  |  | 2024-05-07T00:00:00Z day"},
	})
}

func TestMayHaveDay(t *testing.T) {
	for _, day := range []string{
		"7 May 2024", "item 5, 2024-05-07", "14.03.24", "14. 03. 24", "071305Z MAY 24", "7/5/2024",
	} {
		if !mayHaveDay(day) {
			t.Errorf("%q may have none", day)
		}
	}
	for _, line := range []string{"", "ferry carries 20 pct more", "fares up by 1.5 million", "7 May", "14:41"} {
		if mayHaveDay(line) {
			t.Errorf("%q may have one", line)
		}
	}
}
