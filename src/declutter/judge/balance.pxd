cimport cython

@cython.locals(
    count=Py_ssize_t, beta=cython.double, expected=cython.double, i=Py_ssize_t,
    right=cython.double, kept=cython.double, lowest=cython.double, best=cython.double,
    threshold=cython.double, value=cython.double,
)
cpdef double best_threshold(double[::1] scores, float[::1] sizes, point)

@cython.locals(
    expected=cython.double, right=cython.double, size=cython.double, i=Py_ssize_t,
    own=cython.double, whole=cython.double,
)
cpdef double expected_f1(double[::1] scores, float[::1] sizes, bytearray kept)
