"""What a phone on a slow line loads, and when it shows the page."""
