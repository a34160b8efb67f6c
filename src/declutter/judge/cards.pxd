cimport cython

cdef Py_ssize_t _LONGEST_PERIOD, _FEWEST_CARDS
cdef str _SIGNS, _NO_STARTS, TITLE, SENTENCE

@cython.locals(shapes=str, period=Py_ssize_t, card=str, end=Py_ssize_t)
cpdef tuple run_of_cards(case, Py_ssize_t first)

@cython.locals(at=Py_ssize_t)
cdef bint _repeats(str shapes, Py_ssize_t first, Py_ssize_t period)

@cython.locals(title=bint, sign=bint, at=Py_ssize_t, shape=Py_UCS4)
cdef bint _has_title_and_sign(str shapes, Py_ssize_t first, Py_ssize_t period)

@cython.locals(at=Py_ssize_t)
cdef bint _holds_essay(case, Py_ssize_t first, Py_ssize_t last)

cpdef list runs_of_cards(case)

@cython.locals(runs=list, at=Py_ssize_t, end=Py_ssize_t, period=Py_ssize_t, count=Py_ssize_t)
cdef list _find_runs(case, str shapes)

@cython.locals(period=Py_ssize_t)
cdef bint _may_begin(str shapes, Py_ssize_t first) except -1
