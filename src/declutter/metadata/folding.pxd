cimport cython


cdef bytes _FOLDED


@cython.locals(
    codes=bytes, kept=bytearray, count=Py_ssize_t, apart=bint, at=Py_ssize_t, code=int,
)
cpdef str fold(str text)
cpdef str squeeze(str text)
