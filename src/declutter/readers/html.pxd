cimport cython

from declutter.page cimport Block

cdef Py_ssize_t _ENOUGH_WORDS, _PROSE_WORDS

@cython.locals(words=Py_ssize_t, blocks=list, at=Py_ssize_t, block=Block, text=str, own=Py_ssize_t)
cpdef bint shows_prose(page)
