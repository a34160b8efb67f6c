cimport cython

from declutter.readers.html_shape cimport Shape
from declutter.readers.tags cimport Tag

cdef Py_ssize_t _CROWD


@cython.final
cdef class Place:
    cdef Tag tag
    cdef tuple words
    cdef Shape outside
    cdef Py_ssize_t element


@cython.final
cdef class Crowd:
    cdef object following


@cython.locals(place=Place)
cpdef Place new_place(Tag tag, tuple words, Shape outside)
@cython.locals(children=tuple, crowd=Crowd)
cpdef object push_children(object node, list stack)
cpdef object push_next(Crowd crowd, list stack)
