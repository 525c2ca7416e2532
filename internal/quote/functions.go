package quote

// functions maps the attributes of function words to what a word may be.
func functions() map[string]class {
	return map[string]class{
		"det": det, "pron": pronoun, "subject": subject, "object": object, "poss": poss, "prep": prep,
		"conj": conj, "sub": sub, "whether": whether, "rel": rel, "that": that, "aux": aux, "be": be,
		"have": have, "modal": modal, "neg": neg, "adv": adv, "num": num, "time": timeWord, "to": to,
		"def": def, "dem": dem, "one": one, "many": many, "first": first, "male": male, "female": female,
		"neuter": neuter, "dummy": dummy, "reflexive": reflexive, "negative": negative, "day": timeWord,
		"particle": particle, "contracted": contracted, "unit": unitWord, "passive": passive,
		"genitive": genitive, "dative": dative, "accusative": accusative, "nonfinite": nonfinite,
		"earlier": earlier, "condition": condition,
	}
}
