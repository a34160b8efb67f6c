cimport cython


cdef dict _cache
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_CHARACTERS
cdef Py_ssize_t _MOST_CACHED
cdef list _known
cdef Py_ssize_t _MOST_LETTERS
cdef Py_ssize_t _LAST_PLACE
cdef unsigned long long _MULTIPLIER
cdef int _PLACE_AT


@cython.final
cdef class _Known:
    cdef unsigned long long number
    cdef str word


@cython.locals(read=str, found=tuple)
cpdef tuple attribute_words(str value)
@cython.locals(
    words=list, word=str, known=str, encoded=bytes, codes=cython.p_uchar, count=Py_ssize_t, at=Py_ssize_t, begin=Py_ssize_t,
    length=Py_ssize_t, capital=bint, number=cython.ulonglong, before=cython.ulonglong,
)
cdef list _split(str value)
@cython.locals(place=Py_ssize_t, known=_Known)
cdef str _word(str value, Py_ssize_t begin, Py_ssize_t end, unsigned long long number)
cdef list _search(str value)
