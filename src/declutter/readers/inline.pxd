cimport cython

from declutter.page cimport Span, new_span
from declutter.readers.html_text cimport is_folded

cdef tuple _NO_SPANS
cdef Py_ssize_t _MOST_OPEN


@cython.final
cdef class Inline:
    cdef public str text
    cdef public list marks

    cpdef tuple spans(self)
    @cython.locals(length=Py_ssize_t, span=Span)
    cpdef Py_ssize_t link_length(self)
    @cython.locals(shift=Py_ssize_t, span=Span)
    cpdef append(self, Inline other, str between)
    @cython.locals(span=Span)
    cpdef cut(self, Py_ssize_t start, Py_ssize_t end)
    cpdef cut_dangling_target(self)
    @cython.locals(at=Py_ssize_t, end=Py_ssize_t, begin=Py_ssize_t, inner=str, strong=str)
    cpdef mend_strong(self)
    cpdef link_all(self, str target)


@cython.final
cdef class InlineText:
    cdef list _parts
    cdef Py_ssize_t _length
    cdef bint _blank
    cdef list _marks
    cdef list _open
    cdef list _images
    cdef str _skip

    cdef _reset(self)
    cpdef text(self, str text)
    @cython.locals(last=str)
    cpdef line_break(self)
    cpdef open(self, str kind, str target=*)
    @cython.locals(index=Py_ssize_t, opened=str, target=str, start=Py_ssize_t)
    cpdef close(self, str kind)
    cpdef open_image(self, str target)
    cpdef close_image(self)
    cpdef image(self, str target, str label)
    cpdef skip(self, str tag)
    cpdef end_skip(self, str tag)
    @cython.locals(
        text=str, length=Py_ssize_t, marks=list, index=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t,
        mark=Span,
    )
    cpdef Inline take(self)


@cython.locals(folded=str)
cdef str _fold(str text)
