cimport cython


cdef list _BY_PLACE
cdef Py_ssize_t _PLACES
cdef Py_ssize_t _HEAD
cdef Py_ssize_t _MIDDLE


@cython.final
cdef class Tag:
    cdef readonly str name
    cdef readonly int role
    cdef readonly bint custom
    cdef readonly bint shapes
    cdef readonly Py_ssize_t level
    cdef readonly bint lists
    cdef readonly bint parts_table
    cdef readonly str span
    cdef readonly str usual


@cython.locals(length=Py_ssize_t, letters=Py_ssize_t)
cdef Py_ssize_t _place_of(str name)
@cython.locals(tag=Tag, custom=bint)
cpdef Tag tag_named(str name)
