"""Whether the installation is well, for those who watch over it."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from app import db
from app.web.guard import public

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def show() -> ResponseReturnValue:
    """Answer 200 and status ok when the database answers, 503 when it does not."""
    try:
        db.session.execute(text("SELECT 1"))
    except Exception:  # whatever is wrong with the database, the answer is the same
        return jsonify(status="database unreachable"), 503
    return jsonify(status="ok")
