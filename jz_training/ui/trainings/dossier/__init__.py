"""The tab 材料: the dossier of a training (一会一档)."""
