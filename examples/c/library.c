/* septet as a C library: the scalar module through wasm2c (wabt 1.0.32), without a runtime beside it.
 *
 *   wasm2c septet.scalar.wasm -n septet -o septet.c
 *   gcc -O2 -shared -fPIC -I /usr/share/wabt/wasm2c -o libseptet.so septet.c library.c /usr/share/wabt/wasm2c/wasm-rt-impl.c -lm
 *
 * An instance is for one thread at a time. Its memory never moves.
 */
#include "library.h"
#include <stdlib.h>
#include <string.h>

septet *septet_create(void) {
  static int is_ready = 0; /* call it once before other threads start */
  if (!is_ready) {
    wasm_rt_init();
    Z_septet_init_module();
  }
  is_ready = 1;
  septet *core = calloc(1, sizeof *core);
  if (core) Z_septet_instantiate(core);
  return core;
}

void septet_free(septet *core) {
  Z_septet_free(core);
  free(core);
}

uint8_t *septet_memory(septet *core) {
  return Z_septetZ_memory(core)->data;
}

int septet_count(septet *core, const char *text, size_t length, septet_counted *counted) {
  uint32_t at = *Z_septetZ_UTF8(core);
  if (length > *Z_septetZ_UTF8_WINDOW(core)) return -1;
  memcpy(septet_memory(core) + at, text, length);
  uint64_t packed = Z_septetZ_countUtf8(core, at, (uint32_t)length, 160, 153, 70, 67);
  counted->is_ucs2 = packed & 1;
  counted->units = (uint32_t)(packed >> 32);
  counted->segments = (uint32_t)(packed >> 1) & 0x7fffffff;
  return 0;
}
