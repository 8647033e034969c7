# SPDX-License-Identifier: GPL-3.0-or-later
# Linking for Linux: against stand-ins for the office's libraries, made of names and versions alone.
$(OUT)/libuno_%.so.3: $(OUT)/uno.symbols
	$(Q)awk '$$1 == "$*" { print "void " $$3 "(void); void " $$3 "(void) {}" }' $< >$(OUT)/$*.c
	$(Q)awk '$$1 == "$*" { names[$$2] = names[$$2] $$3 "; " } END { for (v in names) print v " { global: " names[v] "};" }' $< >$(OUT)/$*.map
	$(Q)$(ZIG) cc -target $(TARGET_$(PLATFORM)) -w -shared -fPIC -nostdlib -Wl,-soname,libuno_$*.so.3 \
	  -Wl,--version-script=$(OUT)/$*.map $(OUT)/$*.c -o $@
$(LIBRARY): $(OURS) $(OUT)/third.a $(OUT)/libuno_cppu.so.3 $(OUT)/libuno_sal.so.3 src/kernpunt.map
	$(Q)$(ZIG) cc -target $(TARGET_$(PLATFORM)) -shared $(OURS) $(OUT)/third.a $(OUT)/libuno_cppu.so.3 $(OUT)/libuno_sal.so.3 \
	  -Wl,-soname,kernpunt.so -Wl,--version-script=src/kernpunt.map -Wl,--gc-sections -Wl,-z,relro -Wl,-z,now -lpthread -lm -o $@.debug
	$(Q)llvm-strip-14 -o $@ $@.debug
