/* ./kit FOLDER: holds the C library of examples/c to every case of the conformance kit. Prints each that differs. */
#include "library.h"
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static septet *core;
static uint8_t *memory;
static int failures;
static const char *file;

#define AT(name) (*Z_septetZ_##name(core))
#define CALL(name, ...) ((int32_t)Z_septetZ_##name(core, __VA_ARGS__))

static const cJSON *member(const cJSON *of, const char *name) {
  return cJSON_GetObjectItemCaseSensitive(of, name);
}

static const char *text(const cJSON *of, const char *name) {
  return cJSON_GetStringValue(member(of, name));
}

static int number(const cJSON *of, const char *name) {
  return member(of, name)->valueint;
}

static void same(const cJSON *of, const char *what, long returned, long expected) {
  if (returned == expected) return;
  failures++;
  printf("FAIL C: %s: %s: %s is %ld instead of %ld\n", file, text(of, "name"), what, returned, expected);
}

/* A number of two octets. */
static uint32_t two(uint32_t at) {
  return memory[at] | memory[at + 1] << 8;
}

static uint32_t result(int place) {
  uint32_t value;
  memcpy(&value, memory + AT(RESULT) + 4 * place, 4);
  return value;
}

/* Writes hexadecimal digits to `to`; returns the octets. */
static int put(uint32_t to, const char *digits) {
  int length = (int)strlen(digits) / 2;
  for (int at = 0; at < length; at++) sscanf(digits + 2 * at, "%2hhx", memory + to + at);
  return length;
}

/* The same for UTF-16, which is written high octet first; returns the units. */
static int put_text(const char *digits) {
  int length = put(AT(TEXT), digits);
  for (uint8_t *at = memory + AT(TEXT), *end = at + length; at < end; at += 2) {
    uint8_t high = at[0];
    at[0] = at[1];
    at[1] = high;
  }
  return length / 2;
}

/* Whether these octets are there; `flip` 1: they are UTF-16, low octet first. */
static void octets(const cJSON *of, const char *what, uint32_t at, int length, const char *expected, int flip) {
  char *written = malloc(2 * (size_t)length + 1);
  written[0] = 0;
  for (int index = 0; index < length; index++) sprintf(written + 2 * index, "%02X", memory[at + (index ^ flip)]);
  if (strcmp(written, expected)) {
    failures++;
    printf("FAIL C: %s: %s: %s is %s instead of %s\n", file, text(of, "name"), what, written, expected);
  }
  free(written);
}

static void counted(const cJSON *of, uint64_t packed, int is_ucs2, uint32_t units, int segments) {
  same(of, "encoding", packed & 1, is_ucs2);
  same(of, "units", (long)(packed >> 32), units);
  same(of, "segments", (long)(packed >> 1 & 0x7fffffff), segments);
}

static int segment(const char *utf16, int is_ucs2, int single, int multi) {
  int length = put_text(utf16);
  return is_ucs2 ? CALL(segmentUcs2, AT(TEXT), length, single, multi) : CALL(segmentGsm7, AT(TEXT), length, single, multi);
}

static void count(const cJSON *of) {
  const cJSON *limits = member(of, "limits"), *gsm7 = member(limits, "gsm7"), *ucs2 = member(limits, "ucs2");
  int limit[] = {gsm7->child->valueint, gsm7->child->next->valueint, ucs2->child->valueint, ucs2->child->next->valueint};
  int is_ucs2 = !strcmp(text(of, "encoding"), "UCS-2"), segments = number(of, "segments"), units = number(of, "units");
  if (!member(of, "forced")) {
    int length = put_text(text(of, "utf16"));
    uint64_t packed = Z_septetZ_countUtf16(core, AT(TEXT), length, limit[0], limit[1], limit[2], limit[3]);
    counted(of, packed, is_ucs2, units, segments);
    if (text(of, "utf8")) {
      length = put(AT(UTF8), text(of, "utf8"));
      packed = Z_septetZ_countUtf8(core, AT(UTF8), length, limit[0], limit[1], limit[2], limit[3]);
      counted(of, packed, is_ucs2, units, segments);
    }
  }
  same(of, "segments", segment(text(of, "utf16"), is_ucs2, limit[2 * is_ucs2], limit[2 * is_ucs2 + 1]), segments);
  same(of, "units", result(0), units);
  same(of, "remaining", result(2), number(of, "remaining"));
  uint32_t cut = AT(CUTS);
  for (const cJSON *part = member(of, "parts")->child; part; part = part->next, cut += 4) {
    same(of, "a part", two(cut + 2), part->valueint);
  }
}

static void utf8(const cJSON *of) {
  int length = put(AT(UTF8), text(of, "utf8"));
  octets(of, "fromUtf8", AT(TEXT), 2 * CALL(fromUtf8, AT(UTF8), length), text(of, "utf16"), 1);
  uint64_t packed = Z_septetZ_countUtf8(core, AT(UTF8), length, 160, 153, 70, 67);
  length = put_text(text(of, "utf16"));
  same(of, "countUtf8", (long)packed, (long)Z_septetZ_countUtf16(core, AT(TEXT), length, 160, 153, 70, 67));
}

