package place

import "strings"

// A manner says how far a name is an ordinary word, too. Its value is its mark
// in the atlas's files.
type manner byte

const (
	plainly manner = 0   // it is a name
	soft    manner = 's' // a word that may well be the name: reading
	shy     manner = 'y' // a word that is the name only alone or with a cue: over
)

const mannerMarks = "sy"

// subject are names that are words of this site's subject. Nobody means the
// place, not even by "in SEND".
var subject = words("send lea")

// manners are judged by hand, from the names of places that stand in lists of
// English words, and from first names of children and carers. A word whose use
// as a word is the usual one in a family's sentence is shy.
var manners = mannered(map[manner]string{
	soft: `
		arnold; ash; ashley; banks; barking; barley; bath; battle; belmont; belvedere; benson; bow; bradley; bream;
		bridge; brill; broadway; bugle; bury; camber; capel; cavendish; charing; chipping; church; clare; cove; coven;
		craven; crick; crook; derry; diss; douglas; downside; eagle; eden; felling; fleet; flushing; ford; grove;
		hale; hart; hawthorn; hebron; hermitage; hook; hull; jersey; kimberley; lancing; leek; leigh; limehouse;
		lizard; lode; mere; moss; mullion; nelson; normandy; poplar; reading; rock; rugby; rye; sale; sandwich; sandy;
		shaw; shirley; simpson; sleights; south bank; stanley; stone; tong; warden; ware; waterloo; welling; wells;
		west end; wideopen`,
	shy: `
		barry; bicker; box; clive; cooling; deal; docking; eye; grain; healing; heather; hill; hope; hose; lee;
		locking; march; mark; martin; over; pant; par; pool; rake; rode; settle; sharpness; steep; stock; street;
		sway; wall; wing; wool; worth; wrangle`,
})

func mannered(lists map[manner]string) map[string]manner {
	by := map[string]manner{}
	for m, list := range lists {
		for word := range strings.SplitSeq(list, ";") {
			by[key(word)] = m
		}
	}
	return by
}

// IsWord reports whether a name is also an ordinary word, by the rules of Find.
func IsWord(name string) bool { return manners[key(name)] != plainly || subject[key(name)] }
