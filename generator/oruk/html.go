package oruk

import (
	"strings"

	"golang.org/x/net/html"
)

// Text is what a browser would show of a description that may hold HTML: its
// paragraphs with a blank line between them, its lists with hyphens. Nothing
// of the markup stays, so nothing of it can act.
func Text(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return tidy(s)
	}
	z := html.NewTokenizer(strings.NewReader(s))
	var text strings.Builder
	hidden := "" // the element whose content nobody reads
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tidy(text.String())
		case html.TextToken:
			if hidden == "" {
				text.WriteString(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if tag := string(name); hidden == "" {
				text.WriteString(lead(tag))
				if tag == "script" || tag == "style" || tag == "iframe" || tag == "noscript" || tag == "template" {
					hidden = tag
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == hidden {
				hidden = ""
			}
			if hidden == "" {
				text.WriteString(lead("/" + string(name)))
			}
		}
	}
}

// Markdown is a text in which no letter acts as Markdown, but for the hyphens of
// its lists.
func Markdown(text string) string { return marks.Replace(text) }

var marks = strings.NewReplacer(`\`, `\\`, "<", `\<`, "[", `\[`, "*", `\*`, "_", `\_`, "`", "\\`")

// lead is what stands in a text where an element begins or ends.
func lead(tag string) string {
	switch tag {
	case "li":
		return "\n- "
	case "br", "tr":
		return "\n"
	case "p", "/p", "div", "/div", "ul", "/ul", "ol", "/ol", "h1", "h2", "h3", "h4", "h5", "h6", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "blockquote", "table", "/table":
		return "\n\n"
	case "td", "th":
		return " "
	}
	return ""
}

// tidy leaves one space between words, and at most one blank line.
func tidy(s string) string {
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "-" {
			continue
		}
		if line == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
