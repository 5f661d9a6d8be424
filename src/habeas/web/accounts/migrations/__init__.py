"""Steps of the accounts database, each written by Django from the models."""
