cimport cython

from declutter.page cimport Block
from declutter.judge.evidence.sections cimport gap_between

cdef Py_ssize_t WIDTH, LINES_AT, SIZE, END_MARK, LINK_DENSITY
cdef Py_ssize_t _FIRST_WORDS, _TOLD_LENGTH, _SMALL, _NEAR, _AROUND, _LABELLED
cdef double LONG, _SHORT, _FARTHEST

@cython.locals(
    blocks=list, count=Py_ssize_t, width=Py_ssize_t, sums=cython.double[::1],
    ended=cython.double[::1], shorts=cython.double[::1], longest=cython.double, i=Py_ssize_t,
    k=Py_ssize_t, at=Py_ssize_t, to=Py_ssize_t, size=cython.double, total=cython.double,
    distinct=cython.double, since=cython.double, low=Py_ssize_t, high=Py_ssize_t,
)
cpdef measure_lines(page, list labels, float[::1] rows)

cdef bint is_long(float[::1] rows, Py_ssize_t at)

@cython.locals(to=Py_ssize_t, i=Py_ssize_t)
cdef measure_gaps(list blocks, float[::1] rows)

@cython.locals(
    count=Py_ssize_t, comments=cython.double[::1], dates=cython.double[::1],
    known=cython.double[::1], i=Py_ssize_t, label=str, since=cython.double, at=Py_ssize_t,
    to=Py_ssize_t, low=Py_ssize_t, high=Py_ssize_t,
)
cdef measure_labelled(list labels, float[::1] rows)

@cython.locals(
    width=Py_ssize_t, known=dict, told=list, block=Block, text=str, i=Py_ssize_t, at=Py_ssize_t, own=list, words=list,
    lower=Py_ssize_t, small=Py_ssize_t, length=Py_ssize_t, itself=bint, shared=Py_ssize_t,
    word=str,
)
cdef measure_vocabulary(list blocks, float[::1] rows)
