package site

import "signpost/generator/model"

// A languageHomeView is where readers of another language start: what the
// advice is, how to ask for an interpreter, and all areas.
type languageHomeView struct {
	Frame       frame        `json:"frame"`
	Heading     said         `json:"heading"`
	Notices     []said       `json:"notices"`
	Service     said         `json:"service"` // what English calls the advice service
	About       []said       `json:"about"`
	Law         said         `json:"law"`
	Interpreter interpreting `json:"interpreter"`
	Danger      said         `json:"danger"`
	UrgentHelp  *said        `json:"urgenthelp"` // the heading of that
	Choose      said         `json:"choose"`
	Regions     []region     `json:"regions"` // names, in English
	English     wayOn        `json:"english"`
	More        []wayOn      `json:"more"`
	Languages   languages    `json:"languages"`
}

func (v *views) languageHome(p model.Page) (languageHomeView, error) {
	t, err := v.tongue(p.Language)
	if err != nil {
		return languageHomeView{}, err
	}
	view := languageHomeView{
		Frame: v.frame(p, Words(t.say("what-it-is", nil).Says)), Heading: t.self(plain(t.own.Name)), Notices: t.notices(),
		Service: english(plain(v.label("kinds", string(model.IASS)))), About: t.aboutService(), Law: english(plain(v.lawful().Law)),
		Interpreter: t.askFor(), Danger: t.danger(), UrgentHelp: t.reviewed("urgent-heading"),
		Choose: t.say("choose-area", nil), Regions: v.regionsTo(t.areaAddress),
		English: t.toEnglish(t.say("read-english", nil), model.HomeAddress), Languages: t.others(p),
	}
	view.About = append(view.About, t.promised()...)
	if t.has("dont-know") {
		view.More = append(view.More, t.toEnglish(t.say("dont-know", nil), model.StartAddress))
	}
	if t.has("young-people") {
		view.More = append(view.More, t.toEnglish(t.say("young-people", nil), model.YoungAddress))
	}
	view.More = append(view.More, t.helps()...)
	return view, nil
}

// areaAddress is an area's page in the language.
func (t tongue) areaAddress(slug string) string { return model.LanguageAreaAddress(t.own.Tag, slug) }
