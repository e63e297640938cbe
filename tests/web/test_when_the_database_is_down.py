"""When not even the database answers, people are told so, and what to do."""

from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine

from app import db
from tests.browser_double import Browser


def test_the_page_says_so_in_both_languages(empty: Flask, tmp_path: Path) -> None:
    browser = Browser(empty)
    engine = db.engine()
    empty.config["TESTING"] = False
    broken = create_engine(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}")
    db.session.remove()
    db.session.configure(bind=broken)
    try:
        page = browser.get("/login")
        health = browser.client.get("/healthz")
    finally:
        db.session.remove()
        db.session.configure(bind=engine)
        empty.config["TESTING"] = True
        broken.dispose()
    assert page.status == 500
    assert "Knutpunkt svarar inte just nu" in page
    assert "try again in a while" in page
    assert health.status_code == 503
