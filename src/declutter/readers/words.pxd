cimport cython


cdef dict _cache
cdef bytes _LETTERS
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_CHARACTERS
cdef Py_ssize_t _MOST_CACHED


@cython.locals(words=list, word=str, found=tuple)
cpdef tuple attribute_words(str value)
@cython.locals(letters=bytes, runs=list, words=list, run=str)
cdef list _split(str value)
cdef list _search(str value)
