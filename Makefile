# SPDX-License-Identifier: GPL-3.0-or-later
# Kernpunt. `make help` lists the targets; `make V=1 …` shows the commands.

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
Q := $(if $(V),,@)
say = @$(if $(V),true,printf '  %-8s %s\n') '$(1)' '$(2)'

BUILD    ?= build
CC       ?= gcc
LO       ?= /usr/lib/libreoffice
PYTHON   ?= /usr/bin/python3
MACHINE  := $(shell uname -m)
PLATFORM := $(if $(filter aarch64 arm64,$(MACHINE)),linux_aarch64,linux_x86_64)
VERSION  := $(shell sed -n 's/.*<version value="\([^"]*\)".*/\1/p' description.xml)
EXT_ID   := org.kernpunt.calc

WARN     := -Wall -Wextra -Wpedantic -Wstrict-prototypes -Wconversion -Werror
CPPFLAGS += -Iinclude -isystem $(SDK_INCLUDE) -isystem /usr/include/libxml2 -DLINUX -DUNX -D_POSIX_C_SOURCE=200809L \
            -DKP_VERSION='"$(VERSION)"'
SDK_INCLUDE ?= /usr/include/libreoffice
CFLAGS   ?= -O2 -g
BASE     := -std=c11 $(WARN) -fPIC -fvisibility=hidden
GSL_LIBS := -lgsl -lgslcblas -lm
XML_LIBS := -lxml2
UNO_LIBS := -L$(LO)/sdk/lib -luno_cppu -luno_sal
UNO_RUN  := -Wl,-rpath,$(LO)/program
HARDEN   := -Wl,-z,relro -Wl,-z,now -Wl,--no-undefined

SRC      := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJ      := $(SRC:%.c=$(BUILD)/obj/%.o)
MAIN     := $(BUILD)/obj/src/component.o
STAGE    := $(BUILD)/bundled/$(EXT_ID)
LIBDIR   := $(STAGE)/$(PLATFORM)
LIB      := $(LIBDIR)/kernpunt.so
RDB      := $(STAGE)/kernpunt.rdb
OXT      := $(BUILD)/kernpunt.oxt
SAMPLE   := extension/templates/Kernpunt/klantonderzoek-voorbeeld.ots

PACKAGES := libreoffice-calc libreoffice-dev libreoffice-gtk3 libreoffice-l10n-nl python3-uno \
  gcc libc6-dev make zip unzip pkg-config libgsl-dev libxml2-dev
PACKAGES_CHECK := libcmocka-dev libjansson-dev xvfb xdotool openbox imagemagick valgrind \
  clang clang-format clang-tidy cppcheck fonts-dejavu-core xauth shared-mime-info librsvg2-common x11-utils libxml2-utils binutils poppler-utils \
  libclang-rt-14-dev procps xsltproc locales libical3 dbus at-spi2-core gir1.2-atspi-2.0 python3-gi

PACKAGES_DIST := $(if $(shell command -v npm),,npm) lld-14 llvm-14 patch xz-utils debian-archive-keyring

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 18

# ---------------------------------------------------------------------------------- the product

# Preconditions are asserted under the sanitizers; in people's office they must not end it.
$(BUILD)/obj/%.o: %.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -DNDEBUG $(CFLAGS) $(CPPFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libkernpunt.a: $(OBJ)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $(OBJ)

# What is shipped loads on every glibc from GLIBC_FLOOR on and brings GSL and libxml2 with it, hidden:
# the offices and distributions differ in theirs. Tests link Debian's shared ones.
GLIBC_FLOOR := 2.28
LINK    := $(BUILD)/link
GLIBC   := libm libpthread libc
STATIC  := libxml2 libgsl libgslcblas

$(GLIBC:%=$(LINK)/%.so): $(LINK)/%.so: tools/link/floor.sh Makefile
	@mkdir -p $(@D)
	$(Q)tools/link/floor.sh $(GLIBC_FLOOR) "$$($(CC) -print-file-name=$*.so.$(if $(filter libpthread,$*),0,6))" $@ '$(CC)'
$(LINK)/absent.o: tools/link/absent.c Makefile
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) $(CFLAGS) -c $< -o $@
$(STATIC:%=$(LINK)/%.a): $(LINK)/%.a: $(LINK)/absent.o tools/link/names.sh
	$(Q)tools/link/names.sh "$$($(CC) -print-file-name=$*.a)" $< $@

