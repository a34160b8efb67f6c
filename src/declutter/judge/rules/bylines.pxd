cimport cython

from declutter.judge.case cimport is_date
from declutter.judge.phrases cimport match_start, match_whole
from declutter.judge.phrases.folding cimport ends_sentence, fold, has_figure
from declutter.page cimport Block

cdef Py_UCS4 SENTENCE, TITLE
cdef Py_ssize_t _SIGNATURE_WORDS, _FEWEST_FACTS, _ROW_WORDS, _CAPTION_WORDS, _CREDIT_NAME_WORDS

@cython.locals(
    count=Py_ssize_t, words=list, blocks=list, shapes=str, signatures=tuple, lasts=str, found=list, block=Block,
    text=str, at=Py_ssize_t,
)
cdef list _signatures(case)
@cython.locals(
    blocks=list, words=list, verdicts=list, found=list, block=Block, count=Py_ssize_t, at=Py_ssize_t,
)
cpdef list rows_of_facts(case)
@cython.locals(at=Py_ssize_t, character=Py_UCS4)
cdef bint _may_be_parted(str text)
@cython.locals(
    blocks=list, labels=list, words=list, found=list, block=Block, count=Py_ssize_t, at=Py_ssize_t,
)
cpdef list photo_credits(case)
@cython.locals(end=Py_ssize_t)
cdef bint _ends_in_credit(case, str text)
@cython.locals(blocks=list, found=list, block=Block, at=Py_ssize_t)
cpdef list captions(case)
