cimport cython


cdef class Span:
    cdef public str kind
    cdef public str target
    cdef public str label
    cdef public int start
    cdef public int end


cdef class Verdict:
    cdef public bint keep
    cdef public double score
    cdef public str rule
    cdef str _reason
    cdef public str family


cdef class Element:
    cdef public str tag
    cdef public int parent
    cdef public int depth
    cdef public tuple words
    cdef public int first
    cdef public int last


cdef class Block:
    cdef public str text
    cdef public str kind
    cdef public tuple spans
    cdef public str origin
    cdef public str detail
    cdef public tuple marks
    cdef public Verdict verdict
    cdef public Py_ssize_t ordinal
    cdef public int line
    cdef public int column
    cdef public int level
    cdef public int element
    cdef public int group
    cdef public int link_length
    cdef public bint hidden


@cython.locals(element=Element)
cpdef Element new_element(str tag, Py_ssize_t parent, tuple words, Py_ssize_t depth, Py_ssize_t first)
@cython.locals(span=Span)
cpdef Span new_span(Py_ssize_t start, Py_ssize_t end, str kind, str target, str label)
@cython.locals(verdict=Verdict)
cpdef Verdict new_verdict(bint keep, double score, str rule, str reason, str family)
@cython.locals(block=Block)
cpdef Block new_block(
    str text, str kind, Py_ssize_t level, tuple spans, tuple source, str origin, Py_ssize_t element,
    Py_ssize_t group, Py_ssize_t link_length, Py_ssize_t ordinal, str detail, bint hidden, tuple marks,
)
