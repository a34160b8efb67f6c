cimport cython

from declutter.page cimport Block

cdef Py_ssize_t WIDTH, _LOOKED_AT, _OPENING
cdef int _DIGIT, _CAPITAL, _SEPARATOR
cdef bytes _CLASSES
cdef str _SENTENCE_MARKS, _CLOSING_MARKS, _LEADING_MARKS, _SEPARATORS
cdef dict KINDS


@cython.final
cdef class Tally:
    cdef dict _first
    cdef int[::1] _numbers
    cdef int[::1] _counts

    @cython.locals(number=Py_ssize_t, before=int)
    cdef int add(self, str text, Py_ssize_t at)
    cdef int count(self, Py_ssize_t at)


@cython.locals(
    blocks=list, block=Block, kinds=dict, classes=bytes, texts=Tally, openings=Tally, text=str,
    count=Py_ssize_t, i=Py_ssize_t, at=Py_ssize_t, j=Py_ssize_t, length=Py_ssize_t,
    spaces=Py_ssize_t, size=cython.double, looked=Py_ssize_t, digits=Py_ssize_t,
    capitals=Py_ssize_t, separators=Py_ssize_t, character=Py_UCS4, told=int, commas=Py_ssize_t, lines=Py_ssize_t,
    plain=cython.bint, title=frozenset, initials=str,
)
cpdef measure_texts(page, list folded, float[::1] rows)

cdef double ending(Py_UCS4 last)

@cython.locals(ends=Py_ssize_t, mark=str)
cdef Py_ssize_t sentence_ends(str text, bint plain)

@cython.locals(
    shared=Py_ssize_t, count=Py_ssize_t, begin=Py_ssize_t, length=Py_ssize_t, end=Py_ssize_t,
)
cdef double title_overlap(str folded, frozenset title, str initials)

@cython.locals(links=Py_ssize_t, emphasis=Py_ssize_t, images=Py_ssize_t)
cdef measure_spans(tuple spans, Py_ssize_t length, float[::1] rows, Py_ssize_t at)
