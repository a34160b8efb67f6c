cimport cython

from declutter.page cimport Block, Element, new_element

cdef Py_ssize_t _HEADED, _FARTHEST, _GAP, _NAMED
cdef tuple _SIZES, _END_MARKS
cdef str _STARTS, _ENDS
cdef dict _NAMES

@cython.locals(
    blocks=list, elements=list, places=list, keys=list, sections=list, group=Py_ssize_t,
    headed=Py_ssize_t, i=Py_ssize_t, block=Block, before=Block, key=Py_ssize_t, section=Element,
    together=Element, alone=Element, shape=tuple, parent=Py_ssize_t, at=Py_ssize_t, containers=list,
    indented=bint,
)
cpdef tuple layout_elements(page)

cdef Py_ssize_t _indent(Block block)

@cython.locals(around=Element)
cdef Py_ssize_t _depth(Block block, list containers, Py_ssize_t headed)

cpdef Py_ssize_t gap_between(Block before, Block block)

cpdef bint stands_with(Block before, Block block)

@cython.locals(
    text=str, length=Py_ssize_t, size=Py_ssize_t, least=Py_ssize_t, first=Py_UCS4, last=Py_UCS4,
    end=Py_ssize_t, start=Py_ssize_t, linked=Py_ssize_t, names=list, shapes=list, at=Py_ssize_t,
    shape=tuple,
)
cpdef tuple block_shape(Block block)

cdef tuple _name(
    str kind, Py_ssize_t level, Py_ssize_t start, Py_ssize_t size, Py_ssize_t end, Py_ssize_t linked
)
