/* septet as a C library: see library.c. Every function of the module's manual is there too, as Z_septetZ_NAME(core, ...). */
#ifndef SEPTET_LIBRARY_H
#define SEPTET_LIBRARY_H
#include "septet.h"
#include <stddef.h>
#include <stdint.h>

typedef Z_septet_instance_t septet;
typedef struct {
  int is_ucs2;
  uint32_t units, segments;
} septet_counted;

septet *septet_create(void);
void septet_free(septet *core);
uint8_t *septet_memory(septet *core);

/* What `length` octets of UTF-8 cost. Returns 0, or -1 for a text of more than 262,144 octets. */
int septet_count(septet *core, const char *text, size_t length, septet_counted *counted);
#endif
