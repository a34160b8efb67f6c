cimport cython

cdef Py_ssize_t WIDTH, PLACE_AT, SIZE, LINK_DENSITY, END_MARK, KIND, HEADING, _AROUND
cdef double LONG, _FAR

@cython.locals(
    count=Py_ssize_t, width=Py_ssize_t, own=Py_ssize_t, density=Py_ssize_t, mark=Py_ssize_t,
    kind=Py_ssize_t, far=cython.double, long_sizes=cython.double[::1], sums=cython.double[::1],
    link_sums=cython.double[::1], total=cython.double, total_long=cython.double, i=Py_ssize_t,
    at=Py_ssize_t, to=Py_ssize_t, size=cython.double, first_heading=Py_ssize_t,
    long_before=cython.double, heading=Py_ssize_t, previous=Py_ssize_t, following=Py_ssize_t,
    low=Py_ssize_t, high=Py_ssize_t, around=cython.double, place=Py_ssize_t,
)
cpdef measure_places(page, float[::1] rows)

@cython.locals(
    count=Py_ssize_t, width=Py_ssize_t, at=Py_ssize_t, far=cython.double, step=cython.double,
    size=cython.double, i=Py_ssize_t, k=Py_ssize_t,
)
cdef measure_distances(double[::1] long_sizes, float[::1] rows)

@cython.locals(width=Py_ssize_t, to=Py_ssize_t, start=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t)
cdef measure_runs(Py_ssize_t count, float[::1] rows)

cdef bint are_alike(float[::1] rows, Py_ssize_t one, Py_ssize_t other)
