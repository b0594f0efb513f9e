"""What is odd about a link that no list knows."""

import pytest

from app.checking.link_signs import LinkSigns, Sign, load_sign_words
from tests.link_cases import a_link
from tests.shipped import RESOURCES

WORDS = load_sign_words(RESOURCES)
SIGNS = LinkSigns(WORDS, frozenset({"douyin", "paypal"}))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("http://douyin.shop-eleven.top/", Sign.BRAND_IN_FRONT),
        ("http://paypal-eu.shop-eleven.top/", Sign.BRAND_IN_FRONT),
        ("http://my-page.webflow.io/", Sign.FREE_HOSTING),
        ("http://page20931.webflow.io/", Sign.FREE_HOSTING),
        ("http://ourdouyinhelp.webflow.io/", Sign.FREE_HOSTING),
        ("http://loginhere.webflow.io/", Sign.FREE_HOSTING),
        ("http://secure.my-example.top/", Sign.IDENTITY_HOST),
        ("http://shop-verify.top/", Sign.IDENTITY_HOST),
        ("http://a-very-long-name.top/", Sign.BUSY_NAME),
        ("http://cheap-shoes-2031.top/", Sign.BUSY_NAME),
        ("http://example.top/x/verify.php", Sign.IDENTITY_PAGE),
        ("http://1.2.3.4/login", Sign.IDENTITY_PAGE),
        ("http://example.top/paypal/index.html", Sign.BRAND_PAGE),
        ("http://example.top/wp-includes/a/", Sign.MACHINERY),
        ("http://example.top/cgi-bin/a.php", Sign.MACHINERY),
        ("http://example.top/?u=somebody@mail.example", Sign.MAIL),
    ],
)
def test_an_odd_link_has_its_sign(text: str, sign: Sign) -> None:
    found = SIGNS.of(a_link(text))
    assert found is not None
    assert found.sign is sign


@pytest.mark.parametrize(
    "text",
    [
        "http://example.top/",
        "http://example.top/login",
        "http://example.top/news/douyin",
        "http://example.top/wiki/PayPal",
        "http://example.top/wp-content/uploads/picture.jpg",
        "http://example.top/@somebody",
        "http://garden.webflow.io/",
        "http://lesson.webflow.io/",
        "http://two-words.top/",
        "http://two-words-7.top/",
        "http://updates.top/",
        "http://mydouyin.example.top/",
        "http://account.example.com/",
        "http://1.2.3.4/x",
        "http://xn--fiq228c.com/",
    ],
)
def test_a_link_built_as_others_are_has_none(text: str) -> None:
    assert SIGNS.of(a_link(text)) is None


def test_the_brand_is_named_where_a_sign_is_about_one() -> None:
    found = SIGNS.of(a_link("http://douyin.shop-eleven.top/"))
    assert found is not None
    assert found.brand == "douyin"


def test_free_hosting_is_told_by_the_whole_end_of_a_host() -> None:
    assert SIGNS.of(a_link("http://my-notwebflow.io/")) is None
