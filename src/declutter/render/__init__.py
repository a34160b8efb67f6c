"""A document becomes text, Markdown, HTML, JSON, TEI, XML, CSV or a JSON Feed item."""
