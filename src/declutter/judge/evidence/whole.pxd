cimport cython

from declutter.judge.evidence.totals cimport Totals

cdef Py_ssize_t TEXT_WIDTH, SIZE, KIND

@cython.locals(
    texts=cython.float[::1], count=Py_ssize_t, i=Py_ssize_t, kind=Py_ssize_t, own=cython.double,
    size=cython.double, whole=cython.double, longest=cython.double, long_blocks=Py_ssize_t,
    by_kind=cython.double[::1],
)
cpdef measure_page(page, Totals totals)
