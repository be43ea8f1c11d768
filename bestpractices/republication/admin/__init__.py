"""Where editors find what they may take, take it, and decide about what its source changed."""
