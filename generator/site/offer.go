package site

import "signpost/generator/model"

// An offer is the council's own local offer: a web site, by law.
type offer struct {
	For     string  `json:"for"`
	Blocks  []block `json:"blocks"`
	Council *Span   `json:"council"` // its web site, from the list of councils
}

func (v *views) offer(a *model.Area) offer {
	kind, _ := v.d.Vocabulary["kinds"].Find(string(model.LocalOffer))
	view := offer{For: kind.Meaning}
	if a.LocalOffer != nil {
		view.Blocks = v.blocks(a.LocalOffer)
	}
	if site := webLink(a.Website); site != "" {
		view.Council = &Span{Text: shortAddress(a.Website), Href: site}
	}
	return view
}
