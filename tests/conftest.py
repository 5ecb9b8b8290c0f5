"""Tests leave nothing in the user's own folders."""

from __future__ import annotations

import os

os.environ["PROTOKOLLANT_UTAN_CACHE"] = "1"
