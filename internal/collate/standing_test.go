package collate

import (
	"fmt"
	"testing"
)

func TestStanding(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"A member of the crew, who gave no name, said that the pump had answered late on two mornings in May.",
			"Crew members told the Orrin Lantern that the pump had answered late in May.",
			"source_inflated: A member of the crew > Crew members"},
		{"Crew members of the dredger warned the office for weeks that its pump was failing.",
			"Every crew member aboard the dredger had warned the office that its pump was failing.",
			"source_inflated: Crew members of the dredger > Every crew member aboard the dredger"},
		{"An official said that the weir was cracked in nine places.",
			"A senior official said that the weir was cracked in nine places.",
			"source_inflated: An official > A senior official"},
		{"\"There is no danger to anyone in the valley,\" Ada Wren told Selby News Agency by telephone.",
			"\"There is no danger to anyone in the valley,\" Ada Wren told reporters by telephone.",
			"attribution_changed: Selby News Agency > reporters"},
		{"\"There is no danger to anyone in the valley,\" Ada Wren told Selby News Agency by telephone.",
			"\"The wall will stand for a hundred years,\" Ada Wren told reporters by telephone.", ""},
		{"Ada Wren told the weekly that the sluice of the lower weir had never been opened.",
			"Ada Wren said that the sluice of the lower weir had never been opened.",
			"attribution_dropped: the weekly > said"},
		{"Ada Wren told the weekly that the sluice of the lower weir had never been opened.",
			"Ada Wren said that the sluice of the lower weir had never been opened. The weekly had asked her twice.",
			""},
		{"Two engineers told the Lantern that the sluice had never been opened. Engineers and a diver say it will " +
			"break.",
			"Several engineers say that the sluice had never been opened.",
			"source_inflated: Two engineers > Several engineers"},
		{"One cabinet insider called the plan \"a parking fee for robots\".",
			"Senior ministers call the plan \"a parking fee for robots\".",
			"source_inflated: One cabinet insider > Senior ministers"},
		{"Three sources said that the raid on the weir could go on without the approval of the council.",
			"Police assessments suggest the raid on the weir may go on without the approval of the council.",
			"source_inflated: Three sources > Police assessments"},
		{"Three sources said that the raid on the weir could go on without the approval of the council.",
			"The paper said that the raid on the weir could go on without the approval of the council.", ""},
		{"An engineer, Ada Wren, told the Lantern that in February 2025 she had written to the office " +
			"that the lower sluice was cracked in nine places.",
			"Engineers told the Lantern that in February 2025 they had written to the office that the lower sluice " +
				"was cracked in nine places.",
			"source_inflated: Ada Wren > Engineers"},
		{"An engineer, Ada Wren, told the Lantern that in February 2025 she had written to the office " +
			"that the lower sluice was cracked in nine places. Two engineers said that it had been known for years.",
			"Engineers told the Lantern that in February 2025 they had written to the office that the lower sluice " +
				"was cracked in nine places.", ""},
		// The first report has as many, or the same rank, somewhere else.
		{"An official said that the weir was cracked in nine places. Two officials said that it had been known " +
			"for years.",
			"Officials said that the weir was cracked in nine places.", ""},
		{"An official said that the weir was cracked in nine places. The top engineer was away.",
			"A top official said that the weir was cracked in nine places.", ""},
		// Other people, or other contents.
		{"An official said that the weir was cracked in nine places.",
			"Neighbours said that the weir was cracked in nine places.",
			"attribution_changed: official > Neighbours"},
		{"An official said that the weir was cracked in nine places.",
			"Officials said that the ferry would sail again on Friday.", ""},
	})
}

// TestToldToTwo: what somebody told two outlets, the one more than the other, was not put to another one.
func TestToldToTwo(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct{ before, after, want string }{
		{"Ada Wren told WEWS-TV that he heard a woman screaming in the mill.",
			"Ada Wren told CNN that he heard a woman screaming in the mill.",
			"attribution_changed: WEWS-TV > CNN"},
		{"Ada Wren told WEWS-TV that while he and Ned Moe have not seen the log themselves, keepers have personally " +
			"reviewed it.", "Ada Wren told CNN on Friday he had not personally reviewed the log.", ""},
	} {
		if got := b.changes(t, test.before, test.after, Siblings); got != test.want {
			t.Errorf("%s\n got %q, want %q", test.after, got, test.want)
		}
	}
}

// TestMayHaveMet: each of two long reports may have met a speaker who told both of them some of the same.
func TestMayHaveMet(t *testing.T) {
	b := newBench(t)
	long := func(text, word string) string {
		for i := range 40 {
			house := []string{"mill", "weir", "barn", "inn"}[i%4]
			text += fmt.Sprintf(" The %s of the %s has %d stones.", word, house, i+2)
		}
		return text
	}
	heard := `"There is no danger to anyone in the valley," Ada Wren told Selby News Agency by telephone.`
	asked := `"There is no danger to anyone in the valley, and the wall of the northern weir will stand for a ` +
		`hundred years," Ada Wren told reporters by telephone.`
	const want = "attribution_changed: Selby News Agency > reporters"
	if got := b.changes(t, heard, asked, Siblings); got != want {
		t.Errorf("short: %q, want %q", got, want)
	}
	if got := b.changes(t, long(heard, "roof"), long(asked, "gate"), Siblings); got != "" {
		t.Errorf("long: %q", got)
	}
}
