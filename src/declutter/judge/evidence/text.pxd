cimport cython

from declutter.page cimport Block, Span

cdef Py_ssize_t TEXT_WIDTH, _LOOKED_AT, _OPENING
cdef int _DIGIT, _CAPITAL, _SEPARATOR, _BLANK, _TAB, _LINE, _COMMA, _WIDE_ENDING, _MARK, _STOP
cdef int _SORTS
cdef bytes _OPENING_SORTS, _LATER_SORTS, _STAND_INS
cdef str _SENTENCE_MARKS, _CLOSING_MARKS, _LEADING_MARKS, _SEPARATORS, _COMMAS, _WIDE_ENDINGS
cdef Py_UCS4 _FIRST_WIDE
cdef dict KINDS

cdef int _opening_sort(Py_UCS4 character)
cdef int _sort(Py_UCS4 character)
@cython.locals(codes=bytearray, number=Py_ssize_t, character=Py_UCS4)
cdef bytes _stand_ins(str text)


@cython.final
cdef class Census:
    cdef int[::1] _counts
    cdef readonly Py_ssize_t digits, capitals, separators, blanks, lines, commas, ends

    @cython.locals(
        counts=cython.int[::1], codes=bytes, sorts=bytes, ends=Py_ssize_t, before=int,
        number=Py_ssize_t, code=cython.uchar, sort=Py_ssize_t,
    )
    cpdef take(self, str text)


@cython.final
cdef class Tally:
    cdef dict _first
    cdef int[::1] _numbers
    cdef int[::1] _counts

    @cython.locals(number=Py_ssize_t, before=int)
    cdef int add(self, str text, Py_ssize_t at)
    cdef int count(self, Py_ssize_t at)


@cython.locals(
    blocks=list, block=Block, kinds=dict, census=Census, texts=Tally, openings=Tally, text=str,
    count=Py_ssize_t, i=Py_ssize_t, at=Py_ssize_t, length=Py_ssize_t, size=cython.double,
    looked=Py_ssize_t, title=frozenset, shapes=bytes, titled=bint, rows=cython.float[::1],
)
cpdef measure_texts(page, list folded)

cdef double ending(Py_UCS4 last)

@cython.locals(shapes=bytearray, word=str)
cpdef bytes title_shapes(frozenset title)

@cython.locals(
    shared=Py_ssize_t, count=Py_ssize_t, begin=Py_ssize_t, length=Py_ssize_t, end=Py_ssize_t,
    shape=Py_ssize_t,
)
cpdef double title_overlap(str folded, frozenset title, bytes shapes)

@cython.locals(
    links=Py_ssize_t, emphasis=Py_ssize_t, images=Py_ssize_t, span=Span, kind=str,
)
cdef measure_spans(tuple spans, Py_ssize_t length, float[::1] rows, Py_ssize_t at)
