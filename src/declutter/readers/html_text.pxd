cimport cython

from declutter.page cimport Span, new_span


cdef Py_ssize_t _MOST_OPEN_SPANS
cdef Py_ssize_t _MOST_IMAGES
cdef tuple _NO_SPANS


@cython.final
cdef class BlockText:
    cdef Py_ssize_t length
    cdef bint space
    cdef bint newline
    cdef Py_ssize_t tabs
    cdef Py_ssize_t link_length
    cdef list open
    cdef str _first
    cdef list _parts
    cdef list _spans
    cdef list _images
    cdef Py_ssize_t _link_depth
    cdef Py_ssize_t _link_end

    @cython.locals(begin=Py_ssize_t, end=Py_ssize_t, piece=str)
    cdef object add(self, str data)
    cdef object add_preformatted(self, str data)
    cdef object add_line_break(self)
    cdef object _append(self, str piece)
    cdef Py_ssize_t _next_offset(self)
    cdef bint open_span(self, str kind, str target)
    @cython.locals(start=Py_ssize_t)
    cdef object close_span(self)
    cdef object part_links(self)
    @cython.locals(start=Py_ssize_t)
    cdef object add_formula(self, str source)
    cdef bint has_room_for_image(self)
    @cython.locals(at=Py_ssize_t)
    cdef object add_image(self, str target, str label)
    @cython.locals(text=str)
    cdef str finish(self, bint preformatted)
    @cython.locals(spans=list, start=Py_ssize_t)
    cdef tuple finished_spans(self, Py_ssize_t length)
    cdef object start(self)


@cython.locals(at=Py_ssize_t, character=Py_UCS4)
cpdef Py_ssize_t first_shown(str data)
@cython.locals(end=Py_ssize_t)
cdef Py_ssize_t past_shown(str data)
@cython.locals(after_blank=bint, character=Py_UCS4)
cpdef bint is_folded(str text)
cdef Span _within(Span span, Py_ssize_t length)
