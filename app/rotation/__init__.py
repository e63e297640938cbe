"""Turn lists: who chairs, who writes and which municipality is host, meeting after meeting."""
