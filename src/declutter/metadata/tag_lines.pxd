cimport cython

from declutter.judge.phrases.sieve cimport may_open
from declutter.page cimport Block


cdef Py_ssize_t _LONGEST_LINE
cdef Py_ssize_t _LONGEST_LABEL
cdef frozenset _KINDS


@cython.locals(block=Block, openings=bytes, found=dict, label=str)
cpdef list shown_tags(around)
@cython.locals(low=str, phrases=tuple, phrase=str)
cdef str _label_of(str text)
