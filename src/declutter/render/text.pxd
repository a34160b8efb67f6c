cimport cython

from declutter.page cimport Block


@cython.locals(block=Block, show_tables=bint, body=list)
cpdef list body_blocks(document)
@cython.locals(block=Block, comments=list)
cpdef list comment_blocks(document)
@cython.locals(block=Block, parts=list, previous=Py_ssize_t)
cdef str _join(list blocks)
