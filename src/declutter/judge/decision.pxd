cimport cython

from declutter.page cimport Block, Element, Verdict, new_verdict
from declutter.judge.reasons cimport Reasons

cdef frozenset _FIRM_KINDS
cdef Py_ssize_t CHECK_EVERY, WIDTH, _SNIPPET, _ASKED, _SIGN, _OPENING
cdef double _SHORT, _FIRM, _HEADING, _HEADED, _HEADED_IN_MANUAL, _PROSE, _ANSWER, _REPEATED, _REPEATED_QUOTE, _REPEATED_IN_TEXT, _MIXED

@cython.locals(
    scores=list, sizes=list, blocks=list, block=Block, i=Py_ssize_t, threshold=cython.double,
    sure=cython.double, sure_line=cython.double, wanted=cython.double, sign=Py_ssize_t, kept=list, verdicts=list, repeated=list, reasons=Reasons,
    verdict=Verdict,
)
cpdef double decide(case, scored, learned, str favor, deadline=*)

@cython.locals(
    members=dict, i=Py_ssize_t, block=Block, element=Element, group=list, mass=cython.double, size=cython.double,
)
cpdef judge_groups_whole(page, list scores, list sizes)

@cython.locals(i=Py_ssize_t, block=Block, headed=cython.double)
cdef keep_headings(case, list scores, list sizes, list kept)

@cython.locals(i=Py_ssize_t, block=Block, answer=Block, blocks=list, asked=Py_ssize_t)
cdef keep_answers(case, list scores, list sizes, list kept)

@cython.locals(content=cython.double, whole=cython.double, i=Py_ssize_t)
cdef bint is_mixed(page, list scores, list sizes)

@cython.locals(seen=dict, openings=dict, repeated=list, i=Py_ssize_t, block=Block, element=Element, folded=str, around=Py_ssize_t, before=Py_ssize_t, shorter=Py_ssize_t)
cdef list said_before(page, list kept, list sizes, bint mixed)

@cython.locals(row=Py_ssize_t, reason=str)
cdef Verdict score_verdict(Block block, Py_ssize_t at, double score, bint keep, Reasons reasons)

@cython.locals(i=Py_ssize_t, following=Block, blocks=list)
cdef keep_title_lines(case, list scores, list sizes, list kept)

@cython.locals(lines=Py_ssize_t, before=Py_ssize_t, line=Py_ssize_t, column=Py_ssize_t, block=Block)
cdef bint has_no_indents(page)
