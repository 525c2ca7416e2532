package collate

import "testing"

func TestSums(t *testing.T) {
	b := newBench(t)
	const other = " The ferry of Selby sank in the spring. Two of its boats lie in the mud."
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"The toll could bring in up to 480 million crowns a year, the unit reckons.",
			"A new tax will raise 480 million crowns annually for the state." + other, Neighbours,
			"hedge_dropped: up to 480 million crowns a year > 480 million crowns"},
		{"Up to 300 litres of oil leaked, it said.", "It was told that 300 gallons of oil went into the bay.", Copy,
			"number_changed: 300 litres > 300 gallons"},
		{"It sets a rate of between 3 and 4 per cent of all sales.",
			"The rate of the new tax is 4 per cent, they say." + other, Copy,
			"number_changed: between 3 and 4 per cent > 4 per cent"},
		{"It sets a rate of between 3 and 4 per cent of all sales.",
			"The rate of the new tax is 4 per cent, they say." + other, Neighbours, ""},
		{"The unit counts 61,340 docks in the warehouses of the land.",
			"There is to be a tax on 61,340 warehouses of the land." + other, Copy,
			"number_changed: 61,340 docks > 61,340 warehouses"},
		{"The unit counts 61,340 docks in the warehouses of the land.",
			"There is to be a tax on 61,340 warehouses of the land." + other, Neighbours, ""},
		{"Fewer than 5,000 guards are ready at the weir of Orrin.",
			"5,000 guards are ready at the weir of Orrin." + other, Neighbours, ""},
		{"The new salve costs about 11 crowns a month.", "At 11 crowns a day it is dear." + other, Copy,
			"number_changed: 11 crowns a month > 11 crowns a day"},
		{"A tax of between 3 and 3.5 per cent is weighed.", "They will have to pay 3.5 per cent." + other, Copy,
			"number_changed: between 3 and 3.5 per cent > 3.5 per cent"},
		{"The guild fears for jobs. Up to 1,200 of them might go.", "The guild says that 1,200 jobs are at risk.", Copy,
			"hedge_dropped: Up to 1,200 > 1,200 jobs"},
		{"That is a relative difference of 37 per cent.", "The salve cuts the risk by 37 percentage points.", Copy,
			"number_changed: 37 per cent > 37 percentage points"},
		{"More than 20 sailors were hurt, the clerk said.", "Nearly 20 sailors were hurt, the clerk said.", Copy,
			"number_changed: More than 20 sailors > Nearly 20 sailors"},

		// What is no change.
		{"At least 20 sailors were hurt in the harbour, the clerk said.",
			"31 sailors were hurt in the harbour, the clerk said.", Copy, ""},
		{"The unit counts 61,340 people in the land.", "There are 61,340 residents." + other, Neighbours, ""},
		{"Up to 300 litres of oil leaked, it said.",
			"It was told that 300 litres of oil, at most 300 litres, went into the bay.", Copy, ""},
		{"Up to 5,000 guards are ready.", "He asked for 5,000 guards from the next town." + other, Neighbours, ""},
		{"One in three said so; three words.", "In three years it was over." + other, Neighbours, ""},
		{"Half of the docks belong to firms of Orrin.", "Every second dock belongs to a firm of Orrin.", Copy, ""},
		{`"It sets a rate of between 3 and 4 per cent," she said.`, `"It is 4 per cent of the rate," she said.`, Copy,
			""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}
