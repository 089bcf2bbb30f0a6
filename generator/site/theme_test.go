package site

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

var unwanted = regexp.MustCompile(`\b(safeURL|safeHTMLAttr|safeJS|safeCSS|getenv|os\.\w+|now|GetRemote|markdownify|RenderString|site\.|hugo\.)\b|\.Content\b`)

// TestTheme: templates mark nothing as safe but prose's HTML, once, and look
// nothing up.
func TestTheme(t *testing.T) {
	safe := 0
	for name, content := range tree(t, theme) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		if found := unwanted.FindString(actions(content)); found != "" {
			t.Errorf("%s uses %s", name, found)
		}
		safe += strings.Count(content, "safeHTML")
	}
	if safe != 1 {
		t.Errorf("safeHTML stands %d times in the theme", safe)
	}
}

// actions are the parts of a template between braces, its comments left out.
func actions(template string) string {
	var found bytes.Buffer
	for _, part := range strings.Split(template, "{{")[1:] {
		action, _, _ := strings.Cut(part, "}}")
		if !strings.HasPrefix(strings.TrimLeft(action, "- "), "/*") {
			found.WriteString(action + "\n")
		}
	}
	return found.String()
}
