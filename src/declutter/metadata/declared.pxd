cimport cython

from declutter.metadata.folding cimport fold


cdef Py_ssize_t _MOST_CLAIMS
cdef Py_ssize_t _MOST_ITEMS
cdef dict _META
cdef frozenset _CITED_NAMES
cdef dict _ITEM_FIELDS
cdef dict _HEADER_FIELDS


@cython.locals(
    name=str, content=str, target=tuple, part=str, relation=str, address=str, text=str, several=bint,
    value=str, known=str,
)
cpdef object gather_claims(declared, frozenset headings)
cdef bint _has_several_days(declared)
@cython.locals(name=str, content=str)
cpdef list publication_like(declared)
