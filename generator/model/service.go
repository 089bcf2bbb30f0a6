package model

import "slices"

// A Kind of Service. The ids are those of data/vocabulary/kinds.csv.
type Kind string

const (
	IASS               Kind = "iass"                // the free advice service that every area has (Children and Families Act 2014, s.32)
	IndependentSupport Kind = "independent-support" // the agency beside it
	ParentCarerForum   Kind = "parent-carer-forum"
	UserLed            Kind = "user-led"
	PeerGroup          Kind = "peer-group"
	Mediation          Kind = "mediation"
	CouncilSENDTeam    Kind = "council-send-team"
	FamilyInformation  Kind = "family-information"
	Health             Kind = "health"
	LocalOffer         Kind = "local-offer" // an ordinary service of the local offer
	National           Kind = "national"
	Urgent             Kind = "urgent"

	// LocalOfferSite is a council's own local offer, the web site: a fact
	// about an authority that is merged like a service and has no page.
	LocalOfferSite Kind = "local-offer-site"
)

// Kinds lists every Kind, in the order in which an area page shows them.
var Kinds = []Kind{IASS, IndependentSupport, ParentCarerForum, UserLed, PeerGroup, Mediation,
	CouncilSENDTeam, FamilyInformation, Health, LocalOffer, National, Urgent}

// JoinsByContact reports whether two records of the kind with one phone number
// or one web domain are the same service. For other kinds a council's switchboard
// or a charity's site says nothing.
func (k Kind) JoinsByContact() bool {
	return k == IASS || k == IndependentSupport || k == ParentCarerForum
}

// A Service is anything that a family can contact or use, as merged from
// every record about it.
type Service struct {
	ID    string   // the entry's file name; /services/<id>/ for good
	Was   []string // former ids, which redirect
	Kind  Kind
	Areas []string // slugs, sorted; England alone for a national line

	Name         Fact[Name]
	Channels     []Fact[Channels] // one per type, in the order of ChannelTypes
	Access       Fact[Access]
	Audience     Fact[Audience]
	Communities  Fact[Communities]
	Languages    Fact[Languages]
	Independence Fact[Independence]
	Delivery     Fact[Delivery]
	Offer        Fact[Offer]
	Media        Fact[Media]
	Status       Fact[Status]
	Alert        Fact[Alert] // as told; whether it is over, the page decides by [Alert.Until]

	Records []*Record // everything that was joined, in the order of their places
	Ended   Date      // the day it stopped for good, or zero
	// ContractEnded is the last day of a contract after which nobody has told
	// us, and no page has shown us, who runs the service; zero otherwise.
	ContractEnded Date
}

// Channel returns the service's channels of a type. The Fact is blank if
// nobody named one.
func (s *Service) Channel(t ChannelType) Fact[Channels] {
	for _, f := range s.Channels {
		if f.About == Group(t) {
			return f
		}
	}
	return Fact[Channels]{About: Group(t)}
}

// Findings are all facts of the service, the blank ones too, in the order of
// [Groups].
func (s *Service) Findings() []Finding {
	all := append(make([]Finding, 0, len(Groups)), s.Name.Finding())
	for _, t := range ChannelTypes {
		all = append(all, s.Channel(t).Finding())
	}
	return append(all, s.Access.Finding(), s.Audience.Finding(), s.Communities.Finding(), s.Languages.Finding(),
		s.Independence.Finding(), s.Delivery.Finding(), s.Offer.Finding(), s.Media.Finding(), s.Status.Finding(), s.Alert.Finding())
}

// Told reports whether the service itself or its council told us anything.
func (s *Service) Told() bool {
	return slices.ContainsFunc(s.Records, func(r *Record) bool { return r.Source.Told() })
}

// IsTrace reports whether all that is left of the service is history or doubt:
// neither a name nor a way to reach it can be printed.
func (s *Service) IsTrace() bool {
	return s.Name.Value.Name == "" && !s.Reachable()
}

// Reachable reports whether any number, address or place of the service is known.
func (s *Service) Reachable() bool {
	return slices.ContainsFunc(s.Channels, func(f Fact[Channels]) bool { return f.Known() })
}

// For reports whether the service is for the audience. One that nobody limited
// is for everyone.
func (s *Service) For(audience string) bool {
	ids := s.Audience.Value.IDs
	return len(ids) == 0 || slices.Contains(ids, audience)
}

// Names lists everything that anyone calls or called the service, for search.
func (s *Service) Names() []string {
	var names []string
	for _, r := range s.Records {
		for _, n := range slices.Concat([]string{r.Name.Name}, r.Name.Also, r.Name.Former) {
			if n != "" && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	slices.Sort(names)
	return names
}
