from declutter.judge.phrases.folding cimport fold_ascii


cdef bytes _FOLDED


cpdef str fold(str text)
cpdef str squeeze(str text)
