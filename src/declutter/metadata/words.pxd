cimport cython

from declutter.judge.phrases.sieve cimport may_open


@cython.locals(low=str)
cpdef tuple byline_phrases(str text, Py_ssize_t start)
