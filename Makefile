# The lecture studio. `make render` and `make test` set up what they need by themselves.

QUALITY ?= hd
THEME   ?= night
TRANSLATION ?=
VOICE   ?= silent
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON  ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done)

BIN   := .venv/bin
STAMP := .venv/.set-up
PINS  := requirements.lock requirements-build.lock
MNEMO := $(BIN)/mnemo
HAS_PYTHON = "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { echo 'No Python 3.11 or newer' \
	'was found. Install one, or name it: make setup PYTHON=/path/to/python3' >&2; exit 1; }
EDITION = --theme $(THEME) --voice '$(VOICE)'$(TRANSLATION:%= --translation %)
PYTEST := $(BIN)/pytest -n auto --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help setup render preview still watch gallery teleprompter page captions captions-check transcript clips slides publish review determinism accept list doctor test test-all check format bench lock clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 16

setup: $(STAMP)  ## system packages and .venv; once, and again when the pins change

$(STAMP): $(PINS) pyproject.toml tools/setup.py mnemo_anim/doctor/system.py
	@$(HAS_PYTHON)
	@"$(PYTHON)" -m tools.setup

render: $(STAMP)  ## the film [QUALITY=draft|4k] [THEME=paper] [VOICE] [SCENE="…"] [JOBS=4] [CLUSTER=tcp://host:8786]
	@$(MNEMO) render $(SCENE) --quality $(QUALITY) $(EDITION) $(if $(JOBS),--jobs $(JOBS)) \
		$(if $(CLUSTER),--cluster $(CLUSTER))

preview: $(STAMP)  ## one scene in draft, opened where there is a display: SCENE=IntuitionFirst
	@$(MNEMO) preview $(SCENE) $(EDITION)

still: $(STAMP)  ## one picture: SCENE=IntuitionFirst BEAT=one-arrow [AT=0.5] [QUALITY=hd] [THEME]
	@$(MNEMO) still $(SCENE) $(BEAT) --quality $(QUALITY) $(EDITION) $(if $(AT),--at $(AT))

watch: $(STAMP)  ## a draft again at each save, until Ctrl-C [SCENE="…"] [THEME=paper] [JOBS=4]
	@$(MNEMO) watch $(SCENE) --theme $(THEME) $(if $(JOBS),--jobs $(JOBS))

gallery: $(STAMP)  ## a small picture of each section, out of the films [QUALITY=hd] [THEME=night]
	@$(MNEMO) gallery --quality $(QUALITY) $(EDITION)

teleprompter: $(STAMP)  ## a page to read the narration from [QUALITY=hd] [VOICE=recorded:/folder]
	@$(MNEMO) teleprompter --quality $(QUALITY) $(EDITION)

page: $(STAMP)  ## the lecture page, out of the films: renders/page/index.html [QUALITY=hd] [THEME=night]
	@$(MNEMO) page --quality $(QUALITY) $(EDITION)

captions: $(STAMP)  ## .srt, .vtt, chapters and transcript beside the films [QUALITY=hd] [SCENE="…"]
	@$(MNEMO) captions $(SCENE) --quality $(QUALITY) $(EDITION)

captions-check: $(STAMP)  ## measure any caption files: FILES="a.srt b.vtt" [ENCODING=…]
	@$(MNEMO) captions-check $(FILES) $(if $(ENCODING),--encoding $(ENCODING))

transcript: $(STAMP)  ## print what is said, and when, as Markdown [QUALITY=hd] [SCENE="…"]
	@$(MNEMO) transcript $(SCENE) --quality $(QUALITY) $(EDITION)

clips: $(STAMP)  ## each beat, for slides [SCENE] [BEAT] [FORMATS="mp4 gif"] [CAPTIONS=1] [TRANSPARENT=1]
	@$(MNEMO) clips $(SCENE) $(BEAT:%=--beat %) $(FORMATS:%=--format %) --quality $(QUALITY) \
		$(EDITION) $(if $(CAPTIONS),--captions) $(if $(TRANSPARENT),--transparent) \
		$(if $(JOBS),--jobs $(JOBS))

slides: $(STAMP)  ## the lecture as HTML and PowerPoint [SCENE="…"] [FORMATS=html] [CAPTIONS=1]
	@$(MNEMO) slides $(SCENE) $(FORMATS:%=--format %) --quality $(QUALITY) $(EDITION) \
		$(if $(CAPTIONS),--captions) $(if $(JOBS),--jobs $(JOBS))

publish: $(STAMP)  ## all for YouTube: renders/youtube [QUALITY=hd] [UPLOAD=1 [PRIVACY=unlisted]]
	@$(MNEMO) render --quality $(QUALITY) $(EDITION) $(if $(JOBS),--jobs $(JOBS))
	@$(MNEMO) publish --quality $(QUALITY) $(EDITION) $(if $(THUMBNAIL),--thumbnail $(THUMBNAIL)) \
		$(if $(filter-out 0 no,$(UPLOAD)),--upload) $(if $(PRIVACY),--privacy $(PRIVACY))

review: $(STAMP)  ## measure the film against every rule [QUALITY=hd] [THEME=night] [SCENE="…"]
	@$(MNEMO) review $(SCENE) --quality $(QUALITY) $(EDITION) $(if $(JOBS),--jobs $(JOBS))

determinism: $(STAMP)  ## render twice, and compare the frames [SCENE="…"]
	@$(MNEMO) determinism $(SCENE) --quality draft $(EDITION) $(if $(JOBS),--jobs $(JOBS))

accept: $(STAMP)  ## keep the beats as they look now, for `make review` to compare with [SCENE="…"]
	@$(MNEMO) accept $(SCENE) $(if $(JOBS),--jobs $(JOBS))

list: $(STAMP)  ## the sections of the lecture and their scenes
	@$(MNEMO) list

doctor:  ## what is installed, what is missing, and how to get it; sets nothing up
	@if test -x $(BIN)/python; then $(BIN)/python -m mnemo_anim.doctor; \
	else $(HAS_PYTHON); "$(PYTHON)" -m mnemo_anim.doctor; fi

test: $(STAMP)  ## all tests but the slow ones
	$(PYTEST) -m 'not slow'

test-all: $(STAMP)  ## all tests
	$(PYTEST)

check: $(STAMP)  ## ruff, mypy, import-linter
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)  ## let ruff lay the code out
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(STAMP)  ## speed and memory, beside Manim's own [FULL=1] [ONLY="still edit"] [SCENE] [PROFILE=1]
	@$(BIN)/python -m mnemo_anim.bench $(if $(filter-out 0 no,$(FULL)),--full) $(patsubst %,--only %,$(ONLY)) \
		$(patsubst %,--scene %,$(SCENE)) $(if $(filter-out 0 no,$(PROFILE)),--profile --quality $(QUALITY))

LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'

lock: $(STAMP)  ## renew the pins
	$(LOCK) --group build --output-file requirements-build.lock
	$(LOCK) --extra dev --extra cluster --extra piper --extra slides --extra voice --extra youtube pyproject.toml --output-file requirements.lock

clean:  ## remove everything that can be made again, films too
	rm -rf .venv build media .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find renders -mindepth 1 ! -name .gitkeep -delete
