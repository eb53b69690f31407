/* ./count TEXT ...: encoding, units and segments of each. */
#include "library.h"
#include <stdio.h>
#include <string.h>

int main(int count, char **texts) {
  septet *core = septet_create();
  if (!core) return 1;
  for (int at = 1; at < count; at++) {
    septet_counted counted;
    if (septet_count(core, texts[at], strlen(texts[at]), &counted)) return 1;
    printf("%s %u %u\n", counted.is_ucs2 ? "UCS-2" : "GSM-7", counted.units, counted.segments);
  }
  septet_free(core);
  return 0;
}
