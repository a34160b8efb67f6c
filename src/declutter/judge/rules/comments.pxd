cimport cython

from declutter.judge.case cimport elements_named
from declutter.page cimport Block, Element

cdef Py_ssize_t _SMALL_PART, _FEWEST_BEFORE

@cython.locals(
    named=bytearray, blocks=list, words=list, sums=cython.int[::1], head=Py_ssize_t,
    elements=list, inside=bytearray, number=Py_ssize_t, element=Element, block=Block,
    verdicts=list, found=list, at=Py_ssize_t,
)
cpdef list comment_sections(case)
cdef bint _is_apart(Py_ssize_t head, Element element, int[::1] sums)
@cython.locals(at=Py_ssize_t, block=Block, blocks=list)
cdef Py_ssize_t _main_heading(case)
