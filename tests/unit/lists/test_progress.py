from app.lists.progress import nobody


def test_nobody_hears_how_far_it_is() -> None:
    nobody(0.5)
