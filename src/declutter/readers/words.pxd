cimport cython


cdef dict _cache
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_CHARACTERS
cdef Py_ssize_t _MOST_CACHED


@cython.locals(found=list, words=tuple, start=str)
cpdef tuple attribute_words(str value)
