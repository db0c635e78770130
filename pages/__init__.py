"""What all pages share: the reports in view under one filter, and how figures and lists are shown (pages/parts/)."""

from pages.parts.charts import chart, show, theme_links
from pages.parts.downloads import report_downloads
from pages.parts.lists import listed
from pages.parts.text import plain
from pages.parts.view import View, nothing_here, reports_in_view

__all__ = ["View", "chart", "listed", "nothing_here", "plain", "report_downloads", "reports_in_view", "show", "theme_links"]
