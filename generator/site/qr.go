package site

import (
	"fmt"
	"strings"
	"sync"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"
)

// A qrCode is an address as a square that phones read, drawn as one path.
type qrCode struct {
	Address string `json:"address"` // as people type it
	Size    int    `json:"size"`    // modules of a side, with the quiet zone
	Path    string `json:"path"`    // of the dark modules
}

// quietZone is the blank edge that readers need, in modules (ISO/IEC 18004, 6.3.8).
const quietZone = 4

// qr draws the whole web address of a page. Level M still reads with a sixth of
// the square lost to a fold or a stain.
func (v *views) qr(address string) (qrCode, error) {
	link := v.link(address)
	if known, ok := codes.Load(link); ok {
		return known.(qrCode), nil
	}
	code, err := qr.Encode(link, qr.M, qr.Unicode)
	if err != nil {
		return qrCode{}, fmt.Errorf("a QR code of %s: %w", link, err)
	}
	drawn := qrCode{shortAddress(link), code.Bounds().Dx() + 2*quietZone, darkPath(code)}
	codes.Store(link, drawn)
	return drawn, nil
}

// codes are those that were drawn before, by their addresses: each stands on
// four papers of every build, and drawing one takes milliseconds.
var codes sync.Map

// darkPath goes round every run of dark modules in a row.
func darkPath(code barcode.Barcode) string {
	var path strings.Builder
	size := code.Bounds().Dx()
	dark := func(x, y int) bool {
		if x == size {
			return false
		}
		r, _, _, _ := code.At(x, y).RGBA()
		return r == 0
	}
	for y := range size {
		for x := 0; x < size; x++ {
			from := x
			for dark(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1H%dz", from+quietZone, y+quietZone, x-from, from+quietZone)
			}
		}
	}
	return path.String()
}
