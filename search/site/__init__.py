"""Pages of the site: «Поиск по сайту», and the lists with facets of index pages, over one index."""
