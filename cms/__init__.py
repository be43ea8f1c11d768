"""The ground floor: settings, territories, accounts, base pages and the look of the site."""
