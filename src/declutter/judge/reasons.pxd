cimport cython

from declutter.document cimport Block, Element

cdef Py_ssize_t _LINK_DENSITY, _SIZE, _PATH_LOWEST, _PATH_HIGHEST, _WORDS, _REPEATS, _UP_SHARE
cdef Py_ssize_t _ALIKE, _IN_RUN, _FROM_RUN, _NAMESAKES, _HIDDEN
cdef double _TELLING, _LONG


@cython.final
cdef class Reasons:
    cdef bint _named
    cdef list _elements
    cdef float[::1] _rows
    cdef dict _attributes
    cdef dict _lowest
    cdef dict _worded

    @cython.locals(
        density=cython.double, repeats=cython.double, alike=cython.double, hidden=bint,
        after=bint, before=bint, clutter=bint, short=bint, inside=str, facts=tuple,
    )
    cpdef str to_remove(self, Block block, Py_ssize_t at)
    @cython.locals(long=bint, within=bint, share=cython.double, named=bint, like=bint, facts=tuple)
    cpdef str to_keep(self, Py_ssize_t at)


@cython.locals(
    path=list, lowest=cython.double, name=str, k=Py_ssize_t, element=Element, own=cython.double,
    worst=str, worst_odds=cython.double, word=str, odds=cython.double, words=tuple,
)
cdef str lowest_name(list elements, Py_ssize_t at, dict attributes, dict known)
