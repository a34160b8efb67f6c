cimport cython

from declutter.judge.evidence.totals cimport Totals
from declutter.page cimport Block, Element

cdef Py_ssize_t WIDTH, STRUCTURE_AT, _FEWEST_CARDS, _WIDEST_CARD, _MOST_ANCESTORS
cdef dict _MASKS, _ORIGINS


@cython.final
cdef class Structure:
    cdef float[::1] _rows
    cdef list _blocks
    cdef list _elements
    cdef Totals _totals
    cdef double[::1] _sizes
    cdef double[::1] _linked
    cdef double[::1] _long_sizes
    cdef int[::1] _headings
    cdef double _total
    cdef double _total_long
    cdef int[::1] _parents
    cdef int[::1] _firsts
    cdef int[::1] _lasts
    cdef int[::1] _wider
    cdef int[::1] _places
    cdef int[::1] _masks
    cdef int[::1] _alike
    cdef int[::1] _cards

    @cython.locals(i=Py_ssize_t, to=Py_ssize_t, block=Block, place=Py_ssize_t, element=Element)
    cpdef fill(self, float[::1] rows, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(
        share=cython.double, own_share=cython.double,
        jump=cython.double, inner=Py_ssize_t, up=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t,
        size=cython.double, held=Py_ssize_t,
    )
    cdef void _fill_around(self, Py_ssize_t to, Py_ssize_t i) noexcept
    @cython.locals(
        first=Py_ssize_t, last=Py_ssize_t, size=cython.double, parent=Py_ssize_t,
        family=cython.double,
    )
    cdef void _fill_card(self, Py_ssize_t to, Py_ssize_t card) noexcept
    cdef void _fill_masks(self, Py_ssize_t to, int mask) noexcept


@cython.locals(steps=Py_ssize_t)
cdef Py_ssize_t count_ancestors(int[::1] wider, Py_ssize_t at)

@cython.locals(
    designations=list, designation=tuple, told=cython.int[::1], number=Py_ssize_t,
    parents=cython.int[::1], calls=cython.int[::1], masks=cython.int[::1], i=Py_ssize_t,
    own=cython.int,
)
cdef inherited_masks(outline)

@cython.locals(
    parents=cython.int[::1], names=cython.int[::1], count=Py_ssize_t, alike=cython.int[::1],
    first=cython.int[::1], following=cython.int[::1], tally=cython.int[::1], i=Py_ssize_t,
    child=Py_ssize_t,
)
cdef alike_siblings(outline)

@cython.locals(
    parents=cython.int[::1], firsts=cython.int[::1], lasts=cython.int[::1], element=Element,
    cards=cython.int[::1], i=Py_ssize_t, above=Py_ssize_t, own=Py_ssize_t, wide=cython.bint,
)
cdef nearest_cards(list elements, outline, int[::1] alike)
