"""Mentoring pairs and groups «Наставническая пара/группа»: who works with whom, and the places it takes."""
