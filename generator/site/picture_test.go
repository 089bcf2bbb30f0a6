package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestPictures: each picture is a small file of its own with words for it, and
// no file is without.
func TestPictures(t *testing.T) {
	const largest = 1500 // bytes
	folder := filepath.Join(theme, "static", "pictures")
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := model.PictureNamed(strings.TrimSuffix(f.Name(), ".svg")); !ok {
			t.Errorf("%s has no words", f.Name())
		}
	}
	for _, p := range model.Pictures {
		text, err := os.ReadFile(filepath.Join(folder, p.Name+".svg"))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(text) > largest || !strings.Contains(string(text), `viewBox="0 0 96 96"`) || strings.Contains(string(text), "style") {
			t.Errorf("%s.svg has %d bytes, or another form than the others", p.Name, len(text))
		}
		if strings.TrimSpace(p.Alt) == "" {
			t.Errorf("%s has no words", p.Name)
		}
	}
}
