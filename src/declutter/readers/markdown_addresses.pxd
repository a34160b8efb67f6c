cimport cython

from declutter.readers.markdown_places cimport byte_length

cdef str _MARK, _INDENT, _BLANK, _DASH, _OPENING
cdef Py_ssize_t _SCHEME, _LONGEST_TITLE

@cython.locals(
    parts=list, joined=list, length=Py_ssize_t, done=Py_ssize_t, at=Py_ssize_t, begin=Py_ssize_t,
    end=Py_ssize_t, behind=Py_ssize_t, lines=Py_ssize_t, before=str, link=str,
)
cpdef tuple mend_addresses(str text)
@cython.locals(lines=list, whole=str, line=str, piece=str)
cdef str _in_one_piece(str address)
@cython.locals(lines=list, line=str)
cdef str _on_one_line(str title)
@cython.locals(at=Py_ssize_t, character=Py_UCS4)
cdef bint _is_plain(str text, Py_ssize_t begin) except -1
@cython.locals(
    at=Py_ssize_t, length=Py_ssize_t, depth=Py_ssize_t, blanks=bint, character=Py_UCS4,
    behind=Py_ssize_t,
)
cdef Py_ssize_t _address_end(str text, Py_ssize_t begin) except -2
@cython.locals(length=Py_ssize_t, lines=Py_ssize_t)
cdef Py_ssize_t _next_word(str text, Py_ssize_t at) except -1
@cython.locals(begin=Py_ssize_t, end=Py_ssize_t, mark=str)
cdef Py_ssize_t _title_end(str text, Py_ssize_t at) except -1
@cython.locals(colon=Py_ssize_t)
cdef bint _begins_address(str text, Py_ssize_t begin) except -1
