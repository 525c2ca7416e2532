package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSources is about who is credited where the subject is not simply the
// words before the verb.
func TestSources(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// A modifier with a quotation in it stands between subject and verb.
		{"The audit, dated 3 May and headed “Keep in this house”, says at least nine pumps may have failed, four " +
			"of which were new.",
			"indirect: The audit | says | at least nine pumps may have failed, four of which were new"},
		{"The audit says as many as 40 pumps failed.", "indirect: The audit | says | as many as 40 pumps failed"},
		// A participle is no source.
		{"The harbour's register, published by The Quay Argus, a local site, shows that the pump failed.",
			"indirect: The harbour's register | shows | the pump failed"},
		// A name in apposition to a role.
		{"“We are proud,” said the ferry's chief executive, Anna Bell.", "direct: Anna Bell | said | “We are proud,”"},
		{"“We are proud,” a ferry director, Anna Bell, told Reuters.", "direct: Anna Bell | told | “We are proud,”"},
		{"“We are proud,” said the mayor of Aldwick, who was there.",
			"direct: the mayor of Aldwick | said | “We are proud,”"},
		{"“We are proud,” said the mayor of Aldwick, Anna Bell.", "direct: Anna Bell | said | “We are proud,”"},
		{"“It is an invasion,” Tom Bell, the Liberal governor of Marsh, one of the states by the sea, said on Monday.",
			"direct: Tom Bell | said | “It is an invasion,”"},
		{"Bell, the acting harbour chief told parliament that it was late.", "indirect: Bell | told | it was late"},
		// Members of a group, and clauses that belong to the source.
		{"“It came at night,” one of the sailors said.", "direct: one of the sailors | said | “It came at night,”"},
		{"One harbour source speaking to Ito said it sank.",
			"indirect: One harbour source speaking to Ito | said | it sank"},
		{"“There are two of us,” a stoker who works on the same deck told Reuters.",
			"direct: a stoker who works on the same deck | told | “There are two of us,”"},
		{"A stoker who works on the same deck, and who knows the crew, said it sank.",
			"indirect: A stoker who works on the same deck | said | it sank"},
		// Whose view, and whose interview.
		{"The rule fits with Secretary of State Anna Bell's view that boats should be taxed.",
			"indirect: Secretary of State Anna Bell's | view | boats should be taxed"},
		{"The order was signed in May, according to a Herald interview with a port official who was not allowed " +
			"to speak.",
			"indirect: a port official | according to | The order was signed in May"},
		// Outlets.
		{"The Harbour Gazette reports that the bridge is unsafe.",
			"indirect: The Harbour Gazette | reports | the bridge is unsafe"},
		{"USA TODAY reported last month that the bridge was unsafe.",
			"indirect: USA TODAY | reported | the bridge was unsafe"},
		{"As the Harbour Gazette reported on Saturday, the bridge is unsafe.",
			"indirect: the Harbour Gazette | reported | the bridge is unsafe"},
		{"As first reported by the Gazette, the bridge is unsafe.",
			"indirect: the Gazette | first reported by | the bridge is unsafe"},
		{"The bridge is unsafe, as first reported by the Gazette on Tuesday.",
			"indirect: the Gazette | first reported by | The bridge is unsafe"},
		{"He left, given that, as The Times reported on Monday, he has a new job.",
			"indirect: The Times | reported | he has a new job"},
		// The second verb has the subject of the verb whose tense it shares.
		{"The register shows that the crew reported a leak, and lists 26 notes.",
			"indirect: The register | shows | the crew reported a leak; indirect: The register | lists | 26 notes"},
	} {
		compare(t, c.text, c.want)
	}
}

func compare(t *testing.T, text, want string) {
	t.Helper()
	found, _ := read(t, text)
	var got []string
	for _, a := range found {
		got = append(got, show(a))
	}
	if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
		t.Errorf("%s\n%s", text, diff)
	}
}

