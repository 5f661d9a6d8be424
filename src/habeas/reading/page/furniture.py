"""Which elements of a page are furniture by what they call themselves: menus, banners, teasers.

Tags and roles say it outright (WHATWG HTML, 4.3; WAI-ARIA 1.2, 5.3.4). Names of classes are habits
of page makers, so they are believed only for whole blocks and only as words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_BY_TAG = {
    "nav": "menu", "menu": "menu", "footer": "footer", "aside": "aside", "form": "form",
    "button": "form", "select": "form", "textarea": "form", "label": "form", "fieldset": "form",
    "dialog": "dialog", "figcaption": "caption", "search": "form", "amp-ad": "advertisement",
    "amp-embed": "related", "amp-sidebar": "menu", "amp-consent": "cookie",
    "amp-user-notification": "cookie", "amp-social-share": "share", "amp-lightbox": "dialog",
}  # fmt: skip
_BY_ROLE = {
    "navigation": "menu", "menu": "menu", "menubar": "menu", "tablist": "menu", "toolbar": "menu",
    "banner": "header", "contentinfo": "footer", "complementary": "aside", "search": "form",
    "form": "form", "dialog": "dialog", "alertdialog": "dialog",
}  # fmt: skip
# One word of a class or id, or two that follow each other.
_BY_WORD = {
    "cookie": "cookie cookies consent gdpr",
    "share": "share sharing sharethis addthis social socials",
    "comments": "comments comment disqus commentlist",
    "related": "related readalso read-also see-also readmore read-more recommended recommendations"
    " teaser teasers promo popular trending most-read latest-news top-news more-news last-news"
    " newsfeed news-feed outbrain taboola also-read more-stories other-news",
    "menu": "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager topbar",
    "aside": "sidebar widget widgets",
    "advertisement": "ad ads advert advertisement adsense sponsored banner banners dfp",
    "form": "newsletter subscribe subscription signup sign-up login search-form paywall donate",
    "footer": "footer copyright",
    "dialog": "popup modal overlay lightbox",
    "tags": "tags taglist tag-list",
    "caption": "caption photo-credit image-credit wp-caption-text",
    "hidden": "sr-only visually-hidden screen-reader-text",
}  # fmt: skip
_REASONS = {word: reason for reason, words in _BY_WORD.items() for word in words.split()}
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
# "with-sidebar" is said of the part that has none of its own.
_NEGATING = frozenset({"with", "has", "no", "without", "not", "before", "after", "is"})
# What a whole page or article calls itself says nothing of what stands in it.
_NEVER_BY_NAME = frozenset({"html", "body", "main", "article", "h1"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def reason_for(name: str, attributes: Mapping[str, str], *, in_article: bool) -> str:
    """A word for why an element is furniture; empty where it is not.

    >>> reason_for("div", {"class": "cookie-banner"}, in_article=False)
    'cookie'
    """
    if "hidden" in attributes or _HIDING_STYLE.search(attributes.get("style", "")):
        return "hidden"
    if name == "header" and not in_article:
        return "header"
    by_tag = _BY_TAG.get(name) or _BY_ROLE.get(attributes.get("role", "").lower())
    if by_tag or name in _NEVER_BY_NAME:
        return by_tag or ""
    return _by_names(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400])


@lru_cache(maxsize=4096)
def _by_names(names: str) -> str:
    for name in names.split():
        words = [word.lower() for word in _WORDS.findall(name)]
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
            reason = _REASONS.get(f"{word}-{after}") or _REASONS.get(word)
            if reason and before not in _NEGATING:
                return reason
    return ""
