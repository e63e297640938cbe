"""Letters: an outbox written with the change it tells of, a worker that sends, and what each person wants to get."""
