cimport cython

cdef Py_ssize_t _LONGEST_LINE, _LINE_END

cpdef Py_ssize_t byte_length(str text) except -1


@cython.final
cdef class Places:
    cdef bytes _utf8
    cdef bint _ascii
    cdef Py_ssize_t _first_line
    cdef list _joined
    cdef Py_ssize_t _line
    cdef Py_ssize_t _start
    cdef Py_ssize_t _seen
    cdef Py_ssize_t _next

    cdef _begin(self)
    @cython.locals(
        letters=cython.p_uchar, at=Py_ssize_t, joined=Py_ssize_t, column=Py_ssize_t,
    )
    cpdef tuple place(self, Py_ssize_t offset)
