package quote_test

import "testing"

// TestOfficeHolders is about roles and pronouns that could be taken for somebody who
// only looks like the one who is meant.
func TestOfficeHolders(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Vice President Miles Penn met President Dora Trent. The president said the road would open in May."},
			"Dora Trent: the road would open in May"},
		{[]string{"Former Mayor Miles Penn met Mayor Dora Trent. The mayor said the road would open."},
			"Dora Trent: the road would open"},
		{[]string{"Deputy Mayor Miles Penn was there. The mayor said the road would open."},
			"mayor: the road would open"},
		{[]string{"Deputy Mayor Miles Penn was there. The deputy mayor said the road would open."},
			"Miles Penn: the road would open"},
		// The capital of a sentence makes nobody's name.
		{[]string{"Dora Trent said the mill was old. Nevertheless the plan stood. She said the vote was close."},
			"Dora Trent: the mill was old; Dora Trent: the vote was close"},
		{[]string{"Nevertheless the plan stood. She said the vote was close."}, "-: the vote was close"},
		{[]string{"Everybody knew Trent. Trent had a plan. She said the vote was close."},
			"Trent: the vote was close"},
		{[]string{"Mayor Dora Trent left. Trent herself said the vote was close. The mayor herself said it was over."},
			"Dora Trent: the vote was close; Dora Trent: it was over"},
		{[]string{"The mayor's lawyer Miles Penn said the bridge was old. Penn said it would close."},
			"Miles Penn: the bridge was old; Miles Penn: it would close"},
		{[]string{"Dora Trent's aides said the bridge was old."}, "Dora Trent's aides: the bridge was old"},
		// An outlet reports, whoever bears its name.
		{[]string{"Mayor Michael Bloomberg left. Bloomberg reported that the bridge was old. Bloomberg said it " +
			"was not."},
			"Bloomberg: the bridge was old; Michael Bloomberg: it was not"},
		// A link that names somebody once more is no part of the name.
		{[]string{"Miles Penn Miles Arthur Penn said the road would open."}, "Miles Penn: the road would open"},
	})
}
