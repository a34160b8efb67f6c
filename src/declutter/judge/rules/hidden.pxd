cimport cython

from declutter.judge.case cimport elements_named
from declutter.page cimport Block, Element

cdef frozenset _WIDGETS
cdef Py_ssize_t _SHORT_PAGE

@cython.locals(
    block=Block, blocks=list, hidden=list, found=list, widgets=bytearray, short=bint,
    inside=bytearray, named=bytearray, number=Py_ssize_t, elements=list, element=Element,
    count=Py_ssize_t, parent=Py_ssize_t, within=bint, at=Py_ssize_t,
)
cpdef list hidden_widgets(case)
@cython.locals(
    block=Block, blocks=list, hidden=list, found=list, shown=cython.int[::1], lost=bytearray,
    number=Py_ssize_t, elements=list, element=Element, parent=Py_ssize_t, around=bint,
    at=Py_ssize_t,
)
cpdef list put_away(case)
cdef list _hidden_blocks(case)
cdef bint _is_hidden(int[::1] shown, Element element)
