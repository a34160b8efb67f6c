cimport cython

from declutter.metadata.folding cimport fold, squeeze


cdef Py_ssize_t _SHORTEST_HOST_PART
cdef Py_ssize_t _MOST_SITE_WORDS


@cython.locals(name=str)
cpdef bint is_site_name(str part, frozenset sites)
@cython.locals(name=str, few_words=bint, site=str, initials=str)
cpdef bint is_site_part(str part, frozenset sites)
@cython.locals(parts=tuple, first=Py_ssize_t, last=Py_ssize_t)
cpdef str without_site(str title, frozenset sites, bint at_home)
@cython.locals(parts=tuple)
cdef bint _opens(str title, str name)
@cython.locals(parts=tuple)
cdef bint _closes(str title, str name)
@cython.locals(a=set, b=set)
cdef double _likeness(str first, str second)
@cython.locals(index=Py_ssize_t, name=str)
cdef object _agreed(list stripped, list folded)
