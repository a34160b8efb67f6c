cimport cython

from declutter.page cimport Block, Element, new_block
from declutter.readers.inline cimport Inline, InlineText
from declutter.readers.markdown_code cimport Code
from declutter.readers.markdown_places cimport Places

cdef Py_ssize_t _DEEPEST, _OPEN_LINK_REACH, _MOST_MISREAD


@cython.final
cdef class Builder:
    cdef list blocks
    cdef list elements
    cdef list stack
    cdef list lists
    cdef Py_ssize_t quotes
    cdef Py_ssize_t groups
    cdef Py_ssize_t group
    cdef bint fresh_item
    cdef str kind
    cdef Py_ssize_t level
    cdef InlineText inline
    cdef list cells
    cdef Code code
    cdef Code misread
    cdef Py_ssize_t depth
    cdef list html
    cdef Py_ssize_t source
    cdef Py_ssize_t open_link
    cdef Places places
    cdef str unclosed

    @cython.locals(parent=Py_ssize_t)
    cdef open_element(self, str tag)
    @cython.locals(index=Py_ssize_t, element=Element)
    cdef close_element(self)
    cdef Py_ssize_t new_group(self)
    cdef add(self, Block block)
    @cython.locals(
        inline=Inline, kind=str, level=Py_ssize_t, group=Py_ssize_t, ordinal=Py_ssize_t,
    )
    cdef flush(self)
    @cython.locals(block=Block, part=Inline, index=Py_ssize_t)
    cdef _mend_link(self, Inline inline)
    cdef end_item(self)
    @cython.locals(cells=list, row=Inline, cell=Inline, index=Py_ssize_t)
    cdef end_row(self, bint head)
    @cython.locals(code=Code, text=str)
    cdef end_code(self)
    @cython.locals(
        parts=list, html=str, source=Py_ssize_t, pieces=list, index=Py_ssize_t, piece=str,
        level=Py_ssize_t,
    )
    cdef end_html(self)
