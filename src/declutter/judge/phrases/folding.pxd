cimport cython

cdef bytes _FOLDED
cdef tuple _TRUNCATED
cdef str _CLOSING

@cython.locals(low=str, letters=bytes)
cpdef str fold(str text)
@cython.locals(low=str)
cpdef str level(str text)
@cython.locals(words=Py_ssize_t, unspaced=Py_ssize_t)
cpdef Py_ssize_t size(str text)
@cython.locals(last=Py_UCS4, bare=str)
cpdef bint ends_sentence(str text)
cpdef bint is_truncated(str text)
cpdef bint is_unspaced(str character)
