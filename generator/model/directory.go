package model

import (
	"cmp"
	"slices"
)

// A Directory is everything that is known, merged, as at a date. Its slices
// are sorted by their keys, so that equal inputs make equal Directories.
type Directory struct {
	AsAt        Date
	Areas       []*Area // with duties on AsAt, by slug
	Ended       []*Area // that had duties before, by slug
	Services    []*Service
	Authorities []Authority // of all times, by slug: what files may name
	Sources     []*Source
	Articles    []Article
	Words       []Word     // of the glossary, by id
	EasyReads   []EasyRead // of help pages, by id
	Moved       []Moved    // former addresses
	Changes     []Change   // what changed, the newest first
	Trials      []Trial    // of how everyone can use the site
	Vocabulary  Vocabulary
	Languages   SiteLanguages
	Settings    Settings
	Postcodes   []byte // data/areas/postcodes.txt: which district each postcode lies in
}

// An Area is an Authority with all that the Directory knows for its families.
type Area struct {
	Authority
	First      []FirstContact // one per audience: Everyone, Parents, YoungPeople
	Provision  Provision
	LocalOffer *Service   // of kind LocalOfferSite; nil if nobody named it
	Services   []*Service // current ones, by kind, then told before seen, then id
	History    []*Service // that have ended
	Inherited  *Inherited // set where services are those of the area it replaced
}

// Inherited says that an area's services are those of the area it replaced.
type Inherited struct {
	From  string // slug of the area that ended
	Name  string
	Until Date // its last day
}

// The audiences for which an area names a first contact.
const (
	Everyone    = "all"
	Parents     = "parents"
	YoungPeople = "young-people"
)

// FirstAudiences lists them in order.
var FirstAudiences = []string{Everyone, Parents, YoungPeople}

// A ContactClass is what a family can do first.
type ContactClass string

const (
	RingService ContactClass = "service-phone" // ring the service
	OpenService ContactClass = "service-web"   // its website or e-mail
	AskCouncil  ContactClass = "council-page"  // the council's page
)

// A FirstContact is where one audience of an area starts: exactly one.
type FirstContact struct {
	Audience string
	Class    ContactClass
	Service  *Service // nil where no service may lead, or none is known
	Channel  Channel  // the one to print large; blank only if not even a council's page is known
	Origin   Origin
	Because  string // the rule that chose it
}

// FirstFor returns the first contact for an audience.
func (a *Area) FirstFor(audience string) FirstContact {
	i := slices.IndexFunc(a.First, func(f FirstContact) bool { return f.Audience == audience })
	if i < 0 {
		return FirstContact{Audience: audience, Class: AskCouncil}
	}
	return a.First[i]
}

// A ProvisionKind says how many organisations support families in an area
// (the evaluation's single and dual models).
type ProvisionKind string

const (
	NotKnown ProvisionKind = "not-known" // registers alone cannot tell
	Single   ProvisionKind = "single"
	Dual     ProvisionKind = "dual"
	Multiple ProvisionKind = "multiple"
)

// Provision is computed from what was told, never written by hand.
type Provision struct {
	Kind     ProvisionKind
	Services []*Service
	SecondIf string // "Ring the other if …", as the council says it
}

// Moved is a former address that leads to today's.
type Moved struct{ From, To string }

// Area returns the current or ended area with the slug, or nil.
func (d *Directory) Area(slug string) *Area {
	for _, areas := range [][]*Area{d.Areas, d.Ended} {
		if i, ok := slices.BinarySearchFunc(areas, slug, func(a *Area, s string) int { return cmp.Compare(a.Slug, s) }); ok {
			return areas[i]
		}
	}
	return nil
}

// Service returns the service with the id, or nil.
func (d *Directory) Service(id string) *Service {
	if i, ok := slices.BinarySearchFunc(d.Services, id, func(s *Service, id string) int { return cmp.Compare(s.ID, id) }); ok {
		return d.Services[i]
	}
	return nil
}

// National returns the services of a kind that serve all of England.
func (d *Directory) National(kind Kind) []*Service {
	var found []*Service
	for _, s := range d.Services {
		if s.Kind == kind && slices.Contains(s.Areas, England) {
			found = append(found, s)
		}
	}
	return found
}

// Settings are what the publisher of a directory decides, in data/site.yaml.
type Settings struct {
	Name         string
	BaseURL      string
	MistakesTo   string // where reports of mistakes are mailed
	MistakesBy   string // how they are sent: [ByMail] or [ByForm]
	Repository   string // web address of the repository's files, "" if there is none
	NationalLine string // id of the national line printed under a first contact
	UrgentText   string // id of the service that answers by text in a crisis
	Where        Where
}

// How reports of mistakes are sent.
const (
	ByMail = "mail" // from the reader's own mail program
	ByForm = "form" // by a form that the host takes in
)
