cimport cython

cdef Py_ssize_t _LANES
cdef unsigned int _SEQUENCE, _SEQUENCE_BITS

@cython.locals(
    answers=cython.double[::1], places=cython.int[::1], count=Py_ssize_t, i=Py_ssize_t,
)
cpdef reconsider(forest, rows, Py_ssize_t width, before, double low, double high, deadline=*)

@cython.locals(
    features=cython.short[::1], thresholds=cython.float[::1], masks=cython.int[::1],
    values=cython.float[::1], columns=cython.float[::1], left=cython.int[::1],
    sums=cython.double[::1], start=Py_ssize_t, lanes=Py_ssize_t, lane=Py_ssize_t,
    base=Py_ssize_t, k=Py_ssize_t,
)
cdef _ask_rows(
    forest, float[::1] rows, Py_ssize_t width, int[::1] asked, Py_ssize_t count,
    double[::1] scores, deadline
)

@cython.locals(
    step=Py_ssize_t, last=Py_ssize_t, i=Py_ssize_t, end=Py_ssize_t, tree=Py_ssize_t, lane=Py_ssize_t, a=Py_ssize_t, b=Py_ssize_t,
    c=Py_ssize_t, d=Py_ssize_t, above_a=cython.float, above_b=cython.float, above_c=cython.float,
    above_d=cython.float, mask_a=cython.int, mask_b=cython.int, mask_c=cython.int,
    mask_d=cython.int, bits=cython.uint, place=Py_ssize_t,
)
cdef void _ask(
    short[::1] features, float[::1] thresholds, int[::1] masks, float[::1] values,
    Py_ssize_t questions, float[::1] columns, int[::1] left, double[::1] sums
) noexcept

@cython.locals(
    features=cython.short[::1], thresholds=cython.float[::1], masks=cython.int[::1],
    values=cython.float[::1], questions=Py_ssize_t, leaves=Py_ssize_t, total=cython.double,
    tree=Py_ssize_t, left=cython.int, i=Py_ssize_t, bits=cython.uint, place=Py_ssize_t,
)
cdef double _ask_alone(forest, float[::1] rows, Py_ssize_t base)
