cimport cython

from declutter.page cimport Block

cdef Py_ssize_t _BETWEEN

@cython.locals(tags=set, blocks=list, verdicts=list, found=list, block=Block, at=Py_ssize_t)
cpdef list tag_links(case)
@cython.locals(text=str, outside=Py_ssize_t, links=list)
cdef bint _is_tags(Block block, set tags)
