"""Who may do what, and where: appointments, roles, and the permission policy that ends at a municipality's border."""
