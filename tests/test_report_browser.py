"""The report's pages in Chromium: they work without a server, without a mouse, small, dark and printed.

Two corpora: the small one, with markup in a title, a publisher and a text, and one without a document.
Nothing may stand on the console, nothing may be asked for but files of the site, and an automated checker
must find no violation of WCAG 2.2 A and AA on any page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from pipeline.renderers.html import wording
from tests.browser import NO_BROWSER, NO_CHECKER, Browser, browser
from tests.corpus_rows import SCRIPT, corpus, empty
from tests.report_site import BESIDE, written

pytestmark = pytest.mark.skipif(bool(NO_BROWSER), reason=NO_BROWSER or "")
checked = pytest.mark.skipif(bool(NO_CHECKER), reason=NO_CHECKER or "")
ATTACK = '"\'><img src="x" onerror="document.title=\'owned\'"><script>document.title = "owned"</script>'
WIDTHS, SCHEMES = (1400, 390), ("light", "dark")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus with hostile words wherever a document's words are shown."""
    tables = corpus()
    first = tables["documents"][0]
    first |= {"source_publisher": ATTACK, "author": ATTACK, "url": f"javascript:{ATTACK}"}
    tables["documents"][1]["title"] = "길다 " * 2000 + "x" * 2000
    tables["findings"][0]["message"] += ATTACK
    return written(tmp_path_factory.mktemp("site"), tables)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of no document at all, but one that could not be read."""
    return written(tmp_path_factory.mktemp("bare"), empty() | {"rejects": corpus()["rejects"]})


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this file."""
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def as_usual(window: Browser) -> None:
    """Each test begins on a wide, light screen."""
    window.show()


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def document(site: Path, doc_id: str) -> Path:
    return site / "documents" / f"{wording.slug(doc_id)}.html"


def test_every_page_is_quiet_and_asks_for_files_of_the_site_only(site: Path, bare: Path, window: Browser) -> None:
    for place in (site, bare):
        for page in pages(place):
            window.open(page)
            assert window.said() == [], page
            asked = window.asked_for()
            assert asked and all(url.startswith((place.as_uri(), "data:,")) for url in asked), page


def test_every_link_of_every_page_leads_to_a_page_and_a_place_in_it(site: Path, bare: Path, window: Browser) -> None:
    links: set[tuple[str, str]] = set()
    anchors: dict[str, set[str]] = {}
    for page in [*pages(site), *pages(bare)]:
        window.open(page)
        links |= {(page.as_uri(), href) for href in window.run("return [...document.links].map((link) => link.href)")}
        anchors[page.as_uri()] = set(window.run("return [...document.querySelectorAll('[id]')].map((one) => one.id)"))
    assert len(links) > 100
    beside = {(place / BESIDE).resolve().as_uri() for place in (site, bare)}
    for page, href in ((page, href) for page, href in links if href not in beside):
        target, _, anchor = href.partition("#")
        target = target.partition("?")[0]
        assert target in anchors, f"{page} leads to {href}"
        assert not anchor or unquote(anchor) in anchors[target], f"{page} leads to {href}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_page_is_wider_than_a_phone(site: Path, bare: Path, window: Browser, scheme: str) -> None:
    window.show(390, scheme)
    for page in [*pages(site), *pages(bare)]:
        window.open(page)
        assert window.run("return document.documentElement.scrollWidth") <= 390, page


def shown(window: Browser) -> tuple[int, str]:
    """How many rows of a list can be seen, and what is told to who cannot see them."""
    rows = window.run(
        "return [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility()).length"
    )
    return rows, window.driver.find_element(By.CSS_SELECTOR, "[data-shown][role=status]").text


def test_a_list_is_filtered_by_what_is_typed_and_chosen(site: Path, window: Browser) -> None:
    window.open(site / "findings.html")
    assert shown(window) == (3, "3 of 3 shown")
    text = window.driver.find_element(By.ID, "findings-text")
    text.send_keys("스타게이트")
    assert shown(window) == (2, "2 of 3 shown")
    Select(window.driver.find_element(By.ID, "findings-code")).select_by_value("FCT102")
    assert shown(window) == (1, "1 of 3 shown")
    Select(window.driver.find_element(By.ID, "findings-severity")).select_by_value("warning")
    assert shown(window) == (0, "0 of 3 shown")
    Select(window.driver.find_element(By.ID, "findings-code")).select_by_value("")
    text.clear()
    text.send_keys("TRAINING cost")
    assert shown(window) == (1, "1 of 3 shown")
    text.send_keys(Keys.ENTER)
    assert window.driver.current_url == (site / "findings.html").as_uri()


@pytest.mark.parametrize(
    ("page", "query", "expected"),
    [
        ("findings.html", "?severity=warning", (1, "1 of 3 shown")),
        ("facts.html", "?status=conflicting", (2, "2 of 3 shown")),
        ("documents.html", "?language=ko&findings=with", (2, "2 of 6 shown")),
        ("rejects.html", "?q=NUL", (1, "1 of 2 shown")),
        ("quality.html", "?outcome=failed", (1, "1 of 2 shown")),
        ("quality.html", "?table=documents", (1, "1 of 2 shown")),
        ("documents.html", "?q=חסכה", (1, "1 of 6 shown")),
        ("facts.html", "?status=no-such-status", (3, "3 of 3 shown")),
    ],
)
def test_a_link_can_ask_for_a_filter(
    site: Path, window: Browser, page: str, query: str, expected: tuple[int, str]
) -> None:
    window.open(site / page, query)
    assert shown(window) == expected


