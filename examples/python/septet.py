"""septet in Python, by ctypes over the C library of examples/c: a microsecond a message, and no package to install."""
import ctypes


class Counted(ctypes.Structure):
    _fields_ = [('is_ucs2', ctypes.c_int), ('units', ctypes.c_uint32), ('segments', ctypes.c_uint32)]


class Septet:
    """For one thread at a time."""

    def __init__(self, path='./libseptet.so'):
        self._library = ctypes.CDLL(path)
        self._library.septet_create.restype = ctypes.c_void_p
        self._library.septet_count.argtypes = [
            ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(Counted)]
        self._core = self._library.septet_create()
        self._counted = Counted()

    def count(self, text):
        """Encoding, units and segments of a text."""
        octets = text.encode()
        if self._library.septet_count(self._core, octets, len(octets), self._counted):
            raise ValueError('the text is longer than 262,144 octets')
        counted = self._counted
        return ('GSM-7', 'UCS-2')[counted.is_ucs2], counted.units, counted.segments


if __name__ == '__main__':
    import sys
    septet = Septet(sys.argv[1])
    for text in sys.argv[2:]:
        print(*septet.count(text))
