package main

import "strings"

// storyText is the report that the rewrites of a story go back to. People,
// places and papers are made up.
var storyText = paragraphs(`
The ferry company Norlund Lines knew for eleven months that the bow doors of its ship Halvard did
not close fully, according to three former engineers.

Internal messages seen by this newspaper show that inspectors warned managers in Ravnholm four times
before the ship took on water on 12 February.

Two crew members were injured and 214 passengers were brought ashore by lifeboats from the harbour
of Estrup.

“We told them in March that the seals were worn, and nothing was done,” said Mette Krogh, who led
the technical team until last summer.

Norlund Lines said in a statement that it had followed every instruction of the maritime authority.

The company denied that any manager had been told to delay the repair.

Repairs would have cost about 1.8 million crowns, the messages show.

Instead the managers asked the crew to use a temporary gasket, two of the engineers said.

The maritime authority opened an inquiry on Monday and ordered checks of six other ships.

Its director, Anders Vik, said the authority had not seen the messages before.

“If these warnings were sent, we should have received them,” Vik told reporters.

Halvard was built in 1994 and carried about 300,000 passengers last year.

The union of seafarers called for the resignation of the company's chairman, Jonas Thorne.

Thorne did not reply to requests for comment.

A spokeswoman for the ministry of transport said the minister would speak in parliament on Thursday.

Opposition leader Karin Dahl said the state had looked away for years.

Prosecutors in Ravnholm are examining whether the company broke the safety law.

One of the engineers said he had left because he was asked to sign a false report.

The company's shares fell by 9 percent on Tuesday morning.

Passengers described how water ran across the car deck before the alarm was raised.

“I saw the water and thought that we would not get out,” said Peter Lang, a lorry driver.

The ship may return to service in May, Norlund Lines said.

Insurers are expected to ask for the messages, a lawyer for the passengers said.

The harbour of Estrup has cancelled all departures of the line until the checks are finished.
`)

// paragraphs cuts a text at its blank lines, and makes a line of each.
func paragraphs(text string) []string {
	var all []string
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		all = append(all, strings.Join(strings.Fields(p), " "))
	}
	return all
}

// otherWords are what a rewrite puts for a word.
var otherWords = map[string][]string{
	"company": {"firm", "operator", "carrier"}, "knew": {"was aware"}, "engineers": {"technicians", "staff"},
	"messages": {"emails", "documents"}, "show": {"reveal", "suggest"}, "warned": {"alerted", "cautioned"},
	"managers": {"executives", "bosses"}, "injured": {"hurt", "wounded"}, "brought": {"taken", "carried"},
	"worn": {"damaged", "broken"}, "led": {"headed", "ran"}, "followed": {"obeyed", "met"},
	"denied": {"rejected", "disputed"}, "delay": {"postpone", "put off"}, "cost": {"required", "taken"},
	"about": {"around", "roughly", "some"}, "asked": {"told", "urged"}, "opened": {"started", "launched"},
	"inquiry": {"investigation", "probe"}, "ordered": {"demanded", "required"}, "checks": {"inspections",
		"controls"},
	"director": {"head", "chief"}, "seen": {"received", "read"}, "carried": {"transported", "moved"},
	"called": {"asked", "appealed"}, "resignation": {"departure", "removal"}, "reply": {"respond", "answer"},
	"speak": {"make a statement", "answer"}, "examining": {"investigating", "checking"}, "broke": {"violated",
		"breached"},
	"left": {"quit", "resigned"}, "false": {"untrue", "fake"}, "fell": {"dropped", "slid"},
	"described": {"told", "recalled"},
	"ran":       {"poured", "flowed"}, "alarm": {"signal", "siren"}, "return": {"come back", "go back"},
	"expected": {"likely", "due"}, "cancelled": {"suspended", "stopped"}, "finished": {"complete", "done"},
	"ship": {"vessel", "ferry"}, "former": {"ex-company", "retired"}, "crew": {"staff", "sailors"},
}

// ownWords are what reports put in of their own.
var ownWords = []string{
	"weather", "calm", "market", "street", "visitors", "museum", "summer", "winter", "bridge", "school",
	"garden", "music",
	"local", "quiet", "early", "late", "morning", "evening", "table", "window", "letter", "painter", "river",
	"forest", "road",
	"walks", "opens", "keeps", "finds", "brings", "holds", "near", "behind", "under", "above", "with",
	"without", "between",
	"old", "new", "small", "large", "green", "white", "stone", "wooden", "heavy", "light", "bread", "coffee",
	"lamp", "clock",
}

// storyPlaces and storyPapers make the names of the papers.
var (
	storyPlaces = []string{
		"Ravnholm", "Estrup", "Selwick", "Ardmouth", "Hollin", "Bracken", "Torvik", "Lindau", "Marsk", "Oster",
		"Penhal", "Quarry",
		"Rosvik", "Sandal", "Tarn", "Ulster Quay", "Varde", "Wexcombe", "Yarrow", "Zeland", "Alder", "Birk",
		"Corran", "Dunmere",
		"Elmstead", "Fenwick", "Garth", "Harrow Bay", "Inver", "Jarlsby", "Kelso Point", "Lomond", "Morven",
		"Nairn", "Orford",
		"Pelham", "Redmire", "Stainton", "Thirl", "Upwell", "Vester", "Whitby Sands", "Alnor", "Beldon",
		"Caddon", "Drovik",
	}
	storyPapers = []string{
		"Courier", "Gazette", "Herald", "Ledger", "Lantern", "Mercury", "Observer", "Packet", "Quill",
		"Register", "Sentinel",
		"Tribune", "Voice", "Watch", "Argus", "Beacon", "Chronicle", "Dispatch", "Echo", "Examiner", "Journal",
		"Post",
	}
)
