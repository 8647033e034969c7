# SPDX-License-Identifier: GPL-3.0-or-later
# Linking for Windows: import libraries of exactly the names we use. The office calls them cppu3.dll and sal3.dll.
MACHINE_windows_x86_64  := i386:x86-64
MACHINE_windows_aarch64 := arm64
$(OUT)/lib%.a: $(OUT)/uno.symbols
	$(Q)awk 'BEGIN { print "LIBRARY $*3.dll\nEXPORTS" } $$1 == "$*" { print $$3 }' $< >$(OUT)/$*.def
	$(Q)$(ZIG) dlltool -m $(MACHINE_$(PLATFORM)) -d $(OUT)/$*.def -l $@
$(LIBRARY): $(OURS) $(OUT)/third.a $(OUT)/libcppu.a $(OUT)/libsal.a tools/dist/kernpunt.def
	$(Q)$(ZIG) cc -target $(TARGET_$(PLATFORM)) -shared $(OURS) $(OUT)/third.a $(OUT)/libcppu.a $(OUT)/libsal.a \
	  tools/dist/kernpunt.def -Wl,--gc-sections -o $@.debug
	$(Q)llvm-strip-14 -o $@ $@.debug
