# What the README's test command does, step by step. Everything it needs is in
# go.mod; PostgreSQL's own tests are skipped where it is not installed.
.PHONY: test run build release reproducible image vuln

# The checks compile everything once, in one way: for the race detector. It does
# not watch SQLite, C translated to Go, whose memory is none of Go's: the detector
# sees nothing there, and looking was most of what the tests did. Nor does it
# watch how wazero compiles PDFium, which one goroutine does. What uses sync.Map
# must be watched: the linker may take the map's code from there for everybody.
wazevo := github.com/tetratelabs/wazero/internal/engine/wazevo
unwatched := modernc.org/sqlite/lib modernc.org/libc $(wazevo)/ssa $(wazevo)/frontend $(wazevo)/backend/...
race := -race $(unwatched:%=-gcflags=%=-race=false)
# How long a watched process waits before it ends: a second, unless it is told.
export GORACE ?= atexit_sleep_ms=10

test:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	go vet $(race) ./...
	tool=$$(go tool -n staticcheck) && GOFLAGS="$$(go env GOFLAGS) $(race)" $$tool ./...
	go test $(race) -vet=off -timeout 20m ./...

run:
	go run ./cmd/onrecord ask "What did Ryabkov say about a 48-hour ceasefire?"

# What the version command says; Dockerfile takes the same two.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
COMMIT ?= $(shell git rev-parse HEAD 2>/dev/null)
static = CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$(VERSION) -X main.commit=$(COMMIT)"

build:
	$(static) -o bin/onrecord ./cmd/onrecord

# Programs for the machines that people have, with their checksums, in dist/.
release:
	rm -rf dist && mkdir dist
	for system in linux/amd64 linux/arm64 darwin/arm64 windows/amd64; do \
	  os=$${system%/*}; arch=$${system#*/}; end=; [ $$os = windows ] && end=.exe; \
	  GOOS=$$os GOARCH=$$arch $(static) -o dist/onrecord-$$os-$$arch$$end ./cmd/onrecord || exit 1; \
	done
	cd dist && sha256sum onrecord-* > sha256sums && cat sha256sums

# Builds what is committed in two folders and compares the programs, byte by byte.
reproducible:
	@work=$$(mktemp -d) && trap 'rm -rf $$work' EXIT && \
	for folder in one another/place; do \
	  mkdir -p $$work/$$folder && git archive HEAD | tar -x -C $$work/$$folder || exit 1; \
	  for arch in amd64 arm64; do \
	    (cd $$work/$$folder && GOOS=linux GOARCH=$$arch $(static) -o onrecord-$$arch ./cmd/onrecord) || exit 1; \
	  done; \
	done; \
	cd $$work && sha256sum one/onrecord-* another/place/onrecord-* && \
	cmp one/onrecord-amd64 another/place/onrecord-amd64 && cmp one/onrecord-arm64 another/place/onrecord-arm64 && \
	echo "the same, byte by byte"

# Builds the image and proves it against the fake Discord.
image:
	go run ./cmd/imagecheck

# Compares what is compiled in with the public list of weaknesses, which it
# fetches. It fails when one is named, and when the list is out of reach.
vuln:
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...
