"""What those who run the site see of it: log lines, figures, errors. No names, no words of visitors."""
