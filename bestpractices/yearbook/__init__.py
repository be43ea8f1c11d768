"""The school's year book «Итоговый сборник» (S3-11): three parts built from what is there and its way to the region."""
