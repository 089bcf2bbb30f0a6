package place

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Name is a name of a place, and the areas that have it.
type Name struct {
	Text       string
	Kind       Kind
	Areas      []string // slugs
	Population int      // of a Place; 0 if nobody counted
}

// A Kind says whose name it is. A family that types the name of a council means
// the council, not a hamlet of the same name.
type Kind int

const (
	Own      Kind = iota // the area's own name
	Other                // what else people call the area
	District             // a district of today or of the past
	County               // a ceremonial county; it holds whole areas
	Place                // a town or a village
)

// least is what a name weighs whose place nobody counted, in people. Names with
// more weight are suggested first. Areas have some 150,000 people and more,
// districts half of that; a short or an old name is less usual than the name.
var least = map[Kind]int{Own: 150_000, Other: 50_000, District: 70_000, County: 60_000, Place: 0}

// smaller is how many times a place must be smaller than the council's town of
// the same name for nobody to be asked which of them is meant.
const smaller = 10

// guessable is the weight from which a name is offered for a misspelt one.
// Below it, more ordinary words than towns would be taken for a village.
const guessable = 5_000

// An entry is what all the Names of one key say together.
type entry struct {
	key, name string
	areas     []string
	weight    int
	first     bool // the first area is meant, the others are less likely
	wide      bool // it holds whole areas, and gives way to a town beside it
	manner    manner
}

// entries joins names of one key. Dropped are names that begin with no letter,
// or with a digit in every reader's way.
func entries(names []Name) []entry {
	byKey := map[string][]Name{}
	for _, n := range names {
		if k := key(n.Text); k != "" && k[0] >= 'a' && k[0] <= 'z' && strings.Count(k, " ") < maxWords && !strings.ContainsAny(n.Text, "|\n") && !subject[k] {
			byKey[k] = append(byKey[k], n)
		}
	}
	var list []entry
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		e := join(k, byKey[k])
		bare := withoutAffixes(k)
		if bare != k && byKey[k][0].Kind != Own && byKey[bare] != nil && join(bare, byKey[bare]).areas[0] == e.areas[0] {
			continue // whoever types it finds the bare name in it
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(b.weight, a.weight) })
	return list
}

// withoutAffixes is what a reader finds in "london borough of barnet".
func withoutAffixes(k string) string {
	for _, p := range leading {
		if rest, ok := strings.CutPrefix(k, strings.Join(p, " ")+" "); ok {
			k = rest
			break
		}
	}
	for _, p := range trailing {
		if rest, ok := strings.CutSuffix(k, " "+strings.Join(p, " ")); ok {
			return rest
		}
	}
	return k
}

// A claim is what one area's Names of one key weigh.
type claim struct {
	area   string
	kind   Kind
	weight int
}

func join(k string, names []Name) entry {
	e := entry{key: k, manner: manners[k]}
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.Population, a.Population), cmp.Compare(a.Text, b.Text))
	})
	e.name = names[0].Text
	claims := claimsOf(names)
	top := claims[0]
	e.first = len(claims) > 1 && top.kind <= District
	for _, c := range claims {
		e.weight = max(e.weight, c.weight)
		e.areas = append(e.areas, c.area)
		e.wide = e.wide || c.kind == County && len(claims) > 1 || c.kind == Own && IsNation(c.area)
		if c != top && !(top.kind == Own && c.kind == County) && !(c.kind == Place && c.weight*smaller < top.weight) {
			e.first = false
		}
	}
	if e.first && IsNation(top.area) {
		e.areas, e.first = e.areas[:1], false
	}
	return e
}

// claimsOf lists each area once, the likeliest first. An area's own name
// stands before the county of that name: Devon is the council of Devon, though
// Plymouth lies in Devon too.
func claimsOf(names []Name) []claim {
	best := map[string]claim{}
	for _, n := range names {
		for _, area := range n.Areas {
			c, seen := best[area]
			if !seen {
				c = claim{area, n.Kind, 0}
			}
			c.weight = max(c.weight, n.Population, least[n.Kind])
			best[area] = c
		}
	}
	rank := func(k Kind) int {
		if k == Own {
			return 0
		}
		return 1 + int(min(k, District))
	}
	return slices.SortedFunc(maps.Values(best), func(a, b claim) int {
		return cmp.Or(cmp.Compare(rank(a.kind), rank(b.kind)), cmp.Compare(b.weight, a.weight), cmp.Compare(a.area, b.area))
	})
}
