package place

import "slices"

// A nation is a country beside England that families write from. Its codes are
// the letters of its postcode areas, and outcodes of areas that it shares with
// England. Areas that begin in another country and reach into England, as LL,
// stand here too: what data/areas/postcodes.txt does not hold of them is abroad.
//
// The areas are those of OS Code-Point Open 2025.4 and, beyond Great Britain,
// of Royal Mail; towns are the cities of each nation and its largest towns.
type nation struct {
	slug, name string
	codes      []string
	towns      []Name
}

var nations = []nation{
	{"guernsey", "Guernsey", []string{"GY"}, nil},
	{"isle-of-man", "Isle of Man", []string{"IM"}, towns("Douglas")},
	{"jersey", "Jersey", []string{"JE"}, nil},
	{"northern-ireland", "Northern Ireland", []string{"BT"}, towns("Belfast", "Londonderry", "Derry", "Lisburn", "Newry", "Armagh", "Bangor", "Ballymena", "Coleraine", "Omagh", "Enniskillen")},
	{"scotland", "Scotland", []string{"AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE"},
		towns("Edinburgh", "Glasgow", "Aberdeen", "Dundee", "Inverness", "Perth", "Stirling", "Dunfermline", "Paisley", "Livingston", "Falkirk", "Kilmarnock", "Dumfries", "Galashiels", "Ayr", "Fife", "Gretna")},
	{"wales", "Wales", []string{"CF", "LD", "LL", "NP", "SA", "CH5", "CH6", "CH7", "CH8", "SY16", "SY17", "SY18", "SY19", "SY20", "SY23", "SY24", "SY25"},
		towns("Cardiff", "Swansea", "Newport", "Wrexham", "Bangor", "St Asaph", "St Davids", "Merthyr Tydfil", "Llanelli", "Bridgend", "Cwmbran", "Barry", "Caerphilly", "Neath", "Port Talbot", "Rhyl", "Llandudno", "Aberystwyth", "Chepstow", "Monmouth", "Abergavenny", "Welshpool", "Mold", "Cymru")},
}

// towns are names that stand for the nation, each as large as a large town.
func towns(names ...string) []Name {
	var list []Name
	for _, n := range names {
		list = append(list, Name{Text: n, Kind: Place, Population: 50_000})
	}
	return list
}

// IsNation reports whether a slug is that of a nation beside England.
func IsNation(slug string) bool {
	return slices.ContainsFunc(nations, func(n nation) bool { return n.slug == slug })
}
