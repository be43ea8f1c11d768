"""What the cluster keeps of a document. Words come analysed (`search.language`), so every engine finds the same."""

from typing import Any

from elasticsearch.dsl import Keyword, Long, Mapping, Object

#: Documents that pages may be turned through: more than a country has mentors.
DEEPEST = 2_000_000


def mapping() -> Mapping:
    """The fields of a document of any kind.

    `codes` holds all facets together, so that one aggregation counts them all; `names`, `titles` and `bodies` the words
    by kind of text; `keys` the values that orders compare; `card` comes back with the hit and is never looked into.
    """
    fields = Mapping()
    fields.field("id", Long())
    fields.field("number", Long())
    fields.field("hash", Keyword(index=False))
    fields.field("codes", Keyword(eager_global_ordinals=True))
    for name in ("names", "titles", "bodies"):
        fields.field(name, Keyword(doc_values=False))
    fields.field("keys", Object(dynamic=True))
    fields.field("card", Object(enabled=False))
    fields.meta("dynamic", "strict")
    fields.meta(
        "dynamic_templates",
        [
            {
                "texts": {
                    "path_match": "keys.*",
                    "match_mapping_type": "string",
                    "mapping": {"type": "keyword", "index": False},
                }
            }
        ],
    )
    return fields


def index_body(shards: int, replicas: int | None, alias: str) -> dict[str, Any]:
    """The body that creates an index; it is written under its alias alone, so that no late write brings it back.

    ``replicas`` None: one as soon as the cluster has a node for it.
    """
    copies = {"auto_expand_replicas": "0-1"} if replicas is None else {"number_of_replicas": replicas}
    return {
        "settings": {
            "number_of_shards": shards,
            **copies,
            "refresh_interval": "-1",  # each delivery says itself when it is to be seen
            "max_result_window": DEEPEST,
        },
        "mappings": mapping().to_dict(),
        "aliases": {alias: {}},
    }