// TestReports is about "report", which publishes or only notifies.
func TestReports(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The purser said the crew did not report the leak to the board until May.",
			"indirect: The purser | said | the crew did not report the leak to the board until May"},
		{"The leak was reported to the board in May.", ""},
		{"The leak must be reported to the Harbour Board within ten days.", ""},
		{"The crew reported the leak to the harbour master.", ""},
		{"The stokers reported him.", ""},
		{"Smoke is reported to cause the leak.", "indirect: - | is reported | Smoke … to cause the leak"},
		{"Ito reported that it sank.", "indirect: Ito | reported | it sank"},
		{"The bank reported a loss of 3 million crowns.", "indirect: The bank | reported | a loss of 3 million crowns"},
		{"Reuters reported the plan.", "indirect: Reuters | reported | the plan"},
		{"The Harbour Mail reported last week that it sank.", "indirect: The Harbour Mail | reported | it sank"},
		{"It sank after the pump failed, as The Harbour Mail first reported.",
			"indirect: The Harbour Mail | first reported | It sank after the pump failed"},
		{"The sale was first reported by the Harbour Mail.",
			"indirect: the Harbour Mail | was first reported | The sale"},
		{"The Harbour Mail has since confirmed the sale.",
			"indirect: The Harbour Mail | has since confirmed | the sale"},
	} {
		compare(t, c.text, c.want)
	}
}

// TestEnds is about where content ends and what is none.
func TestEnds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"While officials admit delays and costs, there is no plan to close it.",
			"indirect: officials | admit | delays and costs"},
		{"Ito cited safety, while Bell noted that the pier was closed.",
			"indirect: Ito | cited | safety; indirect: Bell | noted | the pier was closed"},
		{"Ito described the plan as “hasty and lawless,” expressing concern that it would fail.",
			"mixed: Ito | described | the plan as “hasty and lawless,”; indirect: Ito | expressing | concern that " +
				"it would fail"},
		{"When Bell called the ferry an “armed boat,” he was not joking.",
			"mixed: Bell | called | the ferry an “armed boat,”"},
		{"“It never crossed my mind,” she said several months after the storm, and a reason was that it had passed.",
			"direct: she | said | “It never crossed my mind,”"},
		{"“It is late now, and it was late then,” Bell told reporters after the meeting that was held in part on " +
			"a boat.",
			"direct: Bell | told | “It is late now, and it was late then,”"},
		{"In an interview on “Meet the Crew,” Anna Bell said the tide was high.",
			"indirect: Anna Bell | said | the tide was high"},
		{"Bell said after the storm she would not sail.", "indirect: Bell | said | she would not sail"},
		{"“It sank,” she said, clarifying that while Aldwick supports a search, it will not pay for one.",
			"direct: she | said | “It sank,”; indirect: she | clarifying | while Aldwick supports a search, it " +
				"will not pay for one"},
		{"Two stokers asked not to be named because they feared for their jobs.", ""},
	} {
		compare(t, c.text, c.want)
	}
}

// TestUnnamed is about the kind, the number and the hearer of unnamed sources.
func TestUnnamed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It sank, according to a Herald interview with a port official.", "anonymous 1-1 port official, Herald"},
		{"It sank, according to three naval sources who spoke to the journalist Ken Ito.",
			"anonymous 3-3 naval sources, the journalist Ken Ito"},
		{"A 61-year-old sailor told me that it sank.", "anonymous 1-1 61-year-old sailor, me"},
		{"The 61-year-old Republican told me that it sank.", "anonymous 1-1 61-year-old Republican, me"},
		{"20-25 sailors told me that it sank.", "anonymous 20-20 20-25 sailors, me"},
		{"Twenty-five sailors told me that it sank.", "anonymous 25-25 Twenty-five sailors, me"},
		{"Naval sources also tell me that it sank.", "anonymous 2-0 Naval sources, me"},
		{"Two nurses and a pharmacist told Reuters that it sank.", "anonymous 3-3 nurses and a pharmacist, Reuters"},
	} {
		found, speakers := read(t, c.text)
		if len(found) != 1 || found[0].Receiver == nil {
			t.Errorf("%s: %+v", c.text, found)
			continue
		}
		for _, s := range speakers {
			if s.ID == string(found[0].Speaker) {
				got := fmt.Sprintf("%s %d-%d %s, %s", s.Kind, s.Count.Min, s.Count.Max, s.Name, found[0].Receiver.Text)
				if got != c.want {
					t.Errorf("%s: %s, want %s", c.text, got, c.want)
				}
			}
		}
	}
}

// Two listed outlets are called “Nation” but for the article; which of them is
// meant must not depend on the order of a map.
func TestOutletsOfOneName(t *testing.T) {
	for range 12 {
		_, speakers := read(t, "The Nation reported on Monday that the Aldona had sailed with 40 lifejackets missing.")
		if len(speakers) != 1 || speakers[0].Name != "The Nation" {
			t.Fatalf("speakers %v", speakers)
		}
	}
}
