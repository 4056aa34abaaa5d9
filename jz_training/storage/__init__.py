"""Tables, transactions, migrations and backups of one workspace."""
