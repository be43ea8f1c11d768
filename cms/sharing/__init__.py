"""How pages leave the site: feeds, the sitemap, words and pictures for messengers, and the site's own address."""
