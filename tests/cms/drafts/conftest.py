from tests.form_filling import filled

__all__ = ["filled"]
