"""Imported by the server that workers are forked from: what cleaning loads is loaded there once."""

import gc

from declutter.cleaner import Cleaner
from declutter.crawl.clean import CleanTask
from declutter.crawl.rows import Shape
from declutter.crawl.sinks import as_it_is
from declutter.crawl.worker import serve as serve

CleanTask(Cleaner(), Shape(), as_it_is).prepare()
gc.collect()
gc.freeze()  # else the collector of each worker writes to all of it, and it is shared no longer
