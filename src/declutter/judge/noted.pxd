cimport cython

from declutter.page cimport Block

cdef Py_ssize_t _FEWEST_PARTED, _MOST_PARTED, _SIGNATURE_WORDS

@cython.locals(
    hidden=list, captions=list, unseen=list, parted=list, numbered=list, signed=list, lasts=str, at=Py_ssize_t,
    block=Block, text=str, count=Py_ssize_t,
)
cpdef note(list blocks, list words, tuple signatures)
@cython.locals(marked=bint, character=Py_UCS4)
cdef bint _is_parted(str text)
