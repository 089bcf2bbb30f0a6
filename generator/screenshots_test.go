package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	pictures      = "../public.screenshots"    // one of every kind of page, for looking at
	readmePicture = "../.github/area-page.png" // the one that README.md shows
	readmeBudget  = 60 << 10
	tallest       = 9000 // px; Chromium draws no picture that is much taller
)

// TestScreenshots takes the picture of README.md, which must show a page and
// stay small. With SCREENSHOTS=1 (make screenshots) it writes that, and one
// picture of every kind of page, light and dark.
func TestScreenshots(t *testing.T) {
	hosts := map[*builtSite]string{realSite: serveSite(t, realSite)}
	for _, k := range kinds {
		if hosts[k.site] == "" && os.Getenv("SCREENSHOTS") != "" {
			hosts[k.site] = serveSite(t, k.site)
		}
	}
	tab := browser(t)
	meet(t, tab, look{width: 390, script: true}, hosts[realSite]+"/areas/leeds/")
	small := shrink(t, picture(t, tab, 390, 760))
	if len(small) > readmeBudget {
		t.Errorf("the picture of README.md has %d bytes; %d are allowed", len(small), readmeBudget)
	}
	if n := len(colours(decode(t, small))); n < 8 {
		t.Errorf("the picture of README.md is blank: it has %d colours", n)
	}
	if os.Getenv("SCREENSHOTS") == "" {
		return
	}
	savePicture(t, readmePicture, small)
	for _, k := range kinds {
		for _, scheme := range []string{"light", "dark"} {
			meet(t, tab, look{width: 390, scheme: scheme, script: true}, hosts[k.site]+k.address)
			height := evaluate[float64](t, tab, `document.documentElement.scrollHeight`)
			savePicture(t, filepath.Join(pictures, pictureName(k.site, k.address, scheme)), picture(t, tab, 390, min(height, tallest)))
		}
	}
}

// pictureName is areas-leeds-dark.png for the page of Leeds.
func pictureName(b *builtSite, address, scheme string) string {
	which := map[*builtSite]string{exampleSite: "example", realSite: "real", nextSite: "next"}[b]
	name := strings.NewReplacer("/", "-", ".html", "", "#", "-", "?", "-", "&", "-", "=", "-", "+", "-").Replace(strings.Trim(address, "/"))
	return fmt.Sprintf("%s-%s-%s.png", which, cmp.Or(name, "home"), scheme)
}

// picture is the top of the page in a tab, as a PNG.
func picture(t *testing.T, tab context.Context, width, height float64) []byte {
	t.Helper()
	beyond := true
	shot, err := chromedp.Call(tab, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{Width: width, Height: height, Scale: 1}, CaptureBeyondViewport: &beyond})
	if err != nil {
		t.Fatal(err)
	}
	return shot.Data
}

// shrink keeps the colours that a picture has most of, and gives every other
// pixel the nearest one.
func shrink(t *testing.T, shot []byte) []byte {
	t.Helper()
	from := decode(t, shot)
	small := image.NewPaletted(from.Bounds(), nil)
	for _, c := range colours(from) {
		if len(small.Palette) < 64 {
			small.Palette = append(small.Palette, c)
		}
	}
	for y := range from.Bounds().Dy() {
		for x := range from.Bounds().Dx() {
			small.Set(x, y, from.At(x, y))
		}
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, small); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// colours are those of a picture, the most frequent first.
func colours(i image.Image) []color.RGBA {
	count := map[color.RGBA]int{}
	for y := range i.Bounds().Dy() {
		for x := range i.Bounds().Dx() {
			count[color.RGBAModel.Convert(i.At(x, y)).(color.RGBA)]++
		}
	}
	number := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	return slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(number(a), number(b)))
	})
}

func decode(t *testing.T, shot []byte) image.Image {
	t.Helper()
	i, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func savePicture(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
