cimport cython

cdef Py_ssize_t _SLOT, _PART, _PART_BITS, _HOME
cdef unsigned long long _CODE, _MULTIPLIER

@cython.locals(code=cython.ulonglong, character=Py_UCS4)
cpdef unsigned long long code_of(str word, unsigned long long before)

@cython.locals(last=Py_ssize_t, at=Py_ssize_t, low=Py_ssize_t, high=Py_ssize_t)
cpdef Py_ssize_t find(short[::1] slots, unsigned long long code)

@cython.locals(
    most=Py_ssize_t, count=Py_ssize_t, code=cython.ulonglong, character=Py_UCS4,
)
cpdef Py_ssize_t find_words(short[::1] slots, str text, Py_ssize_t[::1] places)
