cimport cython

from declutter.page cimport Block, Element, new_block, new_element
from declutter.readers.html_declared cimport Teller
from declutter.readers.html_nodes cimport Attributes, tag_place
from declutter.readers.html_shape cimport Shape, Shaper
from declutter.readers.html_stack cimport Crowd, Place, new_place, push_children, push_next
from declutter.readers.html_text cimport BlockText, first_shown
from declutter.readers.tags cimport Tag, tag_named


cdef frozenset _PERMALINK_SIGNS
cdef Py_ssize_t _MOST_MARKS
cdef int _CLOSE_SPAN
cdef int _CLOSE_CELL
cdef int _CLOSE_INLINE
cdef int _NODES_BETWEEN_CHECKS
cdef int BREAK
cdef int FORMULA
cdef int IMAGE
cdef int LINK
cdef int PLAIN
cdef int RULE
cdef int SKIPPED
cdef int TIME
cdef tuple NO_WORDS


@cython.final
cdef class Walk:
    cdef readonly list blocks
    cdef readonly list elements
    cdef readonly object declared
    cdef readonly object deadline
    cdef readonly list linked_data
    cdef readonly list unread
    cdef readonly list states
    cdef Teller _teller
    cdef Attributes _attributes
    cdef str _origin
    cdef bint _on_page
    cdef Py_ssize_t _line
    cdef Py_ssize_t _column
    cdef BlockText _text
    cdef tuple _marks
    cdef list _places
    cdef Shape _shape
    cdef Shaper _shaper
    cdef list _late

    @cython.locals(
        stack=list, until_check=int, text=BlockText, started=bint, kind=object, place=tuple
    )
    cpdef object read(self, object nodes, str origin)
    @cython.locals(text=BlockText)
    cdef object _break_line(self, list stack)
    @cython.locals(text=BlockText, finished=str)
    cdef object _end_block(self)
    cdef object _leave_late(self, list stack)
    @cython.locals(shape=Shape, block=Block)
    cdef object _add_block(self, str text)
    @cython.locals(places=list, made=Py_ssize_t, index=Py_ssize_t, at=Py_ssize_t, place=Place)
    cdef Py_ssize_t _element(self)
    @cython.locals(tag=Tag, role=int)
    cdef object _open_tag(self, object node, list stack)
    @cython.locals(attributes=Attributes, outside=Shape, place=Place)
    cdef object _open_block(self, object node, Tag tag, list stack)
    cdef object _open_in_cell(self, object node, str tag, list stack)
    @cython.locals(element=Element)
    cdef object _close_place(self, Place place, list stack)
    @cython.locals(attributes=Attributes, named=bint, words=tuple, block=Py_ssize_t, role=int)
    cdef object _open_inline(self, object node, Tag tag, list stack)
    cdef object _open_link(self, str target, list stack)
    cdef object _open_span(self, str kind, str target, list stack)
    cdef object _close(self, int action)
    @cython.locals(source=str)
    cdef object _read_image(self)
    @cython.locals(tag=Tag, place=Place)
    cdef object _open_late(self, object node, list stack)
    cdef object _skip(self, object node, str tag)
    cpdef object note_script(self, object node)


cdef bint is_permalink(object node)
