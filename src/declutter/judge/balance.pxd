cimport cython

@cython.locals(
    beta=cython.double, expected=cython.double, i=Py_ssize_t, right=cython.double,
    kept=cython.double, best=cython.double, threshold=cython.double, value=cython.double,
    score=cython.double, size=cython.double,
)
cpdef double best_threshold(list scores, list sizes, str point)

@cython.locals(
    expected=cython.double, right=cython.double, size=cython.double, i=Py_ssize_t,
    own=cython.double, whole=cython.double,
)
cpdef double expected_f1(list scores, list sizes, list kept)
