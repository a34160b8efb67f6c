cimport cython

cdef Py_ssize_t _LONGEST_PERIOD, _FEWEST_CARDS, _CARD_WORDS
cdef frozenset _SIGN_SET
cdef str _NO_STARTS, TITLE, SENTENCE

@cython.locals(shapes=str, period=Py_ssize_t, card=str, end=Py_ssize_t)
cdef Py_ssize_t _periodic_end(case, Py_ssize_t first)

@cython.locals(at=Py_ssize_t)
cdef bint _holds_essay(case, Py_ssize_t first, Py_ssize_t last)