$(LIB): $(MAIN) $(OBJ) src/kernpunt.map $(LINK)/absent.o $(STATIC:%=$(LINK)/%.a) $(GLIBC:%=$(LINK)/%.so)
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) -shared -nodefaultlibs -o $@ $(MAIN) $(OBJ) $(LINK)/absent.o $(STATIC:%=$(LINK)/%.a) \
	  -Wl,--version-script=src/kernpunt.map $(HARDEN) -Wl,--gc-sections -Wl,--no-as-needed $(UNO_LIBS) \
	  $(GLIBC:%=$(LINK)/%.so) -lgcc $(LDFLAGS)

$(RDB): idl/kernpunt.idl
	$(call say,IDL,$@)
	@mkdir -p $(@D)
	$(Q)$(LO)/sdk/bin/unoidl-write $(LO)/program/types.rdb $(LO)/program/types/offapi.rdb $< $@

# Without an address no update is looked for: an empty or a dead one shows people a parser's message.
UPDATE_URL ?=
NOTES_URL  ?=
RELEASE := $(if $(UPDATE_URL),<update-information><src xlink:href="$(UPDATE_URL)"/></update-information>)$(if \
  $(NOTES_URL),<release-notes><src xlink:href="$(NOTES_URL)" lang="en"/></release-notes>)

EXT_FILES := $(shell find extension registry -type f ! -name '*~') description.xml LICENSE

$(STAGE)/description.xml: description.xml Makefile
	@mkdir -p $(@D)
	$(Q)sed -e 's/@PLATFORM@/$(PLATFORM)/g' -e 's|<!-- @RELEASE@.*-->|$(RELEASE)|' $< > $@

$(STAGE)/.staged: $(LIB) $(RDB) $(EXT_FILES) $(STAGE)/description.xml Makefile
	$(call say,STAGE,$(STAGE))
	$(Q)for part in extension/*; do rm -rf "$(STAGE)/$${part#extension/}"; done
	$(Q)cp -R extension/. $(STAGE)/
	$(Q)mkdir -p $(STAGE)/registry $(STAGE)/META-INF
	$(Q)cp registry/*.xcu $(STAGE)/registry/
	$(Q)cp LICENSE $(STAGE)/
	$(Q)for f in META-INF/manifest.xml kernpunt.components; do \
	  sed 's/@PLATFORM@/$(PLATFORM)/g' extension/$$f > $(STAGE)/$$f; done
	$(Q)touch $@

.PHONY: stage
stage: $(STAGE)/.staged ## build the unpacked extension in build/bundled

$(OXT): $(STAGE)/.staged
	$(call say,ZIP,$@)
	$(Q)rm -f $@
	$(Q)cd $(STAGE) && zip -q -X -r ../../kernpunt.oxt . -x '.*' '*/.*'

.PHONY: oxt
oxt: $(OXT) ## build build/kernpunt.oxt

# One library for each of six systems, in one file: Debian's and npm's archives are needed, nothing of
# this is for `make oxt`. docs/release.md has the way of a release.
DIST      := $(BUILD)/dist
PLATFORMS := linux_x86_64 linux_aarch64 windows_x86_64 windows_aarch64 macosx_x86_64 macosx_aarch64
DIST_OXT  := $(DIST)/kernpunt-$(VERSION).oxt
.PHONY: dist dist-fetch $(PLATFORMS:%=dist-%)
dist: $(STAGE)/.staged $(PLATFORMS:%=dist-%) ## one .oxt for Linux, Windows and macOS in build/dist (fetches compilers and sources; some minutes)
	$(call say,ZIP,$(DIST_OXT))
	$(Q)tools/dist/pack.sh $(STAGE) $(DIST) $(abspath $(DIST_OXT)) $(PLATFORMS)
