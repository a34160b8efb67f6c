"""declutter as a step of Scrapy, datatrove, LangChain, LlamaIndex and Haystack pipelines.

Each module needs its framework, which the extra of the same name brings.
"""
