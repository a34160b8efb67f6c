cimport cython

cdef str _MARK, _INDENT, _BLANK, _DASH, _OPENING
cdef Py_ssize_t _SCHEME

@cython.locals(
    parts=list, joined=list, length=Py_ssize_t, done=Py_ssize_t, at=Py_ssize_t, begin=Py_ssize_t,
    end=Py_ssize_t, lines=list, index=Py_ssize_t, line=str, piece=str,
)
cpdef tuple mend_addresses(str text)
cdef Py_ssize_t _bytes(str text) except -1
@cython.locals(
    at=Py_ssize_t, length=Py_ssize_t, depth=Py_ssize_t, hyphens=bint, blanks=bint,
    character=Py_UCS4, behind=Py_ssize_t,
)
cdef Py_ssize_t _broken_end(str text, Py_ssize_t begin) except -1
@cython.locals(length=Py_ssize_t, lines=Py_ssize_t)
cdef Py_ssize_t _next_word(str text, Py_ssize_t at) except -1
@cython.locals(end=Py_ssize_t)
cdef bint _begins_title(str text, Py_ssize_t at) except -1
@cython.locals(colon=Py_ssize_t)
cdef bint _begins_address(str text, Py_ssize_t begin) except -1
