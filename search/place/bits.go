package place

import (
	"fmt"
	"strconv"
	"strings"
)

// A postcode ends in two of twenty letters: never C, I, K, M, O or V.
const (
	endLetters = "ABDEFGHJLNPQRSTUWXYZ"
	endings    = len(endLetters) * len(endLetters)
)

// The digits of a bitmap, six bits each, and the names of a sector's places in
// its runs.
const (
	sixBits   = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	runNames  = "abcdefghijklmnopqrstuvwxyz"
	maxPlaces = len(runNames)
)

// pack writes which endings are listed, six to a digit with the first as its
// lowest bit, and then whose they are, as lengths of runs: 12a3b.
func pack(listed []byte) (bits, runs string) {
	digits := make([]byte, (endings+5)/6)
	var r strings.Builder
	run, of := 0, byte(0)
	end := func() {
		if run > 1 {
			r.WriteString(strconv.Itoa(run))
		}
		if run > 0 {
			r.WriteByte(runNames[of-1])
		}
	}
	for i, place := range listed {
		if place == 0 {
			continue
		}
		digits[i/6] |= 1 << (i % 6)
		if place != of {
			end()
			run, of = 0, place
		}
		run++
	}
	end()
	for i, d := range digits {
		digits[i] = sixBits[d]
	}
	bits = strings.TrimRight(string(digits), sixBits[:1])
	if bits == "" {
		return "-", "-"
	}
	return bits, r.String()
}

// unpack reads what pack has written, of a sector in so many places.
func unpack(bits, runs string, places int) ([]byte, error) {
	listed := make([]byte, endings)
	if bits == "-" && runs == "-" {
		return listed, nil
	}
	of, left := byte(0), 0
	for i := range 6 * len(bits) {
		digit := strings.IndexByte(sixBits, bits[i/6])
		if digit < 0 || i >= endings && digit>>(i%6) > 0 {
			return nil, fmt.Errorf("%q does not say which endings are listed", bits)
		}
		if digit>>(i%6)&1 == 0 {
			continue
		}
		if left == 0 {
			if of, left, runs = nextRun(runs); int(of) == 0 || int(of) > places {
				return nil, fmt.Errorf("what follows the endings does not say where each lies")
			}
		}
		listed[i] = of
		left--
	}
	if left > 0 || runs != "" {
		return nil, fmt.Errorf("more is said to lie somewhere than is listed")
	}
	return listed, nil
}

// nextRun reads 12a: place 1, twelve times.
func nextRun(runs string) (of byte, n int, rest string) {
	i := strings.IndexAny(runs, runNames)
	if i < 0 {
		return 0, 0, runs
	}
	n = 1
	if i > 0 {
		n, _ = strconv.Atoi(runs[:i]) // what is no number counts as 0
	}
	if n < 1 || n > endings {
		return 0, 0, runs
	}
	return byte(1 + strings.IndexByte(runNames, runs[i])), n, runs[i+1:]
}
