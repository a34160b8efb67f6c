cimport cython

from declutter.page cimport Block, Element

@cython.locals(
    named=list, sums=list, head=Py_ssize_t, elements=list, inside=list, number=Py_ssize_t,
    element=Element, block=Block,
)
cpdef list comment_sections(case)
cdef bint _is_apart(Py_ssize_t head, Element element, list sums)
@cython.locals(at=Py_ssize_t, block=Block)
cdef Py_ssize_t _main_heading(case)
