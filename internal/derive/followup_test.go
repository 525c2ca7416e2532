package derive

import "testing"

// TestFollowUps: a report that has prose of an elder one of its outlet goes on from that one.
func TestFollowUps(t *testing.T) {
	const told = "The pump at the old lock had drained nine fields and two lanes before the keeper stopped " +
		"it, and the water board had paid for oil that nobody ever brought to the engine house."
	const news = "The mayor wants a new pump before the frost.\n\nShe asked four firms for their price on " +
		"Thursday, and none has answered. A loan from the county would be needed first, her clerk wrote, since the " +
		"town spent what it had on the bridge in March. A ballot on it is planned for June.\n\n"
	for _, c := range []struct{ name, elder, younger, day, want string }{
		{"background", told, news + told, "6 May 2021", "bell > again follow-up"},
		{"one day", told, news + told, "4 May 2021", ""},
		{"long after", told, news + told, "9 August 2021", ""},
		{"few words", told, news + "The pump at the old lock had drained nine fields and two lanes.", "6 May 2021", ""},
		{"a remark", "“" + told + "” Ada Wren said.", news + "“" + told + "” Ada Wren said.", "6 May 2021", ""},
		{"an agency's text", "SELMOUTH (Reuters) - " + told, "SELMOUTH (Reuters) - " + news + told, "6 May 2021",
			"(Reuters, wire) > again wire copy\n(Reuters, wire) > bell wire copy"},
	} {
		const own = "Ice lay on the locks where forty carts had waited since Sunday for a thaw that never came. " +
			"Hay was sold on the towpath at twice its price, and two horses had gone through the ice near Hillfoot, " +
			"where a ferryman pulled the drivers out with a rope."
		got := drawn(build(t, map[string]string{
			"bell":  by("Selmouth Bell", "4 May 2021", c.elder+"\n\n"+own),
			"again": by("Selmouth Bell", c.day, c.younger),
		}))
		if got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}
