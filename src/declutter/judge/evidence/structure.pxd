cimport cython

from declutter.page cimport Block, Element

cdef Py_ssize_t WIDTH, SIZE, LINK_DENSITY, KIND, HEADING, STRUCTURE_AT
cdef Py_ssize_t _FEWEST_CARDS, _WIDEST_CARD, _MOST_ANCESTORS
cdef double LONG
cdef dict _MASKS, _ORIGINS

@cython.locals(
    blocks=list, elements=list, block=Block, element=Element, count=Py_ssize_t, width=Py_ssize_t, sizes=cython.double[::1],
    linked=cython.double[::1], long_sizes=cython.double[::1], headings=cython.double[::1],
    i=Py_ssize_t, at=Py_ssize_t, to=Py_ssize_t, up=Py_ssize_t, size=cython.double,
    total=cython.double, total_long=cython.double, parents=cython.int[::1],
    firsts=cython.int[::1], lasts=cython.int[::1], wider=cython.int[::1], places=cython.int[::1],
    masks=cython.int[::1], alike=cython.int[::1], cards=cython.int[::1], place=Py_ssize_t,
    mask=cython.int, share=cython.double, own_share=cython.double, jump=cython.double, inner=Py_ssize_t,
    first=Py_ssize_t, last=Py_ssize_t, held=Py_ssize_t, card=Py_ssize_t, parent=Py_ssize_t,
    family=cython.double,
)
cpdef measure_structure(page, outline, float[::1] rows)

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
