cimport cython

from declutter.readers.tags cimport Tag
from declutter.readers.words cimport attribute_words


cdef Py_ssize_t _LONGEST_TELLING
cdef list _NAMED
cdef bytearray _TOLD
cdef tuple NO_WORDS
cdef int _MOST_IMPLIED
cdef int _NOTHING
cdef int _NAMES
cdef int _RELATION
cdef int _NAME
cdef int _ITEM
cdef int _ADDRESS
cdef int _IMAGE
cdef int _LATE_IMAGE
cdef int _LABEL
cdef int _HIDDEN
cdef int _STYLE
cdef int _ARIA_HIDDEN


@cython.final
cdef class Attributes:
    cdef object _attr
    cdef tuple words
    cdef bint hidden
    cdef bint item
    cdef bint related
    cdef str address
    cdef str image
    cdef str late_image
    cdef str label

    cdef object forget(self)
    @cython.locals(count=Py_ssize_t, lone=str, names=list, name=str, told=int)
    cdef bint read(self, object node, Tag tag)
    @cython.locals(found=tuple)
    cdef object _keep(self, int told, str value)


@cython.locals(place=tuple)
cpdef tuple position_of(object text)
@cython.locals(place=tuple, _=int)
cpdef tuple tag_place(object text)
@cython.locals(length=Py_ssize_t)
cdef Py_ssize_t _place_of(str name)
@cython.locals(place=Py_ssize_t, known=str)
cdef int _told_by(str name)
cdef bint hides(str style)
