package merge

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// Ten thousand records are not each compared with all others: these tables say
// which could mean the same service, in the order in which they came.

// namesakes are clusters by their ids and former ids.
type namesakes map[string][]*cluster

// add notes the cluster under its id, and under the former ids it has been given.
func (n namesakes) add(c *cluster, was []string) {
	if c.id != "" {
		n[c.id] = insert(n[c.id], c)
	}
	for _, id := range was {
		n[id] = insert(n[id], c)
	}
}

// A neighbourhood is a kind of service in an area.
type neighbourhood struct {
	kind model.Kind
	area string
}

// neighbourhoods are clusters by kind and area.
type neighbourhoods map[neighbourhood][]*cluster

func (n neighbourhoods) add(c *cluster) {
	for _, area := range c.areas {
		at := neighbourhood{c.kind, area}
		n[at] = insert(n[at], c)
	}
}

// of lists the clusters of c's kind in areas that meet those of c.
func (n neighbourhoods) of(c *cluster) []*cluster {
	if len(c.areas) == 1 {
		return n[neighbourhood{c.kind, c.areas[0]}]
	}
	var near []*cluster
	for _, area := range c.areas {
		for _, p := range n[neighbourhood{c.kind, area}] {
			near = insert(near, p)
		}
	}
	return near
}

// insert puts a cluster where its order says; once.
func insert(list []*cluster, c *cluster) []*cluster {
	i, there := slices.BinarySearchFunc(list, c, func(a, b *cluster) int { return cmp.Compare(a.order, b.order) })
	if there {
		return list
	}
	return slices.Insert(list, i, c)
}
