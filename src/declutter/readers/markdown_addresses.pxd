cimport cython

cdef str _ADDRESS_MARK, _BREAK_MARK, _INDENT

@cython.locals(
    parts=list, mended=list, length=Py_ssize_t, done=Py_ssize_t, at=Py_ssize_t, pieces=list,
    index=Py_ssize_t, piece=str,
)
cpdef tuple mend_addresses(str text)
@cython.locals(begin=Py_ssize_t)
cdef object _broken_address(str text, Py_ssize_t at)
