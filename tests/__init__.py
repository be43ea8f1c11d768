"""Tests mirror the packages; ``factories`` makes the data and ``conftest`` the roles."""
