cimport cython

from declutter.readers.inline cimport Inline, InlineText
from declutter.readers.markdown_builder cimport Builder
from declutter.readers.markdown_code cimport Code

cdef Py_ssize_t _CHECK_EVERY


@cython.locals(builder=Builder, start=Py_ssize_t, first_line=Py_ssize_t, whole=str)
cpdef read_markdown(str text, deadline)

@cython.locals(builder=Builder)
cdef Builder _build(str text, Py_ssize_t first_line, deadline)

@cython.locals(count=Py_ssize_t, at=Py_ssize_t, name=str, event=object, place=dict, code=Code)
cdef _take_events(Builder builder, str text, deadline, Code inside)

cdef _read_mark(Builder builder, str name)
cdef _read_inline(Builder builder, str name, value, Py_ssize_t at)

@cython.locals(name=str)
cdef _start(Builder builder, value, Py_ssize_t place)

@cython.locals(inline=InlineText)
cdef _enter(Builder builder, str name, detail, Py_ssize_t place)

@cython.locals(language=str)
cdef _start_block(Builder builder, str name, detail, Py_ssize_t place)

@cython.locals(name=str, inline=InlineText)
cdef _end(Builder builder, value)

@cython.locals(last=Py_ssize_t)
cdef _end_block(Builder builder, str name)
