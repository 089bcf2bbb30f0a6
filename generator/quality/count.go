package quality

import "signpost/generator/model"

// Counts are facts by how far they can be relied on. What has ended is not
// counted.
type Counts struct {
	Services  int
	Confirmed int // told in the last 90 days
	Told      int // told in the last twelve months
	Old       int // told longer ago
	Seen      int // on a page only
	Missing   int // asked for, and not known
}

// Counts counts the facts of the area's services.
func (a Area) Counts() Counts {
	var c Counts
	for _, s := range a.Services {
		c.add(s)
	}
	return c
}

// CountAll counts the facts of all areas' services, each service once.
func CountAll(areas []Area) Counts {
	var c Counts
	counted := map[*model.Service]bool{}
	for _, a := range areas {
		for _, s := range a.Services {
			if !counted[s.Of] {
				c.add(s)
			}
			counted[s.Of] = true
		}
	}
	return c
}

func (c *Counts) add(s Service) {
	if !s.Ended.IsZero() {
		return
	}
	c.Services++
	c.Missing += len(s.Missing)
	for _, f := range s.Facts {
		switch f.Band {
		case model.Confirmed:
			c.Confirmed++
		case model.ToldBefore:
			c.Told++
		case model.RingFirst:
			c.Old++
		case model.OnlySeen:
			c.Seen++
		}
	}
}
