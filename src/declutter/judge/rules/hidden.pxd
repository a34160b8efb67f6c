cimport cython

from declutter.page cimport Block, Element

cdef frozenset _WIDGETS

@cython.locals(
    block=Block, hidden=list, found=list, widgets=list, short=bint, inside=list, named=list, number=Py_ssize_t,
    element=Element, parent=Py_ssize_t, within=bint,
)
cpdef list hidden_widgets(case)
@cython.locals(
    hidden=list, shown=list, lost=list, element=Element, elements=list, parent=Py_ssize_t, around=bint,
    block=Block,
)
cpdef list put_away(case)
@cython.locals(block=Block)
cdef list _hidden_blocks(case)
cdef bint _is_hidden(list shown, Element element)
