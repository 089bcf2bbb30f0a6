package merge

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// A claim is what one record says of one group, and whether it may win.
type claim[V model.Value] struct {
	value    V
	origin   model.Origin
	standing int    // for seen claims: whose site the page is on
	unfit    string // why it cannot win, or ""
}

// decide settles one group of facts among its claims.
func decide[V model.Value](g model.Group, claims []claim[V], asAt model.Date) model.Fact[V] {
	f := model.Fact[V]{About: g}
	told, seen := fitClaims(claims)
	var winner *claim[V]
	switch {
	case len(told) > 0:
		winner = &told[0]
		slices.SortFunc(told, func(a, b claim[V]) int { return compareTold(a, b, asAt) })
	case len(seen) > 0 && differ(g, seen):
		f.Conflict = true
	case len(seen) > 0:
		winner = &seen[0]
		slices.SortFunc(seen, compareSeen[V])
	}
	if winner != nil {
		f.Value, f.Origin = winner.value, winner.origin
		if len(claims) == 1 {
			return f // most facts are told by one; comparing texts takes long
		}
	}
	for _, c := range claims {
		if winner == nil || c.value.String() != f.Value.String() {
			f.Others = append(f.Others, model.Other{Text: c.value.String(), Origin: c.origin, Because: because(c, winner, f.Conflict)})
		}
	}
	slices.SortFunc(f.Others, compareOthers)
	return f
}

// compareOthers orders what lost by what it says, whatever file said it first.
func compareOthers(a, b model.Other) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Origin.Record.Page, b.Origin.Record.Page), a.Origin.Record.Where.Compare(b.Origin.Record.Where))
}

// fitClaims returns the told and the seen claims that may win.
func fitClaims[V model.Value](claims []claim[V]) (told, seen []claim[V]) {
	for _, c := range claims {
		switch {
		case c.unfit != "":
		case c.origin.Told():
			told = append(told, c)
		default:
			seen = append(seen, c)
		}
	}
	return told, seen
}

// compareTold puts the stronger of two told claims first.
func compareTold[V model.Value](a, b claim[V], asAt model.Date) int {
	freshA, freshB := a.origin.Checked.Fresh(asAt), b.origin.Checked.Fresh(asAt)
	rank := cmp.Compare(b.origin.Record.Source.Rank, a.origin.Record.Source.Rank)
	newest := b.origin.Checked.On.Compare(a.origin.Checked.On)
	switch {
	case freshA && freshB:
		return cmp.Or(rank, newest, spelling(a, b))
	case freshA:
		return -1
	case freshB:
		return 1
	}
	return cmp.Or(newest, rank, spelling(a, b))
}

// compareSeen puts the stronger of two seen claims first.
func compareSeen[V model.Value](a, b claim[V]) int {
	return cmp.Or(cmp.Compare(b.standing, a.standing), b.origin.Date().Compare(a.origin.Date()), spelling(a, b))
}

// spelling decides where nothing else does, so that the answer never depends
// on the order of files or rows.
func spelling[V model.Value](a, b claim[V]) int {
	return cmp.Or(cmp.Compare(a.origin.Record.Page, b.origin.Record.Page), cmp.Compare(a.value.String(), b.value.String()), a.origin.Record.Where.Compare(b.origin.Record.Where))
}

// differ reports whether seen claims give different phone numbers.
func differ[V model.Value](g model.Group, seen []claim[V]) bool {
	if g != model.Group(model.Phone) {
		return false
	}
	numbers := map[string]bool{}
	for _, c := range seen {
		numbers[keys(any(c.value).(model.Channels))] = true
	}
	return len(numbers) > 1
}

// keys is a list of channels without their spelling and order.
func keys(cs model.Channels) string {
	var ks []string
	for _, c := range cs {
		ks = append(ks, c.Key())
	}
	slices.Sort(ks)
	s := ""
	for _, k := range ks {
		s += k + " "
	}
	return s
}

// because says in a word which rule set a claim aside.
func because[V model.Value](c claim[V], winner *claim[V], conflict bool) string {
	switch {
	case c.unfit != "":
		return c.unfit
	case conflict:
		return "two pages give different numbers"
	case winner.origin.Told() && !c.origin.Told():
		return "was only seen; the other was told"
	case winner.origin.Told() && winner.origin.Record.Source.Rank > c.origin.Record.Source.Rank:
		return "comes from a lower rank"
	case winner.origin.Told():
		return "was told less recently"
	case winner.standing > c.standing:
		return "is on a page that stands further away"
	case winner.origin.Date().After(c.origin.Date()):
		return "is older"
	}
	return "comes later in the alphabet"
}
