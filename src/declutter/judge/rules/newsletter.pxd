cimport cython

from declutter.judge.phrases cimport match_start
from declutter.page cimport Block

cdef Py_ssize_t _FEWEST, _LONGEST_CLOSING

@cython.locals(
    blocks=list, words=list, labels=list, verdicts=list, found=list, block=Block, count=Py_ssize_t,
    at=Py_ssize_t,
)
cpdef list closing_prompts(case)
@cython.locals(end=Py_ssize_t)
cdef bint _closes_with_prompt(case, str text)
