"""Content-Security-Policy: strict on the public site, wider in the admin, whose widgets write inline styles."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

from cms.blocks.players import PLAYER_HOSTS

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [*PLAYER_HOSTS],  # nothing loads in a frame before a visitor clicks
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}

#: Wagtail's admin evaluates inline scripts and styles of its date pickers and rich text editor.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF, *PLAYER_HOSTS],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
}
