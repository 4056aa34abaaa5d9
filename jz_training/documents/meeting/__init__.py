"""Papers before a training: notice, agenda, cards, plan of seats, sign, list, month, calendar."""
