package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"signpost/generator/model"
	"signpost/search/place"
)

// A register is what a publisher of postcodes says.
type register struct {
	what    string // what it was taken for, to tell the reader
	codes   []place.Postcode
	abroad  map[string][]string // nations of sectors, by sector
	english map[string]bool     // sectors with a postcode in England
}

// border lists the nations of the sectors that lie in England too.
func (r *register) border() map[string][]string {
	both := map[string][]string{}
	for sector, nations := range r.abroad {
		if r.english[sector] {
			both[sector] = slices.Sorted(slices.Values(nations))
		}
	}
	return both
}

// foreign are the first letters of codes of districts beyond England.
var foreign = map[byte]string{'W': "wales", 'S': "scotland", 'N': "northern-ireland"}

// columns say where a register's table holds what. -1 means nowhere.
type columns struct{ code, district, ended int }

// codePoint is Code-Point Open, whose files have no heading: postcode,
// quality, easting, northing, country, two of health, county, district, ward.
var codePoint = columns{0, 8, -1}

// readRegister reads a table of postcodes, or a folder of them. All of it is
// counted as retired if the caller says so.
func (v *areasVerb) readRegister(ctx context.Context, path string, retired bool) (*register, error) {
	r := &register{abroad: map[string][]string{}, english: map[string]bool{}}
	if ext := filepath.Ext(path); ext == ".gz" || ext == ".zip" {
		return nil, fmt.Errorf("%s: it is packed; unpack it first", path)
	}
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.csv")); err != nil || len(files) == 0 {
			return nil, fmt.Errorf("%s: there is no table (*.csv) in it", path)
		}
	}
	for _, file := range files {
		if err := v.readPostcodes(ctx, r, file, retired); err != nil {
			return nil, err
		}
	}
	if len(r.codes) == 0 {
		return nil, fmt.Errorf("%s: no postcode of England stands in it", path)
	}
	fmt.Fprintf(v.stdout, "%s: %s, %d postcodes of England\n", path, r.what, len(r.codes))
	return r, nil
}

func (v *areasVerb) readPostcodes(ctx context.Context, r *register, file string, retired bool) error {
	var at *columns
	return v.eachLine(file, func(cells []string, where model.Where) error {
		if at == nil {
			found, header, what, err := recognise(cells)
			if err != nil {
				return err
			}
			if at, r.what = &found, what; header {
				return nil
			}
		}
		v.readPostcode(r, *at, cells, where, retired)
		if where.Line%500_000 == 0 {
			fmt.Fprintf(v.stderr, "%s: %d lines read\n", file, where.Line)
		}
		return ctx.Err()
	})
}

// eachLine calls line for every line of a table. The cells are good for that
// call only. Lines that are no row of a table are reported.
func (v *areasVerb) eachLine(file string, line func(cells []string, at model.Where) error) error {
	f, err := openTable(file)
	if err != nil {
		return err
	}
	defer f.Close()
	table := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	table.FieldsPerRecord, table.ReuseRecord = -1, true
	for {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			v.wrong(model.Where{File: file, Line: bad.StartLine}, "the row cannot be read: %v", bad.Err)
			continue
		}
		if err == nil {
			number, _ := table.FieldPos(0)
			err = line(cells, model.Where{File: file, Line: number})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
}

// openTable opens a table, also one packed by zstd.
func openTable(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil || filepath.Ext(file) != ".zst" {
		return f, err
	}
	z, err := zstd.NewReader(f, zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", file, err), f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// recognise tells by the first line which register's table it is.
func recognise(cells []string) (at columns, header bool, what string, err error) {
	heading := func(names ...string) int {
		return slices.IndexFunc(cells, func(c string) bool {
			c = strings.ToLower(strings.TrimPrefix(c, "\uFEFF"))
			return slices.Contains(names, c) || slices.Contains(names, "lad") && strings.HasPrefix(c, "lad") && strings.HasSuffix(c, "cd")
		})
	}
	at = columns{heading("pcds", "pcd", "pcd7", "pcd8"), heading("oslaua", "laua", "lad"), heading("doterm")}
	switch {
	case at.code >= 0 && at.district >= 0 && at.ended >= 0:
		return at, true, "the ONS Postcode Directory", nil
	case at.code >= 0 && at.district >= 0:
		return at, true, "a table of postcodes and districts", nil
	case len(cells) == 10 && isPostcode(cells[0]):
		return codePoint, false, "OS Code-Point Open", nil
	}
	return at, false, "", fmt.Errorf("the first line %q is neither the heading of a table of postcodes (pcd, laua) nor a row of Code-Point Open", strings.Join(cells[:min(4, len(cells))], ","))
}

func isPostcode(s string) bool {
	_, ok := place.Sector(s)
	return ok
}

func (v *areasVerb) readPostcode(r *register, at columns, cells []string, where model.Where, retired bool) {
	if max(at.code, at.district, at.ended) >= len(cells) {
		v.wrong(where, "the row has only %d cells", len(cells))
		return
	}
	code, district := strings.Clone(cells[at.code]), strings.TrimSpace(cells[at.district])
	sector, ok := place.Sector(code)
	switch {
	case !ok:
		v.wrong(where, "%q is not a postcode", code)
	case district != "" && foreign[district[0]] != "":
		if nation := foreign[district[0]]; !slices.Contains(r.abroad[sector], nation) {
			r.abroad[sector] = append(r.abroad[sector], nation)
		}
	case district != "" && (district[0] == 'L' || district[0] == 'M'):
		// the Channel Islands and the Isle of Man
	case district != "" && !isCode(district):
		v.wrong(where, "%q is not the code of a district", district)
	default:
		r.english[sector] = true
		retired = retired || at.ended >= 0 && strings.TrimSpace(cells[at.ended]) != ""
		r.codes = append(r.codes, place.Postcode{Code: code, District: strings.Clone(district), Retired: retired})
	}
}

// isCode reports whether a code has the form of the Office for National Statistics'.
func isCode(s string) bool {
	return len(s) == 9 && s[0] == 'E' && strings.Trim(s[1:], "0123456789") == ""
}

// eachRow calls row for every line of a table that has the columns, with the
// cells by their headings.
func (v *areasVerb) eachRow(file string, needed []string, row func(cells map[string]string, at model.Where)) error {
	var header []string
	err := v.eachLine(file, func(cells []string, at model.Where) error {
		switch {
		case header == nil:
			header = slices.Clone(cells)
			for _, name := range needed {
				if !slices.Contains(header, name) {
					return fmt.Errorf("the table has no column %q; its columns are %s", name, strings.Join(header, ", "))
				}
			}
		case len(cells) != len(header):
			v.wrong(at, "the row has %d cells where the heading has %d", len(cells), len(header))
		default:
			row(maps.Collect(pairs(header, cells)), at)
		}
		return nil
	})
	if err == nil && header == nil {
		return fmt.Errorf("%s: the table has no heading", file)
	}
	return err
}

// pairs yields the cells of a row by their headings.
func pairs(header, cells []string) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for i, h := range header {
			if !yield(h, strings.TrimSpace(cells[i])) {
				return
			}
		}
	}
}
