cimport cython

from declutter.judge.evidence.totals cimport Totals

cdef Py_ssize_t WIDTH, TEXT_WIDTH, SCORES_AT, KIND, SIZE, _KIND_COUNT, _FARTHEST
cdef double _FAIR


@cython.final
cdef class FirstScores:
    cdef float[::1] _rows
    cdef double[::1] _scores
    cdef Totals _totals
    cdef float[::1] _texts
    cdef double[::1] _sizes
    cdef int[::1] _above
    cdef int[::1] _places
    cdef int[::1] _firsts
    cdef int[::1] _lasts
    cdef int[::1] _wider
    cdef double[::1] _masses
    cdef double _highest
    cdef int[::1] _names
    cdef double[::1] _name_weights
    cdef double[::1] _name_masses
    cdef int[::1] _name_counts
    cdef double[::1] _kind_weights
    cdef double[::1] _kind_masses
    cdef Py_ssize_t _best_first
    cdef Py_ssize_t _best_last

    @cython.locals(
        texts=cython.float[::1], scores=cython.double[::1], i=Py_ssize_t, score=cython.double,
        size=cython.double, mass=cython.double, name=Py_ssize_t, kind=Py_ssize_t,
    )
    cdef _add_up(self)
    @cython.locals(
        texts=cython.float[::1], weights=cython.double[::1], masses=cython.double[::1],
        scores=cython.double[::1], names=cython.int[::1], name_weights=cython.double[::1],
        name_masses=cython.double[::1], count=Py_ssize_t, total=cython.double, mass=cython.double,
        i=Py_ssize_t, to=Py_ssize_t, step=Py_ssize_t, low=Py_ssize_t, high=Py_ssize_t,
        name=Py_ssize_t, kind=Py_ssize_t, heading=Py_ssize_t,
    )
    cpdef fill(self, float[::1] rows, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(mean=cython.double, step=Py_ssize_t, low=Py_ssize_t, high=Py_ssize_t)
    cdef void _fill_around(self, Py_ssize_t to, Py_ssize_t inner) noexcept


@cython.locals(
    parents=cython.int[::1], own_names=cython.int[::1], places=cython.int[::1],
    base=cython.longlong, count=Py_ssize_t, numbers=dict, names=cython.int[::1],
    texts=cython.float[::1], i=Py_ssize_t, key=cython.longlong, at=Py_ssize_t,
)
cdef tuple namesakes(outline, Totals totals)

@cython.locals(
    best=cython.double, first=Py_ssize_t, last=Py_ssize_t, running=cython.double,
    start=Py_ssize_t, texts=cython.float[::1], i=Py_ssize_t,
)
cdef tuple best_run(double[::1] scores, Totals totals)
