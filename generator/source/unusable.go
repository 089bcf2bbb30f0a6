package source

import (
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// Unusable reports whether one of the problems that Read returned touches more
// than the page of its own record: an error in the areas, the vocabulary, the
// settings or the description of the lists, or a folder of content or data
// that is not read. Such a tree is not published even with --keep-going: the
// pages of other areas would vanish, or lose their words, for a fault that is
// not theirs. A synonym that leads nowhere costs no page but the missing one.
func Unusable(problems []model.Problem) bool {
	return slices.ContainsFunc(problems, func(p model.Problem) bool {
		return p.Severity == model.Error && p.Rule != "unknown-target" && (shared(p.Where.File) || unread(p))
	})
}

// shared reports whether a file holds what all pages need.
func shared(file string) bool {
	return file == settingsFile || file == registersFile || file == sourceFile ||
		strings.HasPrefix(file, "data/areas/") || strings.HasPrefix(file, "data/vocabulary/")
}

// unread reports whether a problem keeps a folder of the tree from being read:
// a link in its place, or a letter wrong in its name.
func unread(p model.Problem) bool {
	return slices.Contains([]string{".", "content", "data"}, path.Dir(p.Where.File)) &&
		slices.Contains([]string{"misplaced-file", "symbolic-link", "not-a-file"}, p.Rule)
}
