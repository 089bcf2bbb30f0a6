package site

import (
	"strings"

	"signpost/generator/model"
)

// Few families know what SENDIASS or SEND is. The first service of a page is
// explained right under its name, in the words of the law that makes it.
const (
	whatUnnamed = "Every area has a free advice service by law. " + send
	send        = "It helps with special educational needs and disability (SEND)."
)

// what explains an advice service by the acronym in its name, if it has that.
func what(name string) string {
	subject := "This"
	if strings.Contains(name, "SENDIASS") {
		subject = "SENDIASS"
	}
	return subject + " is the free advice service that every area has by law. " + send
}

// meaning explains the acronyms on the page of a service: what a page says of
// it holds SEND or it does not.
func meaning(kind model.Kind, says string) string {
	switch {
	case kind == model.IASS:
		return what(says)
	case strings.Contains(says, "SEN"):
		return "SEND means special educational needs and disability."
	}
	return ""
}
