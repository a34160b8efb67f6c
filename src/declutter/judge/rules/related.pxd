cimport cython

from declutter.page cimport Block

cdef Py_UCS4 SENTENCE, TITLE, FIXED
cdef Py_ssize_t _ARTICLE_WORDS, _LONG_ARTICLE, _MOST_LOOKS

@cython.locals(words=list, shapes=str, sums=cython.int[::1], at=Py_ssize_t)
cdef _prose_sums(case)
@cython.locals(inside=Py_ssize_t, outside=Py_ssize_t)
cdef bint _article_outside(int[::1] sums, Py_ssize_t first, Py_ssize_t last)
@cython.locals(periodic=Py_ssize_t, shapes=str, at=Py_ssize_t, signed=bint, shape=Py_UCS4)
cdef tuple _list_end(case, Py_ssize_t first)
@cython.locals(blocks=list, block=Block, k=Py_ssize_t)
cdef bint _is_card_line(case, Py_ssize_t at)
@cython.locals(block=Block)
cdef bint _is_page_title(case, Py_ssize_t at)
cdef bint _sign_follows(case, Py_ssize_t at)
cdef bint _heads(case, Py_ssize_t at)
