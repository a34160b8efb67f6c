cimport cython


cdef dict _cache
cdef bytes _LETTERS
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_CHARACTERS
cdef Py_ssize_t _MOST_CACHED


@cython.locals(words=list, word=str, found=tuple)
cpdef tuple attribute_words(str value)
@cython.locals(code=bytes)
cdef list _split(str value)
