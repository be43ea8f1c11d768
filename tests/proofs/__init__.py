"""What is promised of the whole site, whatever its rooms are: proofs that are generated from models and addresses."""
