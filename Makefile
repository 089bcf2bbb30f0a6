# Two commands serve a fresh machine. `make serve` needs only Go.
export CGO_ENABLED = 0
export GOTOOLCHAIN = local

.PHONY: serve test test-go test-browser lint deps screenshots bench bench-search

serve:
	go run ./generator serve

# Everything: formatting, vet, staticcheck, Go, TypeScript, browser and accessibility.
test: deps lint test-go

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "gofmt these files"; exit 1; }
	go mod tidy -diff
	go vet ./...
	go tool staticcheck ./...
	npm run --silent types

test-go:
	go test -timeout 20m ./...

# What the tests need beside Go: npm's packages, pinned by the lock file, and
# Chromium with a plain font, which root on Debian gets from apt.
deps: node_modules/.package-lock.json
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null && fc-list 2>/dev/null | grep -q NotoSans-Regular || \
	  { test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fontconfig fonts-noto-core; } || \
	  { echo "install Chromium, and the font Noto Sans, for the browser tests"; exit 1; }

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts

# The pictures of README.md, and one of every page kind for looking at.
screenshots: deps
	SCREENSHOTS=1 go test ./generator -run TestScreenshots -count=1

bench:
	go test ./generator/merge ./generator -run '^$$' -bench . -benchtime 3x

# The search beside Pagefind and MiniSearch on a slow line: half an hour.
bench-search: deps
	go run ./search/bench
