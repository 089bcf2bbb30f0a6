package site

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// nationalLine is the helpline of the settings with its number, or nil.
func (v *views) nationalLine(audience string) (*model.Service, model.Channel, model.Origin) {
	s := v.d.Service(v.d.Settings.NationalLine)
	if s == nil {
		return nil, model.Channel{}, model.Origin{}
	}
	c, o, ok := ownChannel(s, model.Phone, audience)
	if !ok {
		return nil, model.Channel{}, model.Origin{}
	}
	return s, c, o
}

// nationals are the helplines for all of England, that of the settings first.
func (v *views) nationals() []*model.Service {
	all := reachable(v.d.National(model.National))
	slices.SortStableFunc(all, func(a, b *model.Service) int { return cmp.Compare(v.rank(a), v.rank(b)) })
	return all
}

func (v *views) rank(s *model.Service) int {
	if s.ID == v.d.Settings.NationalLine {
		return 0
	}
	return 1
}

// nationalLines are block-n with where the number is from.
func (v *views) nationalLines(audience string) []Line {
	s, c, o := v.nationalLine(audience)
	if s == nil {
		return nil
	}
	number := []Span{way(c)}
	if c.Hours != "" {
		number = append(number, Span{Text: ", " + c.Hours})
	}
	name := []Span{{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}, {Text: ", a national helpline"}}
	lines := []Line{{Part: NextPart, Says: v.say("block-n", fill{"line": name, "number": number})}}
	return append(lines, v.shortOrigin(o, s)...)
}

// shortOrigin is who told us, or the short form of where it was seen.
func (v *views) shortOrigin(o model.Origin, s *model.Service) []Line {
	switch {
	case o.Record == nil:
		return nil
	case o.Told():
		return []Line{v.toldLine(o, s)}
	}
	return []Line{{Part: SeenPart, Says: seenOn(o)}}
}

// toldLine says who told us, and when.
func (v *views) toldLine(o model.Origin, s *model.Service) Line {
	return Line{Part: ToldPart, Says: v.told(o, s), Old: o.Checked.Band(v.d.AsAt) == model.RingFirst}
}