dist-fetch:
	$(Q)tools/dist/fetch.sh $(DIST)
$(PLATFORMS:%=dist-%): dist-%: dist-fetch
	$(Q)+$(MAKE) --no-print-directory -f tools/dist/Makefile PLATFORM=$* DIST=$(DIST) VERSION=$(VERSION) LO=$(LO) SDK=$(SDK_INCLUDE)

.PHONY: install uninstall
install: $(OXT) ## install into your own LibreOffice (close it first)
	$(Q)unopkg add --force --suppress-license $$([ $$(id -u) -ne 0 ] || echo --shared) $(OXT)
uninstall: ## remove from your own LibreOffice
	$(Q)unopkg remove $$([ $$(id -u) -ne 0 ] || echo --shared) $(EXT_ID)

# A target asks for its packages before anything else is done: make includes a file that only the
# installing makes, once for a build folder. In the file of the tests are those of the build too.
NEED_NOTHING := help clean deps deps-check uninstall reference icons letters
NEED_CHECK   := check check-% bench soak screenshots sample fuzz format lint
GOALS        := $(filter-out $(NEED_NOTHING),$(MAKECMDGOALS))
ifneq ($(filter dist dist-%,$(GOALS)),)
include $(BUILD)/deps-dist.mk
endif
ifneq ($(filter $(NEED_CHECK),$(GOALS)),)
include $(BUILD)/deps-check.mk
else ifneq ($(GOALS),)
include $(BUILD)/deps.mk
endif
$(BUILD)/deps.mk: tools/deps.sh
	$(Q)tools/deps.sh $(PACKAGES)
	$(Q)mkdir -p $(@D) && touch $@
$(BUILD)/deps-dist.mk: tools/deps.sh
	$(Q)tools/deps.sh $(PACKAGES) $(PACKAGES_DIST)
	$(Q)mkdir -p $(@D) && touch $@
$(BUILD)/deps-check.mk: tools/deps.sh
	$(Q)tools/deps.sh $(PACKAGES) $(PACKAGES_CHECK)
	$(Q)mkdir -p $(@D) && touch $@ $(BUILD)/deps.mk

.PHONY: deps deps-check
deps: ## install what the build needs and this machine lacks (apt); the other targets do it themselves
	$(Q)tools/deps.sh $(PACKAGES)
deps-check: ## the same for the tests
	$(Q)tools/deps.sh $(PACKAGES) $(PACKAGES_CHECK)

.PHONY: demo
demo: $(STAGE)/.staged ## build and open the sample workbook (printed when there is no display)
	$(Q)tools/demo.sh $(abspath $(BUILD)) $(SAMPLE)

# --------------------------------------------------------------------------------------- sample

