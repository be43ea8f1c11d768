"""The consent of a programme's curator, without which visitors learn neither the name nor the phone."""
