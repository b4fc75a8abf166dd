"""Tests of the upload, which need its packages."""

import pytest

pytest.importorskip("googleapiclient", reason="needs the extra: pip install '.[youtube]'")