@pytest.mark.parametrize(
    ("words", "count", "first"),
    [
        ("r1 training", "2 found", "R1: training cost"),
        ("STARGATE", "0 found", None),
        ("스타게이트 planned", "0 found", None),
        ("little", "1 found", SCRIPT),
        ("5000만", "1 found", "5000만 달러 and"),
    ],
)
def test_search_finds_documents_facts_and_findings(
    site: Path, window: Browser, words: str, count: str, first: str | None
) -> None:
    window.open(site / "index.html")
    window.driver.find_element(By.ID, "site-search").send_keys(words, Keys.ENTER)
    window.arrive(site / "search.html")
    assert window.driver.find_element(By.ID, "search-count").text == count
    found = window.driver.find_elements(By.CSS_SELECTOR, "#search-results a")
    assert len(found) == int(count.split()[0])
    assert first is None or found[0].text.startswith(first)


def test_text_of_a_document_never_becomes_markup(site: Path, window: Browser) -> None:
    for page in [*pages(site), site / "search.html?q=owned"]:
        window.open(Path(str(page).partition("?")[0]), page.name[len("search.html") :] if "?" in page.name else "")
        assert window.driver.title != "owned", page
        assert window.run("return document.images.length + document.querySelectorAll('script:not([src])').length") == 0
    window.open(document(site, "en/r1-cheap"))
    told = window.run("return document.body.textContent")
    assert told.count(SCRIPT) == 2 and told.count(ATTACK) >= 2  # heading and text; source and author
    assert all(
        not link.startswith("javascript:") for link in window.run("return [...document.links].map((one) => one.href)")
    )


FOCUS = """
const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
return {tag: one.tagName, text: one.textContent.trim(), id: one.id, outline: parseFloat(style.outlineWidth),
  kind: style.outlineStyle, seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight};
"""


def test_keys_reach_everything_in_order_and_the_focus_is_seen(site: Path, window: Browser) -> None:
    for name in ("index.html", "findings.html", "quality.html"):
        window.open(site / name)
        places = """return [...document.querySelectorAll("a, input, select, button, summary, [tabindex='0']")]
            .filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())"""
        reached = []
        for expected in window.run(places):
            window.press(Keys.TAB)
            at = window.run(FOCUS)
            assert at["seen"] and at["outline"] > 0 and at["kind"] != "none", (name, at)
            reached.append(at["text"])
            assert at["text"] == expected, name
        assert reached[0] == "Skip to the content" and len(reached) > 15


def test_keys_skip_filter_open_and_search(site: Path, window: Browser) -> None:
    window.open(site / "quality.html")
    window.press(Keys.TAB, Keys.ENTER)
    assert window.run(FOCUS)["id"] == "main"
    while window.run(FOCUS)["id"] != "expectations-text":
        window.press(Keys.TAB)
    window.press(*"no such words")
    assert shown(window) == (0, "0 of 2 shown")
    window.open(site / "quality.html")
    closed = window.driver.find_element(By.CSS_SELECTOR, "details:not([open]) > summary")
    window.run("arguments[0].focus()", closed)
    window.press(Keys.ENTER)
    assert window.run("return arguments[0].parentElement.open", closed)
    window.run("document.getElementById('site-search').focus()")
    window.press(*"R1 cost", Keys.ENTER)
    window.arrive(site / "search.html")
    assert window.driver.find_element(By.ID, "search-count").text == "3 found"


def test_print_leaves_the_tools_away_and_opens_what_is_closed(site: Path, window: Browser) -> None:
    for scheme in SCHEMES:
        window.show(scheme=scheme, medium="print")
        window.open(site / "quality.html")
        seen = window.run(
            "return ['.top nav', '.search', '.filters'].map((one) => document.querySelector(one).checkVisibility())"
        )
        assert seen == [False] * 3
        assert window.run("return [...document.querySelectorAll('details table')].every((one) => one.offsetHeight > 0)")
        colours = window.run(
            "const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]"
        )
        assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_light_and_dark_differ(site: Path, window: Browser) -> None:
    window.open(site / "index.html")
    light = window.run("return getComputedStyle(document.body).backgroundColor")
    window.show(scheme="dark")
    assert window.run("return getComputedStyle(document.body).backgroundColor") != light


@checked
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_page_violates_the_accessibility_guidelines(
    site: Path, bare: Path, window: Browser, width: int, scheme: str
) -> None:
    window.show(width, scheme)
    for page in [*pages(site), *pages(bare)]:
        window.open(page)
        assert window.violations() == [], page


@checked
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (
            "document.querySelector('h1').style.color = 'rgb(128, 128, 128)'; document.querySelector('h1').style.fontSize = '12px'",
            "text_contrast_sufficient",
        ),
        ("document.getElementById('site-search').removeAttribute('aria-labelledby')", "input_label_exists"),
        ("document.documentElement.lang = ''", "html_lang_exists"),
        ("document.querySelector('main').replaceChildren(new Image())", "img_alt_valid"),
    ],
)
def test_the_checker_sees_a_planted_fault(site: Path, window: Browser, fault: str, expected: str) -> None:
    window.open(site / "index.html")
    window.run(fault)
    assert [line for line in window.violations() if line.startswith(expected)], window.violations()
