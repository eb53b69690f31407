"""python3 kit.py LIBRARY FOLDER: holds libseptet.so to every case of the conformance kit. Prints each that differs."""
import ctypes
import json
import pathlib
import sys

library = ctypes.CDLL(sys.argv[1])
library.septet_create.restype = ctypes.c_void_p
library.septet_memory.restype = ctypes.POINTER(ctypes.c_uint8)
core = ctypes.c_void_p(library.septet_create())
memory = ctypes.addressof(library.septet_memory(core).contents)
SCHEMES = {'translit': 1, 'volapuk': 2}


def call(name, *values, returns=ctypes.c_int32):
    function = getattr(library, f'Z_septetZ_{name}')
    function.restype = returns
    return function(core, *(ctypes.c_int32(value) for value in values))


def address(name):
    return call(name, returns=ctypes.POINTER(ctypes.c_uint32)).contents.value


TEXT, OCTETS, HEADER, RESULT = (address(name) for name in ('TEXT', 'OCTETS', 'HEADER', 'RESULT'))


def write(name_or_at, octets):
    at = address(name_or_at) if isinstance(name_or_at, str) else name_or_at
    ctypes.memmove(memory + at, octets, len(octets))
    return len(octets)


def read(at, length):
    return ctypes.string_at(memory + at, length)


def swapped(octets):
    """UTF-16 of either order in the other one."""
    return b''.join(octets[at + 1:at + 2] + octets[at:at + 1] for at in range(0, len(octets), 2))


def put(utf16):
    """Writes a text to TEXT; returns its units."""
    return write(TEXT, swapped(bytes.fromhex(utf16))) // 2


def units(at, length):
    return swapped(read(at, 2 * length)).hex().upper()


def numbers(at, length, size):
    octets = read(at, length * size)
    return [int.from_bytes(octets[n:n + size], 'little') for n in range(0, len(octets), size)]


def counted(packed):
    return ['GSM-7', 'UCS-2'][packed & 1], packed >> 32, packed >> 1 & 0x7fffffff


def count_utf8(utf8, limits=(160, 153, 70, 67)):
    length = write('UTF8', bytes.fromhex(utf8))
    return counted(call('countUtf8', address('UTF8'), length, *limits, returns=ctypes.c_uint64))


def count_utf16(utf16, limits=(160, 153, 70, 67)):
    return counted(call('countUtf16', TEXT, put(utf16), *limits, returns=ctypes.c_uint64))


def segment(utf16, encoding, single, multi):
    name = 'segmentGsm7' if encoding == 'GSM-7' else 'segmentUcs2'
    return call(name, TEXT, put(utf16), single, multi)


def count(case):
    limits = case['limits']['gsm7'] + case['limits']['ucs2']
    encoding = case['encoding']
    expected = encoding, case['units'], case['segments']
    if 'forced' not in case:
        yield count_utf16(case['utf16'], limits), expected
        if case['utf8'] is not None:
            yield count_utf8(case['utf8'], limits), expected
    segments = segment(case['utf16'], encoding, *case['limits']['gsm7' if encoding == 'GSM-7' else 'ucs2'])
    yield segments, case['segments']
    yield numbers(address('CUTS'), 2 * segments, 2)[1::2], case['parts']
    yield numbers(RESULT, 3, 4)[::2], [case['units'], case['remaining']]


def utf8(case):
    length = write('UTF8', bytes.fromhex(case['utf8']))
    written = call('fromUtf8', address('UTF8'), length)
    yield units(TEXT, written), case['utf16']
    yield count_utf8(case['utf8']), count_utf16(case['utf16'])


def alphabet(case):
    if case['septets'] is None:
        yield segment(case['utf16'], 'GSM-7', 160, 153), -1
        return
    yield segment(case['utf16'], 'GSM-7', 160, 153), 1
    length = call('encodeGsm7', TEXT, 1, 0, 0, 0, 0, 0)
    yield read(OCTETS, length).hex().upper(), case['septets']
    yield units(TEXT, call('decodeGsm7', 0, length, 0, 0, 0)), case['utf16']


def languages(case):
    length = write(OCTETS, bytes.fromhex(case['septets']))
    tables = (case['language'], 0) if case['table'] == 'locking' else (0, case['language'])
    yield units(TEXT, call('decodeGsm7', 0, length, 0, *tables)), case['utf16']


def packing(case):
    header = bytes.fromhex(case['header'])
    elements = write(HEADER, header[1:])
    capacity = call('capacityGsm7', len(header))
    yield segment(case['utf16'], 'GSM-7', capacity, capacity), 1
    length = call('encodeGsm7', TEXT, 1, elements, 0, 0, 1, 0)
    yield read(OCTETS, length).hex().upper(), case['octets']
    yield numbers(address('LENGTHS'), 2, 2), [len(case['octets']) // 2, case['userDataLength']]
    first = call('headerSeptets', len(header))
    yield units(TEXT, call('decodeGsm7', first, case['userDataLength'], 1, 0, 0)), case['utf16']


def ucs2(case):
    segments = segment(case['utf16'], 'UCS-2', 70, 67)
    length = call('encodeUcs2', TEXT, segments, 0, 0, 0)
    yield read(OCTETS, length).hex().upper(), case['octets']
    yield units(TEXT, call('decodeUcs2', 0, length)), case['utf16']


def messages(case):
    bits = case['referenceBits']
    header = call('headerOctets', 0, bits)
    for encoding, capacity in (('GSM-7', 'capacityGsm7'), ('UCS-2', 'capacityUcs2')):
        segments = segment(case['utf16'], encoding, call(capacity, 0), call(capacity, header))
        if segments > 0:
            break
    yield segments, len(case['messages'])
    if encoding == 'GSM-7':
        call('encodeGsm7', TEXT, segments, 0, bits, case['reference'], int(case['packed']), 0)
    else:
        call('encodeUcs2', TEXT, segments, 0, bits, case['reference'])
    at = OCTETS
    lengths = numbers(address('LENGTHS'), 2 * segments, 2)
    for number, message in enumerate(case['messages']):
        length, user_data_length = lengths[2 * number:2 * number + 2]
        yield (read(at, length).hex().upper(), user_data_length), (message['userData'], message['userDataLength'])
        at += length


def transliteration(case):
    length = put(case['utf16'])
    written = call('transliterate', TEXT, length, 0, address('REWRITTEN'), SCHEMES[case['scheme']], 0, 0)
    yield units(address('REWRITTEN'), written), case['out']


failures = 0
for path in sorted(pathlib.Path(sys.argv[2]).glob('*.json')):
    cases = json.loads(path.read_text())
    for case in cases:
        for returned, expected in globals()[path.stem](case):
            if returned != expected:
                failures += 1
                print(f'FAIL Python: {path.name}: {case["name"]}: {returned} instead of {expected}')
    print(f'ok   Python: {path.name}, {len(cases)} cases')
sys.exit(1 if failures else 0)
