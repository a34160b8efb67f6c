cimport cython

from declutter.page cimport Block

cdef str _ENDS, _CLOSING, _AROUND, _WIDE_ENDS
cdef Py_ssize_t _PARTS, _MOST_CLOSING, _INITIAL, _TITLE_RUN, _PROSE_RUN, _LINKING

cpdef bint lost_its_breaks(str line, Py_ssize_t whole)

@cython.locals(
    cuts=list, length=Py_ssize_t, run=Py_ssize_t, run_start=Py_ssize_t, last_title=Py_ssize_t,
    small=Py_ssize_t, titles=bint, ended=bint, start=Py_ssize_t, end=Py_ssize_t,
)
cpdef list sentence_cuts(str text)

cdef list _wide_ends(str text)

@cython.locals(at=Py_ssize_t, lowest=Py_ssize_t)
cdef bint _ends_sentence(str text, Py_ssize_t start, Py_ssize_t end)

@cython.locals(
    count=Py_ssize_t, at=Py_ssize_t, begun=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t,
    block=Block, part=Block,
)
cdef _add_joined(list blocks, line, list parts)
