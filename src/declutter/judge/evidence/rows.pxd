cimport cython

from declutter.judge.evidence.place cimport Places
from declutter.judge.evidence.scores cimport FirstScores
from declutter.judge.evidence.structure cimport Structure
from declutter.judge.evidence.totals cimport Totals

cdef Py_ssize_t WIDTH, TEXT_WIDTH, ODDS_WIDTH, LINE_WIDTH, ODDS_AT, LINES_AT, PAGE_AT, PIECE


@cython.final
cdef class Evidence:
    cdef readonly Py_ssize_t count
    cdef readonly object texts
    cdef readonly object odds
    cdef readonly object lines
    cdef readonly object whole
    cdef object _outline
    cdef Totals _totals
    cdef Places _places
    cdef Structure _structure
    cdef FirstScores _scores
    cdef Py_ssize_t _first
    cdef object _rows

    cpdef take_scores(self, scores)
    cpdef rows_from(self, Py_ssize_t first)
    cdef _fill(self, Py_ssize_t first, Py_ssize_t last)


@cython.locals(i=Py_ssize_t, begin=Py_ssize_t, at=Py_ssize_t, k=Py_ssize_t)
cdef copy_columns(
    float[::1] columns, Py_ssize_t width, Py_ssize_t first, Py_ssize_t last, float[::1] rows,
    Py_ssize_t to,
)
@cython.locals(i=Py_ssize_t, at=Py_ssize_t, k=Py_ssize_t)
cdef repeat_columns(float[::1] columns, Py_ssize_t count, float[::1] rows, Py_ssize_t to)
