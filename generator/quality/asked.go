package quality

import (
	"slices"

	"signpost/generator/model"
)

// A Question is a group of facts that we ask every service for, with the words
// by which lists call it.
type Question struct {
	Group model.Group
	Label string
}

// Asked are the questions.
var Asked = []Question{
	{model.GroupName, "name"},
	{model.Group(model.Phone), "number"},
	{model.Group(model.Email), "e-mail"},
	{model.Group(model.Website), "website"},
	{model.GroupAccess, "ways in"},
	{model.GroupAudience, "who it is for"},
	{model.GroupCommunities, "families it works with most"},
	{model.GroupLanguages, "languages"},
	{model.GroupIndependence, "independence"},
	{model.GroupDelivery, "who runs it"},
	{model.GroupOffer, "what it does"},
	{model.GroupStatus, "if it takes new families"},
}

// IsAsked reports whether every service is asked for the group.
func IsAsked(g model.Group) bool {
	return slices.ContainsFunc(Asked, func(q Question) bool { return q.Group == g })
}
