cimport cython

@cython.locals(
    features=cython.short[::1], thresholds=cython.float[::1], left=cython.short[::1],
    right=cython.short[::1], values=cython.double[::1], roots=cython.short[::1], count=Py_ssize_t,
    trees=Py_ssize_t, i=Py_ssize_t, k=Py_ssize_t, base=Py_ssize_t, node=Py_ssize_t,
    total=cython.double, answers=cython.double[::1], start=Py_ssize_t, end=Py_ssize_t,
    step=Py_ssize_t,
)
cpdef reconsider(
    forest, float[::1] rows, Py_ssize_t width, before, double low, double high, deadline=*
)
