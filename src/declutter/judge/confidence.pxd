cimport cython

from declutter.page cimport Block, Verdict

cdef Py_ssize_t PIECE, SIZE, TEXT_WIDTH, WIDTH
cdef double LONG, _LOW, _HIGH

@cython.locals(
    i=Py_ssize_t, size=cython.double, score=cython.double, settled=cython.double,
    whole=cython.double, kept=cython.double, prose=cython.double, spread=cython.double,
    likely=cython.double, right=cython.double, sure=cython.double, doubt=cython.double,
    kept_doubt=cython.double, longest=cython.double, some=cython.double, block=Block, verdict=Verdict,
)
cdef list measure_doubt(list blocks, float[::1] sizes, double[::1] scores)

@cython.locals(
    bounds=cython.double[::1], words=cython.double[::1], kept=cython.double, i=Py_ssize_t,
    k=Py_ssize_t, size=cython.double,
)
cdef list measure_levels(list blocks, float[::1] sizes, double[::1] scores)

@cython.locals(at=Py_ssize_t, kept=cython.double)
cdef list measure_kept(list blocks, evidence)

@cython.locals(
    columns=cython.int[::1], i=Py_ssize_t, base=Py_ssize_t, k=Py_ssize_t, size=cython.double,
)
cdef double _add_kept(list blocks, float[::1] rows, double[::1] sums, double kept)
