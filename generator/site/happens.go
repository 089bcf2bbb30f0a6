package site

import (
	"signpost/generator/model"
)

// A happens says with pictures what happens when somebody gets in touch with an
// advice service: only what is true of every such service, and how soon it
// answers, if it told us. What nobody told us is said.
type happens struct {
	Title string  `json:"title"`
	Steps []idea  `json:"steps"`
	Reply []Span  `json:"reply"`
	From  *origin `json:"from"` // of the reply
}

// An idea is a picture with the words that it shows.
type idea struct {
	Src   string `json:"src"`
	Alt   string `json:"alt"`
	Lines []Line `json:"lines"`
}

// TextPart is a plain sentence beside a picture.
const TextPart Part = "text"

func (v *views) idea(picture string, lines ...Line) idea {
	p, _ := model.PictureNamed(picture)
	return idea{Src: v.href(model.PictureAddress(picture)), Alt: p.Alt, Lines: lines}
}

// shows is an idea of plain sentences.
func (v *views) shows(picture string, sentences ...string) idea {
	i := v.idea(picture)
	for _, s := range sentences {
		i.Lines = append(i.Lines, Line{Part: TextPart, Says: plain(s)})
	}
	return i
}

// A beginning is how somebody gets in touch by a type of channel.
type beginning struct{ picture, title, says string }

var beginnings = map[model.ChannelType]beginning{
	model.Phone:    {"ring", "What happens when you ring", "You ring. A person answers. If it is a machine, say your name and number."},
	model.Text:     {"text", "What happens when you text", "You send a text. Say your first name, and that you want help."},
	model.WhatsApp: {"text", "What happens when you text", "You send a message. Say your first name, and that you want help."},
	model.Chat:     {"text", "What happens when you write", "You write a message. Say that you want help."},
	model.Email:    {"email", "What happens when you write", "You write an e-mail. One line is enough."},
	model.WebForm:  {"form", "What happens when you write", "You fill in the form. You can write little."},
	model.Website:  {"website", "What happens when you get in touch", "You look on their website for a number or a form."},
}

// happens is nil where no advice service leads: nothing is known of what
// another one does.
func (v *views) happens(a *model.Area, audience string) *happens {
	first := a.FirstFor(audience)
	channel := first.Channel.Type
	if audience == model.YoungPeople {
		channel = v.youngFirst(a)
	}
	begin, ok := beginnings[channel]
	s := leading(a, audience)
	if s == nil || !ok || v.closed(s) {
		return nil
	}
	start := v.shows(begin.picture, begin.says)
	if first.Class == model.AskCouncil {
		start = v.shows("council", "You ask the council how to reach the advice service.", "Then you talk to the advice service.")
	}
	h := &happens{Title: begin.title, Steps: append([]idea{start}, v.steps(audience)...)}
	h.Reply = plain("We have not been told how soon they answer.")
	if reply := s.Access.Value.Reply; reply != "" {
		h.Reply, h.From = plain(full("How soon they answer: "+reply)), v.origin(s.Access.Origin, s)
	}
	return h
}

// steps are those after the first. They hold for a conversation about advice by
// any channel: nobody has to answer, and an advice service decides nothing.
func (v *views) steps(audience string) []idea {
	about := "your child"
	if audience == model.YoungPeople {
		about = "you"
	}
	return []idea{
		v.shows("talk", "You say what is hard. You do not need the right words."),
		v.shows("ask", "They may ask you things. You can ask why."),
		v.shows("think-together", "Together you think about what to do."),
		v.shows("you-choose", "You choose what you do next. They do not decide about "+about+"."),
	}
}
