cimport cython


cdef dict _cache
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_CHARACTERS
cdef Py_ssize_t _MOST_CACHED


@cython.locals(read=str, found=tuple)
cpdef tuple attribute_words(str value)
@cython.locals(
    words=list, word=str, known=str, encoded=bytes, codes=cython.p_uchar, count=Py_ssize_t, at=Py_ssize_t, begin=Py_ssize_t,
    length=Py_ssize_t, capital=bint,
)
cdef list _split(str value)
cdef list _search(str value)
