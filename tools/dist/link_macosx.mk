# SPDX-License-Identifier: GPL-3.0-or-later
# Linking for macOS with LLVM's own linker: zig 0.11's exports every symbol.
ARCH_macosx_x86_64  := x86_64
ARCH_macosx_aarch64 := arm64
$(OUT)/libuno_%.tbd: $(OUT)/uno.symbols
	$(Q)awk 'BEGIN { print "--- !tapi-tbd\ntbd-version: 4\ntargets: [ $(ARCH_$(PLATFORM))-macos ]"; \
	  print "install-name: \x27@executable_path/../Frameworks/libuno_$*.dylib.3\x27\nexports:\n  - targets: [ $(ARCH_$(PLATFORM))-macos ]\n    symbols: [ "; } \
	  $$1 == "$*" { printf "%s_%s", n++ ? ", " : "", $$3 } END { print " ]\n..." }' $< >$@
$(LIBRARY): $(OURS) $(OUT)/third.a $(OUT)/libuno_cppu.tbd $(OUT)/libuno_sal.tbd
	$(Q)ld64.lld-14 -dylib -arch $(ARCH_$(PLATFORM)) -platform_version macos 11.0 11.0 -install_name kernpunt.dylib \
	  -dead_strip -exported_symbol _kernpunt_component_getFactory -adhoc_codesign \
	  $(DIST)/zig/lib/libc/darwin/libSystem.11.tbd $(OURS) $(OUT)/third.a $(OUT)/libuno_cppu.tbd $(OUT)/libuno_sal.tbd -o $@
