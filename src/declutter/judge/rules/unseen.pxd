cimport cython

from declutter.page cimport Block

cdef Py_UCS4 SENTENCE

@cython.locals(blocks=list, block=Block, shapes=str, prose=list, at=Py_ssize_t)
cpdef list unseen_prose(case)
@cython.locals(block=Block)
cdef bint _is_plain(case, Py_ssize_t at)
