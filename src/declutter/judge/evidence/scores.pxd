cimport cython

cdef Py_ssize_t WIDTH, SCORES_AT, KIND, SIZE, HEADING, _KIND_COUNT
cdef double _FARTHEST, _FAIR

@cython.locals(
    places=cython.int[::1], firsts=cython.int[::1], lasts=cython.int[::1], wider=cython.int[::1],
    count=Py_ssize_t, width=Py_ssize_t, weights=cython.double[::1], masses=cython.double[::1],
    highest=cython.double, i=Py_ssize_t, size=cython.double, total=cython.double,
    mass=cython.double, names=cython.int[::1],
    name_weights=cython.double[::1], name_masses=cython.double[::1],
    name_counts=cython.double[::1], kind_weights=cython.double[::1],
    kind_masses=cython.double[::1], name=Py_ssize_t, kind=Py_ssize_t, best_first=Py_ssize_t,
    best_last=Py_ssize_t, heading=cython.double, to=Py_ssize_t, step=Py_ssize_t, low=Py_ssize_t,
    high=Py_ssize_t, inner=Py_ssize_t, mean=cython.double,
)
cpdef measure_scores(outline, double[::1] scores, float[::1] rows)

@cython.locals(
    parents=cython.int[::1], own_names=cython.int[::1], places=cython.int[::1],
    base=cython.longlong, count=Py_ssize_t, numbers=dict, names=cython.int[::1],
    width=Py_ssize_t, i=Py_ssize_t, key=cython.longlong, at=Py_ssize_t,
)
cdef namesakes(outline, float[::1] rows)

@cython.locals(
    best=cython.double, first=Py_ssize_t, last=Py_ssize_t, running=cython.double,
    start=Py_ssize_t, width=Py_ssize_t, i=Py_ssize_t,
)
cdef tuple best_run(double[::1] scores, float[::1] rows)
