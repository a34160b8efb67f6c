cimport cython


from declutter.readers.tags cimport Tag


@cython.final
cdef class Shape:
    cdef str kind
    cdef Py_ssize_t level
    cdef Py_ssize_t group
    cdef Py_ssize_t ordinal
    cdef str detail
    cdef bint hidden
    cdef bint pre
    cdef bint table

    @cython.locals(shape=Shape)
    cdef Shape copy(self)


@cython.final
cdef class Shaper:
    cdef list _ordinals
    cdef Py_ssize_t _groups

    @cython.locals(shape=Shape, tag=str)
    cdef Shape shape(self, object node, Tag meant, Shape outside)
    cdef object leave_list(self)
    @cython.locals(depth=Py_ssize_t, ordinal=Py_ssize_t)
    cdef object _shape_item(self, Shape shape)
    cdef Py_ssize_t _new_group(self)
