cimport cython

from declutter.document cimport Block, Element

cdef frozenset _WIDGETS

@cython.locals(
    block=Block, hidden=list, found=list, widgets=list, short=bint, inside=list, named=list, number=Py_ssize_t,
    element=Element, parent=Py_ssize_t, within=bint,
)
cpdef list hidden_widgets(case)
