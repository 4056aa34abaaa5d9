"""A dossier as it leaves the house: one PDF of everything, and a zip of the originals."""
