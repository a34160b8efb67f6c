cimport cython

from declutter.judge.phrases.folding cimport fold

cdef Py_ssize_t _PROSE_WORDS, _LIST_ITEMS, _LEAD

@cython.locals(
    found=list, last_quoted=Py_ssize_t, count=Py_ssize_t, listed=Py_ssize_t, at=Py_ssize_t,
    announced=bint, text=str,
)
cpdef list quoted_blocks(list texts, str shapes, list words, list labels)

@cython.locals(at=Py_ssize_t)
cdef Py_ssize_t _end_of_list(Py_ssize_t first, str shapes, list labels)

@cython.locals(after_own=bint, phrase=str)
cdef bint _is_own(
    Py_ssize_t at, Py_ssize_t last_quoted, list texts, str shapes, list words, list labels
)

cdef bint _is_prose(Py_ssize_t at, str shapes, list words, list labels)
cdef bint _is_unlabelled(label)
