cimport cython

cdef Py_ssize_t WIDTH, CHECK_EVERY

@cython.locals(
    columns=cython.short[::1], lows=cython.float[::1], highs=cython.float[::1],
    ends=cython.short[::1], weights=cython.double[::1], bias=cython.double, i=Py_ssize_t,
    base=Py_ssize_t, total=cython.double, test=Py_ssize_t, k=Py_ssize_t, holds=bint,
    value=cython.float,
)
cpdef weigh(weighing, float[::1] rows, double[::1] totals, Py_ssize_t start, deadline=*)
