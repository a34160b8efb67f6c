cimport cython

cdef Py_ssize_t TEXT_WIDTH, SIZE, LINK_DENSITY, KIND, HEADING
cdef double LONG


@cython.final
cdef class Totals:
    cdef float[::1] texts
    cdef double[::1] sizes
    cdef double[::1] linked
    cdef double[::1] long_sizes
    cdef int[::1] headings
    cdef int[::1] above
    cdef unsigned char[::1] is_long

    @cython.locals(
        texts=cython.float[::1], heading=Py_ssize_t, i=Py_ssize_t, at=Py_ssize_t,
        size=cython.double, density=cython.double,
    )
    cdef _add_up(self, Py_ssize_t count)
