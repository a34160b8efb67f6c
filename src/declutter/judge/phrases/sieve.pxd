cimport cython

cdef Py_ssize_t _BITS, _OPENING_BITS, _SHIFT, _WINDOW, _LETTER_BITS
cdef unsigned long long _MULTIPLIER
cdef bytes _LETTERS

@cython.locals(bits=bytearray, phrase=str, bit=Py_ssize_t)
cpdef bytes sieve_of(phrases)
@cython.locals(bit=Py_ssize_t)
cpdef bint passes(bytes sieve, str text, Py_ssize_t begin, Py_ssize_t end)
@cython.locals(length=Py_ssize_t, code=cython.ulonglong)
cdef Py_ssize_t _bit_of(str text, Py_ssize_t begin, Py_ssize_t end)
@cython.locals(
    bits=bytearray, phrase=str, touching=bint, opening=str, code=cython.ulonglong,
    character=Py_UCS4, bit=Py_ssize_t,
)
cpdef bytes openings_of(phrases)
@cython.locals(
    code=cython.ulonglong, length=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4, bit=Py_ssize_t,
)
cpdef bint may_open(bytes openings, str text, Py_ssize_t begin)
cdef Py_ssize_t _opening_bit(unsigned long long code)
