cimport cython

cdef Py_ssize_t _NARROWEST, _WIDEST, _LEAST_BREAKS, _SLACK
cdef Py_UCS4 _FIRST_WIDE

@cython.locals(
    steps=list, breaks=Py_ssize_t, inside=Py_ssize_t, cased=Py_ssize_t, lines=list,
    index=Py_ssize_t, length=Py_ssize_t, following=str, letter=Py_UCS4, best=Py_ssize_t,
    width=Py_ssize_t, count=Py_ssize_t, column=Py_ssize_t, line=str,
)
cpdef Py_ssize_t fill_width(list paragraphs)

@cython.locals(length=Py_ssize_t)
cpdef bint continues(str line, str following, Py_ssize_t width)

@cython.locals(length=Py_ssize_t, character=Py_UCS4)
cdef Py_ssize_t _word_length(str text)
