"""Which paths tell on somebody's computer, and which belong to a site?"""

from __future__ import annotations

import pytest

from i18n.media.folders import without_folders


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("/home/orla/safe house/map.png", "map.png"),
        ("/home/orla/", ""),
        ("/home/orla", ""),
        ("/root/map.png", "map.png"),
        ("/Users/orla/map.png", "map.png"),
        ("/Users/Orla Gate", ""),
        ("/var/home/orla/map.png", "map.png"),
        ("/export/home/orla/map.png", "map.png"),
        ("/usr/home/orla/map.png", "map.png"),
        ("/mnt/c/Users/Orla/map.png", "map.png"),
        ("/media/orla/STICK/map.png", "map.png"),
        ("/run/media/orla/STICK/map.png", "map.png"),
        ("/Volumes/Orla/map.png", "map.png"),
        ("C:\\Users\\Orla Gate\\map.png", "map.png"),
        ("c:/documents and settings/orla/map.png", "map.png"),
        ("D:\\map.png", "map.png"),
        ("C:\\Users\\Orla", ""),
        ("\\\\server\\orla\\map.png", "map.png"),
        ("file:///home/orla/map.png", "map.png"),
        ("file://localhost/home/orla/map.png", "map.png"),
        ("file:/srv/orla/map.png#a", "map.png#a"),
        ("file:///C:/Users/Orla/map.png", "map.png"),
        ("FILE:///C|/orla/map.png", "map.png"),
        ("one (/home/orla/a.png) two (/home/orla/b.png)", "one (a.png) two (b.png)"),
    ],
)
def test_folders_are_left_out(path: str, left: str) -> None:
    assert without_folders(path, address=False) == left
    assert without_folders(left, address=False) == left


@pytest.mark.parametrize(
    "text", ["", "map.png", "images/home/a.png", "../home/a.png", "~/a.png", "a/b:c", "profile: x", "M/home", "1:/2"]
)
def test_what_is_no_path_of_a_home_stays(text: str) -> None:
    assert without_folders(text, address=False) == text


@pytest.mark.parametrize(
    "address",
    [
        "/home/a.png",
        "/media/a/b.png",
        "/users/3/a.png",
        "https://example.org/home/orla/a.png",
        "//example.org/Users/orla/a.png",
        "https://example.org/?a=C:/b/c",
        "https://example.org/wiki/C:/b",
        "a:b",
    ],
)
def test_addresses_of_a_site_stay(address: str) -> None:
    assert without_folders(address, address=True) == address


@pytest.mark.parametrize(
    "address", ["/home/orla/a.png", "/Users/orla/a.png", "file:///srv/a.png", "C:/a.png", "url(/home/orla/x/a.png)"]
)
def test_addresses_of_a_computer_do_not(address: str) -> None:
    assert without_folders(address, address=True) in {"a.png", "url(a.png)"}
