"""HTML to words, for pages, feeds and exports that carry pieces of pages."""

import re

from lxml import etree
from lxml import html as lxml_html

_FRAME = ".//script|.//style|.//nav|.//footer|.//header|.//noscript|.//head|.//figcaption|.//comment()|.//processing-instruction()"
_BLOCKS = "|".join(f".//{name}" for name in "p div br h1 h2 h3 h4 li tr blockquote figure section article ul ol table".split())
_DEPTH = 250  # elements within elements: about as deep as the parser itself goes
_ELEMENTS = 30_000  # of a page; large ones of newspapers have some 5,000
_INSTEAD = "Copy the article into a .txt file."
_ATTRIBUTES = 200  # of one element: the parser compares each with all others


def tree_of(markup: str) -> lxml_html.HtmlElement | None:
    """The tree of a page, read without entities, network or limits lifted; None where it is none.

    Raises ValueError where it is larger or deeper than any page with an article, which would take minutes.
    """
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    for tag in re.finditer(r"<[a-zA-Z][^<>]{2000,}", markup):
        if len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag.group()).split()) > _ATTRIBUTES:
            raise ValueError(f"One element has more than {_ATTRIBUTES:,} attributes, as on no page with an article. {_INSTEAD}")
    try:
        tree = lxml_html.document_fromstring(markup, parser=lxml_html.HTMLParser(recover=True, huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if wrong := _oversize(tree):
        raise ValueError(f"The page has {wrong}, as no page with an article has. {_INSTEAD}")
    return tree


def _oversize(tree):
    """In words what is too large in a tree; empty where nothing is."""
    if tree.xpath("count(descendant-or-self::*)") > _ELEMENTS:
        return f"more than {_ELEMENTS:,} elements"
    if tree.xpath(f"boolean(descendant-or-self::*[count(ancestor::*) >= {_DEPTH}])"):
        return f"elements nested more than {_DEPTH} deep"
    return ""


def words_of(markup: str) -> str:
    """The words of a piece of HTML, a line a paragraph. Without tags and character references it stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup.strip()
    return markup.strip() if _oversize(tree) else plain(tree)


def plain(tree) -> str:
    """All words of a tree (which is changed) but those of scripts, styles, captions and the frame of a page, a line a block."""
    for node in tree.xpath(_FRAME):
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.xpath(_BLOCKS):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
