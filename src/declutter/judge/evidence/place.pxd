cimport cython

from declutter.judge.evidence.totals cimport Totals

cdef Py_ssize_t WIDTH, TEXT_WIDTH, PLACE_AT, SIZE, LINK_DENSITY, END_MARK, KIND, _AROUND, _FAR


@cython.final
cdef class Places:
    cdef Totals _totals
    cdef Py_ssize_t _title
    cdef int[::1] _before
    cdef int[::1] _after
    cdef int[::1] _runs

    @cython.locals(is_long=cython.uchar[::1], found=Py_ssize_t, i=Py_ssize_t, k=Py_ssize_t)
    cdef _find_long(self, Py_ssize_t count)
    @cython.locals(texts=cython.float[::1], start=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t)
    cdef _find_runs(self, Py_ssize_t count)
    @cython.locals(
        totals=Totals, texts=cython.float[::1], sizes=cython.double[::1],
        linked=cython.double[::1], long_sizes=cython.double[::1], above=cython.int[::1],
        before=cython.int[::1], after=cython.int[::1], runs=cython.int[::1], count=Py_ssize_t,
        total=cython.double, total_long=cython.double, far=Py_ssize_t, i=Py_ssize_t,
        at=Py_ssize_t, to=Py_ssize_t, found=Py_ssize_t, heading=Py_ssize_t, previous=Py_ssize_t,
        following=Py_ssize_t, low=Py_ssize_t, high=Py_ssize_t, around=cython.double,
    )
    cpdef fill(self, float[::1] rows, Py_ssize_t first, Py_ssize_t last)


cdef bint are_alike(float[::1] texts, Py_ssize_t one, Py_ssize_t other)
