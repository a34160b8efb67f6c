cimport cython

from declutter.page cimport Block

cdef Py_ssize_t _LINK_DENSITY, _SIZE, _PATH_LOWEST, _PATH_HIGHEST, _WORDS, _REPEATS, _UP_SHARE
cdef Py_ssize_t _ALIKE, _IN_RUN, _FROM_RUN, _NAMESAKES, _HIDDEN
cdef double _TELLING, _LONG
cdef str _FRAME


@cython.final
cdef class Reasons:
    cdef bint _named
    cdef float[::1] _rows
    cdef object _attributes
    cdef int[::1] _calls
    cdef list _designations
    cdef int[::1] _lowest
    cdef list _names
    cdef dict _worded

    @cython.locals(
        density=cython.double, repeats=cython.double, alike=cython.double, hidden=bint,
        after=bint, before=bint, clutter=bint, short=bint, inside=str, facts=tuple,
    )
    cpdef str to_remove(self, Block block, Py_ssize_t at)
    @cython.locals(long=bint, within=bint, share=cython.double, named=bint, like=bint, facts=tuple)
    cpdef str to_keep(self, Py_ssize_t at)
    @cython.locals(lowest=Py_ssize_t, call=Py_ssize_t, name=str, tag=str, words=tuple)
    cdef str _around(self, Py_ssize_t at)


@cython.locals(
    count=Py_ssize_t, lowest=cython.double[::1], places=cython.int[::1], i=Py_ssize_t,
    parent=Py_ssize_t, own=cython.double,
)
cdef lowest_places(cython.int[::1] parents, cython.int[::1] calls, cython.double[::1] odds)

@cython.locals(worst=str, worst_odds=cython.double, word=str, own=cython.double)
cdef str word_name(str tag, tuple words, attributes)
