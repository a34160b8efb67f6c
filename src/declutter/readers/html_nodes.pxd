cimport cython

from declutter.readers.words cimport attribute_words


cdef dict _TELLING
cdef int _MOST_IMPLIED
cdef int _NOTHING
cdef int _NAMES
cdef int _NAME
cdef int _ITEM
cdef int _HIDDEN
cdef int _STYLE
cdef int _ARIA_HIDDEN


@cython.locals(words=tuple, found=tuple, hidden=bint, item=bint, told=int, name=str, value=str)
cpdef tuple read_attributes(object node, object attributes, list names)
@cython.locals(place=tuple, _=int)
cpdef tuple position_of(object text)
cdef bint hides(str style)
