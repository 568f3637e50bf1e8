# What the README's test command does, step by step. Everything it needs is in
# go.mod; PostgreSQL's own tests are skipped where it is not installed.
.PHONY: test run build

test:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...
	go test -race -timeout 20m ./...

run:
	go run ./cmd/onrecord ask "What did Ryabkov say about a 48-hour ceasefire?"

build:
	CGO_ENABLED=0 go build -trimpath -o bin/onrecord ./cmd/onrecord
