package prose

import (
	"strings"

	"github.com/yuin/goldmark/parser"
)

// Own says what a link of a guide to one of the site's own pages, such as
// /help/waiting/, holds: a site may live below a folder. It is "" for what is
// no page; then the link's words stay alone.
type Own func(address string) string

// ownKey is where a parse keeps the Own of its text.
var ownKey = parser.NewContextKey()

// link is what a link to the address holds, or "" if it does not lead to a
// page of the site. An entry, whose Own is nil, has no such links.
func (own Own) link(address string) string {
	if own == nil || !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") {
		return ""
	}
	return own(address)
}
