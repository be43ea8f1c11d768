"""The search of Wagtail's admin: pages, pictures and files, drafts too, found by Russian words in any form."""
