"""Elasticsearch and OpenSearch: a copy of the database's own index on a cluster, which answers in its place."""
