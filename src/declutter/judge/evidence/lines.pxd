cimport cython

from declutter.page cimport Block
from declutter.judge.evidence.sections cimport gap_between
from declutter.judge.evidence.totals cimport Totals
from declutter.judge.evidence.vocabulary cimport measure_vocabulary

cdef Py_ssize_t LINE_WIDTH, TEXT_WIDTH, SIZE, END_MARK, LINK_DENSITY
cdef Py_ssize_t _NEAR, _AROUND, _LABELLED
cdef double LONG, _SHORT, _FARTHEST

@cython.locals(
    blocks=list, count=Py_ssize_t, rows=cython.float[::1], texts=cython.float[::1],
    is_long=cython.uchar[::1], sums=cython.double[::1],
    ended=cython.double[::1], shorts=cython.double[::1], longest=cython.double, i=Py_ssize_t,
    k=Py_ssize_t, at=Py_ssize_t, to=Py_ssize_t, size=cython.double, total=cython.double,
    distinct=cython.double, since=cython.double, low=Py_ssize_t, high=Py_ssize_t,
)
cpdef measure_lines(page, list labels, Totals totals)

@cython.locals(i=Py_ssize_t)
cdef measure_gaps(list blocks, float[::1] rows)

@cython.locals(
    texts=cython.float[::1], count=Py_ssize_t, comments=cython.double[::1], dates=cython.double[::1],
    known=cython.double[::1], i=Py_ssize_t, label=str, since=cython.double, to=Py_ssize_t,
    low=Py_ssize_t, high=Py_ssize_t,
)
cdef measure_labelled(list labels, Totals totals, float[::1] rows)
