package main

import (
	"image"
	"image/color"
	"image/draw"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/net/html"

	"signpost/generator/model"
)

// TestQRCodes reads the squares of all papers as a phone does, from what the
// page draws, and finds the address that stands below each: the area's page, or
// young people's own where there is one.
func TestQRCodes(t *testing.T) {
	for name, b := range map[string]*builtSite{"real": realSite, "example": exampleSite} {
		d := b.build(t).directory
		read := map[string]string{} // what a path says: many papers have the same
		for kind := range onPaper {
			for _, address := range papersOf(d, kind) {
				doc, err := html.Parse(strings.NewReader(b.served(t, address)))
				if err != nil {
					t.Fatal(err)
				}
				squares := find(doc, "svg")
				if len(squares) == 0 {
					t.Fatalf("%s, %s has no QR code", name, address)
				}
				drawn := attr(find(squares[0], "path")[1], "d")
				if read[drawn] == "" {
					read[drawn] = scan(t, squares[0], drawn)
				}
				got := strings.TrimPrefix(read[drawn], strings.TrimSuffix(b.baseURL, "/"))
				area := model.AreaAddress(strings.Split(address, "/")[2])
				if own := model.AddressFor(model.YoungPeople, area); strings.HasSuffix(address, "/young-people/") && b.served(t, own) != "" {
					area = own
				}
				if got != area {
					t.Errorf("%s, %s: the QR code says %q; want %q", name, address, read[drawn], area)
				}
				if label := attr(squares[0], "aria-label"); !strings.HasSuffix("https://"+strings.TrimPrefix(label, "QR code: opens ")+"/", area) {
					t.Errorf("%s: %q", address, label)
				}
			}
		}
	}
}

// step is one step of a path: a letter with its numbers.
var step = regexp.MustCompile(`([MmhHvz]) ?(-?\d+)?[ ,]?(-?\d+)?`)

// scan draws the path of an SVG, six points to a module, and reads it. Each of
// its parts is one module high: it begins with M or m, and goes across with h.
func scan(t *testing.T, square *html.Node, path string) string {
	t.Helper()
	const scale, quiet = 6, 4
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("%q: %v", path, err)
		}
		return n
	}
	size := number(strings.Fields(attr(square, "viewBox"))[2])
	picture := image.NewGray(image.Rect(0, 0, size*scale, size*scale))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	x, y := 0, 0
	for _, m := range step.FindAllStringSubmatch(path, -1) {
		switch m[1] {
		case "M":
			x, y = number(m[2]), number(m[3])
		case "m":
			x, y = x+number(m[2]), y+number(m[3])
		case "h":
			if x < quiet || y < quiet || x+number(m[2]) > size-quiet || y >= size-quiet {
				t.Errorf("the QR code has something in its quiet zone of %d modules, at %d, %d", quiet, x, y)
			}
			draw.Draw(picture, image.Rect(x*scale, y*scale, (x+number(m[2]))*scale, (y+1)*scale), image.NewUniform(color.Black), image.Point{}, draw.Src)
		}
	}
	dots, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	// The picture is exact. Looking for its corners as in a photograph, this
	// reader loses some squares that it reads well otherwise.
	exact := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true}
	result, err := qrcode.NewQRCodeReader().Decode(dots, exact)
	if err != nil {
		t.Fatalf("no phone can read the QR code: %v", err)
	}
	return result.GetText()
}
