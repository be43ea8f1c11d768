"""The blank hunter: «____», «дд.мм.гггг», an empty «№» are found before visitors see them (row S3-04)."""
