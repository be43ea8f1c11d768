"""What other programs may read: each room registers its own records; a ledger knows when each changed or went."""
