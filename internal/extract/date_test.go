package extract

import (
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	x := extractor(t).x
	for line, want := range map[string]string{
		"Aug 20, 2025":                             "2025-08-20T00:00:00Z day",
		"Updated 2:41 p.m., March 14, 2024":        "2024-03-14T14:41:00Z minute",
		"Sat 16 Mar 2024 06.00":                    "2024-03-16T06:00:00Z minute",
		"14 March 2024, 7:10 a.m.":                 "2024-03-14T07:10:00Z minute",
		"Thursday 14 March 2024, 5.30am":           "2024-03-14T05:30:00Z minute",
		"March 14th, 2024 at 12:05 a.m. EDT":       "2024-03-14T04:05:00Z minute",
		"14 de marzo de 2024":                      "2024-03-14T00:00:00Z day",
		"Thu, 14 Mar 2024 05:30:10 GMT":            "2024-03-14T05:30:10Z second",
		"2024-03-14T05:30:00+01:00":                "2024-03-14T04:30:00Z second",
		"2024-03-14 05:30":                         "2024-03-14T05:30:00Z minute",
		"2024-03-14T05:30:00.123Z":                 "2024-03-14T05:30:00Z second",
		"14.03.2024":                               "2024-03-14T00:00:00Z day",
		"3/14/2024":                                "2024-03-14T00:00:00Z day",
		"3/4/2024":                                 "",
		"QNA 071405 MAY 24":                        "2024-05-07T14:05:00Z minute",
		"071405Z MAY 2024":                         "2024-05-07T14:05:00Z minute",
		"QNA 071405 MAY 94":                        "1994-05-07T14:05:00Z minute",
		"077405 MAY 24":                            "",
		"March 2024":                               "2024-03-01T00:00:00Z month",
		"Friday, March 15":                         "unknown",
		"Published 7 May 2024, updated 8 May 2024": "2024-05-07T00:00:00Z day; 2024-05-08T00:00:00Z day",
		// Two stamps in one line, each with its own clock.
		"12:43, 20 Apr 2026 Updated 12:44, 20 Apr 2026": "2026-04-20T12:43:00Z minute; " +
			"2026-04-20T12:44:00Z minute",
		"20 Apr 2026 12:43 Updated 20 Apr 2026 12:44": "2026-04-20T12:43:00Z minute; " +
			"2026-04-20T12:44:00Z minute",
		"Updated 12:44, 20 Apr 2026 12:43, 19 Apr 2026": "2026-04-20T12:44:00Z minute; " +
			"2026-04-19T12:43:00Z minute",
		"20 Apr 2026 | 7.05am | updated 20 Apr 2026": "2026-04-20T07:05:00Z minute; " +
			"2026-04-20T00:00:00Z day",
		"09:00, April 20, 2026, updated 09:30 21 April 2026": "2026-04-20T09:00:00Z minute; " +
			"2026-04-21T09:30:00Z minute",
		"2026-04-20 12:43 12:44, 20 Apr 2026": "2026-04-20T12:43:00Z minute; " +
			"2026-04-20T12:44:00Z minute",
		"12:43 20 Apr 2026 12:44 20 Apr 2026 12:45 20 Apr 2026": "2026-04-20T12:43:00Z minute; " +
			"2026-04-20T12:44:00Z minute; 2026-04-20T12:45:00Z minute",
		"12 septembre 2023 à 09h30":                  "2023-09-12T09:30:00Z minute",
		"12 settembre 2023":                          "2023-09-12T00:00:00Z day",
		"12 września 2023, 09:30":                    "2023-09-12T09:30:00Z minute",
		"12 сентября 2023 г.":                        "2023-09-12T00:00:00Z day",
		"12. syyskuuta 2023 klo 9.30":                "2023-09-12T09:30:00Z minute",
		"Mars 2020":                                  "", // a rover
		"12.09.23":                                   "2023-09-12T00:00:00Z day",
		"12.9.23":                                    "", // perhaps a version
		"room 14, March of 300 men":                  "",
		"2024-99-99":                                 "",
		"Posted by A. Kvist on 7 May 2024 at 21:14 ": "2024-05-07T21:14:00Z minute",
	} {
		var got []string
		for _, d := range x.dates(line) {
			if d.moment.Known() {
				got = append(got, d.moment.String()+" "+string(d.moment.Precision))
			} else {
				got = append(got, "unknown")
			}
		}
		if have := strings.Join(got, "; "); have != want && !(want == "" && have == "unknown") {
			t.Errorf("%q: got %q, want %q", line, have, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	x := extractor(f).x
	f.Add("Updated 2:41 p.m., March 14, 2024 (GMT+1)")
	f.Add("051305Z FEB 25, 051305 FEB 2025")
	f.Add("12:43, 20 Apr 2026 Updated 12:44, 20 Apr 2026")
	f.Add("2024-03-14T05:30:00+01:00 14.03.2024 14h41")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, d := range x.dates(s) {
			if d.start < end || d.end > len(s) || d.start >= d.end {
				t.Fatalf("%v of %d bytes, after one that ends at %d", d, len(s), end)
			}
			end = d.end
		}
		x.dateLine(s)
		x.stated(s)
	})
}
