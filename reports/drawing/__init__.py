"""How figure values are drawn: a module a kind, each with the page's way (plotly or pydeck) and the file's (matplotlib)."""
