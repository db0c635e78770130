"""Everything that knows what a report is, and nothing that draws a page."""
