"""Is the site well? One answer for those who watch it, a cheaper one for load balancers and containers."""