$(BUILD)/make_sample: $(wildcard tools/sample/*.c tools/sample/*.h)
	$(call say,CC,tools/sample)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) -D_POSIX_C_SOURCE=200809L \
	  $$(pkg-config --cflags libxml-2.0) $(filter %.c,$^) -o $@ $$(pkg-config --libs libxml-2.0) -lm

.PHONY: soak
soak: $(STAGE)/.staged ## long tests: two users, an office killed while saving, 200 rounds of the deck, 40 crashes (KP_SOAK_ROWS, KP_SOAK_KILLS, KP_SOAK_ROUNDS, KP_SOAK_CRASHES)
	$(Q)$(PYTHON) tests/office/soak_sharing.py
	$(Q)$(PYTHON) tests/office/soak_deck.py
	$(Q)$(PYTHON) tests/office/soak_crash.py

.PHONY: icons
icons: ## draw the icons of the panels anew
	$(Q)tools/icons.sh extension/icons

.PHONY: letters
letters: ## write the table of small letters anew, from the C library of this machine
	@mkdir -p $(BUILD)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) -D_POSIX_C_SOURCE=200809L tools/letters/make_letters.c -o $(BUILD)/make_letters
	$(Q)$(BUILD)/make_letters >src/text/letters_table.h

.PHONY: reference
reference: ## write the function reference anew from the help data
	$(Q)tools/reference.sh extension/help

.PHONY: sample
sample: $(BUILD)/make_sample $(STAGE)/.staged ## make the sample workbook anew
	$(Q)$(BUILD)/make_sample $(BUILD)/klantonderzoek-voorbeeld.fods
	$(Q)KP_BUNDLED=$(abspath $(BUILD))/bundled $(PYTHON) tests/office/convert_sample.py $(BUILD)/klantonderzoek-voorbeeld.fods $(SAMPLE)
	$(Q)$(PYTHON) tests/office/improvement_round.py $(BUILD)/bundled extension/templates/Kernpunt/verbeterronde-voorbeeld.ots

# ---------------------------------------------------------------------------------------- tests

# A test program is an object and a link: a change in src rebuilds one object, the archive and the links.
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c))
TEST_AUX := $(filter-out $(TEST_SRC),$(sort $(wildcard tests/unit/*.c)))
TESTS    := $(TEST_SRC:tests/unit/%.c=$(BUILD)/unit/%)
ASAN     := $(TEST_SRC:tests/unit/%.c=$(BUILD)/asan/%)
TEST_CPP := $(CPPFLAGS) -Itests/unit -Itests/fake -DKP_FIXTURES='"$(CURDIR)/tests/fixtures"' -DKP_ROOT='"$(CURDIR)"'
# The fake office makes the k-th allocation fail where a test asks for it.
WRAPPED  := malloc calloc realloc open fsync fcntl opendir osl_openFile osl_readFile osl_writeFile osl_syncFile \
  osl_setFilePos osl_getFileSize osl_setFileSize osl_closeFile osl_moveFile osl_removeFile osl_createDirectory \
  osl_setFileAttributes osl_getDirectoryItem osl_getFileStatus osl_openDirectory osl_getNextDirectoryItem
WRAP     := $(WRAPPED:%=-Wl,--wrap=%)
TEST_LIB := $(WRAP) -lcmocka -ljansson $(XML_LIBS) $(GSL_LIBS) $(UNO_LIBS) $(UNO_RUN)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g

AUX      := $(TEST_AUX:tests/unit/%.c=$(BUILD)/unit/obj/%.o)
AUX_ASAN := $(TEST_AUX:tests/unit/%.c=$(BUILD)/asan/obj/%.o)
.SECONDARY: $(patsubst tests/unit/%.c,$(BUILD)/unit/obj/%.o,$(TEST_SRC) $(TEST_AUX)) \
  $(patsubst tests/unit/%.c,$(BUILD)/asan/obj/%.o,$(TEST_SRC) $(TEST_AUX))

$(BUILD)/unit/obj/%.o: tests/unit/%.c
	$(call say,TEST,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) $(TEST_CPP) -MMD -MP -c $< -o $@

$(BUILD)/unit/%: $(BUILD)/unit/obj/%.o $(AUX) $(BUILD)/libfake.a $(BUILD)/libkernpunt.a
	$(Q)$(CC) $^ -o $@ $(TEST_LIB)

$(BUILD)/asan/obj/%.o: tests/unit/%.c
	$(call say,ASAN,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(SANITIZE) $(TEST_CPP) -MMD -MP -c $< -o $@

$(BUILD)/asan-obj/%.o: %.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) $(SANITIZE) $(CPPFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libkernpunt-asan.a: $(SRC:%.c=$(BUILD)/asan-obj/%.o)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/asan/%: $(BUILD)/asan/obj/%.o $(AUX_ASAN) $(BUILD)/libfake-asan.a $(BUILD)/libkernpunt-asan.a
	$(Q)$(CC) $(SANITIZE) $^ -o $@ $(TEST_LIB)

# An office in memory, for tests of what writes in workbooks; its types are those of the installed one.
FAKE     := $(sort $(wildcard tests/fake/*.c))
FAKE_CPP := $(TEST_CPP) -DKP_OFFICE_IDL='"$(abspath $(BUILD))/office.idl"'

$(BUILD)/office.idl: $(LO)/program/types.rdb $(LO)/program/types/offapi.rdb
	$(call say,TYPES,$@)
	@mkdir -p $(@D)
	$(Q)$(LO)/sdk/bin/unoidl-read $(word 1,$^) > $@.part
	$(Q)$(LO)/sdk/bin/unoidl-read $^ >> $@.part
	$(Q)mv $@.part $@

$(BUILD)/fake/%.o: tests/fake/%.c
	$(call say,FAKE,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) $(FAKE_CPP) -MMD -MP -c $< -o $@

$(BUILD)/fake-asan/%.o: tests/fake/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(SANITIZE) $(FAKE_CPP) -MMD -MP -c $< -o $@

$(BUILD)/libfake.a: $(FAKE:tests/fake/%.c=$(BUILD)/fake/%.o) | $(BUILD)/office.idl
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/libfake-asan.a: $(FAKE:tests/fake/%.c=$(BUILD)/fake-asan/%.o) | $(BUILD)/office.idl
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/fake_script: tests/fake/script/script.c $(BUILD)/libfake.a $(BUILD)/libkernpunt.a
	$(call say,LINK,$@)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) $(TEST_CPP) $^ -o $@ $(TEST_LIB)

RUN := tests/run.sh $(abspath $(BUILD))/results
OFFICES ?= 2
TREE    := tests/tree.sh tests/targets.sh tests/types/types.sh
JOBS    ?= $(shell nproc)
# What takes long goes first, so that at the end none is alone.
LONG    := workbook_transaction functions_groups functions_units workbook_journal_faults workbook_steps workbook_stray \
  functions_property_cross automation_verbs functions_property follow_write targets \
  today form follow crash dialogs hostile sheet_layout hostile_rows workbook what_calc_does menu follow_life \
  workbook_settings transaction binding deck_life form_save scripts_race
long_first = $(foreach part,$(LONG),$(filter %/test_$(part) %/test_$(part).py %/$(part).sh,$(1))) \
  $(filter-out $(foreach part,$(LONG),%/test_$(part) %/test_$(part).py %/$(part).sh),$(1))
# run_each SUITE,PROGRAMS,WRAPPER: all of them, JOBS at a time; fails when one failed.
run_each = $(Q)printf '%s\n' $(call long_first,$(2)) | xargs -P $(JOBS) -I {} $(RUN) $(1) $(3) {}
VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect \
  --errors-for-leak-kinds=definite,indirect

# PART=src/text takes only the faults of files or lines with that in it.
.PHONY: mutate
mutate: $(TEST_SRC:tests/unit/%.c=$(BUILD)/unit/obj/%.o) $(AUX) $(BUILD)/libfake.a ## put small faults into a copy, one at a time, and count how many the unit tests notice
	$(Q)CC='$(CC)' CFLAGS='-O1 -w $(subst ',,$(CPPFLAGS))' TEST_LIB='$(TEST_LIB)' tests/mutate/mutate.sh $(abspath $(BUILD)) $(PART)

FUZZ_RUNS ?= 1000000
.PHONY: fuzz
fuzz: ## fuzz the loader of method files (FUZZ_RUNS=1000000)
	@mkdir -p $(BUILD)/fuzz/corpus
	$(Q)clang -std=c11 -g -O1 -fsanitize=fuzzer,address,undefined $(CPPFLAGS) tests/fuzz/fuzz_method.c \
	  $(wildcard src/text/*.c src/method/*.c) -o $(BUILD)/fuzz/method $(XML_LIBS) -lm
	$(Q)$(BUILD)/fuzz/method -dict=tests/fuzz/method.dict -max_len=4000 -runs=$(FUZZ_RUNS) \
	  $(BUILD)/fuzz/corpus tests/fuzz/corpus-method

.PHONY: bench
bench: $(BUILD)/bench/.staged ## times beside Calc's own formulas, some minutes (PARTS="score table delta drivers units stability memory workbook panel")
	$(Q)$(PYTHON) tests/bench/bench.py $(abspath $(BUILD)) $(PARTS)

$(BUILD)/bench/.staged: tests/bench/build.sh $(wildcard tests/bench/floor/*) $(BUILD)/libkernpunt.a $(STAGE)/.staged
	$(Q)tests/bench/build.sh $(abspath $(BUILD)) '$(CC)' '$(BASE) $(CFLAGS) $(CPPFLAGS)' '$(UNO_LIBS)' $(LO)
	$(Q)touch $@

SIMULATE_SEED ?= 1
.PHONY: simulate
simulate: $(BUILD)/simulate ## verdicts and intervals on drawn answers: do they keep what they promise? (SIMULATE_SEED=1)
	$(Q)$(BUILD)/simulate $(SIMULATE_SEED)

$(BUILD)/simulate: $(wildcard tests/simulate/*.c tests/simulate/*.h) $(BUILD)/libkernpunt.a
	$(call say,CC,tests/simulate)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) $(CPPFLAGS) $(filter %.c,$^) $(BUILD)/libkernpunt.a -o $@ $(GSL_LIBS)

.PHONY: screenshots
screenshots: $(STAGE)/.staged ## take the pictures of the README anew
	$(Q)KP_BUNDLED=$(abspath $(BUILD))/bundled $(PYTHON) tests/office/screenshots.py

.PHONY: check-lint check-unit check-asan check-valgrind check-calc check-office check-tree
check-lint:
	$(Q)$(RUN) lint tests/lint.sh
check-unit: $(TESTS) ## cmocka tests of the layers that need no office
	$(call run_each,unit,$(TESTS))
check-asan: $(ASAN) ## the same under address and undefined-behaviour sanitizers
	$(call run_each,asan,$(ASAN))
# The programs that make every step fail in turn run thousands of times as much, and some others compute with
# hundreds of thousands of cells: the sanitizers watch those.
SWEEPS := test_workbook_steps test_workbook_journal_faults test_workbook_transaction test_workbook_setup test_workbook_append test_workbook_link \
  test_workbook_stray test_follow_write
BIG    := test_functions_groups test_functions_units test_functions_property test_functions_property_cross
check-valgrind: $(TESTS) ## the same under valgrind, but for the sweeps of faults and the largest sheets
	$(call run_each,valgrind,$(filter-out $(patsubst %,$(BUILD)/unit/%,$(SWEEPS) $(BIG)),$(TESTS)),$(VALGRIND))
check-calc: $(STAGE)/.staged ## formula workbooks in a headless office
	$(Q)$(RUN) calc $(PYTHON) tests/calc/run.py
# Two at a time, because most of a test is waiting; OFFICES=1 on a machine that has other work.
check-office: $(OXT) $(BUILD)/test-binding/.staged $(BUILD)/demo/.staged $(BUILD)/fake_script ## real offices: install, panel in a window, round trips
	$(Q)printf '%s\n' $(call long_first,$(sort $(wildcard tests/office/test_*.py))) | \
	  xargs -P $(OFFICES) -I {} $(RUN) office $(PYTHON) {}
# Another LibreOffice, unpacked into build/newer-office: its own Python bindings, the same extension. The tests of the
# machine's own office (install, binding, fake, pictures) are not among them. COMPAT="crash today" takes some.
NEWER  := $(abspath $(BUILD))/newer-office
COMPAT ?= workbook workbook_damage workbook_macro workbook_saved workbook_settings transaction crash session \
  sheet_layout hostile hostile_rows today follow
.PHONY: check-compat
check-compat: $(STAGE)/.staged ## calc and office tests in the LibreOffice of Debian's backports (25.2), beside the installed one
	$(Q)tools/newer_office.sh $(NEWER) >$(BUILD)/newer-office.path
	$(Q)printf '%s\n' tests/calc/run.py $(COMPAT:%=tests/office/test_%.py) | \
	  KP_OFFICE_PROGRAM=$$(cat $(BUILD)/newer-office.path) PYTHONPATH=$(NEWER)/root/usr/lib/python3/dist-packages \
	  xargs -P $(OFFICES) -I {} $(RUN) compat $(PYTHON) {}
check-tree: $(STAGE)/.staged $(BUILD)/office.idl ## what the repository, the library and these targets promise of themselves
	$(call run_each,tree,$(TREE),env KP_LIBRARY=$(LIB) KP_OFFICE_IDL=$(BUILD)/office.idl)

$(BUILD)/demo/.staged: $(wildcard tests/demo/*) $(OBJ) $(MAIN) $(STAGE)/.staged
	$(Q)tests/demo/build.sh $(abspath $(BUILD)) $(abspath $(STAGE)) '$(CC)' '$(BASE) $(CFLAGS) $(CPPFLAGS)' '$(GSL_LIBS) $(XML_LIBS) $(UNO_LIBS)'
	$(Q)touch $@

$(BUILD)/test-binding/.staged: $(wildcard tests/office/binding/*) $(BUILD)/libkernpunt.a
	$(Q)tests/office/binding/build.sh $(abspath $(BUILD)) '$(CC)' '$(BASE) $(CFLAGS) $(CPPFLAGS)' '$(UNO_LIBS)' $(LO)
	$(Q)touch $@

SUITES := check-lint check-tree check-unit check-asan check-valgrind check-calc check-office

CHECK_BUILT := $(TESTS) $(ASAN) $(OXT) $(BUILD)/test-binding/.staged $(BUILD)/demo/.staged $(BUILD)/fake_script

# All suites run, whatever fails; the totals come last and decide.
.PHONY: check check-quick check-build
check-build: $(CHECK_BUILT)
check: ## every test, on a bare Debian too; the last line gives the totals
	$(Q)rm -rf $(BUILD)/results
	$(Q)rc=0; $(MAKE) --no-print-directory -k -j$$(nproc) check-build || rc=1; \
	  $(MAKE) --no-print-directory -k $(SUITES) || rc=1; \
	  tests/totals.sh $(BUILD)/results $$rc
check-quick: ## what a change needs before it is shared: unit, tree and calc, under three minutes
	$(Q)$(MAKE) --no-print-directory check SUITES='check-unit check-tree check-calc' \
	  CHECK_BUILT='$(TESTS) $(STAGE)/.staged'

# ----------------------------------------------------------------------------------------- lint

C_FILES := $(sort $(shell find include src tests tools -name '*.[ch]'))

.PHONY: format lint check-format check-tidy check-cppcheck
format: ## clang-format every C file
	$(Q)clang-format -i $(C_FILES)
check-format:
	$(call say,FORMAT,$(words $(C_FILES)) files)
	$(Q)clang-format --dry-run --Werror $(C_FILES)
check-tidy: $(SRC:%=$(BUILD)/tidy/%.ok) $(BUILD)/tidy/src/component.c.ok
# A quarter of the analyser's usual patience with one function: everything it ever found here it finds
# so too, in a third of the time.
PATIENCE := --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=60000
$(BUILD)/tidy/%.ok: % .clang-tidy
	$(call say,TIDY,$<)
	@mkdir -p $(@D)
	$(Q)clang-tidy --quiet $(PATIENCE) $< -- -std=c11 $(CPPFLAGS) 2>$@.log >$@.out || { cat $@.out $@.log; exit 1; }
	$(Q)touch $@
# varFuncNullUB: NULL is a pointer in every C library we build against.
check-cppcheck:
	$(call say,CPPCHECK,src)
	$(Q)cppcheck -j $(JOBS) --quiet --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
	  --suppress=missingIncludeSystem --suppress=varFuncNullUB -Iinclude -DKP_VERSION='""' -DLINUX src
lint: check-format check-tidy check-cppcheck ## clang-format, clang-tidy, cppcheck

.PHONY: clean
clean: ## remove build/
	$(Q)rm -rf $(BUILD)

-include $(OBJ:.o=.d) $(MAIN:.o=.d) $(SRC:%.c=$(BUILD)/asan-obj/%.d) $(wildcard $(BUILD)/unit/obj/*.d $(BUILD)/asan/obj/*.d) \
  $(wildcard $(BUILD)/fake/*.d $(BUILD)/fake-asan/*.d)