static void alphabet(const cJSON *of) {
  int segments = segment(text(of, "utf16"), 0, 160, 153);
  if (!text(of, "septets")) {
    same(of, "segments", segments, -1);
    return;
  }
  int length = CALL(encodeGsm7, AT(TEXT), segments, 0, 0, 0, 0, 0);
  octets(of, "encodeGsm7", AT(OCTETS), length, text(of, "septets"), 0);
  octets(of, "decodeGsm7", AT(TEXT), 2 * CALL(decodeGsm7, 0, length, 0, 0, 0), text(of, "utf16"), 1);
}

static void languages(const cJSON *of) {
  int length = put(AT(OCTETS), text(of, "septets")), language = number(of, "language");
  int is_locking = !strcmp(text(of, "table"), "locking");
  int units = CALL(decodeGsm7, 0, length, 0, is_locking ? language : 0, is_locking ? 0 : language);
  octets(of, "decodeGsm7", AT(TEXT), 2 * units, text(of, "utf16"), 1);
}

static void packing(const cJSON *of) {
  const char *header = text(of, "header");
  int length = (int)strlen(header) / 2, septets = number(of, "userDataLength");
  if (length) put(AT(HEADER), header + 2);
  int capacity = CALL(capacityGsm7, length);
  same(of, "segments", segment(text(of, "utf16"), 0, capacity, capacity), 1);
  int written = CALL(encodeGsm7, AT(TEXT), 1, length ? length - 1 : 0, 0, 0, 1, 0);
  octets(of, "encodeGsm7", AT(OCTETS), written, text(of, "octets"), 0);
  same(of, "octets", two(AT(LENGTHS)), written);
  same(of, "user data length", two(AT(LENGTHS) + 2), septets);
  int units = CALL(decodeGsm7, CALL(headerSeptets, length), septets, 1, 0, 0);
  octets(of, "decodeGsm7", AT(TEXT), 2 * units, text(of, "utf16"), 1);
}

static void ucs2(const cJSON *of) {
  int length = CALL(encodeUcs2, AT(TEXT), segment(text(of, "utf16"), 1, 70, 67), 0, 0, 0);
  octets(of, "encodeUcs2", AT(OCTETS), length, text(of, "octets"), 0);
  octets(of, "decodeUcs2", AT(TEXT), 2 * CALL(decodeUcs2, 0, length), text(of, "utf16"), 1);
}

static void messages(const cJSON *of) {
  int bits = number(of, "referenceBits"), reference = number(of, "reference"), header = CALL(headerOctets, 0, bits);
  int is_packed = cJSON_IsTrue(member(of, "packed"));
  int segments = segment(text(of, "utf16"), 0, CALL(capacityGsm7, 0), CALL(capacityGsm7, header));
  if (segments > 0) CALL(encodeGsm7, AT(TEXT), segments, 0, bits, reference, is_packed, 0);
  else {
    segments = segment(text(of, "utf16"), 1, CALL(capacityUcs2, 0), CALL(capacityUcs2, header));
    CALL(encodeUcs2, AT(TEXT), segments, 0, bits, reference);
  }
  same(of, "segments", segments, cJSON_GetArraySize(member(of, "messages")));
  uint32_t at = AT(OCTETS), lengths = AT(LENGTHS);
  for (const cJSON *one = member(of, "messages")->child; one; one = one->next, lengths += 4) {
    octets(of, "user data", at, two(lengths), text(one, "userData"), 0);
    same(of, "user data length", two(lengths + 2), number(one, "userDataLength"));
    at += two(lengths);
  }
}

static void transliteration(const cJSON *of) {
  int length = put_text(text(of, "utf16")), scheme = strcmp(text(of, "scheme"), "translit") ? 2 : 1;
  int written = CALL(transliterate, AT(TEXT), length, 0, AT(REWRITTEN), scheme, 0, 0);
  octets(of, "transliterate", AT(REWRITTEN), 2 * written, text(of, "out"), 1);
}

static const struct {
  const char *name;
  void (*check)(const cJSON *);
} KIT[] = {{"alphabet", alphabet}, {"count", count},       {"languages", languages}, {"messages", messages},
           {"packing", packing},   {"ucs2", ucs2},         {"utf8", utf8},           {"transliteration", transliteration}};

static char *contents(const char *folder) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s.json", folder, file);
  FILE *opened = fopen(path, "rb");
  if (!opened) return NULL;
  fseek(opened, 0, SEEK_END);
  long size = ftell(opened);
  rewind(opened);
  char *read = calloc(1, (size_t)size + 1);
  if (fread(read, 1, (size_t)size, opened) != (size_t)size) read[0] = 0;
  fclose(opened);
  return read;
}

int main(int count, char **values) {
  if (count != 2 || !(core = septet_create())) return 2;
  memory = septet_memory(core);
  for (size_t index = 0; index < sizeof KIT / sizeof *KIT; index++) {
    file = KIT[index].name;
    char *json = contents(values[1]);
    cJSON *cases = json ? cJSON_Parse(json) : NULL;
    if (!cases) {
      failures++;
      printf("FAIL C: %s.json cannot be read\n", file);
      continue;
    }
    for (const cJSON *one = cases->child; one; one = one->next) KIT[index].check(one);
    printf("ok   C: %s.json, %d cases\n", file, cJSON_GetArraySize(cases));
    cJSON_Delete(cases);
    free(json);
  }
  septet_free(core);
  return failures > 0;
}
