cimport cython

from declutter.page cimport Block, Verdict

cdef Py_ssize_t _LINK_DENSITY, _SIZE, _PATH_LOWEST, _PATH_HIGHEST, _WORDS, _REPEATS, _UP_SHARE
cdef Py_ssize_t _ALIKE, _IN_RUN, _FROM_RUN, _NAMESAKES, _HIDDEN
cdef double _TELLING, _LONG
cdef tuple _FRAME


cdef class Removal(Verdict):
    cdef float _density
    cdef float _repeats
    cdef float _alike
    cdef signed char _hidden
    cdef signed char _after
    cdef signed char _before
    cdef signed char _clutter
    cdef signed char _short
    cdef tuple _inside
    cdef object _odds


cdef class Keeping(Verdict):
    cdef float _share
    cdef signed char _long
    cdef signed char _within
    cdef signed char _named
    cdef signed char _like


@cython.final
cdef class Reasons:
    cdef float[::1] rows
    cdef bint _named
    cdef object _attributes
    cdef int[::1] _calls
    cdef list _designations
    cdef int[::1] _lowest

    @cython.locals(verdict=Removal)
    cdef Verdict to_remove(self, Block block, Py_ssize_t at, double score)
    @cython.locals(verdict=Keeping)
    cdef Verdict to_keep(self, Py_ssize_t at, double score)
    @cython.locals(lowest=Py_ssize_t)
    cdef tuple _around(self, Py_ssize_t at)


@cython.locals(
    count=Py_ssize_t, lowest=cython.double[::1], places=cython.int[::1], i=Py_ssize_t,
    parent=Py_ssize_t, own=cython.double,
)
cdef lowest_places(cython.int[::1] parents, cython.int[::1] calls, cython.double[::1] odds)

@cython.locals(worst=str, worst_odds=cython.double, word=str, own=cython.double)
cdef str word_name(str tag, tuple words, attributes)
