cimport cython

@cython.locals(
    blocks=list, times=dict, openings=dict, seen=dict, text=str, width=Py_ssize_t, i=Py_ssize_t,
    at=Py_ssize_t, j=Py_ssize_t, length=Py_ssize_t, spaces=Py_ssize_t, size=cython.double,
    looked=Py_ssize_t, digits=Py_ssize_t, capitals=Py_ssize_t, separators=Py_ssize_t,
    character=Py_UCS4, commas=Py_ssize_t, plain=cython.bint,
)
cpdef measure_texts(page, list folded, float[::1] rows)

cdef double ending(Py_UCS4 last)

@cython.locals(ends=Py_ssize_t, mark=str)
cdef Py_ssize_t sentence_ends(str text, bint plain)

@cython.locals(own=list, shared=Py_ssize_t)
cdef double title_overlap(str folded, frozenset title)

@cython.locals(links=Py_ssize_t, emphasis=Py_ssize_t, images=Py_ssize_t)
cdef measure_spans(tuple spans, Py_ssize_t length, float[::1] rows, Py_ssize_t at)
