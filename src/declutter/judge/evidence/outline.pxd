cimport cython

from declutter.judge.lexicon cimport code_of
from declutter.page cimport Block, Element
from declutter.judge.evidence.sections cimport layout_elements

cdef Py_ssize_t _FIRST_WORDS

@cython.locals(
    elements=list, blocks=list, element=Element, block=Block, count=Py_ssize_t, i=Py_ssize_t,
    parent=Py_ssize_t, parents=cython.int[::1], firsts=cython.int[::1], lasts=cython.int[::1],
    wider=cython.int[::1], names=cython.int[::1], calls=cython.int[::1], places=cython.int[::1], listed=list,
    designations=list, numbers=dict, short_numbers=dict, short=list, called=tuple, brief=tuple,
    number=Py_ssize_t, tag=str, words=tuple, following=cython.int[::1], before=Py_ssize_t,
)
cpdef draw_outline(page)
@cython.locals(
    count=Py_ssize_t, designation=tuple, words=tuple, word=str, filled=cython.longlong[::1], at=Py_ssize_t,
)
cdef _codes_of(list designations)
