cimport cython

cdef Py_ssize_t TEXT_WIDTH, SIZE, LINK_DENSITY, KIND, HEADING
cdef double LONG

@cython.locals(
    count=Py_ssize_t, i=Py_ssize_t, at=Py_ssize_t, kind=Py_ssize_t, own=cython.double, size=cython.double,
    long_size=cython.double, linked=cython.double, longest=cython.double, long_blocks=Py_ssize_t,
    headings=Py_ssize_t, by_kind=cython.double[::1],
)
cpdef measure_page(page, float[::1] texts)
